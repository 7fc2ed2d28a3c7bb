"""Which question is this? A linear model over the features of `features.py`.

Pure scikit-learn, no Rasa: the graph component is in `question_classifier.py`. Labels are full ids
(`onderwerp/vraag`) and plain intents alike, so that one pass settles intent and response.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from bot.emergency.names import EMERGENCY_INTENT
from bot.engine.features import Features
from bot.engine.text import sentences

_SEED = 20261123
_FOLDS = 3


@dataclass(frozen=True)
class Settings:
    """What the comparison in docs/adr decided; config.yml may set other values."""

    regularisation: float = 0.5
    smallest_count: int = 2
    concept_weight: float = 0.8
    # Stories among the examples have up to three sentences; beyond that, sentences count apart.
    longest_story: int = 3
    sentence_share: float = 0.35


class QuestionModel:
    """Ranks labels by probability. Train with `fit`, then ask `rank`."""

    def __init__(self, settings: Settings = Settings()) -> None:
        self.settings = settings
        self.features = Features(
            smallest_count=settings.smallest_count, concept_weight=settings.concept_weight
        )
        self.labels: list[str] = []
        self.weights = np.zeros((0, 0), dtype=np.float32)
        self.bias = np.zeros(0, dtype=np.float32)
        self.temperature = 1.0

    def fit(self, texts: Sequence[str], labels: Sequence[str]) -> QuestionModel:
        features = self.features.fit(texts)
        target = np.asarray(labels)
        svm = self._svm(target).fit(features, target)
        self.labels = list(svm.classes_)
        # One row per feature: a message then touches only the rows of its own n-grams.
        self.weights = np.ascontiguousarray(svm.coef_.T.astype(np.float32))
        self.bias = svm.intercept_.astype(np.float32)
        self.temperature = self._calibrate(features, target)
        return self

    def rank(self, text: str) -> list[tuple[str, float]]:
        """(label, probability) for every label, best first."""
        probabilities = self._softmax(self.margins([text]))[0]
        order = np.argsort(-probabilities)
        return [(self.labels[i], float(probabilities[i])) for i in order]

    def margins(self, texts: Sequence[str]) -> np.ndarray:
        """Decision values, shape (texts, labels); long texts also count their sentences apart."""
        return np.vstack([self._text_margins(text) for text in texts])

    def _text_margins(self, text: str) -> np.ndarray:
        parts = sentences(text)
        whole = self._scores(text)
        if len(parts) <= self.settings.longest_story:
            return whole
        # Context comes first and the question last or in between: the sentence that is surest
        # about a label speaks for it.
        apart = np.vstack([self._scores(part) for part in parts]).max(axis=0)
        share = self.settings.sentence_share
        return (1 - share) * whole + share * apart

    def _scores(self, text: str) -> np.ndarray:
        return self.features.scores(text, self.weights) + self.bias

    def _softmax(self, margins: np.ndarray) -> np.ndarray:
        scaled = margins * self.temperature
        scaled -= scaled.max(axis=1, keepdims=True)
        exponentials = np.exp(scaled)
        return exponentials / exponentials.sum(axis=1, keepdims=True)

    def _svm(self, target: np.ndarray) -> LinearSVC:
        return LinearSVC(
            C=self.settings.regularisation, class_weight=_weights(target), random_state=_SEED
        )

    def _calibrate(self, features: csr_matrix, target: np.ndarray) -> float:
        """The temperature that makes held-out probabilities true (least log loss)."""
        index = {label: i for i, label in enumerate(self.labels)}
        wanted = np.asarray([index[label] for label in target])
        held_out = np.zeros((len(target), len(self.labels)), dtype=np.float32)
        folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED)
        for known, unknown in folds.split(features, target):
            svm = self._svm(target[known]).fit(features[known], target[known])
            columns = [index[label] for label in svm.classes_]
            held_out[np.ix_(unknown, columns)] = svm.decision_function(features[unknown])

        def loss(temperature: float) -> float:
            self.temperature = temperature
            chosen = self._softmax(held_out.copy())[np.arange(len(wanted)), wanted]
            return float(-np.log(np.maximum(chosen, 1e-9)).mean())

        return float(minimize_scalar(loss, bounds=(0.5, 30.0), method="bounded").x)


def _weights(target: np.ndarray) -> dict[str, float]:
    """Questions weigh alike: one with many examples is not asked more often than one with few.

    What is no question keeps the weight of its examples, above all `buiten_bereik` with its many;
    but danger has many because it has many faces, and would draw in all talk of children and home.
    """
    labels, counts = np.unique(target, return_counts=True)
    usual = float(np.median(counts))
    return {
        label: usual / count if "/" in label or label == EMERGENCY_INTENT else 1.0
        for label, count in zip(labels, counts, strict=True)
    }
