"""The readability score orders texts as a reader would."""

from __future__ import annotations

from bot.knowledge.readability import flesch_douma


def test_short_words_and_sentences_score_higher() -> None:
    easy = "U mag het zien. Dat kost niets. Vraag het de school."
    hard = (
        "Verwerkingsverantwoordelijken informeren betrokkenen overeenkomstig de "
        "informatieverplichtingen over gegevensverwerkingen."
    )
    assert flesch_douma(easy) > 80 > 0 > flesch_douma(hard)
