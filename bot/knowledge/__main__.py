"""`python -m bot.knowledge`: how every answer reads, hardest first, and when it was checked."""

from __future__ import annotations

from bot import clock
from bot.knowledge.catalog import Answer, catalog
from bot.knowledge.freshness import is_stale, month_nl
from bot.knowledge.readability import flesch_douma


def hardest_variant(answer: Answer) -> float:
    return min(flesch_douma(variant["text"]) for variant in answer.variants)


def main() -> None:
    print("Leesbaarheid (Flesch-Douma, hoger is makkelijker) en datum van controle:")
    for answer in sorted(catalog(), key=hardest_variant):
        warning = "  LET OP: ouder dan een jaar" if is_stale(answer, clock.today()) else ""
        print(
            f"{hardest_variant(answer):5.0f}  {answer.question:45s} {month_nl(answer.checked)}{warning}"
        )


if __name__ == "__main__":
    main()
