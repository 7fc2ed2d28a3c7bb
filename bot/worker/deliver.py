"""Delivers one message: claimed and finished in transactions of their own."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from datetime import datetime

import structlog
from sqlalchemy import Engine

from bot.db.session import session_scope
from bot.outbox.delivery import (
    DeliveryFailed,
    anything_due,
    claim_next,
    mark_failed,
    mark_sent,
)
from bot.outbox.models import OutboxMessage
from bot.settings import Settings
from bot.worker.channels import CHANNELS, Prepare

_log = structlog.get_logger("worker")


def deliver_one(
    engine: Engine,
    settings: Settings,
    now: Callable[[], datetime],
    channels: Mapping[str, Prepare] = CHANNELS,
) -> bool:
    """False when nothing is due. Killed at any moment, the claim stays behind and is given back."""
    with session_scope(engine, read_only=True) as session:
        # Most rounds find nothing; looking does not take the write lock from anybody.
        if not anything_due(session, now()):
            return False
    with session_scope(engine) as session:
        message = claim_next(session, now())
    if message is None:
        return False
    failure = _try(engine, settings, message.id, channels)
    with session_scope(engine) as session:
        if failure is None:
            mark_sent(session, message.id, now())
        else:
            mark_failed(session, message.id, failure, now())
    if failure is not None:
        _log.warning("delivery_failed", channel=message.channel, why=failure.what_nl)
    return True


def _try(
    engine: Engine, settings: Settings, message_id: uuid.UUID, channels: Mapping[str, Prepare]
) -> DeliveryFailed | None:
    try:
        with session_scope(engine, read_only=True) as session:
            message = session.get_one(OutboxMessage, message_id)
            send = channels[message.channel](session, message, settings)
        send()
    except DeliveryFailed as failure:
        return failure
    except Exception as error:
        # One message that nobody foresaw may not stop the others.
        _log.error("delivery_broke", kind=type(error).__name__)
        return DeliveryFailed("onverwachte fout bij het versturen")
    return None
