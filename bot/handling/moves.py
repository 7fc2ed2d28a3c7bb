"""Everything that the office can do with a request, as one table, and what of it is possible now."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from bot.requests.clock_change import clock_of
from bot.requests.legal_clock import why_not_extend
from bot.requests.models import Request
from bot.requests.workflow import (
    CHECKING_IDENTITY,
    DONE,
    IN_PROGRESS,
    RECEIVED,
    TRANSITIONS,
    WAITING,
    WITHDRAWN,
)

OPEN = (RECEIVED, CHECKING_IDENTITY, IN_PROGRESS, WAITING)
# AVG artikel 19: whoever received the data hears of rectification, erasure or restriction.
_CHANGED = (None, "toegewezen", "deels_toegewezen")
_TOLD_ON = ("correctie", "verwijderen", "bezwaar")


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides whether a move is possible. `letters` are the kinds that were sent."""

    request: Request
    today: date
    letters: Collection[str]


def _always(_: Situation) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A step of the workflow (`to`), a letter, or both. `starts` are the states it is offered in."""

    key: str
    title_nl: str
    starts: tuple[str, ...]
    to: str | None = None
    outcome: str | None = None
    letter: str | None = None
    when: Callable[[Situation], bool] = _always
    #: What most often comes next where it is offered: its button stands out.
    is_usual: bool = False


def _decision(key: str, title: str, outcome: str) -> Move:
    return Move(
        key=key, title_nl=title, starts=(IN_PROGRESS,), to=DONE, outcome=outcome, letter=outcome
    )


_ALL = (
    Move(
        key="bevestigen",
        title_nl="Ontvangst bevestigen",
        starts=OPEN,
        letter="ontvangst",
        when=lambda now: "ontvangst" not in now.letters,
        is_usual=True,
    ),
    Move(
        key="beginnen",
        title_nl="In behandeling nemen",
        starts=(RECEIVED,),
        to=IN_PROGRESS,
        is_usual=True,
    ),
    Move(
        key="identiteit_vragen",
        title_nl="Vragen wie de aanvrager is",
        starts=(RECEIVED, IN_PROGRESS, WAITING),
        to=CHECKING_IDENTITY,
        letter="identiteitsvraag",
    ),
    Move(
        key="identiteit_duidelijk",
        title_nl="Identiteit is duidelijk, verder werken",
        starts=(CHECKING_IDENTITY,),
        to=IN_PROGRESS,
        is_usual=True,
    ),
    Move(
        key="vraag_stellen",
        title_nl="Een vraag stellen",
        starts=(RECEIVED, CHECKING_IDENTITY, IN_PROGRESS),
        to=WAITING,
        letter="vraag",
    ),
    Move(
        key="antwoord_gekregen",
        title_nl="Antwoord gekregen, verder werken",
        starts=(WAITING,),
        to=IN_PROGRESS,
        is_usual=True,
    ),
    Move(
        key="verlengen",
        title_nl="Termijn verlengen met twee maanden",
        starts=OPEN,
        letter="verlenging",
        when=lambda now: why_not_extend(clock_of(now.request), now.today) is None,
    ),
    _decision("toewijzen", "Toewijzen", "toegewezen"),
    _decision("deels_toewijzen", "Deels toewijzen", "deels_toegewezen"),
    _decision("afwijzen", "Afwijzen", "afgewezen"),
    Move(
        key="niet_behandelen",
        title_nl="Niet te behandelen",
        starts=OPEN,
        to=DONE,
        outcome="niet_ontvankelijk",
        letter="niet_ontvankelijk",
    ),
    Move(
        key="intrekking_vastleggen",
        title_nl="Aanvrager trekt het in",
        starts=OPEN,
        to=DONE,
        outcome=WITHDRAWN,
        letter="afgesloten",
    ),
    Move(
        key="afsluiting_bevestigen",
        title_nl="Afsluiting bevestigen",
        starts=(DONE,),
        letter="afgesloten",
        when=lambda now: now.request.outcome == WITHDRAWN and "afgesloten" not in now.letters,
    ),
    Move(
        key="doorgeven",
        title_nl="Verandering doorgegeven melden",
        starts=(IN_PROGRESS, DONE),
        letter="correctie_doorgegeven",
        when=lambda now: now.request.kind in _TOLD_ON and now.request.outcome in _CHANGED,
    ),
    Move(key="heropenen", title_nl="Heropenen", starts=(DONE,), to=IN_PROGRESS),
)
MOVES: dict[str, Move] = {move.key: move for move in _ALL}


def is_possible(move: Move, now: Situation) -> bool:
    """Offered in this state, allowed by the workflow table, and its own condition holds."""
    request = now.request
    if request.anonymised_on is not None or request.state not in move.starts:
        return False
    if move.to is not None:
        allowed = TRANSITIONS.get((request.state, move.to), ())
        if move.outcome not in allowed:
            return False
    return move.when(now)


def possible_moves(now: Situation) -> list[Move]:
    """The moves of this moment, in the order of the table."""
    return [move for move in _ALL if is_possible(move, now)]
