"""Keeps what the bot did not understand, for people to judge."""

from __future__ import annotations

import structlog
from rasa_sdk import Tracker

from actions.reading import Event, is_payload, ranking
from actions.storage import in_transaction
from bot import clock
from bot.conversations.missed import keep_missed

log = structlog.get_logger()


async def remember_miss(tracker: Tracker, event: Event, *, why: str) -> None:
    """Never in the way of the reply. What is typed in a form is an answer, not a question."""
    text = event.get("text") or ""
    if tracker.active_loop_name or not text or is_payload(text):
        return
    try:
        await in_transaction(
            lambda session: keep_missed(
                session,
                sender=tracker.sender_id,
                text=text,
                guesses=ranking(event),
                why=why,
                now=clock.now(),
            )
        )
    except Exception as error:
        log.error("miss not kept", error=type(error).__name__)
