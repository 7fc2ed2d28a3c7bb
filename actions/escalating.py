"""Stores a conversation for the staff, once per message that asks for it."""

from __future__ import annotations

from rasa_sdk import Tracker

from actions.reading import last_question, newest_message, transcript
from actions.storage import in_transaction
from bot import clock
from bot.conversations.escalations import escalate
from bot.conversations.outlook import Outlook, outlook


async def pass_on(
    tracker: Tracker,
    *,
    reason: str,
    question: str | None = None,
    email: str | None = None,
    key: str | None = None,
) -> None:
    """Raises when it could not be stored. `key` defaults to the message: a retry stores nothing new."""
    message = newest_message(tracker)
    own_key = f"{tracker.sender_id}:{message.get('message_id') or message.get('timestamp')}"
    text = question or last_question(tracker) or message.get("text") or ""
    await in_transaction(
        lambda session: escalate(
            session,
            filing_key=key or own_key,
            sender=tracker.sender_id,
            reason=reason,
            question=text,
            transcript=transcript(tracker),
            contact_email=email,
            now=clock.now(),
        )
    )


async def outlook_of(tracker: Tracker) -> Outlook:
    """What may be said of an answer by a person in this conversation."""
    return await in_transaction(lambda session: outlook(session, tracker.sender_id, clock.now()))
