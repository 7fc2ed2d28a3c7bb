"""How a school is reached, as a letter says it."""

from __future__ import annotations

from bot.schools.models import School


def contact_nl(school: School) -> str:
    """`030-1234567 of info@school.nl`; the school's name when nothing is known."""
    return " of ".join(way for way in (school.phone, school.email) if way) or school.name


def fg_nl(school: School) -> str:
    """The FG's name and address (AVG artikel 37 lid 7: to be made known)."""
    if school.fg_name and school.fg_email:
        return f"{school.fg_name}, {school.fg_email}"
    return school.fg_email or school.fg_name or f"te bereiken via {contact_nl(school)}"


def address_lines(school: School) -> list[str]:
    """The lines of the letterhead under the name."""
    place = f"{school.postcode} {school.city}".strip()
    return [line for line in (school.street, place, school.phone, school.email) if line]
