"""One text at a time gives what scikit-learn gives for many."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.engine.ngrams import NGrams

TEXTS = ["mag ik het dossier zien", "hoe lang blijft het dossier", "mag mijn ex het dossier zien"]


@pytest.mark.parametrize("text", [*TEXTS, "dossier dossier dossier", "onbekend", ""])
@pytest.mark.parametrize("analyzer", ["word", "char_wb"])
def test_one_text_has_the_columns_and_values_of_transform(text, analyzer):
    vectorizer = TfidfVectorizer(
        analyzer=analyzer, ngram_range=(1, 2), sublinear_tf=True, dtype=np.float32
    )
    grams = NGrams(vectorizer, 0.8)
    grams.fit(TEXTS)
    columns, values = grams.of(text)
    dense = np.zeros(len(grams), dtype=np.float32)
    dense[columns] = values
    assert dense == pytest.approx(0.8 * vectorizer.transform([text]).toarray()[0], abs=1e-6)
