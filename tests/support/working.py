"""Working a request through the pages of the office."""

from __future__ import annotations

import html
import re

from starlette.testclient import TestClient

from tests.support.people import Board

_HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


def page_of(board: Board) -> str:
    return f"/kantoor/verzoek/{board.reference}"


def hidden(page: str, form: str) -> dict[str, str]:
    """The hidden fields of the form that is sent to an address ending so; the first form for ''."""
    forms = re.findall(r'<form method="post"([^>]*)>(.*?)</form>', page, re.DOTALL)
    inside = next(body for tag, body in forms if form in tag and "uitloggen" not in tag)
    return {name: html.unescape(value) for name, value in _HIDDEN.findall(inside)}


def edit(browser: TestClient, board: Board, what: str, data: dict, *, page: str = ""):
    """Sends one of the small forms of the page of a request, as that page shows it."""
    path = page_of(board)
    shown = page or browser.get(path).text
    return browser.post(f"{path}/{what}", data=hidden(shown, f"/{what}") | data)


def preview(browser: TestClient, board: Board, move: str, note: str = "Omdat.", **data):
    """From the button of a move to the preview of its letter."""
    path = f"{page_of(board)}/stap/{move}"
    fields = hidden(browser.get(path).text, "")
    return browser.post(path, data=fields | {"fase": "voorbeeld", "toelichting": note} | data)


def send(browser: TestClient, board: Board, move: str, shown: str, **changed):
    """Confirms a preview; subject and body as they stand on the page unless they are changed."""
    subject = re.search(r'name="onderwerp" type="text" value="([^"]*)"', shown).group(1)
    body = re.search(r'name="tekst"[^>]*>(.*?)</textarea>', shown, re.DOTALL).group(1)
    data = hidden(shown, "letter") | {
        "fase": "versturen",
        "onderwerp": html.unescape(subject),
        "tekst": html.unescape(body),
    }
    return browser.post(f"{page_of(board)}/stap/{move}", data=data | changed)


def make(browser: TestClient, board: Board, move: str, note: str = "Omdat.", **data):
    """A whole move: its form, its preview when it has a letter, and the confirmation."""
    path = f"{page_of(board)}/stap/{move}"
    asked = browser.get(path)
    assert asked.status_code == 200, (move, asked.headers.get("location"))
    if "Bekijk de brief" not in asked.text:
        return browser.post(path, data=hidden(asked.text, "") | {"fase": "versturen"} | data)
    shown = preview(browser, board, move, note, **data)
    assert shown.status_code == 200, shown.text
    return send(browser, board, move, shown.text)


def offered(page: str) -> set[str]:
    """The moves whose buttons stand on the page of a request."""
    return set(re.findall(r'/stap/(\w+)"', page))
