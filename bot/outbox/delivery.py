"""Taking a message from its lane, and writing down how its delivery went."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from sqlalchemy import Exists, Select, exists, select, update
from sqlalchemy.orm import Session, aliased

from bot.outbox.models import OutboxMessage
from bot.outbox.states import BUSY, FAILED, SENT, WAITING, check_outbox_step

#: A message that somebody has had for longer belonged to a worker that died.
LEASE = timedelta(minutes=5)
MOST_ATTEMPTS = 12
_LONGEST_WAIT = timedelta(hours=1)


class DeliveryFailed(Exception):
    """`what_nl` names the kind of failure and holds no personal data.

    `final`: trying again cannot help. `maybe_arrived`: the other side may have it all the same.
    """

    def __init__(self, what_nl: str, *, final: bool = False, maybe_arrived: bool = False) -> None:
        super().__init__(what_nl)
        self.what_nl = what_nl
        self.final = final
        self.maybe_arrived = maybe_arrived


def wait_after(attempts: int) -> timedelta:
    """1, 2, 4, 8 … minutes, at most an hour."""
    return min(timedelta(minutes=2 ** (attempts - 1)), _LONGEST_WAIT)


def anything_due(session: Session, now: datetime) -> bool:
    return session.scalar(_first_due(now)) is not None


def claim_next(session: Session, now: datetime) -> OutboxMessage | None:
    """Takes the oldest message that is due and first in its lane; None when there is none.

    The update decides who gets it when several workers try.
    """
    found = session.scalar(_first_due(now))
    if found is None:
        return None
    claimed = session.execute(
        update(OutboxMessage)
        .where(OutboxMessage.id == found, OutboxMessage.state == WAITING)
        .values(state=BUSY, claimed_at=now)
    )
    return session.get(OutboxMessage, found) if claimed.rowcount == 1 else None  # type: ignore[attr-defined]


def mark_sent(session: Session, message_id: uuid.UUID, now: datetime) -> None:
    """Done: what was in a mail leaves this table."""
    message = _busy(session, message_id)
    if message is None:
        return
    message.state, message.sent_at, message.last_error = SENT, now, None
    if "text" in message.payload:
        message.payload = {}
    session.flush()


def mark_failed(
    session: Session, message_id: uuid.UUID, failure: DeliveryFailed, now: datetime
) -> None:
    """Tries again later, or puts it with the dead letters."""
    message = _busy(session, message_id)
    if message is None:
        return
    message.attempts += 1
    message.last_error = failure.what_nl
    message.maybe_sent_before = message.maybe_sent_before or failure.maybe_arrived
    to = FAILED if failure.final or message.attempts >= MOST_ATTEMPTS else WAITING
    check_outbox_step(message.state, to)
    message.state, message.claimed_at = to, None
    message.not_before = now + wait_after(message.attempts)
    session.flush()


def return_expired(session: Session, now: datetime) -> int:
    """Gives back what dead workers had, marked: it may have been sent just before they died."""
    returned = session.execute(
        update(OutboxMessage)
        .where(OutboxMessage.state == BUSY, OutboxMessage.claimed_at <= now - LEASE)
        .values(state=WAITING, claimed_at=None, maybe_sent_before=True, not_before=now)
    )
    return returned.rowcount  # type: ignore[attr-defined]


def _busy(session: Session, message_id: uuid.UUID) -> OutboxMessage | None:
    # A worker that was slow, and not dead, may come too late: another has the message by now.
    message = session.get(OutboxMessage, message_id, with_for_update=True, populate_existing=True)
    return message if message is not None and message.state == BUSY else None


def _first_due(now: datetime) -> Select[uuid.UUID]:
    return (
        select(OutboxMessage.id)
        .where(
            OutboxMessage.state == WAITING,
            OutboxMessage.not_before <= now,
            ~_earlier_in_lane(),
        )
        .order_by(OutboxMessage.not_before, OutboxMessage.position)
        .limit(1)
    )


def _earlier_in_lane() -> Exists:
    earlier = aliased(OutboxMessage)
    return exists().where(
        earlier.lane == OutboxMessage.lane,
        earlier.position < OutboxMessage.position,
        # A dead letter too: what was written later may not overtake it.
        earlier.state.in_((WAITING, BUSY, FAILED)),
    )
