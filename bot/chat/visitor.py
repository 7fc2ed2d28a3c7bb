"""Who is asking: the token of a browser, and the network it is on."""

from __future__ import annotations

from sqlalchemy.orm import Session
from starlette.requests import Request as HttpRequest

from bot.chat.refusals import Refused
from bot.conversations.models import Conversation
from bot.conversations.opening import of_visitor

_LONGEST_TOKEN = 128
_LARGEST = 2**31 - 1


def token_of(http: HttpRequest) -> str:
    """Raises Refused when the browser sent none."""
    scheme, _, token = http.headers.get("authorization", "").partition(" ")
    token = token.strip()
    if scheme.lower() != "bearer" or not token.isascii() or not 0 < len(token) <= _LONGEST_TOKEN:
        raise Refused("geen_gesprek")
    return token


def conversation_of(session: Session, token: str, *, lock: bool = False) -> Conversation:
    """Raises Refused; a wrong token and an erased conversation look the same."""
    conversation = of_visitor(session, token, lock=lock)
    if conversation is None:
        raise Refused("geen_gesprek")
    return conversation


def after_of(http: HttpRequest) -> int:
    """The `after` of the query, 0 when it is not there. Raises Refused."""
    text = http.query_params.get("after", "0")
    if not (text.isascii() and text.isdecimal() and len(text) <= 10 and int(text) <= _LARGEST):
        raise Refused("ongeldig")
    return int(text)
