"""Another list of engines: taken over while the web process runs, and only when all understand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.admin.__main__ import main
from bot.engines.listed import EngineList, with_engines_of_now
from bot.settings import load_settings
from tests.support.chat import Site, Visitor
from tests.support.fake_engine import FakeEngine


@pytest.fixture
def other() -> Iterator[FakeEngine]:
    engine = FakeEngine()
    engine.server.start()
    yield engine
    engine.server.stop()


@pytest.fixture
def listed(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file with the list, for a web process that was started with one engine in it."""
    path = tmp_path / "engines"
    path.write_text(site.engine.server.url)
    monkeypatch.delenv("ENGINE_URLS")
    monkeypatch.setenv("ENGINE_URLS_FILE", str(path))
    return path


def test_a_conversation_goes_on_with_the_new_engine(
    listed: Path, site: Site, visitor: Visitor, other: FakeEngine, capsys
) -> None:
    visitor.begin("een")
    visitor.answered(1)
    assert main(["engines", "use", other.server.url]) == 0
    site.engine.server.stop()
    visitor.say("twee")
    texts = visitor.answered(2)
    assert site.engine.texts() == ["een"] and other.texts() == ["twee"]
    assert [author for author, _ in texts] == ["bezoeker", "bot"] * 2
    assert "In gebruik" in capsys.readouterr().out
    assert list(listed.parent.glob(".engines*")) == []


def test_what_an_engine_has_in_hand_it_finishes(
    listed: Path, site: Site, visitor: Visitor, other: FakeEngine
) -> None:
    site.engine.behaviour = "hold"
    visitor.begin("een")
    assert main(["engines", "use", other.server.url]) == 0
    site.engine.let_go()
    visitor.say("twee")
    visitor.answered(2)
    assert site.engine.texts() == ["een"] and other.texts() == ["twee"]


@pytest.mark.parametrize("wrong", ["http://127.0.0.1:9", "127.0.0.1:5005", "hold"])
def test_one_that_does_not_understand_changes_nothing(
    listed: Path, other: FakeEngine, wrong: str, capsys
) -> None:
    before = listed.read_text()
    if wrong == "hold":
        other.behaviour, wrong = "hold", other.server.url
    assert main(["engines", "use", before, wrong]) == 1
    assert listed.read_text() == before
    assert capsys.readouterr().err


def test_a_wrong_secret_changes_nothing(
    listed: Path, other: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = listed.read_text()
    monkeypatch.setenv("ENGINE_SECRET", "een ander geheim")
    assert main(["engines", "use", other.server.url]) == 1
    monkeypatch.delenv("ENGINE_SECRET")
    assert main(["engines", "use", other.server.url]) == 1
    assert listed.read_text() == before


def test_a_list_that_the_environment_fixes_is_not_changed(site: Site, capsys) -> None:
    assert main(["engines", "use", site.engine.server.url]) == 1
    assert "ENGINE_URLS staat vast" in capsys.readouterr().err


def test_without_any_setting_the_list_is_in_var(
    listed: Path, other: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ENGINE_URLS_FILE")
    monkeypatch.setattr("bot.settings.ENGINES_FILE", listed.parent / "lijst")
    monkeypatch.setattr("bot.admin.engines.ENGINES_FILE", listed.parent / "lijst")
    assert load_settings({}).engine_urls == ("http://127.0.0.1:5005",)
    assert main(["engines", "use", other.server.url, f"{other.server.url}/"]) == 0
    assert load_settings({}).engine_urls == (other.server.url,)


def test_a_list_that_cannot_be_read_leaves_the_one_that_was(listed: Path) -> None:
    engines = EngineList()
    (first,) = engines()
    listed.unlink()
    assert engines() == (first,)
    listed.write_text("geen adres")
    assert engines() == (first,)
    listed.write_text("http://127.0.0.1:1 http://127.0.0.1:2")
    assert len(engines()) == 2
    # As the worker sees it, whose other settings stay as they were.
    settings = load_settings({"CHAT_DAYS": "14"})
    renewed = with_engines_of_now(engines)(settings)
    assert renewed.engine_urls == engines() and renewed.chat_days == 14
