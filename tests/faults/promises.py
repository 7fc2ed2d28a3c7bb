"""What must hold after any fault, looked up in the database and in the mailbox."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from email.message import EmailMessage
from typing import Any

from sqlalchemy import Engine, select

from bot.conversations.log import BOT, SYSTEM, VISITOR
from bot.conversations.models import Conversation, Message
from bot.db.session import session_scope
from bot.letters.models import Letter
from bot.outbox.models import OutboxMessage
from bot.outbox.states import SENT
from bot.requests.models import EventPlace, Request, RequestEvent
from bot.tokens import hash_token
from bot.worker.channels.mail import MAYBE_TWICE
from tests.faults.ledger import Ledger

GIVEN_UP = "geen antwoord geven"


def broken(database: Engine, ledger: Ledger, mails: Iterable[EmailMessage]) -> dict[str, list[Any]]:
    """Promise -> what breaks it; all lists are empty when all is well."""
    with session_scope(database, read_only=True) as session:
        conversations = session.scalars(select(Conversation)).all()
        messages = session.scalars(select(Message).order_by(Message.sequence)).all()
        requests = session.scalars(select(Request)).all()
        events = session.scalars(select(RequestEvent)).all()
        places = session.scalars(select(EventPlace)).all()
        letters = session.scalars(select(Letter)).all()
        outbox = session.scalars(select(OutboxMessage)).all()
    by_hash = {one.token_hash: one for one in conversations}
    mine = {token: by_hash[hash_token(token)] for token, _ in ledger.accepted}
    talks = _grouped(messages, lambda one: one.conversation_id)
    found = {
        "message lost": _lost(ledger, mine, talks),
        "message without an answer": [
            one.text for talk in talks.values() for one in _unanswered(talk)
        ],
        "message answered twice": [one for talk in talks.values() for one in _doubled(talk)],
        "hole in a conversation": _holes(talks.values()),
        "request lost or double": _requests(ledger, mine, requests),
        "hole in the events": _holes(_grouped(events, lambda one: one.request_id).values()),
        "event without a place": sorted(
            {(one.request_id, one.sequence) for one in events}
            ^ {(one.request_id, one.sequence) for one in places}
        ),
        "letter lost": [one.id for one in outbox if one.state != SENT],
        "letter twice": _twice(letters),
    }
    return found | _in_the_box(outbox, mails)


def _grouped(rows: Iterable[Any], key: Any) -> dict[Any, list[Any]]:
    found = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


def _lost(ledger: Ledger, mine: dict[str, Conversation], talks: dict[Any, list[Message]]) -> list:
    kept = {
        (talk_id, one.client_key): one.sequence
        for talk_id, talk in talks.items()
        for one in talk
        if one.client_key
    }
    return [
        (token, sequence)
        for (token, key), sequence in ledger.accepted.items()
        if kept.get((mine[token].id, key)) != sequence
    ]


def _turns(talk: list[Message]) -> list[tuple[Message, list[Message]]]:
    """Each message of the visitor with what came after it: these parents wait for their answer."""
    turns: list[tuple[Message, list[Message]]] = []
    for one in talk:
        if one.author == VISITOR:
            turns.append((one, []))
        elif turns:
            turns[-1][1].append(one)
    return turns


def _unanswered(talk: list[Message]) -> list[Message]:
    return [
        asked
        for asked, said in _turns(talk)
        if asked.pending
        or not any(one.author == BOT for one in said)
        or any(one.author == SYSTEM and GIVEN_UP in one.text for one in said)
    ]


def _doubled(talk: list[Message]) -> list[tuple[int, str]]:
    counted = [
        (asked.sequence, Counter(one.text for one in said if one.author == BOT))
        for asked, said in _turns(talk)
    ]
    return [(sequence, text) for sequence, texts in counted for text, n in texts.items() if n > 1]


def _holes(groups: Iterable[list[Any]]) -> list[list[int]]:
    numbers = [sorted(one.sequence for one in group) for group in groups]
    return [found for found in numbers if found != list(range(1, len(found) + 1))]


def _requests(
    ledger: Ledger, mine: dict[str, Conversation], requests: Iterable[Request]
) -> list[tuple[list[str], list[str]]]:
    by_sender = _grouped(requests, lambda one: one.conversation_id)
    pairs = [
        (sorted(ledger.told.get(token, [])), sorted(r.reference for r in by_sender[talk.sender]))
        for token, talk in mine.items()
    ]
    return [(told, filed) for told, filed in pairs if told != filed]


def _twice(letters: Iterable[Letter]) -> list[Any]:
    counts = Counter((one.request_id, one.kind) for one in letters)
    return [key for key, count in counts.items() if count > 1]


def _in_the_box(outbox: Iterable[OutboxMessage], mails: Iterable[EmailMessage]) -> dict:
    """The first may say that it may be the second; the second must."""
    came = _grouped(mails, lambda mail: mail["Message-ID"].strip("<>").partition("@")[0])
    wanted = {str(one.id) for one in outbox}
    later = [mail for mails_of_one in came.values() for mail in mails_of_one[1:]]
    return {
        "mail never came": sorted(wanted - set(came)),
        "mail twice without its mark": [one["Subject"] for one in later if not one[MAYBE_TWICE]],
    }
