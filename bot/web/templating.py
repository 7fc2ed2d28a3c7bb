"""The pages' templates, and the words they share."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.requests.time_left import time_left_nl
from bot.web.words import date_words, kind_nl, moment_nl, outcome_nl, size_nl, state_nl

_BOT = Path(__file__).resolve().parents[1]
_FOLDERS = [_BOT / part / "templates" for part in ("web", "office", "portal", "api")]


@cache
def templates() -> Environment:
    """Escapes everything; a name that a page forgot to give is an error, not an empty place."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDERS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "date": date_words,
        "moment": moment_nl,
        "kind": kind_nl,
        "state": state_nl,
        "outcome": outcome_nl,
        "size": size_nl,
    }
    environment.globals["time_left"] = time_left_nl
    return environment
