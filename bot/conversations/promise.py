"""What a visitor who wants a person may be told: never more than will happen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dutch import long_date_nl
from bot.schools.models import School
from bot.schools.opening_hours import Opening, next_opening, open_now

#: Too near closing time to count on anybody.
LAST_MINUTES = timedelta(minutes=15)
#: When somebody waits longer than this during office hours, nobody is looking.
LONGEST_WAIT = timedelta(minutes=10)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")

_UNKNOWN_NL = "Ik weet niet wanneer er iemand is."
_BUSY_NL = "Het is druk: er wachten al mensen langer dan 10 minuten. Het kan dus lang duren."
_MAIL_NL = (
    "Laat uw vraag achter met uw e-mailadres. Dan kan de school u per e-mail antwoorden. "
    "Het antwoord komt ook hier in de chat te staan."
)


@dataclass(frozen=True, slots=True)
class Promise:
    """`available`: a person can be expected in the chat. `opens_at`: the next opening, if known.

    `when` says how it is now; `text` adds what a visitor can do who does not want to wait.
    """

    available: bool
    when: str
    opens_at: datetime | None = None

    @property
    def text(self) -> str:
        return self.when if self.available else f"{self.when} {_MAIL_NL}"


def promise(
    school: School | None,
    now: datetime,
    *,
    zone: ZoneInfo = AMSTERDAM,
    longest_wait: timedelta = timedelta(),
) -> Promise:
    """What can be promised at this school. `longest_wait` is of who waits for a person there now."""
    if school is None:
        return Promise(False, _UNKNOWN_NL)
    opening = open_now(school, now, zone)
    following = next_opening(school, now, zone)
    opens_at = following.opens if following else None
    reopens = _reopens(following, now, zone)
    if opening is None:
        closed = f"Het kantoor van de school is nu dicht. {reopens}"
        # Without a next opening its hours are not known: it may well be open.
        return Promise(False, closed if following else _UNKNOWN_NL, opens_at)
    closes = _clock(opening.closes)
    if opening.closes - now <= LAST_MINUTES:
        return Promise(False, f"Het kantoor van de school sluit om {closes}. {reopens}", opens_at)
    if longest_wait > LONGEST_WAIT:
        return Promise(False, _BUSY_NL, opens_at)
    return Promise(
        True,
        f"Het kantoor van de school is open tot {closes}. Een medewerker kan u hier in de chat "
        "antwoorden.",
        opens_at,
    )


def _reopens(following: Opening | None, now: datetime, zone: ZoneInfo) -> str:
    if following is None:
        return _UNKNOWN_NL
    return f"Het gaat {_day(following.opens, now, zone)} om {_clock(following.opens)} weer open."


def _day(moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    today, day = now.astimezone(zone).date(), moment.date()
    days = (day - today).days
    return {0: "vandaag", 1: "morgen"}.get(days) or f"op {long_date_nl(day)}"


def _clock(moment: datetime) -> str:
    return f"{moment:%H.%M} uur"
