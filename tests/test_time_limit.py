"""What one call takes is no longer there for the next."""

from __future__ import annotations

import httpx2
import pytest

from bot.time_limit import TimeLimit


def test_the_steps_of_a_call_together_fit_in_what_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("bot.time_limit.monotonic", lambda: now[0])
    limit = TimeLimit(6.0)
    for passed, left in ((0.0, 6.0), (4.0, 2.0), (1.5, 0.5)):
        now[0] += passed
        assert sum(limit.left().as_dict().values()) == pytest.approx(left)
    assert sum(limit.left(0.5).as_dict().values()) == pytest.approx(0.25)
    now[0] += 0.5
    with pytest.raises(httpx2.TimeoutException):
        limit.left()
