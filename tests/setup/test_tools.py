from __future__ import annotations

from pathlib import Path

import pytest

from bot.setup import tools


def _script(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tools, "TOOLS", tmp_path / "tools")
    monkeypatch.setenv("PATH", f"{tmp_path / 'path'}:/usr/bin:/bin")
    return _script(tmp_path / "tools" / "bin" / "uv", "echo uv 0.13.9")


def test_a_uv_on_the_path_is_used(private: Path, tmp_path: Path) -> None:
    uv = _script(tmp_path / "path" / "uv", "echo 'uv 0.9.1 (abc 2026-01-01)'")
    assert tools.present_uv() == uv


@pytest.mark.parametrize("text", ["exit 127", "echo uv 0.1.44", "echo uv 9.9.9; exit 1", "echo hi"])
def test_a_uv_that_does_not_run_or_is_too_old_is_passed_over(
    private: Path, tmp_path: Path, text: str
) -> None:
    _script(tmp_path / "path" / "uv", text)
    assert tools.present_uv() == private


def test_without_any_uv_there_is_none(private: Path) -> None:
    private.unlink()
    assert tools.present_uv() is None
