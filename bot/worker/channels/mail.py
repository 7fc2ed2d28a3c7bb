"""E-mail: a letter with its PDF and files, or a short text."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from email.message import EmailMessage
from email.utils import format_datetime, formataddr

from sqlalchemy.orm import Session

from bot.conversations.answer_mail import answer_mail
from bot.letters.models import Letter
from bot.outbox.delivery import DeliveryFailed
from bot.outbox.models import OutboxMessage
from bot.requests.attachments import attachments_by_id
from bot.requests.models import Request
from bot.schools.finding import school_by_id
from bot.settings import Settings
from bot.worker.channels.smtp import send

MAYBE_TWICE = "X-Dossierwijzer-Mogelijk-Dubbel"
_MAYBE_TWICE_NL = (
    "Let op: door een storing weten wij niet zeker of u deze mail al had. "
    "Krijgt u hem twee keer, dan is het dezelfde.\n\n"
)


def prepare_mail(
    session: Session, message: OutboxMessage, settings: Settings
) -> Callable[[], None]:
    mail = compose(session, message, settings)
    return lambda: send(mail, settings)


def compose(session: Session, message: OutboxMessage, settings: Settings) -> EmailMessage:
    """The mail as it goes out. Raises DeliveryFailed when its letter is gone."""
    mail = EmailMessage()
    # Always the same: whoever gets it twice can see that it is one.
    mail["Message-ID"] = f"<{message.id}@{settings.mail_from.rpartition('@')[2]}>"
    mail["Date"] = format_datetime(message.created_at)
    mail["Auto-Submitted"] = "auto-generated"
    if message.maybe_sent_before:
        mail[MAYBE_TWICE] = "ja"
    if "letter_id" in message.payload:
        _letter(session, mail, message, settings)
    elif "conversation_id" in message.payload:
        _answer(session, mail, message, settings)
    elif "text" in message.payload:
        payload = message.payload
        sender = _school_name(session, message.school_id)
        _fill(mail, settings, sender, payload["to"], payload["subject"], payload["text"])
    else:
        raise DeliveryFailed("er is niets om te versturen", final=True)
    return mail


def _letter(
    session: Session, mail: EmailMessage, message: OutboxMessage, settings: Settings
) -> None:
    letter = session.get(Letter, uuid.UUID(message.payload["letter_id"]))
    request = session.get(Request, letter.request_id) if letter else None
    if letter is None or request is None:
        raise DeliveryFailed("de brief is er niet meer", final=True)
    sender = _school_name(session, request.school_id)
    # The address as it is now: the office may have corrected it after a mail came back.
    _fill(mail, settings, sender, request.requester_email, letter.subject, letter.body)
    mail.add_attachment(
        letter.pdf,
        maintype="application",
        subtype="pdf",
        filename=f"brief-{request.reference}.pdf",
    )
    ids = [uuid.UUID(identifier) for identifier in letter.attachment_ids]
    for file in attachments_by_id(session, request, ids):
        maintype, _, subtype = file.media_type.partition("/")
        mail.add_attachment(file.content, maintype=maintype, subtype=subtype, filename=file.name)


def _answer(
    session: Session, mail: EmailMessage, message: OutboxMessage, settings: Settings
) -> None:
    answer = answer_mail(session, message.payload, settings)
    if answer is None:
        raise DeliveryFailed("het gesprek is er niet meer", final=True)
    sender = _school_name(session, message.school_id)
    _fill(mail, settings, sender, answer.to, answer.subject, answer.text)


def _fill(
    mail: EmailMessage, settings: Settings, sender: str, to: str, subject: str, text: str
) -> None:
    # EmailMessage itself refuses line ends in headers.
    mail["From"] = formataddr((_one_line(sender), settings.mail_from))
    mail["To"] = _one_line(to)
    mail["Subject"] = _one_line(subject)
    mail.set_content((_MAYBE_TWICE_NL if mail[MAYBE_TWICE] else "") + text + "\n")


def _school_name(session: Session, school_id: uuid.UUID | None) -> str:
    school = school_by_id(session, school_id)
    return school.name if school else "Dossierwijzer"


def _one_line(text: str) -> str:
    return " ".join(text.split())
