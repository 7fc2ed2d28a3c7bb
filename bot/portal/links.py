"""One-time links by mail: the only way to see a request from outside."""

from __future__ import annotations

import secrets
import uuid
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.outbox.lanes import MAIL, enqueue
from bot.parsing.outcome import Parsed
from bot.people.rate_limit import STATUS_ADDRESS, STATUS_MAIL, spend
from bot.portal.models import StatusLink, StatusSession
from bot.requests.lookup import find
from bot.requests.models import Request
from bot.requests.references import normalise
from bot.settings import Settings
from bot.tokens import hash_token

LINK_LIVES = timedelta(hours=1)
SESSION_LIVES = timedelta(hours=2)
_SUBJECT = "Uw link om te zien hoe het ermee staat"
_TEXT = """\
U vroeg om te zien hoe het staat met {reference}. Open deze link binnen een uur. Hij werkt één keer:

{address}

Hebt u dit niet gevraagd? Dan hoeft u niets te doen. Niemand anders kan met deze mail iets zien.
"""


def mail_link(
    session: Session,
    *,
    reference: str,
    email: str,
    address: str,
    settings: Settings,
    now: datetime,
) -> None:
    """Mails a link when reference and e-mail address belong together, and does nothing otherwise.

    The caller tells the same in both cases. Raises TooOften.
    """
    spend(session, STATUS_ADDRESS, address, now)
    spend(session, STATUS_MAIL, _one_spelling(reference), now)
    request = find(session, reference, email)
    if request is None or request.anonymised_on is not None:
        return
    token = secrets.token_urlsafe(32)
    session.add(
        StatusLink(
            token_hash=hash_token(token),
            request_id=request.id,
            created_at=now,
            expires_at=now + LINK_LIVES,
        )
    )
    # A lane of its own: whoever waits for this should not wait for a letter that cannot leave.
    enqueue(
        session,
        channel=MAIL,
        lane=f"{request.id}:link",
        payload={
            "to": request.requester_email,
            "subject": _SUBJECT,
            "text": _TEXT.format(
                reference=request.reference, address=f"{settings.public_url}/status/link/{token}"
            ),
        },
        at=now,
        request_id=request.id,
        school_id=request.school_id,
    )


def _one_spelling(reference: str) -> str:
    # Otherwise every other way to type it would allow as many mails again.
    written = normalise(reference)
    return written.value if isinstance(written, Parsed) else reference.strip()


def is_open(session: Session, token: str, now: datetime) -> bool:
    """Can this link still be used?"""
    link = session.get(StatusLink, hash_token(token))
    return link is not None and link.used_at is None and now < link.expires_at


def use_link(session: Session, token: str, now: datetime) -> str | None:
    """Spends the link and returns the token of a new session; None when it is spent or too old."""
    link = session.get(StatusLink, hash_token(token), with_for_update=True)
    if link is None or link.used_at is not None or now >= link.expires_at:
        return None
    link.used_at = now
    opened = secrets.token_urlsafe(32)
    session.add(
        StatusSession(
            token_hash=hash_token(opened),
            request_id=link.request_id,
            expires_at=now + SESSION_LIVES,
        )
    )
    session.flush()
    return opened


def request_of(session: Session, token: str, now: datetime) -> Request | None:
    """The request that this browser may see."""
    found = session.get(StatusSession, hash_token(token)) if token else None
    if found is None or now >= found.expires_at:
        return None
    request = session.get(Request, found.request_id)
    return request if request is not None and request.anonymised_on is None else None


def close_all(session: Session, request_id: uuid.UUID) -> None:
    """Nobody who could open this request can any more: its address was somebody else's."""
    for model in (StatusLink, StatusSession):
        session.execute(delete(model).where(model.request_id == request_id))


def close(session: Session, token: str) -> None:
    session.execute(delete(StatusSession).where(StatusSession.token_hash == hash_token(token)))
