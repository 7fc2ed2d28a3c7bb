"""Questions that the bot missed, with personal data taken out: choose the right one, and export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement
from starlette.responses import Response

from bot.audit.office_log import log_office
from bot.conversations.depersonalise import depersonalise
from bot.conversations.missed import (
    CHOSEN,
    OPEN,
    JudgementRefused,
    as_training_data,
    choose,
    count_missed,
    missed_questions,
    put_aside,
)
from bot.conversations.models import MissedQuestion
from bot.knowledge.catalog import TOPICS, catalog
from bot.people.roles import TEACH_BOT
from bot.web.downloads import as_download
from bot.web.visit import NotFound, Visit, see_other

_OTHER = "Iets anders"
WHY_NL = {"niet_begrepen": "niet begrepen", "niet_geholpen": "antwoord hielp niet"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A missed question as it may be seen. `guesses`: (id, title) of the bot's best."""

    missed: MissedQuestion
    text: str
    guesses: list[tuple[str, str]]


def show(visit: Visit, *, error: str = "") -> Response:
    found = missed_questions(visit.session, _mine(visit), OPEN)
    return visit.render(
        "missed.html",
        status=422 if error else 200,
        error=error,
        topics=by_topic(found),
        waiting=count_missed(visit.session, _mine(visit), OPEN),
        chosen=count_missed(visit.session, _mine(visit), CHOSEN),
        titles=[answer.title for answer in catalog()],
        why=WHY_NL,
    )


def judge(visit: Visit) -> Response:
    missed = visit.session.get(MissedQuestion, visit.identifier(visit.path("missed")))
    if missed is None or not visit.viewer.may(TEACH_BOT, missed.school_id):
        raise NotFound
    try:
        if visit.text("keuze") == "weg":
            put_aside(missed, actor=visit.viewer.actor, now=visit.now)
        else:
            wanted = visit.text("vraag", longest=200) or visit.text("keuze", longest=200)
            choose(missed, wanted, actor=visit.viewer.actor, now=visit.now)
    except JudgementRefused as error:
        return show(visit, error=str(error))
    return see_other("/kantoor/gemist")


def export(visit: Visit) -> Response:
    """What was chosen, for whoever trains the bot."""
    found = missed_questions(visit.session, _mine(visit), CHOSEN, most=5000)
    log_office(
        visit.session, actor=visit.viewer.actor, kind="gemiste_vragen_opgehaald", at=visit.now
    )
    content = as_training_data(found).encode()
    return as_download(content, "application/yaml", "gemiste-vragen.yml")


def by_topic(found: Sequence[MissedQuestion]) -> dict[str, list[Shown]]:
    """By the topic of the first guess, in the order of the help menu; each without personal data."""
    groups: dict[str, list[Shown]] = {title: [] for title in (*TOPICS.values(), _OTHER)}
    for missed in found:
        guesses = [answer for name in missed.guesses if (answer := catalog().get(name))]
        topic = TOPICS.get(guesses[0].topic, _OTHER) if guesses else _OTHER
        shown = [(answer.question, answer.title) for answer in guesses]
        groups[topic].append(Shown(missed, depersonalise(missed.text), shown))
    return {title: group for title, group in groups.items() if group}


def _mine(visit: Visit) -> ColumnElement[bool]:
    return visit.viewer.scope(TEACH_BOT).filter(MissedQuestion.school_id)
