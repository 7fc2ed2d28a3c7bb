"""Where a process listens: on loopback, unless its variable names another address of this machine."""

from __future__ import annotations

import socket
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.run.failure import RunFailed
from bot.run.processes import LOOPBACK, Process

# What "every address of this machine" is called, and where the machine itself then knocks.
_EVERYWHERE = {"0.0.0.0": LOOPBACK, "::": "::1"}  # noqa: S104


def with_hosts(processes: Sequence[Process], environment: Mapping[str, str]) -> tuple[Process, ...]:
    """The rows with the hosts of this run. Raises RunFailed when one is no address of ours."""
    return tuple(_with_host(process, environment) for process in processes)


def reached_at(host: str) -> str:
    """The host as it stands in an address that this machine can open."""
    own = _EVERYWHERE.get(host, host)
    return f"[{own}]" if ":" in own else own


def bound(host: str, port: int) -> socket.socket:
    """A socket on that address. Raises OSError."""
    family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    probe = socket.socket(family, kind)
    try:
        # As servers do: a connection that closed a moment ago does not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(address)
    except OSError:
        probe.close()
        raise
    return probe


def _with_host(process: Process, environment: Mapping[str, str]) -> Process:
    name = process.host_variable
    host = environment.get(name, "").strip() if name else ""
    if not host:
        return process
    try:
        bound(host, 0).close()
    except OSError as error:
        raise RunFailed(
            f"{name}={host} is geen adres van deze machine. Laat {name} weg om alleen op deze "
            "machine te luisteren, of gebruik 0.0.0.0 voor het hele netwerk."
        ) from error
    return replace(process, host=host)
