from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from bot.run.failure import RunFailed
from bot.run.ports import check_free, read_ports
from tests.run.support import row

WEB = row("web", port_variable="WEB_PORT", default_port=8080)
ENGINE = row("engine", port_variable="ENGINE_PORT", default_port=5005)
WORKER = row("worker")


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_comes_from_its_variable_or_else_from_the_table() -> None:
    ports = read_ports([WEB, ENGINE, WORKER], {"WEB_PORT": "8123", "ENGINE_PORT": ""})
    assert ports == {"WEB_PORT": 8123, "ENGINE_PORT": 5005}


@pytest.mark.parametrize("text", ["abc", "0", "65536", "-1", "80.5", "²"])
def test_a_value_that_is_no_port_is_refused_by_name(text: str) -> None:
    with pytest.raises(RunFailed, match="WEB_PORT moet een poort zijn"):
        read_ports([WEB], {"WEB_PORT": text})


def test_two_processes_on_one_port_are_refused_by_name() -> None:
    with pytest.raises(RunFailed, match=r"ENGINE_PORT en WEB_PORT .* 5005"):
        read_ports([WEB, ENGINE], {"WEB_PORT": "5005"})


def test_a_taken_port_gives_one_line_with_the_variable_and_another_port(taken: int) -> None:
    with pytest.raises(RunFailed) as failure:
        check_free([ENGINE], {"ENGINE_PORT": taken})
    line = str(failure.value)
    assert "\n" not in line
    assert f"Poort {taken} (engine) is al in gebruik" in line
    suggested = int(line.partition("ENGINE_PORT=")[2].split()[0])
    assert suggested > taken
    check_free([ENGINE], {"ENGINE_PORT": suggested})


def test_free_ports_pass(taken: int) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    check_free([ENGINE, WORKER], {"ENGINE_PORT": free})
