"""The clock of one request: its term, what may stop or extend it, and how it stands today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.requests.deadlines import Deadline, answer_by
from bot.requests.pauses import Pause, running
from bot.requests.terms import ONE_MONTH, THREE_MONTHS, Term, complaint_weeks

# "At once", which neither AVG artikel 12 lid 6 nor the EDPB's guidelines count in days. A week is
# our reading; a question that comes later may be asked, but the clock goes on.
AT_ONCE = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """`complaint_weeks` is set for a complaint and for nothing else."""

    received: date
    complaint_weeks: int | None = None
    pauses: tuple[Pause, ...] = ()
    extended_on: date | None = None

    @property
    def term(self) -> Term:
        if self.complaint_weeks is not None:
            return complaint_weeks(self.complaint_weeks)
        return ONE_MONTH if self.extended_on is None else THREE_MONTHS

    @property
    def deadline(self) -> Deadline:
        return answer_by(self.received, self.term, self.pauses)

    @property
    def stands_still(self) -> bool:
        return running(self.pauses)


def why_not_pause(clock: Clock, day: date) -> str | None:
    """Why asking for identity on that day does not stop the clock (Dutch); None when it does."""
    if clock.complaint_weeks is not None:
        return "De klachtenregeling kent geen stilstand."
    if clock.pauses:
        return "De termijn heeft al een keer stilgestaan."
    if day - clock.received > AT_ONCE:
        return "De vraag komt niet meteen: er zijn meer dan 7 dagen voorbij (AVG artikel 12 lid 6)."
    if day > clock.deadline.last_day:
        return "De laatste dag is al voorbij."
    return None


def why_not_extend(clock: Clock, day: date) -> str | None:
    """Why the term cannot be extended on that day (Dutch); None when it can."""
    if clock.complaint_weeks is not None:
        return "De AVG verlengt alleen verzoeken, geen klachten."
    # AVG artikel 12 lid 3: extended once, and told within the first month.
    if clock.extended_on is not None:
        return "De termijn is al een keer verlengd."
    if not clock.stands_still and day > clock.deadline.last_day:
        return "Verlengen kan alleen binnen de eerste maand (AVG artikel 12 lid 3)."
    return None


def is_late(clock: Clock, day: date) -> bool:
    return not clock.stands_still and day > clock.deadline.last_day
