"""When the bot answers, and when it asks which question was meant."""

from __future__ import annotations

import pytest

from bot.engine.question_classifier import is_danger, is_unsure


@pytest.mark.parametrize(
    ("ranking", "unsure"),
    [
        ([("inzage/recht", 0.8), ("inzage/kopie", 0.1)], False),
        ([("inzage/recht", 0.41), ("groet", 0.1)], True),
        ([("inzage/recht", 0.5), ("inzage/kopie", 0.4)], True),
        ([("inzage/recht", 0.5), ("camera/inzage", 0.4)], True),
        ([("inzage/recht", 0.5), ("inzage/kopie", 0.3)], False),
        ([("groet", 0.5), ("inzage/kopie", 0.45)], False),
        ([("verzoek_inzage", 0.5), ("inzage/hoe_aanvragen", 0.45)], False),
    ],
)
def test_it_asks_below_the_threshold_and_between_two_near_questions(ranking, unsure):
    assert is_unsure(ranking, threshold=0.42, near=0.15) is unsure


@pytest.mark.parametrize(
    ("ranking", "danger"),
    [
        ([("inzage/recht", 0.8), ("nood", 0.1)], True),
        ([("nood", 0.9), ("inzage/recht", 0.1)], True),
        ([("inzage/recht", 0.8), ("nood", 0.04)], False),
        ([("inzage/recht", 0.8), ("groet", 0.2)], False),
    ],
)
def test_danger_need_not_be_the_likeliest(ranking, danger):
    assert is_danger(ranking, 0.05) is danger
