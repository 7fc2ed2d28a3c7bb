"""The classifier on a handful of questions."""

from __future__ import annotations

import numpy as np
import pytest

from bot.engine.question_model import QuestionModel, _weights

EXAMPLES = {
    "inzage/kosten": ["wat kost inzage", "moet ik betalen voor een kopie", "is inzage gratis"],
    "camera/geluid": ["neemt de camera geluid op", "camera met microfoon", "luistert men mee"],
    "beeld/klassenfoto": [
        "klassenfoto maken",
        "mag mijn kind op de klassenfoto",
        "foto van de klas",
    ],
}


@pytest.fixture(scope="module")
def model() -> QuestionModel:
    pairs = [(text, label) for label, texts in EXAMPLES.items() for text in texts]
    return QuestionModel().fit([text for text, _ in pairs], [label for _, label in pairs])


def test_the_nearest_question_comes_first(model: QuestionModel) -> None:
    assert model.rank("kost een kopie geld")[0][0] == "inzage/kosten"


def test_probabilities_add_up_to_one(model: QuestionModel) -> None:
    assert sum(p for _, p in model.rank("klassefoto")) == pytest.approx(1.0, abs=1e-4)


def test_the_question_in_the_last_sentence_counts(model: QuestionModel) -> None:
    text = "Mijn zoon zit nu bij juf Anne. We zijn verhuisd. Hebben die camera's een microfoon?"
    assert model.rank(text)[0][0] == "camera/geluid"


def test_the_many_examples_of_danger_weigh_no_more_than_those_of_a_question() -> None:
    target = np.array(["inzage/kosten"] * 3 + ["camera/geluid"] * 3 + ["nood"] * 12 + ["groet"] * 6)
    assert _weights(target) == {
        "inzage/kosten": 1.5,
        "camera/geluid": 1.5,
        "nood": 0.375,
        "groet": 1,
    }
