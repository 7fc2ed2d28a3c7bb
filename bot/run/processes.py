"""The processes of Dossierwijzer. A new process is a new row here."""

from __future__ import annotations

from dataclasses import dataclass

from bot.run.health import Check, answers, replies
from bot.setup.paths import APP, ENGINE, python_of

APP_PYTHON = str(python_of(APP))
ENGINE_PYTHON = str(python_of(ENGINE))
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """One row: `{port}` and `{model}` in the command are filled in at the start.

    Without `port_variable` it listens nowhere, and counts as ready once it runs. `secret` gives it
    ACTIONS_SECRET, `engine_secret` ENGINE_SECRET. The checks of `ready` are made in turn; each must
    hold.
    """

    name: str
    title: str
    command: tuple[str, ...]
    port_variable: str = ""
    default_port: int = 0
    host: str = LOOPBACK
    ready: tuple[Check, ...] = ()
    secret: bool = False
    engine_secret: bool = False
    # What a person may open; empty for a process that only our own processes call.
    page: str = ""


ACTIONS = Process(
    name="actions",
    title="formulieren",
    command=(APP_PYTHON, "-m", "actions"),
    port_variable="ACTIONS_PORT",
    default_port=5055,
    ready=(answers("/health"),),
    secret=True,
)
ENGINE_PROCESS = Process(
    name="engine",
    title="assistent",
    command=(
        # `rasa run`, without the TensorFlow that no component of ours uses.
        *(ENGINE_PYTHON, "-m", "bot.engine.serve", "--model", "{model}"),
        *("--endpoints", "endpoints.yml", "--credentials", "credentials.yml"),
        *("-i", LOOPBACK, "-p", "{port}"),
    ),
    port_variable="ENGINE_PORT",
    default_port=5005,
    # The first message after loading is the slowest one: it is not for a parent.
    ready=(answers("/"), replies("/webhooks/rest/webhook")),
    secret=True,
    engine_secret=True,
    page="/webhooks/rest/webhook",
)
# In the order of starting: the engine's first reply may need the actions.
PROCESSES = (ACTIONS, ENGINE_PROCESS)
