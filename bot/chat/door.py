"""Runs an endpoint of the chat: refusals become JSON in words, and nothing else gets out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps

import structlog
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, Response

from bot.chat.refusals import Contact, Refused
from bot.encryption.cipher import Unreadable
from bot.settings import load_settings

Endpoint = Callable[[HttpRequest], Awaitable[Response]]
_log = structlog.get_logger("chat")
_BY_STATUS = {404: "onbekend", 405: "kan_niet"}


def open_door(endpoint: Endpoint) -> Endpoint:
    @wraps(endpoint)
    async def through(http: HttpRequest) -> Response:
        try:
            return await endpoint(http)
        except Refused as refused:
            return refusal(refused)
        except (OperationalError, PoolTimeout) as error:
            _log.error("database_unavailable", kind=type(error).__name__)
            return refusal(Refused("storing"))
        except Unreadable:
            _log.error("conversation_unreadable")
            return refusal(Refused("storing"))
        except Exception as error:
            # Its text can quote what was typed: the kind says enough.
            _log.error("endpoint_broke", kind=type(error).__name__)
            return refusal(Refused("fout"))

    return through


def refusal(refused: Refused) -> Response:
    contact = refused.contact or _of_installation()
    body = {
        "code": refused.code,
        "text": refused.text,
        "contact": {"phone": contact.phone, "email": contact.email},
    }
    headers = {"Retry-After": str(refused.wait)} if refused.wait else None
    return JSONResponse(body, status_code=refused.status, headers=headers)


async def known_error(http: HttpRequest, error: Exception) -> Response:
    """What the router says, as JSON."""
    assert isinstance(error, HTTPException)
    return refusal(Refused(_BY_STATUS.get(error.status_code, "ongeldig")))


def _of_installation() -> Contact:
    settings = load_settings()
    return Contact(settings.school_phone, settings.school_email)
