"""Retention periods: what is read from a sentence, and the date that follows."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue.model import Message
from bot.parsing.outcome import Parsed
from bot.retention.calculation import Moment, explain, last_day
from bot.retention.form import MOMENT, RetentionForm
from bot.retention.reading import read_kind, read_moment
from bot.retention.rules import BY_KIND, RULES

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("wanneer moet het dossier weg", "dossier"),
        ("verzuimgegevens", "verzuim"),
        ("de verzuimmeldingen bij duo", "duo_verzuim"),
        ("camerabeelden van gisteren", "camerabeelden"),
        ("werk van het examen", "centraal_examen"),
        ("mijn schoolexamen", "toetsen"),
        ("tlv bij het swv", "samenwerkingsverband"),
        ("verwezen naar speciaal onderwijs", "speciaal_onderwijs"),
        ("hoe is het weer", None),
    ],
)
def test_the_kind_of_data_is_read(text: str, kind: str | None) -> None:
    assert read_kind(text) == kind


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("in juli 2023", Moment(date(2023, 7, 31), "maand")),
        ("op 1-8-2021", Moment(date(2021, 8, 1), "dag")),
        ("12 maart 2024", Moment(date(2024, 3, 12), "dag")),
        ("in 2022", Moment(date(2022, 7, 31), "jaar")),
        ("schooljaar 2021-2022", Moment(date(2022, 7, 31), "jaar")),
        ("geen idee", None),
    ],
)
def test_the_moment_is_read(text: str, moment: Moment | None) -> None:
    assert read_moment(text, TODAY) == moment


@pytest.mark.parametrize(
    ("text", "day"),
    [("20 november", "2026-11-20"), ("gisteren", "2026-11-22"), ("12 december", "2025-12-12")],
)
def test_a_day_without_its_year_is_the_last_one_that_was(text: str, day: str) -> None:
    outcome = MOMENT.parse(text, TODAY)
    assert isinstance(outcome, Parsed) and outcome.value == f"{day} dag"


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "wanneer moeten de camerabeelden van gisteren weg",
            {"kind": "camerabeelden", "moment": "2026-11-22 dag"},
        ),
        ("reken vandaag uit wanneer het dossier weg moet", {"kind": "dossier"}),
    ],
)
def test_only_recordings_are_dated_by_words_like_today(text: str, answers: dict[str, str]) -> None:
    assert RetentionForm().prefill(Message(text), TODAY) == answers


@pytest.mark.parametrize(
    ("kind", "start", "end"),
    [
        ("dossier", date(2023, 7, 31), date(2025, 7, 31)),
        ("verzuim", date(2021, 8, 1), date(2026, 8, 1)),
        ("samenwerkingsverband", date(2024, 2, 29), date(2027, 2, 28)),
        ("centraal_examen", date(2026, 8, 31), date(2027, 2, 28)),
        ("camerabeelden", date(2026, 11, 3), date(2026, 12, 1)),
        ("duo_verzuim", date(2026, 3, 12), date(2027, 7, 31)),
        ("duo_verzuim", date(2026, 9, 1), date(2028, 7, 31)),
        ("diploma", date(2010, 6, 20), date(2070, 6, 20)),
    ],
)
def test_the_date_follows_from_the_rule(kind: str, start: date, end: date) -> None:
    assert last_day(BY_KIND[kind], start) == end


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.kind)
def test_every_rule_is_explained_with_its_source(rule) -> None:
    text = explain(rule, Moment(date(2023, 7, 31), "maand"), TODAY)
    assert rule.source in text


def test_a_kind_without_a_period_in_the_law_names_no_date() -> None:
    assert "202" not in explain(BY_KIND["fotos"], None, TODAY)
