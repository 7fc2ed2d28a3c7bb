"""The whole interface, tried with what fits its own description and with what does not."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, events, from_schema

from bot.api import caller, problems
from bot.people.rate_limit import Limit
from bot.web.app import make_app
from tests.support.systems import API, Systems

# With the same seed the same calls are made; any other finds nothing either.
SEED = 20261124
EXAMPLES = 25


def run(systems: Systems, **more: Any) -> list[events.ScenarioFinished]:
    """Every phase and every check of schemathesis, with a key that may write."""
    config = SchemathesisConfig.from_dict(
        {
            "seed": SEED,
            "headers": {"Authorization": f"Bearer {systems.keys['schrijver']}"},
            "generation": {"max-examples": EXAMPLES, "database": "none"},
            "continue-on-failure": True,
            **more,
        }
    )
    app = make_app(lambda: systems.engine)
    schema = schemathesis.openapi.from_asgi(f"{API}/openapi.json", app, config=config)
    happened = list(from_schema(schema).execute())
    errors = [str(event.info) for event in happened if isinstance(event, events.NonFatalError)]
    assert errors == []
    return [event for event in happened if isinstance(event, events.ScenarioFinished)]


def found(scenarios: list[events.ScenarioFinished]) -> list[str]:
    return [
        f"{check.name}: {check.failure_info.failure}\n{check.failure_info.code_sample}"
        for scenario in scenarios
        for checks in scenario.recorder.checks.values()
        for check in checks
        if check.status == Status.FAILURE
    ]


@pytest.fixture(autouse=True)
def no_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CALLS", "WRONG_KEYS"):
        limit = getattr(caller, name)
        monkeypatch.setattr(caller, name, Limit(limit.name, 10**9, limit.period))


def statuses(scenarios: list[events.ScenarioFinished]) -> set[int]:
    return {
        call.response.status_code
        for scenario in scenarios
        for call in scenario.recorder.interactions.values()
        if call.response is not None
    }


def around_our_request(systems: Systems) -> dict[str, Any]:
    return {
        "parameters": {"path.reference": systems.references["regenboog"]},
        "phases": {"coverage": {"enabled": False}, "examples": {"enabled": False}},
    }


def test_nothing_is_found(systems: Systems) -> None:
    scenarios = run(systems)
    assert found(scenarios) == []
    assert {200, 401, 404, 405, 409, 422} <= statuses(scenarios)


def test_nothing_is_found_around_a_request_that_exists(systems: Systems) -> None:
    scenarios = run(systems, **around_our_request(systems))
    assert found(scenarios) == []
    assert {200, 409, 422} <= statuses(scenarios)


def test_a_fault_is_found(systems: Systems, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(problems, "MEDIA_TYPE", "application/json")
    scenarios = run(systems, **around_our_request(systems))
    assert any("content_type_conformance" in fault for fault in found(scenarios))
