"""Forgets conversations: those whose time is over, and in the engine those that were erased."""

from __future__ import annotations

from datetime import datetime

import httpx2
import structlog
from sqlalchemy import Engine, select

from bot.conversations.models import TrackerErasure
from bot.db.session import session_scope
from bot.destruction.conversation import (
    erase_if_silent,
    finish_erasure,
    kept_since,
    silent_since,
)
from bot.engines.choice import engine_for
from bot.engines.forgetting import erase_tracker, forget_silent
from bot.settings import Settings

_AT_ONCE = 500
_log = structlog.get_logger("worker")


def erase_old_chats(engine: Engine, settings: Settings, now: datetime) -> int:
    """Those without a message since CHAT_DAYS, each whole or not at all; returns how many."""
    moment = kept_since(now, settings.chat_days)
    with session_scope(engine, read_only=True) as session:
        senders = silent_since(session, moment, most=_AT_ONCE)
    erased = 0
    for sender in senders:
        with session_scope(engine) as session:
            erased += erase_if_silent(session, sender, moment, now)
    return erased


def erase_trackers(engine: Engine, settings: Settings, now: datetime) -> int:
    """What engines still have to forget of erased conversations; one that is away is asked again."""
    with session_scope(engine, read_only=True) as session:
        query = select(TrackerErasure.sender).order_by(TrackerErasure.asked_at).limit(_AT_ONCE)
        senders = session.scalars(query).all()
    erased, away = 0, set[str]()
    for sender in senders:
        url = engine_for(sender, settings.engine_urls)
        if url in away:
            continue
        try:
            erase_tracker(settings, sender)
        except httpx2.HTTPError as error:
            _log.warning("engine_forgets_later", kind=type(error).__name__)
            away.add(url)
            continue
        with session_scope(engine) as session:
            finish_erasure(session, sender)
        erased += 1
    return erased


def forget_old_trackers(engine: Engine, settings: Settings, now: datetime) -> int:
    """Also of talks that no page of ours began, as in a terminal."""
    if not settings.engine_secret:
        return 0
    try:
        return forget_silent(settings, kept_since(now, settings.chat_days))
    except httpx2.HTTPError as error:
        _log.warning("engine_forgets_later", kind=type(error).__name__)
        return 0
