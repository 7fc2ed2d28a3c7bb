"""Libraries may say everything while we start, and only places once a visitor can be heard."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
_SAY_ALL = """
import logging, threading, warnings
from bot.quiet_logs import hush, install
install()
{quiet}
logging.getLogger("bibliotheek").error("Zwaantje %s", "typte dit")
logging.getLogger("bibliotheek").info("Zwaantje is er")
logging.getLogger("bot.web").info("van ons: een telling")
logging.getLogger("bibliotheek").error('{{"text": "Zwaantje", "event": "lezen.mislukt"}}')
warnings.warn("Zwaantje waarschuwt")
warnings.warn_explicit("Zwaantje waarschuwt", UserWarning, "/ergens/lezen.py", 12)
try:
    raise ValueError("Zwaantje") from KeyError("Zwaantje")
except ValueError:
    logging.getLogger("bibliotheek").exception("Zwaantje ging mis")
thread = threading.Thread(target=lambda: int("Zwaantje"))
thread.start()
thread.join()
raise RuntimeError("Zwaantje hield op")
"""


def said(quiet: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _SAY_ALL.format(quiet=quiet)],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    return done.stdout + done.stderr


def test_after_hush_only_places_and_kinds_are_told() -> None:
    log = said("hush()")
    assert "Zwaantje" not in log
    assert "ERROR bibliotheek <string>:6\n" in log
    assert "ERROR bibliotheek lezen.mislukt\n" in log
    assert "WARNING py.warnings lezen.py:12 UserWarning\n" in log
    assert "<- ValueError at <string>:13 <- KeyError at an unknown place" in log
    assert "stopped: ValueError at" in log and "stopped: RuntimeError at <string>:19" in log
    assert "INFO bot.web van ons: een telling" in log


@pytest.mark.parametrize(("quiet", "environment"), [("", {}), ("hush()", {"LOG_TEXTS": "ja"})])
def test_at_the_start_and_on_a_machine_for_trying_out_all_is_told(quiet, environment) -> None:
    log = said(quiet, **environment)
    assert "Zwaantje typte dit" in log and "Zwaantje hield op" in log


def test_a_disk_without_room_for_the_log_breaks_no_work() -> None:
    code = """
import logging, sys
from bot.quiet_logs import install
import structlog
sys.stdout = sys.stderr = open("/dev/full", "w")
install()
structlog.get_logger("bot").error("not_written")
logging.getLogger("bot").error("not written")
raise SystemExit(7)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, timeout=60)
    assert done.returncode == 7
