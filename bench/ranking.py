"""One ranking of full ids from what Rasa says about a message, for both configurations.

Ours ranks full ids itself. Rasa's default ranks topics (DIET) and questions (ResponseSelector)
apart, and answers with the selector's best question whatever topic won.
"""

from __future__ import annotations

from typing import Any

from bench.metrics import OUT_OF_SCOPE

FALLBACK = "nlu_fallback"


def ranking(result: dict[str, Any]) -> tuple[tuple[str, ...], bool, float]:
    """(names best first, refused, confidence of the best name in scope)."""
    intents = [(entry["name"], entry["confidence"]) for entry in result["intent_ranking"]]
    refused = bool(intents) and (result["intent"]["name"] == FALLBACK)
    scored = [pair for pair in intents if pair[0] != FALLBACK]
    if "default" in result["response_selector"]:
        scored = _joined(scored, result["response_selector"]["default"])
    inside = [confidence for name, confidence in scored if name != OUT_OF_SCOPE]
    return tuple(name for name, _ in scored), refused, max(inside, default=0.0)


def _joined(intents: list[tuple[str, float]], selector: dict[str, Any]) -> list[tuple[str, float]]:
    topics = dict(intents)
    questions = [
        (entry["intent_response_key"], entry["confidence"]) for entry in selector["ranking"]
    ]
    with_answers = {topic.split("/")[0] for topic in selector.get("all_retrieval_intents", [])}
    with_answers |= {name.split("/")[0] for name, _ in questions}
    joined = [(name, share) for name, share in intents if name not in with_answers]
    joined += [(name, share * topics.get(name.split("/")[0], 0.0)) for name, share in questions]
    joined.sort(key=lambda pair: -pair[1])
    if intents and intents[0][0] in with_answers and questions:
        # What the parent would be shown: the selector's first choice.
        joined.sort(key=lambda pair: pair[0] != questions[0][0])
    elif intents:
        joined.sort(key=lambda pair: pair[0] != intents[0][0])
    return joined
