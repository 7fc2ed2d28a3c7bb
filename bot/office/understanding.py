"""What the bot would answer to a visitor's words: asked of the engine, at once or not at all."""

from __future__ import annotations

import httpx2 as httpx

from bot.knowledge.catalog import Answer, catalog
from bot.settings import load_settings

_LONGEST_SECONDS = 1.0
_MOST = 3


def best_answers(understood: list[str]) -> list[Answer]:
    """The answers behind these names, best first; what is no question is passed over."""
    found = (catalog().get(name) for name in understood)
    return [answer for answer in found if answer is not None][:_MOST]


def understand(text: str) -> list[str]:
    """Names, best first; empty when the engine is away, slow or says something strange."""
    settings = load_settings()
    if not settings.engine_secret or not text.strip():
        return []
    try:
        answer = httpx.post(
            # Any of them: parsing touches no conversation.
            f"{settings.engine_urls[0]}/webhooks/dossierwijzer/parse",
            json={"text": text},
            headers={"X-Engine-Secret": settings.engine_secret},
            timeout=_LONGEST_SECONDS,
            trust_env=False,
        ).raise_for_status()
        return [str(name) for name, _ in answer.json()["understood"]]
    except (httpx.HTTPError, ValueError, KeyError, TypeError):
        return []


def answer_text(answer: Answer) -> str:
    """The answer as a person can send it, with where it comes from."""
    plain = next(variant for variant in answer.variants if not variant.get("condition"))
    sources = "; ".join(str(source) for source in answer.sources)
    return f"{plain['text'].strip()}\n\nBron: {sources}"
