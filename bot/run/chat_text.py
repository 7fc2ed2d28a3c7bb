"""Turns the messages of Rasa's REST channel into what a terminal shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)


@dataclass
class Shown:
    """Lines to print, and what each numbered button sends (the first is number 1)."""

    lines: list[str] = field(default_factory=list)
    payloads: list[str] = field(default_factory=list)


def show(messages: Sequence[Mapping[str, Any]]) -> Shown:
    shown = Shown()
    # Rasa sends the sources after the buttons; a person reads them before choosing.
    for message in messages:
        if text := message.get("text"):
            shown.lines += [str(text), ""]
        if sources := sources_line(message.get("custom") or {}):
            shown.lines += [sources, ""]
    for message in messages:
        for button in message.get("buttons") or ():
            shown.payloads.append(str(button["payload"]))
            shown.lines.append(f"  {len(shown.payloads)}. {button['title']}")
    return shown


def sources_line(custom: Mapping[str, Any]) -> str:
    """`Bron: UAVG artikel 5 (Rijksoverheid) · gecontroleerd in november 2026`, or nothing."""
    sources = [_source(source) for source in custom.get("bronnen") or ()]
    if not sources:
        return ""
    line = f"{'Bron' if len(sources) == 1 else 'Bronnen'}: {', '.join(sources)}"
    checked = custom.get("gecontroleerd")
    return f"{line} · gecontroleerd in {_month(str(checked))}" if checked else line


def _source(source: Mapping[str, Any]) -> str:
    organisation = source.get("organisatie")
    return f"{source['naam']} ({organisation})" if organisation else str(source["naam"])


def _month(text: str) -> str:
    year, _, month = text.partition("-")
    if not month.isdecimal() or not 1 <= int(month) <= len(_MONTHS):
        return text
    return f"{_MONTHS[int(month) - 1]} {year}"
