"""Finds a request for who filed it: by reference and e-mail address together, or not at all."""

from __future__ import annotations

from datetime import date
from hmac import compare_digest

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.parsing.email import parse_email
from bot.parsing.outcome import Parsed
from bot.requests.models import Request
from bot.requests.references import normalise

# The same words whether the reference is unknown or the address is another: nobody learns which.
NOT_FOUND_NL = (
    "Ik vind geen verzoek met dit kenmerk en dit e-mailadres samen. Kijk of u ze allebei typt "
    "zoals toen u het verzoek indiende. Lukt het niet, vraag het dan aan de school."
)


def find(session: Session, reference: str, email: str) -> Request | None:
    """The request with this reference, if this address filed it; None in every other case."""
    written, address = normalise(reference), _address(email)
    if not isinstance(written, Parsed) or not address:
        return None
    request = session.scalar(select(Request).where(Request.reference == written.value))
    if request is None or not compare_digest(request.requester_email.encode(), address.encode()):
        return None
    return request


def _address(email: str) -> str:
    outcome = parse_email(email, date.min)
    return outcome.value if isinstance(outcome, Parsed) else (outcome.as_typed or "")
