"""Ages and the groups whose rights are the same."""

from __future__ import annotations

from datetime import date


def age_on(birth_date: date, day: date) -> int:
    """Full years on that day; who was born on 29 February turns a year older on 1 March."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


def age_group(years: int) -> str:
    """The group of UAVG artikel 5, as it reads since 1 September 2026."""
    if years < 12:
        return "onder_12"
    if years < 16:
        return "van_12_tot_16"
    return "van_16_tot_18" if years < 18 else "vanaf_18"
