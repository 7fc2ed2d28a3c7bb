"""Making and changing schools: every field is checked, and says in Dutch what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.parsing.email import parse_email
from bot.parsing.numbers import whole_number
from bot.parsing.outcome import Problem
from bot.schools.models import School, SchoolHoliday

DAYS_NL = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
#: Field -> its label, in the order of the page.
TEXT_FIELDS: dict[str, str] = {
    "name": "Naam",
    "street": "Straat en huisnummer",
    "postcode": "Postcode",
    "city": "Plaats",
    "phone": "Telefoon",
    "email": "E-mailadres",
    "fg_name": "Naam van de functionaris gegevensbescherming",
    "fg_email": "E-mailadres van de functionaris gegevensbescherming",
}
_POSTCODE = re.compile(r"[1-9][0-9]{3} ?[A-Za-z]{2}")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LONGEST_TERM_WEEKS = 52


class SchoolRefused(ValueError):
    """A field cannot be stored; the text names it and says why, in Dutch."""


def create_school(session: Session, name: str, now: datetime) -> School:
    name = name.strip()
    if not name:
        raise SchoolRefused("Vul de naam van de school in.")
    school = School(
        slug=_free_slug(session, name),
        name=name,
        letterhead={},
        office_hours=[["08:30", "16:00"]] * 5 + [None, None],
        created_at=now,
    )
    session.add(school)
    session.flush()
    return school


def change_school(school: School, typed: Mapping[str, str]) -> tuple[str, ...]:
    """Stores what was typed and returns the fields that changed. Raises SchoolRefused first."""
    values: dict[str, Any] = {key: _text(key, typed.get(key, "")) for key in TEXT_FIELDS}
    values |= {
        "complaint_term_weeks": _weeks(typed.get("complaint_term_weeks", "")),
        "confirms_receipt": typed.get("confirms_receipt") == "ja",
        "is_public_body": typed.get("is_public_body") == "ja",
        "letterhead": {
            "colour": _colour(typed.get("colour", "")),
            "footer": typed.get("footer", "").strip()[:200],
        },
        "office_hours": [_hours(day, typed) for day in range(7)],
    }
    changed = tuple(key for key, value in values.items() if getattr(school, key) != value)
    for key in changed:
        setattr(school, key, values[key])
    return changed


def add_holiday(session: Session, school: School, name: str, first: str, last: str) -> None:
    """Dates in ISO form, as a date field sends them."""
    try:
        begin, end = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError as error:
        raise SchoolRefused("Kies een eerste en een laatste dag.") from error
    if end < begin or (end - begin).days > 100:
        raise SchoolRefused("De laatste dag ligt voor de eerste, of meer dan 100 dagen erna.")
    if not name.strip():
        raise SchoolRefused("Geef de vakantie een naam.")
    school.holidays.append(SchoolHoliday(name=name.strip()[:60], first=begin, last=end))
    session.flush()


def _text(key: str, typed: str) -> str:
    value = " ".join(typed.split())[:200]
    if key == "name" and not value:
        raise SchoolRefused("Vul de naam van de school in.")
    if key == "postcode" and value and not _POSTCODE.fullmatch(value):
        raise SchoolRefused("Een postcode ziet eruit als 1234 AB.")
    if key == "postcode" and value:
        return f"{value[:4]} {value[-2:].upper()}"
    if key.endswith("email") and value:
        outcome = parse_email(value, date.min)
        address = outcome.as_typed if isinstance(outcome, Problem) else outcome.value
        if not address:
            raise SchoolRefused(f"{TEXT_FIELDS[key]}: dit is geen e-mailadres.")
        return address
    return value


def _weeks(typed: str) -> int:
    weeks = whole_number(typed)
    if weeks is None or not 1 <= weeks <= _LONGEST_TERM_WEEKS:
        raise SchoolRefused(f"De klachttermijn is 1 tot en met {_LONGEST_TERM_WEEKS} weken.")
    return weeks


def _colour(typed: str) -> str:
    if typed and not _COLOUR.fullmatch(typed):
        raise SchoolRefused("Een kleur ziet eruit als #1f4e79.")
    return typed.lower()


def _hours(day: int, typed: Mapping[str, str]) -> list[str] | None:
    """["08:30", "16:00"], or None on a day that the office is closed."""
    first, last = typed.get(f"open_{day}", "").strip(), typed.get(f"close_{day}", "").strip()
    if not first and not last:
        return None
    try:
        # Hours and minutes: a time zone behind them could not be compared.
        opens, closes = time.fromisoformat(first[:5]), time.fromisoformat(last[:5])
    except ValueError as error:
        raise SchoolRefused(f"De tijden van {DAYS_NL[day]} kloppen niet (08:30).") from error
    if closes <= opens:
        raise SchoolRefused(f"Op {DAYS_NL[day]} sluit u voor u opengaat.")
    return [f"{opens:%H:%M}", f"{closes:%H:%M}"]


def slug_of(name: str) -> str:
    """The name as an address can hold it; a second school of this name gets a number behind it."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:50] or "school"


def _free_slug(session: Session, name: str) -> str:
    base = slug_of(name)
    taken = set(session.scalars(select(School.slug)))
    number = 1
    slug = base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
