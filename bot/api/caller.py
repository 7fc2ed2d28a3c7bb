"""Who calls: the key, its school, and how often it may."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import Depends, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy import Engine
from sqlalchemy.orm import Session
from starlette.requests import Request as HttpRequest

from bot import clock
from bot.api.keys import find_key
from bot.api.models import ApiKey
from bot.api.problems import Refused
from bot.db.session import session_scope
from bot.people.rate_limit import Limit, TooOften, spend
from bot.web.network import caller_network

CALLS = Limit("api_calls", 600, timedelta(minutes=1))
WRONG_KEYS = Limit("api_wrong_keys", 20, timedelta(minutes=15))
_SEEN_EVERY = timedelta(minutes=1)
_BEARER = HTTPBearer(
    scheme_name="sleutel",
    description="De sleutel van de school: `Authorization: Bearer dwk_…`.",
    auto_error=False,
)


@dataclass(frozen=True, slots=True)
class Caller:
    """A key that works, and the database that it opens a part of."""

    engine: Engine
    name: str
    school_id: uuid.UUID
    may_write: bool

    @property
    def actor(self) -> str:
        """How events and logs name this system."""
        return f"api:{self.name}"


def reader(
    http: HttpRequest,
    sent: Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)],
) -> Caller:
    """Raises Refused without a key that works, or when there were too many calls.

    In a transaction of its own: a try counts, whatever comes of the call.
    """
    engine: Engine = http.app.state.engine()
    try:
        with session_scope(engine) as session:
            key = _known_key(
                session, sent.credentials if sent else "", caller_network(http), clock.now()
            )
    except TooOften as error:
        raise Refused("te-vaak", headers={"Retry-After": str(error.seconds)}) from error
    if key is None:
        raise Refused("sleutel", headers={"WWW-Authenticate": "Bearer"})
    return Caller(engine, key.name, key.school_id, key.may_write)


def writer(caller: Annotated[Caller, Depends(reader)]) -> Caller:
    if not caller.may_write:
        raise Refused("alleen-lezen")
    return caller


def _known_key(session: Session, sent: str, address: str, now: datetime) -> ApiKey | None:
    key = find_key(session, sent) if sent else None
    if key is None:
        # Only who is wrong pays: another system of the school may share its address.
        spend(session, WRONG_KEYS, address, now)
        return None
    spend(session, CALLS, str(key.id), now)
    if key.last_used_at is None or now - key.last_used_at > _SEEN_EVERY:
        key.last_used_at = now
    return key


Reader = Annotated[Caller, Depends(reader)]
Writer = Annotated[Caller, Depends(writer)]
