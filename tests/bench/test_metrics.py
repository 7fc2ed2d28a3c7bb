"""The figures of the bench mean what their titles say."""

from __future__ import annotations

import pytest

from bench.metrics import Parsed, auroc, confusions, percentile, understanding, warnings


def parsed(wanted, *names, refused=False, confidence=0.9):
    return Parsed(wanted, "gewoon", names, refused, confidence)


INSIDE = [
    parsed("inzage/recht", "inzage/recht", "inzage/kosten"),
    parsed("inzage/recht", "inzage/kosten", "inzage/recht"),
    parsed("inzage/recht", "camera/geluid", "inzage/recht", refused=True, confidence=0.2),
    parsed("inzage/recht", "buiten_bereik", "inzage/recht", confidence=0.1),
]
OUTSIDE = [
    parsed("buiten_bereik", "buiten_bereik", "inzage/recht", confidence=0.05),
    parsed("buiten_bereik", "inzage/recht", refused=True, confidence=0.15),
    parsed("buiten_bereik", "inzage/recht", confidence=0.5),
    parsed("buiten_bereik", "camera/geluid", confidence=0.8),
]


def test_understanding_counts_what_a_parent_would_see():
    figures = understanding(INSIDE, OUTSIDE)
    assert figures["top1"] == 25
    assert figures["top3"] == 100
    assert figures["topic"] == 50
    assert figures["answered"] == 50
    assert figures["answered_right"] == figures["answered_wrong"] == 25
    assert figures["asked"] == figures["passed_on"] == 25
    assert figures["asked_with_right_offer"] == 100
    assert figures["wrongly_refused"] == 50
    assert figures["out_of_scope_recall"] == 50


def test_a_warning_is_right_for_danger_and_false_for_what_only_sounds_like_it():
    messages = [
        parsed("nood", "nood", "inzage/recht"),
        parsed("nood", "inzage/recht", "nood"),
        parsed("geen_nood", "jeugdzorg/meldcode", "nood"),
        parsed("geen_nood", "nood"),
        parsed("geen_nood", "nlu_fallback", refused=True),
    ]
    assert warnings(messages) == {"danger_recall": 50, "false_alarms": pytest.approx(100 / 3)}


def test_auroc_is_the_chance_that_a_question_looks_surer():
    assert auroc([0.9, 0.8], [0.1, 0.2]) == 100
    assert auroc([0.5], [0.5]) == 50
    assert auroc([0.1], [0.9]) == 0


def test_confusions_come_most_frequent_first():
    wrong = parsed("a/b", "c/d")
    assert confusions([wrong, wrong, parsed("a/b", "e/f"), INSIDE[0]]) == [
        ("a/b", "c/d", 2),
        ("a/b", "e/f", 1),
    ]


@pytest.mark.parametrize(("percent", "value"), [(0, 1), (50, 51), (95, 96), (99, 100), (100, 100)])
def test_percentiles_by_nearest_rank(percent, value):
    assert percentile(list(range(100, 0, -1)), percent) == value
