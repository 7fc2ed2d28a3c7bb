"""Puts the Dutch model into the engine's environment: the real one, else a stand-in."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Callable, List, NamedTuple, Optional, Sequence

from bot.setup.fetch import FetchFailed, fetch
from bot.setup.stand_in import STAND_IN_VERSION
from bot.setup.wheel import NAME, VERSION, WrongWheel, check_wheel, wheel_name

RELEASE = (
    "https://github.com/explosion/spacy-models/releases/download/"
    f"{NAME}-{VERSION}/{wheel_name(VERSION)}"
)
# Contract: the whole attempt, all sources together.
LIMIT_SECONDS = 20.0


class Place(NamedTuple):
    """Where the model goes, where its wheel is kept, and how a wheel is installed or made."""

    environment: Path
    kept: Path
    install: Callable[[Path], None]
    make_stand_in: Callable[[Path], None]

    @property
    def real_wheel(self) -> Path:
        return self.kept / wheel_name(VERSION)

    @property
    def stand_in_wheel(self) -> Path:
        return self.kept / wheel_name(STAND_IN_VERSION)


class Outcome(NamedTuple):
    """The version that is now installed, and why each source that was tried failed."""

    version: str
    changed: bool
    failures: List[str]

    @property
    def is_stand_in(self) -> bool:
        return self.version == STAND_IN_VERSION


def installed_version(environment: Path) -> Optional[str]:
    for path in environment.glob(f"lib/python*/site-packages/{NAME}/meta.json"):
        return str(json.loads(path.read_text(encoding="utf-8"))["version"])
    return None


def ensure(
    place: Place,
    *,
    given: str = "",
    again: bool = False,
    release: str = RELEASE,
    seconds: float = LIMIT_SECONDS,
) -> Outcome:
    """Install the model; `given` is a wheel's path or address, `again` retries the release page.

    A stand-in is remembered by its wheel: without `given` or `again` no network is tried.
    """
    installed = installed_version(place.environment)
    if installed == VERSION:
        return Outcome(VERSION, False, [])
    failures: List[str] = []
    if not place.real_wheel.exists() and (given or again or not place.stand_in_wheel.exists()):
        sources = [source for source in (given, release) if source]
        failures = _obtain(place.real_wheel, sources, seconds)
    if place.real_wheel.exists():
        place.install(place.real_wheel)
        return Outcome(VERSION, True, failures)
    if installed == STAND_IN_VERSION and place.stand_in_wheel.exists():
        return Outcome(STAND_IN_VERSION, False, failures)
    place.make_stand_in(place.kept)
    place.install(place.stand_in_wheel)
    return Outcome(STAND_IN_VERSION, True, failures)


def _obtain(wheel: Path, sources: Sequence[str], seconds: float) -> List[str]:
    """Fetch the wheel from the first source that has it; returns why the others failed."""
    failures = []
    deadline = time.monotonic() + seconds
    unchecked = wheel.with_name("unchecked.whl")
    for source in sources:
        try:
            fetch(source, unchecked, seconds=deadline - time.monotonic())
            check_wheel(unchecked)
        except (FetchFailed, WrongWheel) as error:
            failures.append(f"{source}: {error}")
        else:
            unchecked.replace(wheel)
            break
    if unchecked.exists():
        unchecked.unlink()
    return failures
