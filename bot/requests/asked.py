"""What a requester answered to the questions of this kind of request."""

from __future__ import annotations

from dataclasses import dataclass

from bot.requests.fields import FIELDS, PERSON_KEYS
from bot.requests.kinds import KINDS
from bot.requests.models import Request


@dataclass(frozen=True, slots=True)
class Asked:
    key: str
    label_nl: str
    answer: str


def asked_of(request: Request) -> list[Asked]:
    """In the order of asking, without what was skipped and without who it is about."""
    return [
        Asked(key, FIELDS[key].label_nl, str(request.details[key]))
        for key in KINDS[request.kind].fields
        if key not in PERSON_KEYS and request.details.get(key)
    ]
