"""Fills in the table of processes: ports, model, secret, environments."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.run.failure import RunFailed
from bot.run.hosts import reached_at, with_hosts
from bot.run.ports import check_free, read_ports
from bot.run.processes import PROCESSES, Process
from bot.run.supervisor import Supervisor
from bot.setup.paths import LOGS, MODELS, shown
from bot.setup.training import newest_model, rasa_environment

SECRET, ENGINE_SECRET = "ACTIONS_SECRET", "ENGINE_SECRET"


def plan(processes: Sequence[Process] = PROCESSES, *, logs: Path = LOGS) -> Supervisor:
    """A supervisor that is ready to start. Raises RunFailed: no model, or a port is taken."""
    processes = with_hosts(processes, os.environ)
    ports = read_ports(processes, os.environ)
    check_free(processes, ports)
    model = _model(processes)
    return Supervisor(
        processes,
        commands={process.name: command(process, ports, model) for process in processes},
        environments=environments(processes, ports),
        addresses=addresses(processes, ports),
        logs=logs,
    )


def command(process: Process, ports: Mapping[str, int], model: str) -> list[str]:
    port = str(ports.get(process.port_variable, ""))
    return [part.replace("{port}", port).replace("{model}", model) for part in process.command]


def addresses(processes: Sequence[Process], ports: Mapping[str, int]) -> dict[str, str]:
    """Process name -> address as this machine reaches it."""
    return {
        process.name: f"http://{reached_at(process.host)}:{ports[process.port_variable]}"
        for process in processes
        if process.port_variable
    }


def environments(
    processes: Sequence[Process], ports: Mapping[str, int]
) -> dict[str, dict[str, str]]:
    """Every process knows all ports; only those that need them know this run's secrets."""
    common = {**rasa_environment(), **{name: str(port) for name, port in ports.items()}}
    common["PYTHONUNBUFFERED"] = "1"
    made = {name: secrets.token_urlsafe(32) for name in (SECRET, ENGINE_SECRET)}
    common = {name: value for name, value in common.items() if name not in made}
    return {process.name: common | _known(process, made) for process in processes}


def _known(process: Process, made: Mapping[str, str]) -> dict[str, str]:
    """The secrets that this process may know."""
    needs = {SECRET: process.secret, ENGINE_SECRET: process.engine_secret}
    return {name: made[name] for name, needed in needs.items() if needed}


def _model(processes: Sequence[Process]) -> str:
    if not any("{model}" in process.command for process in processes):
        return ""
    model = newest_model(MODELS)
    if model is None:
        raise RunFailed("Er is nog geen getrainde assistent. Maak er een met: make train")
    return shown(model)
