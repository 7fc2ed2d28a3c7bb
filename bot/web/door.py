"""Runs a handler for a browser: reads the form, opens the transaction, turns refusals into pages."""

from __future__ import annotations

import traceback
from collections.abc import Awaitable, Callable
from pathlib import Path

import structlog
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request as HttpRequest
from starlette.responses import Response

from bot import clock
from bot.db.session import session_scope
from bot.settings import load_settings
from bot.web.error_pages import error_page
from bot.web.forms import TooLarge, read_form
from bot.web.visit import NotFound, Visit

Handler = Callable[[Visit], Response]
_FRAMES_KEPT = 6
_log = structlog.get_logger("web")


def open_door(
    handler: Handler, engine: Callable[[], Engine], *, reads_only: bool = False
) -> Callable[[HttpRequest], Awaitable[Response]]:
    """The endpoint of this handler. `engine` is asked at each visit, so that tests can choose."""

    async def endpoint(http: HttpRequest) -> Response:
        form = FormData()
        if http.method == "POST":
            try:
                form = await read_form(http)
            except TooLarge:
                return error_page(http, 413)
            except HTTPException:
                return error_page(http, 400)
        try:
            return await run_in_threadpool(_visit, handler, engine, http, form, reads_only)
        finally:
            await form.close()

    return endpoint


def _visit(
    handler: Handler,
    engine: Callable[[], Engine],
    http: HttpRequest,
    form: FormData,
    reads_only: bool,
) -> Response:
    try:
        return _in_transaction(handler, engine(), http, form, reads_only)
    except NotFound:
        return error_page(http, 404)
    except (DBAPIError, NoConnectionFree) as error:
        # Its text can hold a statement; the kind says enough.
        _log.error("database_unavailable", kind=type(error).__name__)
        return error_page(http, 503)
    except Exception as error:
        # Its text can hold what somebody typed; the places in our code do not.
        _log.error("page_failed", kind=type(error).__name__, where=_where(error))
        return error_page(http, 500)


def _in_transaction(
    handler: Handler, engine: Engine, http: HttpRequest, form: FormData, reads_only: bool
) -> Response:
    with session_scope(engine, read_only=reads_only) as session:
        visit = Visit(
            http=http,
            session=session,
            settings=load_settings(),
            now=clock.now(),
            today=clock.today(),
            only_reads=reads_only,
            form=form,
        )
        return handler(visit)


def _where(error: Exception) -> list[str]:
    """File and line of the last calls that led to it."""
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES_KEPT:]
    return [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames]
