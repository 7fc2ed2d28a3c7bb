from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot.setup.commands import last_lines, run_logged
from bot.setup.failure import SetupFailed


def test_what_a_command_says_goes_to_its_log(tmp_path: Path) -> None:
    run_logged([sys.executable, "-c", "print('hallo')"], log="a.log", failure="", folder=tmp_path)
    assert (tmp_path / "a.log").read_text() == "hallo\n"


def test_a_failed_command_tells_its_last_lines_and_where_the_rest_is(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "print('de oorzaak'); raise SystemExit(3)"]
    with pytest.raises(SetupFailed, match=r"Het ging mis(.|\n)*de oorzaak(.|\n)*a\.log"):
        run_logged(command, log="a.log", failure="Het ging mis.", folder=tmp_path)


def test_an_error_far_above_the_end_is_still_shown(tmp_path: Path) -> None:
    log = tmp_path / "train.log"
    log.write_text("begin\n\x1b[31mKeyError: 'x'\x1b[0m\n" + "een lange lijst\n" * 40)
    lines = last_lines(log, 3).split("\n")
    assert lines == ["    KeyError: 'x'", "    ...", *["    een lange lijst"] * 3]


def test_an_empty_log_says_so(tmp_path: Path) -> None:
    assert last_lines(tmp_path / "none.log") == "    (het verslag is leeg)"
