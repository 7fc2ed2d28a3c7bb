"""Waits longer after each quick death, gives up after some, and forgives after a long life."""

from __future__ import annotations

from bot.run.revival import Revival


def test_quick_deaths_wait_longer_and_end_in_giving_up() -> None:
    revival = Revival(delays=(1.0, 2.0, 4.0), quick=60)
    assert [revival.delay("engine", 5) for _ in range(4)] == [1.0, 2.0, 4.0, None]


def test_a_long_life_makes_up_for_earlier_deaths() -> None:
    revival = Revival(delays=(1.0, 2.0), quick=60)
    lives = (5, 5, 3600, 5, 5)
    assert [revival.delay("engine", lived) for lived in lives] == [1.0, 2.0, 1.0, 2.0, None]


def test_each_process_has_a_count_of_its_own() -> None:
    revival = Revival(delays=(1.0,), quick=60)
    assert [revival.delay(name, 5) for name in ("web", "engine", "web")] == [1.0, 1.0, None]
