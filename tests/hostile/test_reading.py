"""The reader sees what was brought in: otherwise the other tests here could not fail."""

from __future__ import annotations

import pytest

from tests.hostile.reading import brought_in, shape

PAGE = '<h1 class="a">Titel</h1><a href="/status">Terug</a><input value="{}"><p>{}</p>'
KNOWN = shape([PAGE.format("x", "y")])


@pytest.mark.parametrize(
    "text",
    [
        "<script>zwaluw()</script>",
        '<a href="javascript:zwaluw()">klik</a>',
        '<a href="https://elders.example">klik</a>',
        '<h1 style="x">',
        "<!-- zwaluw -->",
    ],
)
def test_what_comes_in_is_seen(text: str) -> None:
    assert brought_in(PAGE.format("", text), KNOWN) != []


def test_an_attribute_that_comes_in_is_seen() -> None:
    assert brought_in(PAGE.format('" onfocus="zwaluw()', ""), KNOWN) != []


def test_escaped_it_is_text() -> None:
    assert brought_in(PAGE.format("&quot; onfocus=&quot;", "&lt;script&gt;"), KNOWN) == []
