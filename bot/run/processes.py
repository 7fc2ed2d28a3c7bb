"""The processes of Dossierwijzer. A new process is a new row here."""

from __future__ import annotations

from dataclasses import dataclass

from bot.run.health import Check, answers, beats, replies
from bot.setup.paths import APP, ENGINE, python_of

#: Where the engine hears a message.
REST_PATH = "/webhooks/rest/webhook"
APP_PYTHON = str(python_of(APP))
ENGINE_PYTHON = str(python_of(ENGINE))
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """One row: `{port}` and `{model}` in the command are filled in at the start.

    Without `port_variable` it listens nowhere. `host_variable` may let it listen beyond loopback.
    `secret` gives it ACTIONS_SECRET, `engine_secret` ENGINE_SECRET. The checks of `ready` are made in
    turn; each must hold.
    """

    name: str
    title: str
    command: tuple[str, ...]
    port_variable: str = ""
    default_port: int = 0
    host: str = LOOPBACK
    host_variable: str = ""
    ready: tuple[Check, ...] = ()
    secret: bool = False
    engine_secret: bool = False
    #: Title and path of what a person may open; none for what only our own processes call.
    pages: tuple[tuple[str, str], ...] = ()
    #: The same, while it is a demonstration.
    demo_pages: tuple[tuple[str, str], ...] = ()


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
    ready=(answers("/"), replies(REST_PATH)),
    secret=True,
    engine_secret=True,
)
WEB = Process(
    name="web",
    title="chat, kantoor en statuspagina",
    command=(APP_PYTHON, "-m", "bot.web"),
    port_variable="WEB_PORT",
    default_port=8080,
    host_variable="WEB_HOST",
    # It also asks the engine, which is waited for first.
    ready=(answers("/health"),),
    engine_secret=True,
    pages=(("Kantoor", "/kantoor"), ("Statuspagina", "/status")),
    demo_pages=(("Schoolsite", "/demo/"),),
)
WORKER = Process(
    name="worker",
    title="verzending en termijnen",
    command=(APP_PYTHON, "-m", "bot.worker"),
    ready=(beats(),),
    # It lets the engine forget what was erased.
    engine_secret=True,
)
#: What a conversation needs; in the order of starting: the engine's first reply may need the actions.
CONVERSATION = (ACTIONS, ENGINE_PROCESS)
#: All of them work on the database, which is brought up to date before any of them starts.
PROCESSES = (*CONVERSATION, WEB, WORKER)
