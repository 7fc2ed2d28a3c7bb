"""Refuses a search term that is given twice: nobody can tell which of the two was meant."""

from __future__ import annotations

from starlette.requests import Request as HttpRequest

from bot.api.caller import Reader
from bot.api.problems import Refused


def each_once(http: HttpRequest, _caller: Reader) -> None:
    """Asked after the key: who has none hears of that first."""
    names = [name for name, _ in http.query_params.multi_items()]
    if len(names) != len(set(names)):
        message = "Geef elke zoekterm één keer."
        raise Refused("ongeldig", errors=[{"where": "zoekterm", "message": message}])
