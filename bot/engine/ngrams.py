"""One TF-IDF vocabulary, for many texts in training and for one text at a time in serving."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer


class NGrams:
    """What scikit-learn's vectorizer makes of a text, times a weight."""

    def __init__(self, vectorizer: TfidfVectorizer, weight: float = 1.0) -> None:
        self._vectorizer = vectorizer
        self._weight = weight

    def fit(self, texts: Sequence[str]) -> csr_matrix:
        """Learn the vocabulary; shape (texts, n-grams)."""
        matrix = self._weight * self._vectorizer.fit_transform(texts)
        self._cut = self._vectorizer.build_analyzer()
        self._rarity = self._vectorizer.idf_
        return matrix

    def __len__(self) -> int:
        return len(self._vectorizer.vocabulary_)

    def of(self, text: str) -> tuple[np.ndarray, np.ndarray]:
        """(columns, values) of one text: what `transform` gives, without its cost for a short text."""
        vocabulary = self._vectorizer.vocabulary_
        counts = Counter(vocabulary[gram] for gram in self._cut(text) if gram in vocabulary)
        columns = np.fromiter(counts.keys(), dtype=np.intp, count=len(counts))
        times = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        values = (1 + np.log(times)) * self._rarity[columns]
        length = float(np.linalg.norm(values)) or 1.0
        return columns, (self._weight / length * values).astype(np.float32)
