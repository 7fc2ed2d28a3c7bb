"""The bench of hostile messages: the same ones every time, of every kind, and a fault is not clean."""

from __future__ import annotations

import asyncio

from bench.hostile import is_clean
from bench.hostile_chat import send_all
from bench.hostile_texts import MEGABYTE, messages

ORDINARY = ["Mag ik het dossier van mijn kind inzien?"]


def test_the_same_seed_gives_the_same_messages() -> None:
    first, again = (list(messages(500, 7, ORDINARY)) for _ in range(2))
    assert first == again != list(messages(500, 8, ORDINARY))


def test_there_are_short_long_and_huge_ones_that_utf_8_can_hold() -> None:
    texts = list(messages(20_000, 7, ORDINARY))
    assert max(map(len, texts)) == MEGABYTE
    sizes = [len(text.encode()) for text in texts]
    assert min(sizes) == 0
    assert sum(size > 5_000 for size in sizes) > 20


def report(statuses: dict, chat: dict, engine: dict) -> dict:
    return {"chat": {"statuses": statuses, "failures": chat}, "engine": engine}


def test_only_a_report_without_faults_is_clean() -> None:
    assert is_clean(report({202: 9, 400: 1}, {}, {"failures": {}}))
    assert not is_clean(report({202: 9, 500: 1}, {}, {"failures": {}}))
    assert not is_clean(report({202: 9}, {"no JSON": 1}, {"failures": {}}))
    assert not is_clean(report({202: 9}, {}, {"failures": {"plain: ValueError": 1}}))
    assert not is_clean(report({202: 9}, {}, {"failed": 1}))


def test_some_of_them_go_through_the_chat_without_a_fault(tmp_path, monkeypatch) -> None:
    async def unlimited(*_: object) -> None: ...

    monkeypatch.setattr("bot.chat.limits.Limits._spend", unlimited)
    monkeypatch.setattr("bot.engines.client.EngineClient.answer", None)
    monkeypatch.setenv("ENGINE_SECRET", "test")

    async def run() -> list:
        return [sent async for sent in send_all(tmp_path, messages(150, 7, ORDINARY), 7)]

    sent = asyncio.run(run())
    assert {one.failure for one in sent} == {""}
    assert {202, 400} <= {one.status for one in sent} <= {200, 202, 204, 400, 401, 404, 413}
