from __future__ import annotations

import io

import pytest

from bot.setup.progress import Progress


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def out() -> io.StringIO:
    return io.StringIO()


def test_a_step_shows_its_number_and_its_seconds(clock: Clock, out: io.StringIO) -> None:
    progress = Progress(6, done=1, out=out, live=False, clock=clock)
    with progress.step("Omgeving installeren"):
        clock.now += 14
    assert out.getvalue() == "[2/6] Omgeving installeren ... 14 s\n"


def test_a_step_without_work_says_so_and_notes_follow(clock: Clock, out: io.StringIO) -> None:
    with Progress(1, out=out, live=False, clock=clock).step("Trainen") as step:
        step.note("    Model: var/models/a.tar.gz")
        step.nothing_to_do()
    assert out.getvalue() == "[1/1] Trainen ... al klaar\n    Model: var/models/a.tar.gz\n"


def test_a_failed_step_says_so_and_lets_the_failure_through(clock: Clock, out: io.StringIO) -> None:
    def fail() -> None:
        with Progress(1, out=out, live=False, clock=clock).step("Trainen"):
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        fail()
    assert out.getvalue() == "[1/1] Trainen ... mislukt na 0 s\n"


def test_on_a_terminal_the_line_is_rewritten(clock: Clock, out: io.StringIO) -> None:
    with Progress(1, out=out, live=True, clock=clock).step("Trainen"):
        clock.now += 3
    assert out.getvalue().startswith("[1/1] Trainen ...")
    assert out.getvalue().split("\r")[-1].split() == ["[1/1]", "Trainen", "...", "3", "s"]
