"""How requests go: the steps of each course, and how many requests of which age follow it."""

from __future__ import annotations

from dataclasses import dataclass

NO_COMPLAINT = (
    *("inzage", "correctie", "zienswijze", "verwijderen", "bezwaar"),
    *("toestemming_intrekken", "camerabeelden"),
)
EVERY_KIND = (*NO_COMPLAINT, "klacht")
_TOLD_ON = ("correctie", "verwijderen", "bezwaar")


@dataclass(frozen=True, slots=True)
class Act:
    """`what` is a key of `MOVES` or of `scenes`; so many days after the act before it."""

    what: str
    soonest: int
    latest: int


def _acts(*rows: tuple[str, int, int]) -> tuple[Act, ...]:
    return tuple(Act(*row) for row in rows)


_BEGIN = _acts(("beginnen", 0, 3), ("notitie", 0, 3), ("half_nakijken", 1, 3))
_READY = _acts(("stuk", 1, 4), ("nakijken", 0, 1))
_SLOW = _acts(("notitie", 6, 12), ("stuk", 6, 12), ("nakijken", 10, 16))
_IDENTITY = _acts(("identiteit_vragen", 1, 4), ("identiteit_duidelijk", 4, 11))
_ASK = _acts(("vraag_stellen", 1, 3), ("antwoord", 1, 5))
_GRANT = _acts(("toewijzen", 0, 3))
#: What happens with a request, until today.
COURSES: dict[str, tuple[Act, ...]] = {
    "granted": _BEGIN + _READY + _GRANT,
    "partly": _BEGIN + _READY + _acts(("deels_toewijzen", 0, 4)),
    "refused": _BEGIN + _acts(("nakijken", 3, 9), ("afwijzen", 1, 3)),
    "question": _BEGIN + _ASK + _READY + _GRANT,
    "identity": _IDENTITY + _BEGIN + _READY + _GRANT,
    "extended": _BEGIN + _acts(("verlengen", 10, 16)) + _SLOW + _GRANT,
    "late": _BEGIN + _SLOW + _acts(("toewijzen", 6, 12)),
    "told": _BEGIN + _READY + _GRANT + _acts(("doorgeven", 0, 2)),
    "withdrawn": _acts(("intrekken", 2, 9), ("afsluiting_bevestigen", 1, 2)),
    "withdrawn_by_phone": _BEGIN + _acts(("intrekking_vastleggen", 1, 5)),
    "inadmissible": _acts(("notitie", 1, 3), ("niet_behandelen", 1, 5)),
    "held": _BEGIN + _READY + _acts(("afwijzen", 0, 3), ("bewaren", 20, 40)),
    "reopened": _BEGIN + _READY + _GRANT + _acts(("heropenen", 3, 6), ("stuk", 2, 4)) + _GRANT,
    # These are open today.
    "new": (),
    "working": _BEGIN,
    "working_with_files": _acts(("bestand", 0, 1)) + _BEGIN + _acts(("antwoord", 3, 8)),
    "working_and_held": _BEGIN + _acts(("bewaren", 1, 3)),
    "waiting": _BEGIN + _acts(("vraag_stellen", 1, 3)),
    "checking_identity": _acts(("identiteit_vragen", 1, 2)),
    "working_longer": _BEGIN + _acts(("verlengen", 10, 16), ("notitie", 3, 9)),
    "opened_again": _BEGIN + _READY + _GRANT + _acts(("heropenen", 2, 4)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """So many requests of one course, received `ages` days ago, or due in `due` days from today.

    `gone` erases them afterwards, as the worker would have. `unplaced` names no school of ours.
    """

    course: str
    count: int
    ages: tuple[int, int] = (45, 400)
    due: tuple[int, ...] = ()
    kinds: tuple[str, ...] = EVERY_KIND
    gone: bool = False
    unplaced: bool = False


BATCHES: tuple[Batch, ...] = (
    Batch(course="granted", count=58, ages=(34, 400)),
    Batch(course="partly", count=18, ages=(36, 400)),
    Batch(course="refused", count=14, ages=(36, 400)),
    Batch(course="question", count=10, ages=(45, 400)),
    Batch(course="identity", count=7, ages=(55, 400), kinds=NO_COMPLAINT),
    Batch(course="extended", count=11, ages=(110, 400), kinds=NO_COMPLAINT),
    Batch(course="late", count=6, ages=(80, 400)),
    Batch(course="told", count=6, ages=(45, 400), kinds=_TOLD_ON),
    Batch(course="withdrawn", count=12, ages=(25, 400)),
    Batch(course="withdrawn_by_phone", count=3, ages=(30, 400)),
    Batch(course="inadmissible", count=8, ages=(25, 400)),
    Batch(course="reopened", count=3, ages=(70, 400)),
    # Older than the term of keeping: two are kept for the court, four are only counted any more.
    Batch(course="held", count=2, ages=(800, 830), kinds=("inzage", "verwijderen")),
    Batch(course="granted", count=4, ages=(800, 830), kinds=NO_COMPLAINT, gone=True),
    Batch(course="working", count=4, due=(-16, -9, -4, -2)),
    Batch(course="waiting", count=1, due=(-1,)),
    Batch(course="working", count=4, due=(0, 0, 1, 3)),
    Batch(course="working_with_files", count=4, due=(1, 5, 8, 12)),
    Batch(course="working_and_held", count=1, due=(11,)),
    Batch(course="working", count=5, due=(6, 9, 10, 14, 17)),
    Batch(course="waiting", count=3, due=(4, 13, 19)),
    Batch(course="new", count=5, ages=(0, 6)),
    Batch(course="new", count=2, ages=(1, 3), unplaced=True),
    Batch(course="working_longer", count=4, ages=(38, 70), kinds=NO_COMPLAINT),
    Batch(course="checking_identity", count=4, ages=(6, 24), kinds=NO_COMPLAINT),
    Batch(course="opened_again", count=1, ages=(27, 29), kinds=("inzage",)),
)
