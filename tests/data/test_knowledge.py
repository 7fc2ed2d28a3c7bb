"""Every question of the list has examples, an answer, a source, a date and a title of its own."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from bench import test_set
from bot.knowledge.catalog import TOPICS, Answer, catalog
from bot.knowledge.freshness import LONGEST_MONTHS, months_since_check
from bot.knowledge.readability import flesch_douma, words

ROOT = Path(__file__).resolve().parents[2]
NLU = ROOT / "data" / "nlu"
DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
INTENTS = {name for entry in DOMAIN["intents"] for name in entry}
ANSWERS = tuple(catalog())
QUESTIONS = {answer.question for answer in ANSWERS}
STARTS = {name for name in INTENTS if re.match(r"verzoek_|klacht_indienen|medewerker|nood", name)}
LONGEST_TEXT = 90
HARDEST = 50.0


def read_examples() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted(NLU.glob("*.yml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            lines = [line[2:] for line in entry["examples"].splitlines() if line.startswith("- ")]
            found.setdefault(entry["intent"], []).extend(lines)
    return found


EXAMPLES = read_examples()
TESTED = (*test_set.inside(), *test_set.outside(), *test_set.requests())


def test_there_are_180_questions_in_13_topics() -> None:
    assert len(QUESTIONS) == 180
    assert {answer.topic for answer in ANSWERS} == set(TOPICS)


def test_every_question_has_at_least_forty_examples() -> None:
    assert {q: len(EXAMPLES.get(q, [])) for q in QUESTIONS if len(EXAMPLES.get(q, [])) < 40} == {}


def test_every_start_of_a_request_has_at_least_sixty() -> None:
    assert {i: len(EXAMPLES.get(i, [])) for i in STARTS if len(EXAMPLES.get(i, [])) < 60} == {}


def test_out_of_scope_has_at_least_three_hundred() -> None:
    assert len(EXAMPLES["buiten_bereik"]) >= 300


def test_no_example_stands_under_two_intents() -> None:
    counts = Counter(_letters(text) for texts in EXAMPLES.values() for text in texts)
    assert [text for text, count in counts.items() if count > 1] == []


def test_examples_are_of_known_intents() -> None:
    assert set(EXAMPLES) <= QUESTIONS | INTENTS


def test_no_test_sentence_is_an_example() -> None:
    known = {_letters(text) for texts in EXAMPLES.values() for text in texts}
    tested = [sentence.text for sentence in TESTED]
    assert [text for text in tested if _letters(text) in known] == []


def _letters(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def test_titles_are_unique_and_short() -> None:
    titles = Counter(answer.title for answer in ANSWERS)
    assert [title for title, count in titles.items() if count > 1 or len(title) > 60] == []


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.question)
class TestAnswer:
    def test_it_names_its_sources(self, answer: Answer) -> None:
        assert answer.sources and all(source.name for source in answer.sources)

    def test_it_was_checked_within_a_year(self, answer: Answer) -> None:
        # Older answers carry a warning; this reminds us to check them again.
        assert months_since_check(answer, date.today()) <= LONGEST_MONTHS

    def test_uncertainty_is_marked(self, answer: Answer) -> None:
        assert answer.certainty in ("hoog", "midden", "laag")

    def test_it_is_short_and_formal(self, answer: Answer) -> None:
        for variant in answer.variants:
            assert len(words(variant["text"])) <= LONGEST_TEXT
            assert not re.search(r"https?:|www\.", variant["text"])

    def test_it_reads_easily(self, answer: Answer) -> None:
        assert min(flesch_douma(variant["text"]) for variant in answer.variants) >= HARDEST

    def test_the_simple_version_is_simpler(self, answer: Answer) -> None:
        assert all(len(words(v["custom"]["kort"])) <= 40 for v in answer.variants)

    def test_its_buttons_lead_somewhere(self, answer: Answer) -> None:
        for variant in answer.variants:
            assert 1 <= len(variant["buttons"]) <= 3
            for button in variant["buttons"]:
                assert leads_somewhere(button["payload"]), button

    def test_one_variant_at_most_fits_any_situation(self, answer: Answer) -> None:
        told = {name for v in answer.variants for name, _ in conditions(v)}
        assert [v for v in answer.variants if not conditions(v)] == [answer.variants[0]]
        assert told == set(answer.depends_on)
        for situation in situations(told):
            assert len(fitting(answer, situation)) <= 1, situation

    def test_it_does_not_ask_an_age_that_was_told(self, answer: Answer) -> None:
        for situation in situations(set(answer.depends_on)):
            variant = (fitting(answer, situation) or [answer.variants[0]])[0]
            # Nobody is at an mbo school before 12.
            if situation.get("leeftijd") and (answer.topic, situation["leeftijd"]) != NO_MBO:
                assert "Hoe oud is" not in variant["text"], situation

    def test_a_change_of_the_law_that_is_under_way_is_told(self, answer: Answer) -> None:
        if any(OPEN_LAWS.search(source.name) for source in answer.sources):
            assert answer.open_law


NO_MBO = ("inzage", "onder_12")
# Bills 36 777 (complaints, abuse by staff) and the new code of criminal procedure; Jeugdwet 7.3.11
# changes in 2027, and 7.1 (the index of youth at risk) may be gone.
OPEN_LAWS = re.compile(
    r"WPO artikel (?:4a|14)\b|WVO 2020 artikel 3\.3[569]|Jeugdwet artikel 7\.(?:1|3\.11)\b"
    r"|Wetboek van Strafvordering"
)


def conditions(variant: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(c["name"], c["value"]) for c in variant.get("condition", [])]


def situations(names: set[str]) -> Iterator[dict[str, str | None]]:
    """All that can be known of these slots, nothing included."""
    ordered = sorted(names)
    values = [(None, *DOMAIN["slots"][name]["values"]) for name in ordered]
    return (dict(zip(ordered, known, strict=True)) for known in product(*values))


def fitting(answer: Answer, situation: dict[str, str | None]) -> list[dict[str, Any]]:
    """The variants whose conditions all hold; of several, Rasa picks one at random."""
    return [
        variant
        for variant in answer.variants
        if conditions(variant)
        and all(situation[name] == value for name, value in conditions(variant))
    ]


def leads_somewhere(payload: str) -> bool:
    """Rasa fills in slots between single braces, so in the file a payload's braces are double."""
    match = re.fullmatch(r"/([a-z0-9_]+(?:/[a-z0-9_]+)?)(\{\{.*\}\})?", payload)
    if match is None or match.group(1) not in QUESTIONS | INTENTS:
        return False
    values = json.loads((match.group(2) or "{}").replace("{{", "{").replace("}}", "}"))
    return all(value in DOMAIN["slots"][name]["values"] for name, value in values.items())


@pytest.mark.parametrize("path", sorted((ROOT / "data" / "responses").glob("*.yml")), ids=str)
def test_buttons_of_other_responses_lead_somewhere_too(path: Path) -> None:
    for variants in yaml.safe_load(path.read_text(encoding="utf-8"))["responses"].values():
        for button in (b for v in variants for b in v.get("buttons", [])):
            payload = button["payload"]
            assert not payload.startswith("/") or leads_somewhere(payload), button
