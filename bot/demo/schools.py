"""The three schools of the demonstration, with what a manager would fill in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from bot.people.demo_accounts import DEMO_DOMAIN
from bot.schools.editing import add_holiday, change_school, create_school
from bot.schools.models import School

PRIMARY, SECONDARY, SPECIAL = "po", "vo", "so"
CITY = "Rivierdam"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoSchool:
    """`sector` is po, vo or so. `ages` are the youngest and the oldest pupil's."""

    sector: str
    name: str
    street: str
    postcode: str
    phone: str
    mailbox: str
    colour: str
    ages: tuple[int, int]
    complaint_weeks: int = 4
    confirms_receipt: bool = True
    closes: str = "16:00"

    @property
    def email(self) -> str:
        return f"{self.mailbox}@{DEMO_DOMAIN}"


# Telephone numbers in a district that does not exist.
SCHOOLS = (
    DemoSchool(
        sector=PRIMARY,
        name="De Papieren Vlieger",
        street="Wilgenpad 4",
        postcode="1099 ZA",
        phone="0123-456701",
        mailbox="papierenvlieger",
        colour="#1f6f54",
        ages=(4, 11),
        closes="15:30",
    ),
    DemoSchool(
        sector=SECONDARY,
        name="Rivierdam College",
        street="Stationskade 120",
        postcode="1099 ZB",
        phone="0123-456702",
        mailbox="college",
        colour="#1f4e79",
        ages=(12, 18),
        complaint_weeks=6,
        # Here a person does it, so that the first step of a request can be seen.
        confirms_receipt=False,
        closes="16:30",
    ),
    DemoSchool(
        sector=SPECIAL,
        name="De Sterrenwacht",
        street="Dijkweg 31",
        postcode="1099 ZC",
        phone="0123-456703",
        mailbox="sterrenwacht",
        colour="#8a3b12",
        ages=(5, 18),
    ),
)
# Name, the month and day on or after which it begins (a Saturday), and how many days it lasts.
_HOLIDAYS = (
    ("Herfstvakantie", 10, 17, 9),
    ("Kerstvakantie", 12, 19, 16),
    ("Voorjaarsvakantie", 2, 14, 9),
    ("Meivakantie", 4, 24, 9),
    ("Zomervakantie", 7, 14, 44),
)


def make_schools(session: Session, now: datetime, today: date) -> dict[str, School]:
    """By sector."""
    return {one.sector: _make(session, one, now, today) for one in SCHOOLS}


def _make(session: Session, one: DemoSchool, now: datetime, today: date) -> School:
    school = create_school(session, one.name, now)
    change_school(school, _typed(one))
    for name, first, last in holidays(today.year):
        add_holiday(session, school, name, first.isoformat(), last.isoformat())
    return school


def _typed(one: DemoSchool) -> dict[str, str]:
    hours = {f"open_{day}": "08:15" for day in range(5)}
    hours |= {f"close_{day}": one.closes for day in range(5)}
    # On Wednesday the afternoon is free.
    hours |= {"close_2": "12:30"} if one.sector != SECONDARY else {}
    return hours | {
        "name": one.name,
        "street": one.street,
        "postcode": one.postcode,
        "city": CITY,
        "phone": one.phone,
        "email": one.email,
        "fg_name": "Ahmed Bouzid",
        "fg_email": f"fg@{DEMO_DOMAIN}",
        "complaint_term_weeks": str(one.complaint_weeks),
        "confirms_receipt": "ja" if one.confirms_receipt else "nee",
        "is_public_body": "nee",
        "colour": one.colour,
        "footer": f"{one.name} is een school van Stichting Onderwijs Rivierdam (verzonnen).",
    }


def holidays(year: int) -> Iterator[tuple[str, date, date]]:
    """School holidays of the year before, this one and the next, as (name, first, last)."""
    for one in (year - 1, year, year + 1):
        for name, month, day, days in _HOLIDAYS:
            first = date(one, month, day)
            first += timedelta(days=(5 - first.weekday()) % 7)
            yield name, first, first + timedelta(days=days - 1)
