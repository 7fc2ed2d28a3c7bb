from __future__ import annotations

import time
from pathlib import Path

import pytest

from bot.setup.fetch import FetchFailed, fetch

PATIENCE = 1.5


def test_a_path_is_copied(tmp_path: Path) -> None:
    (tmp_path / "here.whl").write_bytes(b"wheel")
    fetch(str(tmp_path / "here.whl"), tmp_path / "new" / "there.whl", seconds=PATIENCE)
    assert (tmp_path / "new" / "there.whl").read_bytes() == b"wheel"


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FetchFailed, match="kan niet worden gelezen"):
        fetch(str(tmp_path / "gone.whl"), tmp_path / "there.whl", seconds=PATIENCE)


def test_an_address_is_downloaded(server, tmp_path: Path) -> None:
    server.files["/model.whl"] = b"wheel" * 100_000
    fetch(server.address("/model.whl"), tmp_path / "there.whl", seconds=20)
    assert (tmp_path / "there.whl").read_bytes() == b"wheel" * 100_000


def test_a_missing_file_is_told_with_the_servers_code(server, tmp_path: Path) -> None:
    with pytest.raises(FetchFailed, match="404"):
        fetch(server.address("/none.whl"), tmp_path / "there.whl", seconds=20)


def test_a_refused_connection_is_told(server, tmp_path: Path) -> None:
    address = server.address("/model.whl")
    server.server_close()
    with pytest.raises(FetchFailed, match="geen verbinding"):
        fetch(address, tmp_path / "there.whl", seconds=20)


@pytest.mark.parametrize("path", ["/hang", "/drip"])
def test_a_server_that_hangs_or_drips_is_left_in_time(server, tmp_path: Path, path: str) -> None:
    started = time.monotonic()
    with pytest.raises(FetchFailed, match="geen antwoord binnen"):
        fetch(server.address(path), tmp_path / "there.whl", seconds=PATIENCE)
    # Far from the endless wait that it would be, and far above what a busy machine adds.
    assert time.monotonic() - started < PATIENCE + 15


def test_without_time_left_nothing_is_asked(server, tmp_path: Path) -> None:
    with pytest.raises(FetchFailed, match="geen tijd"):
        fetch(server.address("/model.whl"), tmp_path / "there.whl", seconds=-1)
    assert server.asked == []
