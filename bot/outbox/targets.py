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
from bot.outbox.reachable import is_own_name, may_connect, written_address
from bot.settings import Settings

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_NO_ADDRESS = "Vul een adres in dat met https:// begint, zonder wachtwoord erin."
_READ_ALONG = "Gebruik https: anders kan iemand onderweg meelezen."


class TargetRefused(ValueError):
    """This address cannot be used; the text says why, in Dutch."""


def add_target(
    session: Session, school_id: uuid.UUID, url: str, now: datetime, settings: Settings
) -> str:
    """Stores the address and returns the secret of its signatures, to be shown once."""
    check_url(url.strip(), settings)
    secret = secrets.token_urlsafe(32)
    session.add(WebhookTarget(school_id=school_id, url=url.strip(), secret=secret, created_at=now))
    session.flush()
    return secret


def check_url(url: str, settings: Settings) -> None:
    """Raises TargetRefused. Where a name leads is judged when something is sent there."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise TargetRefused(_NO_ADDRESS) from error
    if parts.scheme not in ("https", "http") or not host or parts.username is not None:
        raise TargetRefused(_NO_ADDRESS)
    if settings.demo:
        _check_demo(parts.scheme, host)
    elif parts.scheme == "http":
        raise TargetRefused(_READ_ALONG)
    elif not _may_be_public(host, settings):
        raise TargetRefused(
            "Dit adres ligt in een eigen netwerk. Vul een adres in dat vanaf internet te bereiken "
            "is, of vraag uw ICT om dat netwerk toe te staan (WEBHOOK_NETWORKS)."
        )


def _check_demo(scheme: str, host: str) -> None:
    if scheme == "http" and host not in _LOOPBACK:
        raise TargetRefused(_READ_ALONG)


def _may_be_public(host: str, settings: Settings) -> bool:
    address = written_address(host)
    if address is not None:
        return may_connect(address, settings.webhook_networks)
    # Names of an own network are for who has named that network.
    return bool(settings.webhook_networks) or not is_own_name(host)


def targets_of(session: Session, school_id: uuid.UUID) -> Sequence[WebhookTarget]:
    query = select(WebhookTarget).where(WebhookTarget.school_id == school_id, WebhookTarget.active)
    return session.scalars(query.order_by(WebhookTarget.created_at)).all()
