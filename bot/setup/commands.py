"""Runs a command with its output in a log, and tells a person how it ended."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Mapping, Optional, Sequence

from bot.setup.failure import SetupFailed
from bot.setup.paths import LOGS, ROOT, shown

SHOWN_LINES = 15
SHOWN_ERRORS = 3
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_ERROR = re.compile(r"\bERROR\b|^[\w.]*(Error|Exception|Conflict)\b")


def run_logged(
    command: Sequence[object],
    *,
    log: str,
    failure: str,
    environment: Optional[Mapping[str, str]] = None,
    folder: Path = LOGS,
) -> None:
    """Run in the repository's root; raises SetupFailed with the last lines of `var/log/<log>`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / log
    with path.open("wb") as output:
        done = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=environment,
            cwd=str(ROOT),
        )
    if done.returncode != 0:
        raise SetupFailed(f"{failure}\n{last_lines(path)}\nHet hele verslag: {shown(path)}")


def last_lines(path: Path, count: int = SHOWN_LINES) -> str:
    """The end of a log, indented, after the errors before it; a log that is not there is empty."""
    try:
        text = _COLOURS.sub("", path.read_text(encoding="utf-8", errors="replace"))
    except FileNotFoundError:
        text = ""
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    # A long list may follow the line that matters.
    errors = [line for line in lines[:-count] if _ERROR.search(line)][-SHOWN_ERRORS:]
    shown_lines = [*errors, *(["..."] if errors else []), *lines[-count:]]
    return "\n".join("    " + line for line in shown_lines) or "    (het verslag is leeg)"
