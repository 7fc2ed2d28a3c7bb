"""The pages of /status."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Engine
from starlette.routing import Route

from bot.portal import pages
from bot.web.door import Handler, open_door

#: Path under /status, handler, methods. All but the first three need a used link.
PAGES: tuple[tuple[str, Handler, tuple[str, ...]], ...] = (
    ("", pages.ask, ("GET", "POST")),
    ("/verstuurd", pages.sent, ("GET",)),
    ("/link/{token}", pages.link, ("GET", "POST")),
    ("/verzoek", pages.show, ("GET",)),
    ("/verzoek/antwoord", pages.reply, ("POST",)),
    ("/verzoek/bestand", pages.add_file, ("POST",)),
    ("/verzoek/bestand/{file}", pages.file, ("GET",)),
    ("/verzoek/brief/{letter}", pages.letter, ("GET",)),
    ("/verzoek/intrekken", pages.withdraw, ("GET", "POST")),
    ("/verzoek/gelezen", pages.readers, ("POST",)),
    ("/sluiten", pages.leave, ("POST",)),
)


def portal_routes(engine: Callable[[], Engine]) -> list[Route]:
    return [
        Route(f"/status{path}", open_door(handler, engine), methods=list(methods))
        for path, handler, methods in PAGES
    ]
