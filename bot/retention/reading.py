"""Finds the kind of data and the moment in what a parent typed."""

from __future__ import annotations

import calendar
import re
from datetime import date

from bot.parsing.clean import plain
from bot.parsing.dates import parse_date
from bot.parsing.months import month_numbers
from bot.parsing.outcome import Parsed
from bot.parsing.recent_days import recent_day
from bot.retention.calculation import Moment

_NAME_YEAR = re.compile(r"\b(?P<name>[a-z]{3,10})\.? (?:van )?(?P<year>(?:19|20)\d\d)\b")
_SCHOOL_YEAR = re.compile(r"\b(20\d\d)\s?[-/]\s?(20\d\d|\d\d)\b")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_OLDEST_YEAR = 1950

# First match wins: the narrow kinds stand before the words that also occur with others.
_KINDS = (
    ("duo_verzuim", r"duo.*(?:verzuim|spijbel|afwezig)|(?:verzuim|spijbel|afwezig).*\bduo\b"),
    ("duo_inschrijving", r"duo.*(?:inschr|ingeschr)|(?:inschr|ingeschr).*\bduo\b"),
    ("camerabeelden", r"camera|beveiligingsbeeld"),
    ("samenwerkingsverband", r"samenwerkings?verband|\bswv\b|toelaatbaarheid|\btlv\b"),
    (
        "speciaal_onderwijs",
        r"(?:verw[ie]+[jze]+n?\w*|verwijzing|overgestapt|doorverw\w+).*(?:speciaal|\bs[ob]+\b|vso)"
        r"|speciaal onderwijs.*verw",
    ),
    ("verzuim", r"verzuim|afwezig|absent|spijbel|ziekmelding|te laat|presentie"),
    ("aanmelding", r"aanmeld|aangemeld|afgewezen|uitgeloot|loting|niet geplaatst|wachtlijst"),
    ("diploma", r"diploma|cijferlijst"),
    ("toetsen", r"schoolexamen|toets|proefwerk|\bcito\b|schoolwerk|schriften"),
    ("centraal_examen", r"examen"),
    ("oud_leerlingen", r"oud-?leerling|reunie|reünie|alumni"),
    ("financieel", r"ouderbijdrage|factu|rekening|betaal|betaling|financi"),
    ("fotos", r"foto|filmpje|video|beeldmateriaal"),
    ("inschrijving", r"(?:gegevens over|gegevens van|het?)? ?(?:in- en )?(?:inschrijving|uitschrijving)(?:sgegevens|en)?\b"),
    ("dossier", r"dossier|map|rapport|verslag|gegevens|papieren|notities|alles|leerlingvolgsysteem|handelingsplan"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)


def read_kind(text: str) -> str | None:
    """The kind of data, as in `rules.RULES`, or None."""
    lowered = text.lower()
    return next((kind for kind, pattern in _COMPILED if pattern.search(lowered)), None)


def read_moment(text: str, today: date) -> Moment | None:
    """The moment the text names: a day, a month ("juli 2023"), a school year or a year."""
    outcome = parse_date(text, today)
    if isinstance(outcome, Parsed):
        return Moment(outcome.value)
    words = plain(text)
    return _read_month(words) or _read_season(words, today) or _read_year(words)


def read_recent_moment(text: str, today: date) -> Moment | None:
    """The last day that fits "gisteren" or "20 november", in a text that is about a day."""
    day = recent_day(plain(text), today)
    return Moment(day) if day else None


def _read_month(text: str) -> Moment | None:
    for match in _NAME_YEAR.finditer(text):
        months = month_numbers(match["name"])
        if len(months) == 1:
            return _end_of_month(int(match["year"]), months[0])
    return None


def _read_season(text: str, today: date) -> Moment | None:
    if re.search(r"\b(?:vorige|afgelopen) zomer\b", text):
        year = today.year if today.month > 7 else today.year - 1
        return Moment(date(year, 7, 31), "jaar")
    if re.search(r"\b(?:vorig|afgelopen) jaar\b", text):
        return Moment(date(today.year - 1, 7, 31), "jaar")
    return None


def _read_year(text: str) -> Moment | None:
    if match := _SCHOOL_YEAR.search(text):
        return Moment(date(int(match[1]) + 1, 7, 31), "jaar")
    match = _YEAR.search(text)
    if match is None or int(match[1]) < _OLDEST_YEAR:
        return None
    return Moment(date(int(match[1]), 7, 31), "jaar")


def _end_of_month(year: int, month: int) -> Moment:
    return Moment(date(year, month, calendar.monthrange(year, month)[1]), "maand")
