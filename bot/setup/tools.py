"""Finds `uv`, which builds the environments, or installs it in a private folder."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import Optional, Tuple

from bot.setup.commands import run_logged
from bot.setup.paths import TOOLS, python_of

UV_VERSION = "0.13.9"
# Older ones may lack an option that we use.
OLDEST_UV = (0, 5, 0)

NO_VENV = (
    "uv kon niet worden geïnstalleerd. Het is nodig om de omgevingen te bouwen.\n"
    "Installeer het zelf (docs.astral.sh/uv), of installeer de module venv voor Python\n"
    "(Debian en Ubuntu: sudo apt install python3-venv) en probeer opnieuw."
)


@lru_cache(maxsize=None)
def find_uv() -> Path:
    """The uv to use, installed in `.tools` where the machine has none; raises SetupFailed."""
    return present_uv() or _install()


def present_uv() -> Optional[Path]:
    candidates = (shutil.which("uv"), str(TOOLS / "bin" / "uv"))
    for candidate in candidates:
        if candidate and (version_of(Path(candidate)) or (0, 0, 0)) >= OLDEST_UV:
            return Path(candidate)
    return None


def version_of(uv: Path) -> Optional[Tuple[int, ...]]:
    """None when it does not run: a version manager's stub on PATH may lead nowhere."""
    try:
        done = subprocess.run(
            [str(uv), "--version"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(r"(\d+)\.(\d+)\.(\d+)", done.stdout.decode("utf-8", "replace"))
    return tuple(map(int, found.groups())) if done.returncode == 0 and found else None


def _install() -> Path:
    make = [sys.executable, "-m", "venv", "--clear", TOOLS]
    run_logged(make, log="tools.log", failure=NO_VENV)
    install = [python_of(TOOLS), "-m", "pip", "install", "--quiet", f"uv=={UV_VERSION}"]
    run_logged(install, log="tools.log", failure=NO_VENV)
    return TOOLS / "bin" / "uv"
