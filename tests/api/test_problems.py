"""Whatever goes wrong: in the form of RFC 9457, in Dutch, with a way on, and nothing leaked."""

from __future__ import annotations

import logging

import pytest
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from bot.api import request_routes
from bot.api.problems import MEDIA_TYPE, PROBLEMS
from bot.api.small_bodies import LARGEST_BYTES
from bot.api.validation_words import explained
from tests.support.systems import API, Systems

SECRET = "Sanne de Vries"


def check(answer, slug: str) -> dict:
    kind = PROBLEMS[slug]
    assert answer.status_code == kind.status
    assert answer.headers["content-type"] == MEDIA_TYPE
    body = answer.json()
    assert body["type"] == f"http://127.0.0.1:8080/api/v1/docs#fout-{slug}"
    assert (body["title"], body["status"]) == (kind.title_nl, kind.status)
    assert len(body["detail"]) > 20
    assert SECRET not in answer.text
    return body


@pytest.mark.parametrize("path", ["", "/", "/verzoeken", "/requests/", "/docs/x"])
def test_an_address_that_does_not_exist(systems: Systems, path: str) -> None:
    check(systems.client().get(f"{API}{path}"), "niet-gevonden")


@pytest.mark.parametrize(("method", "path"), [("DELETE", "/requests"), ("PUT", "/events")])
def test_a_method_that_does_not_exist_tells_which_do(
    systems: Systems, method: str, path: str
) -> None:
    answer = systems.client().request(method, f"{API}{path}")
    check(answer, "methode")
    assert answer.headers["allow"] == "GET"


def test_a_body_that_is_too_large(systems: Systems) -> None:
    body = b'{"reason": "' + b"a" * LARGEST_BYTES + b'"}'
    check(systems.client().post(f"{systems.ours}/state", content=body), "te-groot")


def test_a_body_without_a_length_that_is_too_large(systems: Systems) -> None:
    parts = (b"a" * 1024 for _ in range(LARGEST_BYTES // 1024 + 1))
    check(systems.client().post(f"{systems.ours}/state", content=parts), "te-groot")


def test_a_body_that_is_no_json_or_not_called_so(systems: Systems) -> None:
    client = systems.client()
    json = {"content-type": "application/json"}
    broken = client.post(f"{systems.ours}/state", content=f'{{"{SECRET}', headers=json)
    assert check(broken, "ongeldig")["errors"] == [
        {"where": "inhoud", "message": "Dit is geen geldige JSON."}
    ]
    text = {"content-type": "text/plain"}
    answer = client.post(f"{systems.ours}/state", content='{"version": 1}', headers=text)
    assert "Content-Type: application/json" in check(answer, "ongeldig")["errors"][0]["message"]


def test_a_body_in_another_encoding(systems: Systems) -> None:
    headers = {"content-type": "application/json"}
    answer = systems.client().post(f"{systems.ours}/state", content=b'"\xff"', headers=headers)
    check(answer, "onleesbaar")


@pytest.mark.parametrize("path", ["/requests?limit=1&limit=2", "/register?a=1", "/events?x=1&x=2"])
def test_a_search_term_too_many(systems: Systems, path: str) -> None:
    errors = check(systems.client().get(f"{API}{path}"), "ongeldig")["errors"]
    assert [error["where"] for error in errors] == ["zoekterm"]


def test_who_has_no_key_hears_of_that_before_anything_else(systems: Systems) -> None:
    check(systems.client(None).get(f"{API}/requests?limit=x&limit=y"), "sleutel")


@pytest.mark.parametrize(
    "body",
    [
        {SECRET: 1},
        {"state": SECRET, "version": SECRET, "reason": SECRET * 100},
        SECRET,
        [SECRET],
    ],
)
def test_what_was_sent_is_not_repeated(systems: Systems, body) -> None:
    check(systems.client().post(f"{systems.ours}/state", json=body), "ongeldig")


def test_a_database_that_does_not_answer_is_told_without_its_words(
    systems: Systems, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise OperationalError(f"SELECT '{SECRET}'", None, Exception(SECRET))

    monkeypatch.setattr(request_routes, "page_of", broken)
    with capture_logs() as logs:
        check(systems.client().get(f"{API}/requests"), "even-weg")
    assert logs == [
        {"event": "database_unavailable", "kind": "Exception", "log_level": "error"},
    ]


def test_a_fault_of_ours_is_told_without_its_words(
    systems: Systems, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise KeyError(SECRET)

    monkeypatch.setattr(request_routes, "page_of", broken)
    with caplog.at_level(logging.DEBUG):
        client = systems.client(raise_server_exceptions=False)
        check(client.get(f"{API}/requests"), "fout")
    assert SECRET not in caplog.text


def test_the_words_of_an_unknown_error_lead_to_the_documentation() -> None:
    told = explained([{"loc": ("query", "x"), "type": "new_in_a_later_version"}])
    assert told == [
        {
            "where": "zoekterm: x",
            "message": "Deze waarde klopt niet. In de documentatie staat wat hier kan.",
        }
    ]


def test_answers_are_kept_in_no_cache_and_carry_the_strict_policy(systems: Systems) -> None:
    answer = systems.client().get(systems.ours)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "access-control-allow-origin" not in answer.headers
