"""Reads a page as a browser does: which elements it has, and which attributes they have."""

from __future__ import annotations

from collections.abc import Iterable
from html.parser import HTMLParser

from tests.hostile.texts import MARK

_ADDRESSES = ("href", "src", "action", "formaction", "data", "xlink:href", "poster")
_OURS = ("/", "#", "?", "tel:", "mailto:", "data:image/", "data:,")


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.comments: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(attrs)))

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def _read(page: str) -> _Elements:
    parser = _Elements()
    parser.feed(page)
    parser.close()
    return parser


def shape(pages: Iterable[str]) -> set[tuple[str, str]]:
    """Every (element, attribute) of these pages; with an empty attribute for the element itself."""
    found = set()
    for page in pages:
        for tag, attributes in _read(page).found:
            found |= {(tag, ""), *((tag, name) for name, _ in attributes)}
    return found


def brought_in(page: str, known: set[tuple[str, str]]) -> list[str]:
    """What stands in this page as an element, attribute, script or address and is not ours."""
    read = _read(page)
    strange = [f"<{tag} {name}>" for tag, name in shape([page]) - known]
    strange += [f"<!--{text}-->" for text in read.comments if MARK in text]
    for tag, attributes in read.found:
        for name, value in attributes:
            wrong_address = name in _ADDRESSES and value and not value.startswith(_OURS)
            if name.startswith("on") or name in ("style", "srcdoc") or wrong_address:
                strange.append(f"<{tag} {name}={value!r}>")
    return strange
