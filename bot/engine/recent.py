"""The events of the conversations that spoke last, so that going on needs no reading and parsing."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple, Optional

from rasa.shared.core.events import Event

MANY = 500


class Written(NamedTuple):
    """One conversation as it stands in the database: its version, its events and their JSON."""

    version: float
    events: tuple[Event, ...]
    texts: tuple[str, ...]


class Recent:
    """Forgets the conversation that was silent longest."""

    def __init__(self, many: int = MANY) -> None:
        self._many = many
        self._written: OrderedDict[str, Written] = OrderedDict()

    def texts(self, conversation: str, events: Sequence[Event]) -> tuple[str, ...]:
        """JSON of each event; what was written before is not written out again."""
        before = self._written.get(conversation)
        known = dict(zip(map(id, before.events), before.texts, strict=True)) if before else {}
        return tuple(known.get(id(event)) or json.dumps(event.as_dict()) for event in events)

    def keep(self, conversation: str, written: Written) -> None:
        self._written[conversation] = written
        self._written.move_to_end(conversation)
        if len(self._written) > self._many:
            self._written.popitem(last=False)

    def events(self, conversation: str, version: float) -> Optional[tuple[Event, ...]]:
        """The events, unless another process has written this conversation since."""
        written = self._written.get(conversation)
        return written.events if written and written.version == version else None

    def forget(self, conversation: str) -> None:
        self._written.pop(conversation, None)
