"""What the bot would answer to a visitor's words: asked of the engine, at once or not at all."""

from __future__ import annotations

import os

import httpx2 as httpx

from bot.knowledge.catalog import Answer, catalog

_LONGEST_SECONDS = 1.0
_MOST = 3


def best_answers(understood: list[str]) -> list[Answer]:
    """The answers behind these names, best first; what is no question is passed over."""
    found = (catalog().get(name) for name in understood)
    return [answer for answer in found if answer is not None][:_MOST]


def understand(text: str) -> list[str]:
    """Names, best first; empty when the engine is away, slow or says something strange."""
    secret = os.environ.get("ENGINE_SECRET", "")
    if not secret or not text.strip():
        return []
    port = os.environ.get("ENGINE_PORT", "5005")
    try:
        answer = httpx.post(
            f"http://127.0.0.1:{port}/webhooks/dossierwijzer/parse",
            json={"text": text},
            headers={"X-Engine-Secret": secret},
            timeout=_LONGEST_SECONDS,
        ).raise_for_status()
        return [str(name) for name, _ in answer.json()["understood"]]
    except (httpx.HTTPError, ValueError, KeyError, TypeError):
        return []


def answer_text(answer: Answer) -> str:
    """The answer as a person can send it, with where it comes from."""
    plain = next(variant for variant in answer.variants if not variant.get("condition"))
    sources = "; ".join(str(source) for source in answer.sources)
    return f"{plain['text'].strip()}\n\nBron: {sources}"
