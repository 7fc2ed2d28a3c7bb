"""Parents who go on: a message that was not taken is sent again under its own key, as browsers do."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Any

import httpx2

from tests.faults.ledger import Ledger
from tests.support.chat import Visitor, new_key
from tests.support.parent_answers import PARENT

QUESTIONS = (
    "Mag ik het dossier van mijn kind inzien?",
    "Hoe lang bewaart de school het dossier?",
    "Wie mag het dossier van mijn kind zien?",
    "Mag de school foto's van mijn kind op de website zetten?",
)
OPENINGS = ("ik wil inzage aanvragen", "ik wil een klacht indienen")
_PATIENCE = 120.0
_MOST_STEPS = 80


class Parent:
    """Asks and files, conversation after conversation, until `over`."""

    def __init__(
        self, url: str, school: str, ledger: Ledger, chance: random.Random, over: Callable[[], bool]
    ) -> None:
        self._url, self._school = url, school
        self._ledger, self._chance, self._over = ledger, chance, over

    def live(self) -> None:
        while not self._over():
            self._talk()

    def _talk(self) -> None:
        self._visitor = Visitor(self._url, self._school)
        self._sent: list[tuple[str, str, int]] = []
        first, key = self._chance.choice(QUESTIONS), new_key()
        begun = self._accepted(lambda: self._visitor.begin(first, key=key), 201).json()
        own = next(one for one in begun["messages"] if one["key"] == key)
        self._ledger.accept(self._visitor.token, key, own["sequence"])
        self._answer(own["sequence"])
        self._file(self._chance.choice(OPENINGS))
        self._ask(self._chance.choice(QUESTIONS))
        self._visitor.http.close()

    def _file(self, opening: str) -> None:
        text = opening
        for _ in range(_MOST_STEPS):
            replies = self._ask(text)
            receipt = next((one["receipt"] for one in replies if one["receipt"]), None)
            if receipt is not None:
                self._ledger.tell(self._visitor.token, receipt["reference"])
                return
            # "Er ging iets mis" asks nothing: what was said last is said again.
            fields = [one["form"]["field"] for one in replies if one["form"]]
            text = _answer_to(fields[-1]) if fields else text
        raise AssertionError(f"it was never filed; at last: {[one['text'] for one in replies]}")

    def _ask(self, text: str) -> list[dict[str, Any]]:
        key = new_key()
        sequence = self._send(text, key)
        self._sent.append((text, key, sequence))
        if self._chance.random() < 0.2:
            # The same once more, and one of long ago after it.
            for again, its_key, its_sequence in (self._sent[-1], self._chance.choice(self._sent)):
                assert self._send(again, its_key) == its_sequence
        return self._answer(sequence)

    def _send(self, text: str, key: str) -> int:
        sent = self._accepted(lambda: self._visitor.say(text, key), 202).json()["message"]
        assert sent["text"] == text
        self._ledger.accept(self._visitor.token, key, sent["sequence"])
        return int(sent["sequence"])

    def _answer(self, sequence: int) -> list[dict[str, Any]]:
        """What came after it, once nobody is working on an answer any more."""
        deadline = time.monotonic() + _PATIENCE
        while True:
            page = self._accepted(lambda: self._visitor.get(after=sequence), 200).json()
            if not page["typing"]:
                said = [one for one in page["messages"] if one["author"] != "bezoeker"]
                assert said, f"message {sequence} was left without an answer"
                return said
            assert time.monotonic() < deadline, "no answer"
            time.sleep(0.05)

    def _accepted(self, send: Callable[[], httpx2.Response], status: int) -> httpx2.Response:
        deadline = time.monotonic() + _PATIENCE
        while True:
            reply = _tried(send)
            if reply is not None and reply.status_code == status:
                return reply
            # Away, or in so many words: never something that a browser would not understand.
            assert reply is None or reply.status_code == 503, (reply.status_code, reply.text)
            self._ledger.refuse()
            assert time.monotonic() < deadline, "it was never accepted"
            time.sleep(0.1)


def _tried(send: Callable[[], httpx2.Response]) -> httpx2.Response | None:
    try:
        return send()
    except httpx2.HTTPError:
        return None


def _answer_to(field: str) -> str:
    return "ja" if field == "confirm" else PARENT[field]
