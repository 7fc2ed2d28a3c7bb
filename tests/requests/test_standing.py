"""Who may file: every relation, at every age, for every kind."""

from __future__ import annotations

from datetime import date

import pytest

from bot.age import age_group, age_on
from bot.engine import situation
from bot.requests.kinds import KINDS
from bot.requests.standing import RELATIONS, standing

AGES = {"onder_12": 11, "van_12_tot_16": 12, "van_16_tot_18": 16, "vanaf_18": 18}
# Columns: onder_12, van_12_tot_16, van_16_tot_18, vanaf_18.
EXPECTED = {
    "ouder_met_gezag": "allowed allowed leerling_beslist leerling_beslist",
    "ouder_zonder_gezag": "geen_gezag geen_gezag leerling_beslist leerling_beslist",
    "verzorger": "geen_gezag geen_gezag leerling_beslist leerling_beslist",
    "leerling": "te_jong allowed allowed allowed",
    "gemachtigde": "allowed allowed allowed allowed",
}
CASES = [
    (relation, age, outcome)
    for relation, outcomes in EXPECTED.items()
    for age, outcome in zip(AGES.values(), outcomes.split(), strict=True)
]
WITH_LIMITS = [key for key, kind in KINDS.items() if kind.has_age_limits]


def test_the_table_covers_every_relation() -> None:
    assert set(EXPECTED) == set(RELATIONS)


@pytest.mark.parametrize(("relation", "age", "outcome"), CASES)
def test_every_kind_of_request_has_the_same_limits(relation: str, age: int, outcome: str) -> None:
    assert {standing(kind, relation, age).outcome for kind in WITH_LIMITS} == {outcome}


@pytest.mark.parametrize("relation", RELATIONS)
@pytest.mark.parametrize("age", [None, 5, 15, 17, 20])
def test_anyone_of_any_age_may_complain(relation: str, age: int | None) -> None:
    assert standing("klacht", relation, age).outcome == "allowed"


@pytest.mark.parametrize(("age", "outcome"), [(15, "allowed"), (16, "leerling_beslist")])
def test_a_parents_say_ends_on_the_sixteenth_birthday(age: int, outcome: str) -> None:
    assert standing("inzage", "ouder_met_gezag", age).outcome == outcome


@pytest.mark.parametrize(("age", "outcome"), [(11, "te_jong"), (12, "allowed")])
def test_a_pupils_own_right_begins_on_the_twelfth_birthday(age: int, outcome: str) -> None:
    assert standing("toestemming_intrekken", "leerling", age).outcome == outcome


def test_a_parent_of_a_pupil_of_16_goes_on_with_consent_or_on_behalf() -> None:
    found = standing("inzage", "ouder_met_gezag", 17)
    assert found.ways == ("met_toestemming", "namens_leerling")
    assert "beslist een leerling zelf" in found.explanation_nl


def test_a_parent_without_custody_may_go_on_and_reads_what_can_be_had() -> None:
    found = standing("inzage", "ouder_zonder_gezag", 9)
    assert found.may_go_on
    assert "artikel 377c" in found.explanation_nl


def test_a_carer_is_not_told_about_the_rights_of_a_parent() -> None:
    assert "377c" not in standing("inzage", "verzorger", 9).explanation_nl


def test_a_pupil_under_12_cannot_go_on() -> None:
    assert not standing("inzage", "leerling", 11).may_go_on


@pytest.mark.parametrize(("relation", "age"), [("buurvrouw", 9), ("leerling", None)])
def test_an_unknown_relation_or_age_is_never_allowed(relation: str, age: int | None) -> None:
    with pytest.raises(ValueError, match="standing"):
        standing("inzage", relation, age)


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2010, 11, 24), date(2026, 11, 23), 15),
        (date(2010, 11, 23), date(2026, 11, 23), 16),
        (date(2012, 2, 29), date(2028, 2, 29), 16),
        (date(2012, 2, 29), date(2027, 2, 28), 14),
        (date(2012, 2, 29), date(2027, 3, 1), 15),
    ],
)
def test_age_in_full_years(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age


@pytest.mark.parametrize("years", range(2, 31))
def test_the_engine_and_the_queue_use_the_same_age_groups(years: int) -> None:
    assert age_group(years) == situation.age_group(years)
