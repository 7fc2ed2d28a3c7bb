"""How a message and a conversation look to a visitor. Payloads never leave the server."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from bot.chat.turns import ANSWERED_BY_BOT
from bot.conversations.log import STAFF, VISITOR, messages_after
from bot.conversations.models import Conversation, Message
from bot.conversations.states import WITH_PERSON
from bot.engines.replies import Said
from bot.knowledge.freshness import is_long_ago
from bot.people.models import Account
from bot.people.short_name import short_name
from bot.requests.fields import FIELDS

Shown = dict[str, Any]
MOST_MESSAGES = 500
_PROGRESS = re.compile(r"vraag (\d+) van (\d+)")
_SKIP = "overslaan"
_LABELS = {
    "kind": "Wat u wilt indienen",
    "standing": "Namens wie",
    "confirm": "Klopt het zo?",
    "reference": "Kenmerk",
    "email": "Uw e-mailadres",
    "text": "Uw vraag",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Who has a conversation now, and whether an answer is being made."""

    state: str
    typing: bool
    person: str | None
    #: The sequence to ask after next time; `more`: it can be asked at once.
    last: int
    more: bool = False
    messages: list[Shown] = field(default_factory=list)

    def as_page(self) -> Shown:
        return {"messages": self.messages, "last": self.last, **self.as_state()}

    def as_state(self) -> Shown:
        return {
            "state": self.state,
            "typing": self.typing,
            "person": self.person,
            "notice": None,
        }


def standing(session: Session, conversation: Conversation, after: int, today: date) -> Standing:
    """The state with all messages after a sequence, or as many as go at once."""
    rows = messages_after(session, conversation.id, after, most=MOST_MESSAGES)
    names = _names(session, conversation, rows)
    is_part = len(rows) == MOST_MESSAGES
    return Standing(
        state=conversation.state,
        typing=_is_answering(session, conversation),
        person=names.get(conversation.assignee_id),
        last=rows[-1].sequence if is_part else conversation.last_sequence,
        more=is_part,
        messages=[
            shown(row, names.get(row.account_id), today) for row in rows if not is_hidden(row)
        ],
    )


def is_hidden(message: Message) -> bool:
    """A note between our own processes: no part of the conversation."""
    return bool((message.data or {}).get("hidden"))


def shown(message: Message, name: str | None, today: date) -> Shown:
    data = message.data or {}
    return {
        "sequence": message.sequence,
        "at": moment(message.at),
        "author": message.author,
        "name": name if message.author == STAFF else None,
        "key": message.client_key if message.author == VISITOR else None,
        "text": message.text,
        **_parts(data.get("buttons") or (), data.get("custom") or {}, today),
    }


def shown_opening(said: Said, now: datetime, today: date) -> Shown:
    """A message that is not stored yet."""
    return {
        "sequence": 0,
        "at": moment(now),
        "author": "bot",
        "name": None,
        "key": None,
        "text": said.text,
        **_parts(said.buttons, said.custom or {}, today),
    }


def moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def person_name(name: str) -> str:
    """`Jan de Wit` as `J. de Wit (school)`."""
    return f"{short_name(name)} (school)"


def _names(session: Session, conversation: Conversation, rows: Sequence[Message]) -> dict[Any, str]:
    ids = {row.account_id for row in rows} - {None}
    if conversation.state == WITH_PERSON and conversation.assignee_id is not None:
        ids.add(conversation.assignee_id)
    if not ids:
        return {}
    accounts = session.execute(select(Account.id, Account.name).where(Account.id.in_(ids)))
    return {row.id: person_name(row.name) for row in accounts}


def _is_answering(session: Session, conversation: Conversation) -> bool:
    if conversation.state not in ANSWERED_BY_BOT:
        return False
    pending = exists().where(Message.conversation_id == conversation.id, Message.pending)
    return bool(session.scalar(select(pending)))


def _parts(buttons: Sequence[Shown], custom: Shown, today: date) -> Shown:
    return {
        "buttons": [
            {"index": index, "title": button["title"]} for index, button in enumerate(buttons)
        ],
        "answer": _answer(custom, today) if "vraag" in custom else None,
        "form": _form(custom, buttons) if "veld" in custom else None,
        "summary": _summary(custom["samenvatting"]) if "samenvatting" in custom else None,
        "receipt": _receipt(custom) if "kenmerk" in custom else None,
    }


def _answer(custom: Shown, today: date) -> Shown:
    checked = str(custom.get("gecontroleerd", ""))
    return {
        "question": custom["vraag"],
        "title": custom.get("titel", ""),
        "short": custom.get("kort", ""),
        "sources": [
            {
                "name": source.get("naam", ""),
                "organisation": source.get("organisatie"),
                "url": source.get("url"),
            }
            for source in custom.get("bronnen") or ()
        ],
        "checked": checked,
        "certainty": custom.get("zekerheid", ""),
        "open_law": custom.get("wet_in_beweging"),
        "stale": is_long_ago(checked, today) if checked else False,
    }


def _form(custom: Shown, buttons: Sequence[Shown]) -> Shown:
    progress = custom.get("voortgang") or ""
    steps = _PROGRESS.fullmatch(progress)
    name = custom["veld"]
    known = FIELDS.get(name)
    return {
        "field": name,
        "label": known.label_nl if known else _LABELS.get(name, ""),
        "progress": progress,
        "step": int(steps[1]) if steps else None,
        "steps": int(steps[2]) if steps else None,
        "optional": any(button["payload"] == _SKIP for button in buttons),
    }


def _summary(rows: Sequence[Shown]) -> list[Shown]:
    return [
        {"field": row.get("veld"), "label": row.get("label"), "value": row.get("waarde")}
        for row in rows
    ]


def _receipt(custom: Shown) -> Shown:
    return {
        "reference": custom["kenmerk"],
        "received_on": custom.get("ontvangen_op"),
        "due_on": custom.get("uiterlijk_op"),
        "explanation": custom.get("uitleg") or [],
    }
