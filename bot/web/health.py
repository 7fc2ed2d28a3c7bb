"""/health: does the database answer?"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.db.session import session_scope
from bot.settings import SettingsError


def health_route(engine: Callable[[], Engine]) -> Route:
    async def health(http: HttpRequest) -> Response:
        works = await run_in_threadpool(_database_answers, engine)
        body = {"database": "ok" if works else "onbereikbaar"}
        return JSONResponse(body, status_code=200 if works else 503)

    return Route("/health", health)


def _database_answers(engine: Callable[[], Engine]) -> bool:
    try:
        with session_scope(engine(), read_only=True) as session:
            session.execute(text("SELECT 1"))
    except (SQLAlchemyError, SettingsError, OSError):
        return False
    return True
