"""The demonstration's conversations: who waits, who is helped, what is over, what the bot missed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversations.missed import choose, put_aside
from bot.conversations.models import MissedQuestion
from bot.conversations.standard_answers import save_standard_answer
from bot.demo.calendar import working_moment
from bot.demo.people import Cast
from bot.demo.talking import play
from bot.demo.talks import JUDGED, STANDARD_ANSWERS, TALKS, Talk
from bot.schools.models import School
from bot.settings import Settings

_AT = time(10, 5)


def converse(
    session: Session, schools: Mapping[str, School], cast: Cast, settings: Settings, now: datetime
) -> None:
    for sector, title, text in STANDARD_ANSWERS:
        save_standard_answer(
            session,
            None,
            school_id=schools[sector].id if sector else None,
            title=title,
            text=text,
            actor=str(cast.central.id),
            now=now - timedelta(days=60),
        )
    for talk in TALKS:
        play(
            session,
            talk.steps,
            school=schools[talk.sector],
            who=cast.staff[talk.who],
            settings=settings,
            began=_began(talk, settings, now),
        )
    _judge(session, cast, now)


def _began(talk: Talk, settings: Settings, now: datetime) -> datetime:
    if not talk.days:
        return now - timedelta(minutes=talk.minutes)
    today = now.astimezone(settings.timezone).date()
    return working_moment(today, talk.days, _AT, settings)


def _judge(session: Session, cast: Cast, now: datetime) -> None:
    """What the manager has looked at already. The texts are encrypted, so looked through here."""
    for missed in session.scalars(select(MissedQuestion)):
        for beginning, question in JUDGED.items():
            if not missed.text.startswith(beginning):
                continue
            actor = str(cast.manager.id)
            if question is None:
                put_aside(missed, actor=actor, now=now)
            else:
                choose(missed, question, actor=actor, now=now)
