from __future__ import annotations

import pytest

from bot.run.failure import RunFailed
from bot.run.hosts import reached_at, with_hosts
from bot.run.plan import addresses
from tests.run.support import row

WEB = row("web", port_variable="WEB_PORT", default_port=8080, host_variable="WEB_HOST")
ENGINE = row("engine", port_variable="ENGINE_PORT", default_port=5005)


def test_only_a_process_with_a_variable_can_leave_loopback() -> None:
    made = with_hosts([WEB, ENGINE], {"WEB_HOST": "0.0.0.0"})
    assert [process.host for process in made] == ["0.0.0.0", "127.0.0.1"]


@pytest.mark.parametrize("environment", [{}, {"WEB_HOST": ""}, {"WEB_HOST": " "}])
def test_without_a_value_everything_stays_on_loopback(environment: dict) -> None:
    assert with_hosts([WEB], environment) == (WEB,)


@pytest.mark.parametrize("host", ["203.0.113.7", "geen adres"])
def test_an_address_of_another_machine_is_refused_by_name(host: str) -> None:
    with pytest.raises(RunFailed, match=f"WEB_HOST={host} is geen adres van deze machine"):
        with_hosts([WEB], {"WEB_HOST": host})


@pytest.mark.parametrize(
    ("host", "shown"),
    [("0.0.0.0", "127.0.0.1"), ("::", "[::1]"), ("127.0.0.2", "127.0.0.2"), ("::1", "[::1]")],
)
def test_an_address_is_shown_as_this_machine_can_open_it(host: str, shown: str) -> None:
    assert reached_at(host) == shown


def test_the_address_of_a_process_follows_its_host() -> None:
    made = with_hosts([WEB], {"WEB_HOST": "127.0.0.2"})
    assert addresses(made, {"WEB_PORT": 8123}) == {"web": "http://127.0.0.2:8123"}
