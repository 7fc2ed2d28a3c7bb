"""What the bot would answer to a visitor's words: asked of the engine, at once or not at all."""

from __future__ import annotations

from contextlib import suppress

import httpx2 as httpx

from bot.engines.asking import ask
from bot.engines.choice import engine_for
from bot.knowledge.catalog import Answer, catalog
from bot.settings import load_settings
from bot.time_limit import TimeLimit

_LONGEST_SECONDS = 1.0
_MOST = 3


def best_answers(understood: list[str]) -> list[Answer]:
    """The answers behind these names, best first; what is no question is passed over."""
    found = (catalog().get(name) for name in understood)
    return [answer for answer in found if answer is not None][:_MOST]


def understand(text: str, sender: str) -> list[str]:
    """Names, best first; empty when every engine is away, slow or says something strange.

    The conversation's own engine is asked first, then the others: parsing touches no conversation.
    """
    settings = load_settings()
    secret = settings.engine_secret
    if not secret or not text.strip() or not settings.engine_urls:
        return []
    limit = TimeLimit(_LONGEST_SECONDS)
    own = engine_for(sender, settings.engine_urls)
    others = [url for url in settings.engine_urls if url != own]
    for number, url in enumerate([own, *others]):
        # Half for each: an engine that hangs leaves time for the next.
        part = 1.0 if number == len(others) else 0.5
        with suppress(httpx.HTTPError, ValueError, KeyError, TypeError):
            found = ask(url, "parse", {"text": text}, secret=secret, timeout=limit.left(part))
            return [str(name) for name, _ in found["understood"]]
    return []


def answer_text(answer: Answer) -> str:
    """The answer as a person can send it, with where it comes from."""
    plain = next(variant for variant in answer.variants if not variant.get("condition"))
    sources = "; ".join(str(source) for source in answer.sources)
    return f"{plain['text'].strip()}\n\nBron: {sources}"
