"""The status page, asked by somebody who means no good."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given

from bot.people import rate_limit
from bot.people.rate_limit import Limit
from bot.portal import links, pages
from tests.hostile.reading import brought_in, shape
from tests.hostile.texts import BAD, MEGABYTE, bounded, hostile
from tests.support.parents import parent
from tests.support.people import Board


@pytest.fixture(autouse=True)
def no_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = Limit("test", 10**9, rate_limit.STATUS_MAIL.period)
    for module in (links, pages):
        for name in [one for one in vars(module) if one.startswith("STATUS_")]:
            monkeypatch.setattr(module, name, endless)


@bounded
@given(reference=hostile, email=hostile)
def test_asking_for_a_link_with_anything_is_answered(board: Board, reference, email) -> None:
    answer = board.browser().post("/status", data={"kenmerk": reference, "email": email})
    assert answer.status_code in (303, 422)


@bounded
@given(token=hostile, cookie=hostile)
def test_any_link_and_any_cookie_leads_nowhere(board: Board, token, cookie) -> None:
    browser = board.browser()
    known = shape([browser.get("/status/link/geraden").text, browser.get("/nergens").text])
    browser.cookies.set("status", quote(cookie))
    for path in (
        f"/status/link/{quote(token, safe='')}",
        f"/{quote(token, safe='')}",
        "/status/verzoek",
    ):
        answer = browser.get(path)
        assert answer.status_code in (303, 307, 404, 410), path
        assert brought_in(answer.text, known) == []


@bounded
@given(words=hostile, file=hostile)
def test_what_a_parent_writes_is_shown_as_text_on_both_sides(board: Board, words, file) -> None:
    mine, office = parent(board), board.browser("administratie")
    pages = ("/status/verzoek", f"/kantoor/verzoek/{board.reference}")
    send(mine, "Gewone tekst", "gewoon.txt")
    send(mine, "", "")
    known = shape(
        browser.get(path).text for browser, path in zip((mine, office), pages, strict=True)
    )
    known |= shape([send(mine, "", "gewoon.exe")])
    refused = send(mine, words, file)
    assert brought_in(refused, known) == []
    for browser, path in zip((mine, office), pages, strict=True):
        shown = browser.get(path)
        assert shown.status_code == 200
        assert brought_in(shown.text, known) == []


def send(browser, words: str, file: str) -> str:
    """Sends a message and a file of this name; the pages that come back."""
    answers = [
        browser.post("/status/verzoek/antwoord", data={"antwoord": words}),
        browser.post("/status/verzoek/bestand", files={"bestand": (file, b"inhoud")}),
    ]
    assert [one.status_code for one in answers if one.status_code not in (303, 400, 422)] == []
    return "".join(one.text for one in answers)


@pytest.mark.parametrize("text", ["a", "\u0351", "<", "\U0001f467", "/", "\x00"])
def test_a_megabyte_in_a_field_is_refused_or_cut(board: Board, text: str) -> None:
    filled = {"kenmerk": text * MEGABYTE, "email": text * MEGABYTE}
    assert board.browser().post("/status", data=filled).status_code in (303, 400, 413, 422)
    answer = parent(board).post("/status/verzoek/antwoord", data={"antwoord": text * MEGABYTE})
    assert answer.status_code in (303, 400, 413, 422)
    assert len(answer.content) < MEGABYTE / 2


@pytest.mark.parametrize(
    "body", [b"\xff\xfe=%ff&%zz", b"kenmerk=%00%ff%c0%80", b"=" * 999, b"&" * 9999]
)
@pytest.mark.parametrize(
    "kind",
    [
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=zwaluw",
        "multipart/form-data",
        "multipart/form-data; boundary=\xff",
        "application/json",
        "",
    ],
)
def test_a_form_in_a_broken_encoding_is_answered(board: Board, body: bytes, kind: str) -> None:
    headers = {"content-type": kind.encode("latin-1")}
    for path in ("/status", "/status/verzoek/antwoord", "/kantoor/inloggen"):
        answer = board.browser().post(path, content=body, headers=headers)
        assert answer.status_code < 500, path


@pytest.mark.parametrize("text", [text for text in BAD if text.isprintable()])
def test_any_header_is_answered(board: Board, text: str) -> None:
    sent = text.encode()
    for name in (
        "Cookie",
        "Origin",
        "Host",
        "Accept",
        "Content-Length",
        "X-Forwarded-For",
        "Range",
    ):
        headers = {"origin": "http://testserver", name.lower(): sent}
        for method, path in (("GET", "/status"), ("POST", "/status"), ("GET", "/static/office.js")):
            assert board.browser().request(method, path, headers=headers).status_code < 500, name
