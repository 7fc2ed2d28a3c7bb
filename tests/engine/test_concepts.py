"""Everyday words count as what they stand for."""

from __future__ import annotations

import pytest

from bot.engine.concept_words import CONCEPTS
from bot.engine.concepts import _TABLES, concepts_of

FUNCTION_WORDS = frozenset(
    "de het een te om in op aan van voor met bij uit over naar als dat dit die er ik u we wij jullie"
    " mijn is zijn heeft hebben mag kan en of maar ook niet nog wel al dan toch".split()
)


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("mag mijn ex in haar papieren neuzen", ["ex", "dossier", "inzien"]),
        ("is de vergetelheid gratis", ["wissen", "kosten"]),
        ("zonder te vragen aan de grote klok gehangen", ["zonder_vragen", "delen"]),
        ("wat vindt de waakhond", ["toezichthouder"]),
        ("goedemorgen", []),
    ],
)
def test_a_message_is_read_as_what_it_speaks_of(text, concepts):
    named = concepts_of(text)
    assert [name for name in named if name in concepts] == concepts
    assert bool(named) == bool(concepts)


def test_a_beginning_stands_for_every_word_that_starts_with_it():
    assert concepts_of("mishandelaar") == ["mishandeling"]


def test_no_word_that_every_sentence_holds_is_a_concept():
    # A phrase that lost its quotes would bring them in.
    assert FUNCTION_WORDS.isdisjoint(_TABLES.words)


def test_the_table_is_written_as_messages_are_read():
    from bot.plain_text import plain

    assert [concept for concept, line in CONCEPTS.items() if plain(line) != line] == []
