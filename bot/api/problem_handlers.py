"""Turns everything that can be raised into a problem."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import structlog
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException
from starlette.requests import Request as HttpRequest
from starlette.responses import Response

from bot.api.problems import PROBLEMS, Refused, problem
from bot.api.validation_words import explained

_BY_STATUS = {kind.status: kind.slug for kind in PROBLEMS.values() if kind.status != 409}
_log = structlog.get_logger("api")


async def _refused(_http: HttpRequest, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return problem(error.slug, error.detail_nl, headers=error.headers, extra=error.extra)


async def _known(_http: HttpRequest, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return problem(_BY_STATUS.get(error.status_code, "fout"), headers=error.headers)


async def _invalid(_http: HttpRequest, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return problem("ongeldig", extra={"errors": explained(error.errors())})


async def _database(_http: HttpRequest, error: Exception) -> Response:
    assert isinstance(error, OperationalError)
    # Its text can hold a statement; the kind says enough.
    _log.error("database_unavailable", kind=type(error.orig).__name__)
    return problem("even-weg")


async def _unknown(_http: HttpRequest, _error: Exception) -> Response:
    return problem("fout")


HANDLERS: dict[type[Exception], Callable[[HttpRequest, Exception], Awaitable[Response]]] = {
    Refused: _refused,
    HTTPException: _known,
    RequestValidationError: _invalid,
    OperationalError: _database,
    Exception: _unknown,
}
