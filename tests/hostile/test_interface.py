"""The interface for other systems, beside what schemathesis tries: bodies and keys that are none."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.api import caller
from bot.people.rate_limit import Limit
from tests.hostile.texts import BAD, MEGABYTE, bounded, hostile
from tests.support.systems import API, Systems


@pytest.fixture(autouse=True)
def no_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CALLS", "WRONG_KEYS"):
        limit = getattr(caller, name)
        monkeypatch.setattr(caller, name, Limit(limit.name, 10**9, limit.period))


def is_problem(answer) -> bool:
    return answer.headers["content-type"] == "application/problem+json" and "title" in answer.json()


# Longer addresses are refused by the client itself, before they reach us.
_in_address = hostile.map(lambda text: text[:1000])


@bounded
@given(name=_in_address, value=_in_address)
def test_any_question_is_answered_or_refused_with_a_problem(systems: Systems, name, value) -> None:
    client = systems.client()
    for path in ("/requests", "/events", "/register", "/destructions"):
        answer = client.get(f"{API}{path}", params={name: value, "state": value, "limit": value})
        assert answer.status_code == 422 and is_problem(answer), path


@bounded
@given(st.one_of(hostile.map(str.encode), st.binary(max_size=300)))
def test_any_body_is_refused_with_a_problem(systems: Systems, body) -> None:
    before = systems.version()
    answer = systems.client().post(
        f"{systems.ours}/state", content=body, headers={"content-type": "application/json"}
    )
    assert 400 <= answer.status_code < 500 and is_problem(answer)
    assert systems.version() == before


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_any_words_in_a_right_body_stay_words(systems: Systems, text: str) -> None:
    client = systems.client()
    body = {"state": text, "version": text, "note": text, text or "leeg": text}
    answer = client.post(f"{systems.ours}/state", content=json.dumps(body))
    assert answer.status_code in (409, 413, 415, 422) and is_problem(answer)
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("text", [text for text in BAD if "\n" not in text and "\r" not in text])
def test_any_key_is_refused(systems: Systems, text: str) -> None:
    client = systems.client(None)
    for given_ in (text.encode(), f"Bearer {text}".encode(), f"Bearer dwk_{text}".encode()):
        answer = client.get(f"{API}/requests", headers={"authorization": given_})
        assert answer.status_code == 401 and is_problem(answer)


@pytest.mark.parametrize("body", [b"x" * MEGABYTE, b"[" * MEGABYTE, b'{"a":' * 3000, b"9" * 16_000])
def test_a_large_or_deep_body_is_refused(systems: Systems, body: bytes) -> None:
    answer = systems.client().post(
        f"{systems.ours}/state", content=body, headers={"content-type": "application/json"}
    )
    assert answer.status_code in (400, 413, 422) and is_problem(answer)
