"""What each address of the chat does."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, Response, StreamingResponse

from bot import clock
from bot.chat import view
from bot.chat.body import read_json
from bot.chat.erasing import erase_tracker, kept_nl
from bot.chat.listening import listen, needs_listening
from bot.chat.notices import contact_of
from bot.chat.opening import DEFAULT_NAME, find_school, opening, start
from bot.chat.part import Chat
from bot.chat.person import person_now
from bot.chat.refusals import Contact, Refused
from bot.chat.sending import send
from bot.chat.stream import events
from bot.chat.transcript import transcript
from bot.chat.turns import Turn, claim
from bot.chat.typed import Sent, number, read_sent
from bot.chat.view import Shown, Standing, standing
from bot.chat.visitor import after_of, conversation_of, token_of
from bot.conversations.models import Conversation, Message
from bot.destruction.conversation import Kept, erase_whole
from bot.people.rate_limit import TooOften, spend
from bot.schools.finding import school_by_id
from bot.web.network import caller_network

_LONGEST_SLUG = 64
_log = structlog.get_logger("chat")
#: Long enough that no two browsers make the same one: the token follows from it.
_SHORTEST_OPENING_KEY = 32


class Endpoints:
    """Each takes the request, and gives a response or raises Refused."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat

    async def school(self, http: HttpRequest) -> Response:
        await self._chat.limits.read(caller_network(http))
        slug = _slug(http.query_params.get("school"))
        return JSONResponse(
            await self._chat.storage.read(lambda session: self._about(session, slug))
        )

    async def begin(self, http: HttpRequest) -> Response:
        address = caller_network(http)
        await self._chat.limits.opening(address)
        body = await read_json(http)
        slug = _slug(body.get("school") if isinstance(body, dict) else None)
        sent = read_sent(body.get("message"), message_field="opening")
        if len(sent.key) < _SHORTEST_OPENING_KEY:
            raise Refused("ongeldig")
        now = clock.now()
        token, page, turn = await self._chat.storage.write(
            lambda session: self._begun(session, slug, sent, address, now)
        )
        self._go_on(turn)
        return JSONResponse({"token": token, **page.as_page()}, status_code=201)

    async def send(self, http: HttpRequest) -> Response:
        token = token_of(http)
        await self._chat.limits.message(token, caller_network(http))
        sent = read_sent(await read_json(http))
        now = clock.now()
        message, conversation, turn = await self._chat.storage.write(
            lambda session: self._sent(session, token, sent, now)
        )
        self._go_on(turn)
        if needs_listening(conversation, message):
            self._listen(conversation, message, now)
        body = {
            "message": view.shown(message, None, clock.today()),
            "state": conversation.state,
            "last": conversation.last_sequence,
        }
        return JSONResponse(body, status_code=202)

    async def messages(self, http: HttpRequest) -> Response:
        token, after = await self._reader(http), after_of(http)

        def look(session: Session) -> tuple[uuid.UUID, Standing]:
            conversation = conversation_of(session, token)
            return conversation.id, standing(session, conversation, after, clock.today())

        conversation_id, page = await self._chat.storage.read(look)
        self._chat.hub.saw(conversation_id)
        return JSONResponse(page.as_page())

    async def events(self, http: HttpRequest) -> Response:
        token, after = await self._reader(http), after_of(http)
        self._chat.limits.check_stream(token, caller_network(http))
        conversation_id = await self._chat.storage.read(
            lambda session: conversation_of(session, token).id
        )
        return StreamingResponse(
            self._events(conversation_id, after, token, caller_network(http)),
            media_type="text/event-stream",
            # nginx would hold the events back until it has a page full.
            headers={"X-Accel-Buffering": "no", "Cache-Control": "no-store"},
        )

    async def read(self, http: HttpRequest) -> Response:
        token = await self._reader(http)
        body = await read_json(http)
        through = number(body.get("through") if isinstance(body, dict) else None)
        now = clock.now()
        await self._chat.storage.write(lambda session: _mark_read(session, token, through, now))
        return Response(status_code=204)

    async def transcript(self, http: HttpRequest) -> Response:
        token = await self._reader(http)
        text = await self._chat.storage.read(lambda session: self._transcript(session, token))
        name = f"gesprek-{clock.today().isoformat()}.txt"
        return Response(
            text,
            media_type="text/plain; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    async def erase(self, http: HttpRequest) -> Response:
        token = await self._reader(http)
        now = clock.now()
        conversation_id, sender, kept = await self._chat.storage.write(
            lambda session: _erase(session, token, now)
        )
        self._chat.hub.wake({conversation_id})
        self._chat.later(erase_tracker(self._chat.storage, self._chat.engines, sender, now))
        return JSONResponse({"erased": True, "kept": [kept_nl(one) for one in kept]})

    async def _reader(self, http: HttpRequest) -> str:
        await self._chat.limits.read(caller_network(http))
        return token_of(http)

    def _go_on(self, turn: Turn | None) -> None:
        if turn is not None:
            self._chat.dispatcher.begin(turn)

    def _listen(self, conversation: Conversation, message: Message, now: datetime) -> None:
        engine = self._chat.engines.of(conversation.sender)
        key = conversation.id, message.sequence
        self._chat.later(listen(self._chat.storage, engine, key, message.text, now))

    def _about(self, session: Session, slug: str) -> Shown:
        school = find_school(session, slug)
        now, today, days = clock.now(), clock.today(), self._chat.settings.chat_days
        return {
            "school": {
                "slug": school.slug,
                "name": school.name,
                "phone": school.phone or None,
                "email": school.email or None,
            },
            "chat": {
                "name": school.chat.get("name") or DEFAULT_NAME,
                "colour": school.chat.get("colour") or school.letterhead.get("colour") or None,
                "greeting": school.chat.get("greeting") or None,
            },
            "opening": [view.shown_opening(said, now, today) for said in opening(school, days)],
            "retention_days": days,
            "person": person_now(session, school, now, self._chat.settings.timezone),
        }

    def _begun(
        self, session: Session, slug: str, sent: Sent, address: str, now: datetime
    ) -> tuple[str, Standing, Turn | None]:
        school = find_school(session, slug)
        try:
            spend(session, self._chat.limits.openings, address, now)
        except TooOften as often:
            contact = Contact(school.phone or None, school.email or None)
            raise Refused("te_vaak", wait=often.minutes * 60, contact=contact) from often
        days = self._chat.settings.chat_days
        conversation, token, message = start(session, school, sent, days, now)
        turn = claim(session, conversation, self._chat.dispatcher.name, now, message)
        session.flush()
        return token, standing(session, conversation, 0, clock.today()), turn

    def _sent(
        self, session: Session, token: str, sent: Sent, now: datetime
    ) -> tuple[Message, Conversation, Turn | None]:
        conversation = conversation_of(session, token, lock=True)
        try:
            message = send(session, conversation, sent, now)
        except Refused as refused:
            refused.contact = contact_of(session, conversation)
            raise
        turn = claim(session, conversation, self._chat.dispatcher.name, now, message)
        session.flush()
        return message, conversation, turn

    async def _events(
        self, conversation_id: uuid.UUID, after: int, token: str, address: str
    ) -> Any:
        def look(session: Session, after: int) -> Standing | None:
            conversation = session.get(Conversation, conversation_id)
            if conversation is None:
                return None
            return standing(session, conversation, after, clock.today())

        async def look_after(sequence: int) -> Standing | None:
            return await self._chat.storage.read(lambda session: look(session, sequence))

        with self._chat.limits.stream(token, address):
            try:
                async for event in events(self._chat.hub, conversation_id, after, look_after):
                    yield event
            except SQLAlchemyError as error:
                # The browser comes back by itself, and reads on from where it was.
                _log.error("stream_broke", kind=type(error).__name__)

    def _transcript(self, session: Session, token: str) -> str:
        conversation = conversation_of(session, token)
        school = school_by_id(session, conversation.school_id)
        messages: list[Shown] = []
        after, more = 0, True
        while more:
            page = standing(session, conversation, after, clock.today())
            messages += page.messages
            after, more = page.last, page.more
        name = school.name if school else ""
        return transcript(name, messages, clock.now(), self._chat.settings.timezone)


def _slug(value: Any) -> str:
    if not isinstance(value, str) or not value.isascii() or len(value) > _LONGEST_SLUG:
        raise Refused("geen_school")
    # PostgreSQL takes no text with a zero in it.
    return value if value.isprintable() else ""


def _mark_read(session: Session, token: str, through: int, now: datetime) -> None:
    conversation = conversation_of(session, token)
    through = min(through, conversation.last_sequence)
    conversation.visitor_read = max(conversation.visitor_read, through)
    conversation.visitor_seen_at = now


def _erase(session: Session, token: str, now: datetime) -> tuple[uuid.UUID, str, tuple[Kept, ...]]:
    conversation = conversation_of(session, token)
    found = conversation.id, conversation.sender
    return *found, erase_whole(session, conversation.sender, now)
