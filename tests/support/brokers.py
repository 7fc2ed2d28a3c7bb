"""A RabbitMQ and a Redis of our own on loopback: real servers, gone after the test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pika
from pika.exceptions import AMQPError

from tests.support.programs import answers, free_port, needed, running


@contextmanager
def rabbitmq_server(folder: Path, *, port: int | None = None) -> Iterator[str]:
    """Its address for AMQP_URL. The same folder and port again: the same broker after a restart."""
    server = needed("rabbitmq-server", "/usr/lib/rabbitmq/bin", "/usr/sbin")
    epmd = needed("epmd")
    port, names, distribution = port or free_port(), free_port(), free_port()
    home = folder / "rabbitmq"
    home.mkdir(exist_ok=True)
    environment = {
        "HOME": str(home),
        "RABBITMQ_HOME": "/usr/lib/rabbitmq",
        "RABBITMQ_NODENAME": "dossierwijzer@localhost",
        "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
        "RABBITMQ_NODE_PORT": str(port),
        "RABBITMQ_DIST_PORT": str(distribution),
        "RABBITMQ_MNESIA_BASE": str(home / "data"),
        "RABBITMQ_LOG_BASE": str(home / "log"),
        "RABBITMQ_LOGS": "-",
        "RABBITMQ_CONF_ENV_FILE": str(home / "none.conf"),
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(home / "plugins"),
        "RABBITMQ_PID_FILE": str(home / "pid"),
        # Erlang's own list of names, for this broker only, so that it ends with it.
        "ERL_EPMD_PORT": str(names),
        "ERL_EPMD_ADDRESS": "127.0.0.1",
    }
    (home / "plugins").write_text("[].\n")
    list_of_names = running(
        [epmd, "-port", str(names), "-address", "127.0.0.1"],
        log=folder / "epmd.log",
        ready=lambda: answers(names),
    )
    broker = running(
        [_unwrapped(server)],
        log=folder / "rabbitmq.log",
        ready=lambda: _takes_messages(port),
        environment=environment,
    )
    with list_of_names, broker:
        yield f"amqp://guest:guest@127.0.0.1:{port}/"


def _unwrapped(server: str) -> str:
    # Debian's wrapper changes to a user of its own, who may not write in a test's folder.
    inner = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")
    return str(inner) if inner.exists() else server


def _takes_messages(port: int) -> bool:
    if not answers(port):
        return False
    address = pika.URLParameters(f"amqp://guest:guest@127.0.0.1:{port}/?socket_timeout=2")
    with suppress(AMQPError, OSError):
        pika.BlockingConnection(address).close()
        return True
    return False


@contextmanager
def redis_server(folder: Path, *, port: int | None = None) -> Iterator[str]:
    """Its address for REDIS_URL."""
    server, port = needed("redis-server"), port or free_port()
    words = [server, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder]
    environment = {"PATH": os.environ.get("PATH", "")}
    log = folder / "redis.log"
    with running(words, log=log, ready=lambda: answers(port), environment=environment):
        yield f"redis://127.0.0.1:{port}/0"
