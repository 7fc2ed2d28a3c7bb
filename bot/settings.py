"""What differs per installation, read from the environment and from nowhere else."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

REPOSITORY = Path(__file__).resolve().parents[1]
DEFAULT_DATABASE_URL = "sqlite:///var/dossierwijzer.db"
_LONGEST_COMPLAINT_TERM = 52
_AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class SettingsError(ValueError):
    """A setting cannot be used; the text names the variable and what it may hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    database_url: str = DEFAULT_DATABASE_URL
    complaint_term_weeks: int = 4
    school_name: str = "de school"
    school_phone: str | None = None
    school_email: str | None = None
    timezone: ZoneInfo = _AMSTERDAM


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of this installation; an empty variable counts as not set."""
    given = os.environ if environment is None else environment
    return Settings(
        database_url=_text(given, "DATABASE_URL") or DEFAULT_DATABASE_URL,
        complaint_term_weeks=_weeks(given),
        school_name=_text(given, "SCHOOL_NAME") or "de school",
        school_phone=_text(given, "SCHOOL_PHONE"),
        school_email=_text(given, "SCHOOL_EMAIL"),
        timezone=_timezone(given),
    )


def _text(given: Mapping[str, str], name: str) -> str | None:
    return given.get(name, "").strip() or None


def _weeks(given: Mapping[str, str]) -> int:
    text = _text(given, "COMPLAINT_TERM_WEEKS") or "4"
    if not text.isdecimal() or not 1 <= int(text) <= _LONGEST_COMPLAINT_TERM:
        raise SettingsError(
            "COMPLAINT_TERM_WEEKS must be a whole number of weeks from 1 to "
            f"{_LONGEST_COMPLAINT_TERM}, for example 4. Change it and start again."
        )
    return int(text)


def _timezone(given: Mapping[str, str]) -> ZoneInfo:
    try:
        return ZoneInfo(_text(given, "TIMEZONE") or _AMSTERDAM.key)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise SettingsError(
            "TIMEZONE must be a name such as Europe/Amsterdam. Change it, or install tzdata when "
            "this machine has no time zones, and start again."
        ) from error
