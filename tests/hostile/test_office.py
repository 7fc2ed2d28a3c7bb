"""The office: its sign-in tried by strangers, and its pages showing what strangers wrote."""

from __future__ import annotations

from email import message_from_bytes, policy

import pytest
from hypothesis import given, settings
from sqlalchemy import select

from bot.db.session import session_scope
from bot.letters.models import Letter
from bot.outbox.models import OutboxMessage
from bot.people import rate_limit, sign_in
from bot.people.rate_limit import Limit
from bot.requests.models import Request
from bot.schools.models import School
from bot.worker.channels.mail import compose
from tests.hostile.reading import brought_in, shape
from tests.hostile.texts import BAD, bounded, hostile
from tests.support.office import do, file_at
from tests.support.people import Board
from tests.support.requests import SETTINGS

#: What a parent can say in words of its own; the parsers of the form are passed by on purpose.
FREE = ("child_name", "school", "group", "requester_name", "requester_email", "requester_phone")
PERSONAS = ("administratie", "fg", "beheerder_bestuur")
NOT_EMPTY = [text for text in BAD if text.strip()]


@pytest.fixture(autouse=True)
def no_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SIGN_IN_ACCOUNT", "SIGN_IN_ADDRESS", "CODE"):
        endless = Limit(name, 10**9, rate_limit.CODE.period)
        monkeypatch.setattr(sign_in, name, endless, raising=False)


# Few: each try costs a hash that is slow on purpose.
@settings(bounded, max_examples=10)
@given(email=hostile, password=hostile)
def test_no_text_opens_the_office(board: Board, email, password) -> None:
    browser = board.browser()
    known = shape([browser.get("/kantoor/inloggen").text, try_in(browser, "a@b.nl", "x").text])
    answer = try_in(browser, email, password)
    assert answer.status_code in (401, 422, 429)
    assert brought_in(answer.text, known) == []
    assert "kantoor" not in browser.cookies


def try_in(browser, email: str, password: str):
    return browser.post("/kantoor/inloggen", data={"email": email, "wachtwoord": password})


@bounded
@given(search=hostile)
def test_any_search_and_filter_is_answered(board: Board, search) -> None:
    browser = board.browser("administratie")
    asked = ("gewoon", search)
    plain, strange = (
        browser.get("/kantoor/verzoeken", params=dict.fromkeys(("zoek", "status", "pagina"), words))
        for words in asked
    )
    assert strange.status_code == 200
    known = shape([plain.text, browser.get("/kantoor/verzoeken").text])
    assert brought_in(strange.text, known) == []


def written(board: Board, kind: str, text: str) -> tuple[str, list[str]]:
    """A request in which everything says this: its reference, and the office's pages that show it."""
    with session_scope(board.engine) as session:
        school = session.scalars(select(School).where(School.slug == "regenboog")).one()
        request = file_at(session, school, kind, group=f"groep {len(text) % 8 + 1}")
        for name in FREE:
            setattr(request, name, text)
        request.details = dict.fromkeys(request.details, text)
        reference = request.reference
    pages = [f"/kantoor/verzoek/{reference}", "/kantoor/verzoeken", "/kantoor/bewaren"]
    pages += [
        f"/kantoor/verzoek/{reference}/stap/{move}" for move in ("bevestigen", "vraag_stellen")
    ]
    return reference, pages


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_a_request_that_says_anything_is_shown_as_text(board: Board, text: str) -> None:
    _, plain = written(board, "inzage", "Gewoon")
    _, strange = written(board, "inzage", text)
    for persona in PERSONAS:
        browser = board.browser(persona)
        known = shape(browser.get(page).text for page in plain)
        for page in strange:
            shown = browser.get(page)
            assert shown.status_code in (200, 404), page
            assert brought_in(shown.text, known) == [], page
    for name in ("register.csv", "register.json"):
        assert board.browser("fg").get(f"/kantoor/{name}").status_code == 200


@pytest.mark.parametrize("text", NOT_EMPTY, ids=range(len(NOT_EMPTY)))
def test_a_letter_holds_it_as_text_and_the_mail_keeps_its_headers(board: Board, text: str) -> None:
    reference, _ = written(board, "inzage", text)
    with session_scope(board.engine) as session:
        request = session.scalars(select(Request).where(Request.reference == reference)).one()
        request.requester_email = "ouder@voorbeeld.example"
        do(session, request, "vraag_stellen", note=text)
        letter = session.scalars(select(Letter).where(Letter.request_id == request.id)).one()
        assert letter.pdf.startswith(b"%PDF")
        sent = select(OutboxMessage).where(OutboxMessage.request_id == request.id)
        (message,) = [one for one in session.scalars(sent) if one.channel == "mail"]
        mail = message_from_bytes(
            compose(session, message, SETTINGS).as_bytes(), policy=policy.default
        )
    assert mail["To"].addresses[0].addr_spec == "ouder@voorbeeld.example"
    assert mail["Bcc"] is None and mail.defects == []
