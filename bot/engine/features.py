"""Turns messages into numbers: words, pieces of words, and the concepts behind them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.engine.concepts import concepts_of
from bot.engine.ngrams import NGrams
from bot.engine.spelling import Spelling
from bot.engine.text import spelled
from bot.plain_text import plain


class Features:
    """TF-IDF of word n-grams (1-2), letter n-grams (2-5) and concept n-grams (1-3)."""

    def __init__(self, *, smallest_count: int, concept_weight: float) -> None:
        self._spelling = Spelling()
        common = {"sublinear_tf": True, "dtype": np.float32}
        words = TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"(?u)\b\w+\b", **common)
        letters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 5), min_df=smallest_count, **common
        )
        concepts = TfidfVectorizer(analyzer=_concept_runs, min_df=smallest_count, **common)
        self._parts = (NGrams(words), NGrams(letters), NGrams(concepts, concept_weight))

    def fit(self, texts: Sequence[str]) -> csr_matrix:
        """Learn the vocabularies; the features of these texts, shape (texts, features)."""
        self._spelling.fit(_one_form(text) for text in texts)
        prepared = [self._prepare(text) for text in texts]
        return csr_matrix(hstack([part.fit(prepared) for part in self._parts]))

    def scores(self, text: str, weights: np.ndarray) -> np.ndarray:
        """Features of one text times weights of shape (features, labels): a number per label."""
        prepared = self._prepare(text)
        scores = np.zeros(weights.shape[1], dtype=np.float32)
        start = 0
        for part in self._parts:
            columns, values = part.of(prepared)
            # Only the rows of the text's own n-grams: a few hundred of some eighty thousand.
            scores += values @ weights[start + columns]
            start += len(part)
        return scores

    def _prepare(self, text: str) -> str:
        return self._spelling.correct(_one_form(text))


def _one_form(text: str) -> str:
    return spelled(plain(text))


def _concept_runs(text: str) -> list[str]:
    """Runs of one to three concepts, in the order in which they are named."""
    named = concepts_of(text)
    return [
        " ".join(named[start : start + length])
        for length in (1, 2, 3)
        for start in range(len(named) - length + 1)
    ]
