"""Runs a handler for a browser: reads the form, opens the transaction, turns refusals into pages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import structlog
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request as HttpRequest
from starlette.responses import Response

from bot import clock
from bot.db.session import session_scope
from bot.requests.attachments import LARGEST_BYTES
from bot.settings import load_settings
from bot.web.error_pages import error_page
from bot.web.visit import NotFound, Visit

Handler = Callable[[Visit], Response]
# One file with its form around it.
LARGEST_FORM = LARGEST_BYTES + 1024 * 1024
_log = structlog.get_logger("web")


def open_door(
    handler: Handler, engine: Callable[[], Engine], *, reads_only: bool = False
) -> Callable[[HttpRequest], Awaitable[Response]]:
    """The endpoint of this handler. `engine` is asked at each visit, so that tests can choose."""

    async def endpoint(http: HttpRequest) -> Response:
        form = FormData()
        if http.method == "POST":
            if int(http.headers.get("content-length") or 0) > LARGEST_FORM:
                return error_page(http, 413)
            try:
                form = await http.form(max_files=1, max_fields=300, max_part_size=256 * 1024)
            except HTTPException:
                return error_page(http, 400)
        try:
            return await run_in_threadpool(_visit, handler, engine(), http, form, reads_only)
        finally:
            await form.close()

    return endpoint


def _visit(
    handler: Handler, engine: Engine, http: HttpRequest, form: FormData, reads_only: bool
) -> Response:
    try:
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
    except NotFound:
        return error_page(http, 404)
    except OperationalError as error:
        # Its text can hold a statement; the kind says enough.
        _log.error("database_unavailable", kind=type(error.orig).__name__)
        return error_page(http, 503)
