"""The conversation as a text to keep: with dates, sources and what was filed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.chat.view import Shown
from bot.dutch import date_nl

_AUTHORS = {"bezoeker": "U", "bot": "Chatbot", "medewerker": "Medewerker", "systeem": "Bericht"}
_LINE = "-" * 60


def transcript(school: str, messages: Sequence[Shown], now: datetime, zone: ZoneInfo) -> str:
    lines = [
        f"Gesprek met de chatbot van {school}" if school else "Gesprek met de chatbot",
        f"Bewaard op {date_nl(now.astimezone(zone).date())}",
        "De chatbot geeft algemene informatie. Aan dit gesprek kunt u geen rechten ontlenen.",
        _LINE,
    ]
    for message in messages:
        lines += ["", *_lines(message, zone)]
    return "\n".join(lines) + "\n"


def _lines(message: Shown, zone: ZoneInfo) -> Iterator[str]:
    at = datetime.fromisoformat(message["at"]).astimezone(zone)
    who = message["name"] or _AUTHORS[message["author"]]
    yield f"{date_nl(at.date())} {at:%H.%M} uur, {who}:"
    yield message["text"]
    if message["answer"]:
        yield from _sources(message["answer"])
    if message["receipt"]:
        yield f"Kenmerk: {message['receipt']['reference']}"


def _sources(answer: Shown) -> Iterator[str]:
    for source in answer["sources"]:
        organisation = f" ({source['organisation']})" if source["organisation"] else ""
        address = f": {source['url']}" if source["url"] else ""
        yield f"Bron: {source['name']}{organisation}{address}"
    if answer["checked"]:
        yield f"Nagekeken: {answer['checked']}"
