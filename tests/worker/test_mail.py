"""Mail against a real server: what is accepted arrives whole, what fails is told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.outbox.delivery import DeliveryFailed
from bot.outbox.lanes import MAIL, enqueue
from bot.requests.attachments import add_attachment
from bot.worker.channels import smtp
from bot.worker.channels.mail import compose
from tests.support.mail_server import mail_server
from tests.support.office import do, file_at, make_school
from tests.support.requests import NOW, SETTINGS


@pytest.fixture
def message(session):
    """The outgoing letter of a granted request, with a file."""
    from sqlalchemy import select

    from bot.outbox.models import OutboxMessage

    request = file_at(session, make_school(session))
    file = add_attachment(
        session,
        request,
        name="dossier.txt",
        content="Één dossier".encode(),
        from_requester=False,
        actor="x",
        at=NOW,
    )
    do(session, request, "beginnen")
    do(session, request, "toewijzen", attachment_ids=(file.id,))
    return session.scalars(select(OutboxMessage)).one()


def send(session, message, url: str, timeout: float = 5.0) -> None:
    settings = replace(SETTINGS, smtp_url=url, mail_from="dossier@bestuur.nl")
    smtp.send(compose(session, message, settings), settings, timeout=timeout)


def test_a_letter_arrives_with_its_pdf_and_its_file(session, message) -> None:
    with mail_server() as (box, url):
        send(session, message, url)
    (mail,) = box.mails
    assert mail["To"] == "mo@voorbeeld.nl"
    assert mail["From"] == "De Regenboog <dossier@bestuur.nl>"
    assert mail["Message-ID"] == f"<{message.id}@bestuur.nl>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert "Beste Mo el Amrani" in mail.get_body().get_content()
    names = [part.get_filename() for part in mail.iter_attachments()]
    assert names[0].startswith("brief-DW-")
    assert names[1] == "dossier.txt"
    assert next(mail.iter_attachments()).get_content().startswith(b"%PDF")


def test_a_mail_that_may_be_the_second_one_says_so(session, message) -> None:
    message.maybe_sent_before = True
    with mail_server() as (box, url):
        send(session, message, url)
    (mail,) = box.mails
    assert mail["X-Dossierwijzer-Mogelijk-Dubbel"] == "ja"
    assert mail.get_body().get_content().startswith("Let op: door een storing")


@pytest.mark.parametrize(
    ("behaviour", "words", "final", "maybe"),
    [
        ("refuse_address", "weigert het e-mailadres", True, False),
        ("refuse_mail", "weigert de mail", True, False),
        ("later", "weigert het e-mailadres", False, False),
        ("die", "tijdens het versturen", False, True),
        ("hang", "tijdens het versturen", False, True),
    ],
)
def test_failures_are_told_apart(session, message, behaviour, words, final, maybe) -> None:
    with (
        mail_server(behaviour) as (_, url),
        pytest.raises(DeliveryFailed, match=words) as caught,
    ):
        send(session, message, url, timeout=0.3 if behaviour == "hang" else 5.0)
    assert (caught.value.final, caught.value.maybe_arrived) == (final, maybe)


def test_a_server_that_is_not_there_is_tried_again(session, message) -> None:
    with pytest.raises(DeliveryFailed, match="geen verbinding") as caught:
        send(session, message, "smtp://127.0.0.1:1")
    assert not caught.value.final


def test_line_ends_cannot_become_headers(session) -> None:
    payload = {"to": "mo@voorbeeld.nl\r\nBcc: x@y.nl", "subject": "a\r\nBcc: x@y.nl", "text": "t"}
    message = enqueue(session, channel=MAIL, lane="x", payload=payload, at=NOW)
    mail = compose(session, message, SETTINGS)
    assert mail["Bcc"] is None
    assert mail["Subject"] == "a Bcc: x@y.nl"


def test_a_letter_that_was_erased_is_not_tried_again(session, message) -> None:
    message.payload = {"letter_id": "7b0c1a34-6f2e-4f5e-9a8a-0d6f3a3c1d11"}
    with pytest.raises(DeliveryFailed) as caught:
        compose(session, message, SETTINGS)
    assert caught.value.final


def test_without_a_mail_server_mail_goes_to_a_folder(session, message, tmp_path) -> None:
    folder = tmp_path / "mail"
    smtp._to_folder(compose(session, message, SETTINGS), folder)
    (path,) = folder.iterdir()
    assert path.name == f"{message.id}.eml"
    assert b"mo@voorbeeld.nl" in path.read_bytes()
