"""Which features and which classifier? The comparison behind docs/adr/0001, and the learning curve.

Runs in the engine's Python: `python -m bench.compare [variants|curve]`. Scores `tests/nlu`, clean and
with typing errors; thresholds and rules in front of the classifier play no part.
"""

from __future__ import annotations

import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import ComplementNB
from sklearn.svm import LinearSVC

from bench import test_set
from bench.test_set import SEED, Sentence
from bot.engine.features import Features
from bot.engine.question_model import QuestionModel, Settings
from bot.engine.text import spelled
from bot.plain_text import plain

DATA = test_set.FOLDER.parents[1] / "data" / "nlu"
CURVE = (10, 20, 40, 60, 80, 1000)


class Example(NamedTuple):
    text: str
    label: str


def examples() -> list[Example]:
    """Every training example with its full id."""
    found = []
    for path in sorted(DATA.glob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8")).get("nlu", []):
            lines = block["examples"].splitlines() if "intent" in block else []
            found += [Example(x[2:].strip(), block["intent"]) for x in lines if x[:2] == "- "]
    return found


def capped(known: Sequence[Example], most: int) -> list[Example]:
    by_label: dict[str, list[Example]] = defaultdict(list)
    for example in known:
        by_label[example.label].append(example)
    chance = random.Random(SEED)
    return [e for group in by_label.values() for e in chance.sample(group, min(most, len(group)))]


class WithoutSpelling(Features):
    def _prepare(self, text: str) -> str:
        return spelled(plain(text))


class WithLemmas(Features):
    """Words as the Dutch model's lemmas; letters and concepts then see these too."""

    _nlp: Any = None

    def _prepare(self, text: str) -> str:
        if WithLemmas._nlp is None:
            import spacy

            WithLemmas._nlp = spacy.load("nl_core_news_sm", exclude=["ner", "parser"])
        return " ".join(token.lemma_.lower() for token in WithLemmas._nlp(super()._prepare(text)))


def _svm(labels: np.ndarray) -> LinearSVC:
    return QuestionModel()._svm(labels)


def _plain_svm(labels: np.ndarray) -> LinearSVC:
    return LinearSVC(C=0.5)


def _bayes(labels: np.ndarray) -> ComplementNB:
    return ComplementNB(alpha=0.1)


def _logistic(labels: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=20, solver="saga", max_iter=30, tol=1e-3)


class Variant(NamedTuple):
    title: str
    settings: Settings = Settings()
    features: type[Features] = Features
    # Weight of each classifier in the sum of their margins.
    classifiers: tuple[tuple[Callable[[np.ndarray], Any], float], ...] = ((_svm, 8.0),)


VARIANTS = (
    Variant("shipped: SVM, words + letters + concepts, spelling"),
    Variant("without concepts", Settings(concept_weight=0.0)),
    Variant("without spelling", features=WithoutSpelling),
    Variant("sentences always apart", Settings(longest_story=1)),
    Variant("sentences never apart", Settings(sentence_share=0.0)),
    Variant("lemmas of the Dutch model", features=WithLemmas),
    Variant("questions weighed by their examples", classifiers=((_plain_svm, 8.0),)),
    Variant("logistic regression", classifiers=((_logistic, 1.0),)),
    Variant(
        "SVM and logistic regression, averaged",
        classifiers=((_svm, 4.0), (_logistic, 0.5)),
    ),
    Variant("complement naive Bayes", classifiers=((_bayes, 1.0),)),
)


def build(variant: Variant, known: Sequence[Example]) -> QuestionModel:
    """A model of this variant; its margins are not calibrated."""
    model = QuestionModel(variant.settings)
    model.features = variant.features(
        smallest_count=variant.settings.smallest_count,
        concept_weight=variant.settings.concept_weight,
    )
    matrix = model.features.fit([example.text for example in known])
    labels = np.asarray([example.label for example in known])
    weights, bias = 0.0, 0.0
    for make, share in variant.classifiers:
        classifier = make(labels).fit(matrix, labels)
        rows = getattr(classifier, "coef_", getattr(classifier, "feature_log_prob_", None))
        weights = weights + share * rows.T
        bias = bias + share * getattr(classifier, "intercept_", 0.0)
    model.labels = list(classifier.classes_)
    model.weights = np.ascontiguousarray(weights, dtype=np.float32)
    model.bias = np.broadcast_to(bias, len(model.labels)).astype(np.float32)
    return model


def score(model: QuestionModel, sentences: Iterator[Sentence]) -> tuple[float, float]:
    """(top-1, top-3) in per cent."""
    first = among = total = 0
    for sentence in sentences:
        best = np.argsort(-model.margins([sentence.text])[0])[:3]
        names = [model.labels[i] for i in best]
        first, among, total = (
            first + (names[0] == sentence.wanted),
            among + (sentence.wanted in names),
            total + 1,
        )
    return 100 * first / total, 100 * among / total


def line(title: str, variant: Variant, known: Sequence[Example]) -> str:
    started = time.perf_counter()
    model = build(variant, known)
    seconds = time.perf_counter() - started
    top1, top3 = score(model, test_set.inside())
    noisy, _ = score(model, test_set.misspelt(test_set.inside()))
    return f"| {title} | {len(known):,} | {top1:.1f} | {top3:.1f} | {noisy:.1f} | {seconds:.0f} s |"


def main(arguments: list[str]) -> None:
    known = examples()
    print("| | examples | top-1 | top-3 | top-1 with typing errors | fitting |")
    print("|---|--:|--:|--:|--:|--:|")
    if "curve" in arguments:
        for most in CURVE:
            print(line(f"at most {most} each", VARIANTS[0], capped(known, most)), flush=True)
    else:
        for variant in VARIANTS:
            print(line(variant.title, variant, known), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
