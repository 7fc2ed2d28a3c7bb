"""What the worker does besides delivering, and how often: one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import Engine

from bot.db.session import session_scope
from bot.destruction.run import erase_due, forget_old_readings, forget_spent
from bot.outbox.delivery import return_expired
from bot.settings import Settings
from bot.worker.answers import mail_answers_to_who_left
from bot.worker.forgetting import erase_old_chats, erase_trackers, forget_old_trackers
from bot.worker.lateness import record_lateness
from bot.worker.receipts import confirm_receipts

Work = Callable[[Engine, Settings, datetime], int]
_log = structlog.get_logger("worker")


@dataclass(frozen=True, slots=True)
class Duty:
    """`work` returns how many things it did."""

    name: str
    every: timedelta
    work: Work


def _return_expired(engine: Engine, settings: Settings, now: datetime) -> int:
    with session_scope(engine) as session:
        return return_expired(session, now)


DUTIES = (
    Duty("return_expired", timedelta(seconds=20), _return_expired),
    Duty("confirm_receipts", timedelta(seconds=20), confirm_receipts),
    Duty("mail_answers_to_who_left", timedelta(seconds=20), mail_answers_to_who_left),
    Duty("record_lateness", timedelta(minutes=5), record_lateness),
    Duty("erase_due", timedelta(hours=6), erase_due),
    Duty("forget_old_readings", timedelta(hours=6), forget_old_readings),
    Duty("forget_spent", timedelta(hours=1), forget_spent),
    Duty("erase_old_chats", timedelta(minutes=15), erase_old_chats),
    Duty("erase_trackers", timedelta(seconds=20), erase_trackers),
    Duty("forget_old_trackers", timedelta(hours=1), forget_old_trackers),
)


class Roster:
    """Does every duty when its time has come; one that breaks does not stop the others."""

    def __init__(self, duties: tuple[Duty, ...] = DUTIES) -> None:
        self._duties = duties
        self._last: dict[str, datetime] = {}

    def work(self, engine: Engine, settings: Settings, now: datetime) -> None:
        for duty in self._duties:
            last = self._last.get(duty.name)
            if last is None or now - last >= duty.every or now < last:
                self._last[duty.name] = now
                self._do(duty, engine, settings, now)

    def _do(self, duty: Duty, engine: Engine, settings: Settings, now: datetime) -> None:
        try:
            done = duty.work(engine, settings, now)
        except Exception as error:
            _log.error("duty_failed", duty=duty.name, kind=type(error).__name__)
            return
        if done:
            _log.info("duty_done", duty=duty.name, count=done)
