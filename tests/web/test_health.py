"""/health tells what works by trying it, and cannot be used as a load."""

from __future__ import annotations

import os
import time

import pytest
from starlette.testclient import TestClient

from bot.web.app import make_app
from tests.support.chat import Site, fake, site
from tests.support.programs import free_port
from tests.support.receiver import receiver

__all__ = ["fake", "site"]


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    monkeypatch.setattr("bot.web.health._KEPT_SECONDS", 0.0)
    monkeypatch.setenv("WORKER_HEARTBEAT", str(tmp_path / "alive"))
    for name in ("ACTIONS_PORT", "ACTIONS_URL"):
        monkeypatch.delenv(name, raising=False)


def health(site: Site):
    return site.visitor().http.get(f"{site.server.url}/health")


def test_all_is_well(site: Site, tmp_path) -> None:
    (tmp_path / "alive").touch()
    reply = health(site)
    assert reply.status_code == 200
    assert reply.json() == {
        "database": "ok",
        "engine": "ok",
        "actions": "onbekend",
        "worker": "ok",
    }


def test_an_engine_that_is_away_is_told(site: Site) -> None:
    site.engine.server.stop()
    reply = health(site)
    assert (reply.status_code, reply.json()["engine"]) == (503, "onbereikbaar")


def test_an_engine_that_does_not_understand_is_away(site: Site) -> None:
    site.engine.behaviour = "hold"
    assert health(site).json()["engine"] == "onbereikbaar"


def test_one_of_two_engines_still_helps(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    other = f"http://127.0.0.1:{free_port()}"
    monkeypatch.setenv("ENGINE_URLS", f"{site.engine.server.url},{other}")
    reply = health(site)
    assert (reply.status_code, reply.json()["engine"]) == (200, "deels")


def test_a_worker_that_makes_no_rounds_is_told(site: Site, tmp_path) -> None:
    assert health(site).json()["worker"] == "onbekend"
    (tmp_path / "alive").touch()
    long_ago = time.time() - 600
    os.utime(tmp_path / "alive", (long_ago, long_ago))
    reply = health(site)
    assert (reply.status_code, reply.json()["worker"]) == (200, "stil")


def test_actions_are_told_of_where_they_are_known(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACTIONS_PORT", str(free_port()))
    assert health(site).json()["actions"] == "onbereikbaar"
    with receiver() as (_, url):
        monkeypatch.setenv("ACTIONS_URL", url)
        # This one answers no GET: it is there, and not as it should be.
        assert health(site).json()["actions"] == "onbereikbaar"


def test_without_a_chat_the_office_is_still_well(engine) -> None:
    client = TestClient(make_app(lambda: engine))
    reply = client.get("/health")
    assert (reply.status_code, reply.json()["engine"]) == (200, "niet ingesteld")


def test_asking_often_asks_the_engine_once(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.web.health._KEPT_SECONDS", 60.0)
    site.engine.behaviour = "ok"
    assert health(site).json()["engine"] == "ok"
    site.engine.server.stop()
    assert health(site).json()["engine"] == "ok"
