"""Fetches one file from a path or an address, within a time that nothing can stretch."""

from __future__ import annotations

import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

from bot.setup.paths import ROOT


class FetchFailed(Exception):
    """The file did not come; the text says why, in Dutch."""


def is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))


def fetch(source: str, destination: Path, *, seconds: float) -> None:
    """Copy or download to `destination`; raises FetchFailed after at most `seconds`."""
    destination.parent.mkdir(parents=True, exist_ok=True)
    if not is_address(source):
        _copy(Path(source).expanduser(), destination)
    elif seconds > 0:
        _download(source, destination, seconds)
    else:
        raise FetchFailed("er was geen tijd meer over")


def _copy(source: Path, destination: Path) -> None:
    try:
        shutil.copyfile(str(source), str(destination))
    except OSError as error:
        raise FetchFailed(f"het bestand kan niet worden gelezen ({error.strerror})") from error


def _download(address: str, destination: Path, seconds: float) -> None:
    # A socket's time-out starts anew with every byte, and looking up a name has none at all.
    # A process of its own can be ended whatever it waits for.
    command = [sys.executable, "-m", "bot.setup.fetch", address, str(destination)]
    try:
        done = subprocess.run(
            command,
            cwd=str(ROOT),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired as error:
        raise FetchFailed(f"geen antwoord binnen {seconds:.0f} seconden") from error
    if done.returncode != 0:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise FetchFailed(lines[-1] if lines else "de verbinding brak af")


def _main(address: str, destination: str) -> None:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer, open(destination, "wb") as file:
            shutil.copyfileobj(answer, file)
    except urllib.error.HTTPError as error:
        sys.exit(f"de server antwoordt met {error.code}")
    except (OSError, ValueError) as error:
        sys.exit(f"geen verbinding ({getattr(error, 'reason', error)})")


if __name__ == "__main__":
    _main(*sys.argv[1:3])
