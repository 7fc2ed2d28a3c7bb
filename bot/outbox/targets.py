"""Addresses of a school's own systems that want to hear of every event."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.outbox.models import WebhookTarget

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class TargetRefused(ValueError):
    """This address cannot be used; the text says why, in Dutch."""


def add_target(session: Session, school_id: uuid.UUID, url: str, now: datetime) -> str:
    """Stores the address and returns the secret of its signatures, to be shown once."""
    parts = urlsplit(url.strip())
    if parts.scheme not in ("https", "http") or not parts.hostname or parts.username:
        raise TargetRefused("Vul een adres in dat met https:// begint, zonder wachtwoord erin.")
    if parts.scheme == "http" and parts.hostname not in _LOOPBACK:
        raise TargetRefused("Gebruik https: anders kan iemand onderweg meelezen.")
    secret = secrets.token_urlsafe(32)
    session.add(WebhookTarget(school_id=school_id, url=url.strip(), secret=secret, created_at=now))
    session.flush()
    return secret


def targets_of(session: Session, school_id: uuid.UUID) -> Sequence[WebhookTarget]:
    query = select(WebhookTarget).where(WebhookTarget.school_id == school_id, WebhookTarget.active)
    return session.scalars(query.order_by(WebhookTarget.created_at)).all()
