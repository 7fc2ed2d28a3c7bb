"""The ports: read from the environment, and free before anything starts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.run.failure import RunFailed
from bot.run.hosts import bound
from bot.run.processes import Process


def read_ports(processes: Sequence[Process], environment: Mapping[str, str]) -> dict[str, int]:
    """Port variable -> port. Raises RunFailed when a value is no port, or named twice."""
    ports: dict[str, int] = {}
    for process in processes:
        name = process.port_variable
        if not name:
            continue
        port = _number(name, environment.get(name, "").strip() or str(process.default_port))
        for other, taken in ports.items():
            if taken == port:
                raise RunFailed(
                    f"{name} en {other} wijzen allebei naar poort {port}. Kies er twee."
                )
        ports[name] = port
    return ports


def check_free(processes: Sequence[Process], ports: Mapping[str, int]) -> None:
    """Raises RunFailed with one line per port that is taken."""
    lines = [
        _taken_line(process, ports)
        for process in processes
        if process.port_variable and not is_free(process.host, ports[process.port_variable])
    ]
    if lines:
        raise RunFailed("\n".join(lines))


def is_free(host: str, port: int) -> bool:
    try:
        bound(host, port).close()
    except PermissionError as error:
        raise RunFailed(
            f"Poort {port} mag deze gebruiker niet openen. Kies er een boven 1024."
        ) from error
    except OSError:
        return False
    return True


def _number(name: str, text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise RunFailed(f"{name} moet een poort zijn van 1 tot en met 65535, bijvoorbeeld 8081.")
    return int(text)


def _taken_line(process: Process, ports: Mapping[str, int]) -> str:
    port, name = ports[process.port_variable], process.port_variable
    other = next((p for p in range(port + 1, 65536) if _is_spare(process.host, p, ports)), port)
    return (
        f"Poort {port} ({process.title}) is al in gebruik. Stop wat daar draait, "
        f"of kies een andere poort: {name}={other} make run"
    )


def _is_spare(host: str, port: int, ports: Mapping[str, int]) -> bool:
    return port not in ports.values() and is_free(host, port)
