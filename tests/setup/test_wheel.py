from __future__ import annotations

from pathlib import Path

import pytest

from bot.setup.wheel import WrongWheel, check_wheel
from tests.setup.support import make_wheel


def test_the_wheel_we_want_is_accepted(wheel: Path) -> None:
    check_wheel(wheel)


def test_another_version_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(WrongWheel, match=r"nl_core_news_sm 3\.5\.0 en niet"):
        check_wheel(make_wheel(tmp_path, version="3.5.0"))


def test_another_model_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(WrongWheel, match="nl_core_news_lg"):
        check_wheel(make_wheel(tmp_path, name="nl_core_news_lg"))


def test_a_page_instead_of_a_wheel_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.whl").write_text("<html>Log in</html>")
    with pytest.raises(WrongWheel, match="geen wheel"):
        check_wheel(tmp_path / "page.whl")


def test_a_wheel_that_broke_off_is_refused(wheel: Path) -> None:
    wheel.write_bytes(wheel.read_bytes()[:-40])
    with pytest.raises(WrongWheel):
        check_wheel(wheel)
