"""Both engines' results become one ranking of full ids."""

from __future__ import annotations

import pytest

from bench.ranking import ranking


def result(intents, selector=None):
    entries = [{"name": name, "confidence": confidence} for name, confidence in intents]
    return {
        "intent": entries[0],
        "intent_ranking": entries,
        "response_selector": {"default": selector} if selector else {},
    }


SELECTOR = {
    "ranking": [
        {"intent_response_key": "inzage/kosten", "confidence": 0.6},
        {"intent_response_key": "camera/geluid", "confidence": 0.3},
        {"intent_response_key": "inzage/recht", "confidence": 0.1},
    ]
}


def test_ours_is_taken_as_it_is():
    names, refused, confidence = ranking(result([("inzage/recht", 0.7), ("groet", 0.1)]))
    assert (names, refused, confidence) == (("inzage/recht", "groet"), False, 0.7)


def test_a_fallback_is_a_refusal_and_no_name():
    names, refused, confidence = ranking(
        result([("nlu_fallback", 0.8), ("inzage/recht", 0.2), ("buiten_bereik", 0.3)])
    )
    assert (names, refused, confidence) == (("inzage/recht", "buiten_bereik"), True, 0.2)


def test_the_defaults_first_name_is_what_its_selector_would_answer():
    names, _, _ = ranking(result([("inzage", 0.9), ("groet", 0.05)], SELECTOR))
    assert names[:3] == ("inzage/kosten", "inzage/recht", "groet")


def test_a_plain_intent_of_the_default_comes_first_when_it_won():
    names, _, confidence = ranking(result([("groet", 0.9), ("inzage", 0.1)], SELECTOR))
    assert names[0] == "groet"
    assert confidence == pytest.approx(0.9)
