"""Parents who send messages over Rasa's REST channel, and how long each waited."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Sequence
from itertools import count, cycle

PATH = "/webhooks/rest/webhook"
_NUMBERS = count()


class Visitor:
    """One connection that stays open, as the web process keeps it."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
        self.start_over()

    def start_over(self) -> None:
        """From now on it is another parent."""
        self.sender = f"bench-{next(_NUMBERS)}"

    def send(self, text: str) -> tuple[float, list[dict[str, object]]]:
        """(milliseconds until the answer was read, the bot's messages)."""
        body = json.dumps({"sender": self.sender, "message": text})
        started = time.perf_counter()
        self._connection.request("POST", PATH, body, {"Content-Type": "application/json"})
        reply = self._connection.getresponse().read()
        return 1000 * (time.perf_counter() - started), json.loads(reply)

    def close(self) -> None:
        self._connection.close()


def one_after_the_other(
    port: int, texts: Sequence[str], messages: int, per_parent: int = 5
) -> list[float]:
    """One client; a new parent after every `per_parent` messages."""
    visitor, times = Visitor(port), []
    for number, text in zip(range(messages), cycle(texts), strict=False):
        if number % per_parent == 0:
            visitor.start_over()
        times.append(visitor.send(text)[0])
    visitor.close()
    return times


def conversation(port: int, texts: Sequence[str], messages: int) -> list[float]:
    """One parent who goes on and on."""
    visitor = Visitor(port)
    times = [visitor.send(text)[0] for _, text in zip(range(messages), cycle(texts), strict=False)]
    visitor.close()
    return times


def together(port: int, texts: Sequence[str], clients: int, seconds: float) -> float:
    """Messages answered per second, with so many clients that each send as soon as they may."""
    until = time.monotonic() + seconds
    counts = [0] * clients

    def client(number: int) -> None:
        visitor = Visitor(port)
        for turn, text in enumerate(cycle([*texts[number:], *texts[:number]])):
            if time.monotonic() >= until:
                break
            if turn % 5 == 0:
                visitor.start_over()
            visitor.send(text)
            counts[number] += 1
        visitor.close()

    started = time.monotonic()
    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.monotonic() - started)


def hasty(port: int, text: str) -> tuple[float, float]:
    """(first, second): milliseconds that each of two messages took, sent right after each other."""
    first, second = Visitor(port), Visitor(port)
    second.sender = first.sender
    times: dict[str, float] = {}
    thread = threading.Thread(target=lambda: times.update(first=first.send(text)[0]))
    thread.start()
    time.sleep(0.002)
    times["second"] = second.send(text)[0]
    thread.join()
    first.close()
    second.close()
    return times["first"], times["second"]
