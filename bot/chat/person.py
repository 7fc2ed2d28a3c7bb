"""Whether a person can be expected, before anything was asked: never more than will happen."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.schools.models import School

_OPEN = "Het kantoor van de school is nu open tot {closes} uur."
_CLOSED = "Het kantoor van de school is nu dicht."
_UNKNOWN = "Ik weet niet wanneer een medewerker dit leest."
_LEAVE = "U kunt uw vraag achterlaten met uw e-mailadres."


def person_now(school: School, now: datetime, zone: ZoneInfo) -> dict[str, object]:
    """{"available", "text"} by the office hours and holidays of the school."""
    if not any(school.office_hours):
        return {"available": False, "text": f"{_UNKNOWN} {_LEAVE}"}
    local = now.astimezone(zone)
    hours = school.office_hours[local.weekday()]
    away = any(one.first <= local.date() <= one.last for one in school.holidays)
    if hours is None or away:
        return {"available": False, "text": f"{_CLOSED} {_LEAVE}"}
    opens, closes = (time.fromisoformat(text) for text in hours)
    if not opens <= local.time() < closes:
        return {"available": False, "text": f"{_CLOSED} {_LEAVE}"}
    return {"available": True, "text": _OPEN.format(closes=f"{closes:%H.%M}")}
