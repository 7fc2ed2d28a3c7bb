"""Bytes that are no HTTP, or too much of it, against the real server: it refuses and goes on."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from bot.web.app import make_app
from tests.support.loopback import Served

_START = b"HTTP/1.1 "


@pytest.fixture
def served(engine: Engine) -> Iterator[Served]:
    server = Served(make_app(lambda: engine))
    server.start()
    yield server
    server.stop()


def answered(served: Served, sent: bytes, patience: float = 10.0) -> int | None:
    """The status that comes back; None when it waits for more, or closes without one."""
    with socket.create_connection(("127.0.0.1", served.port), timeout=patience) as client:
        try:
            client.sendall(sent)
            got = client.recv(4096)
        except (ConnectionResetError, BrokenPipeError, TimeoutError):
            return None
    return int(got[len(_START) :][:3]) if got.startswith(_START) else None


@pytest.mark.parametrize(
    "sent",
    [
        b"\x00\x01\x02\xff\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX-A: " + b"a" * 200_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X-A: a\r\n" * 20_000 + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\n: leeg\r\n\r\n",
        b"POST /status HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"POST /status HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999999999999999999\r\n\r\n",
        b"POST /status HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
        b"POST /status HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"GET /%ff%c0%80%00/../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /static/../app.py HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /static/..%2f..%2f..%2fpyproject.toml HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET //elders.example/%2e%2e HTTP/1.1\r\nHost: \xff\xfe\r\n\r\n",
        b"GET /status HTTP/1.1\r\nHost: x\r\nCookie: status=\xff\xfe; kantoor=\x80\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: x\r\n\r\n",
    ],
    ids=range(17),
)
def test_what_is_no_request_of_ours_is_refused(served: Served, sent: bytes) -> None:
    # Some of it is half a request: the server may wait for the rest, as long as others are served.
    status = answered(served, sent, patience=0.5)
    assert status is None or status < 500
    assert answered(served, b"GET /status HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n") == 200


def test_nothing_beside_the_static_files_is_served(served: Served) -> None:
    for path in (b"/static/../headers.py", b"/static/..%2fheaders.py", b"/static//etc/passwd"):
        assert answered(served, b"GET " + path + b" HTTP/1.1\r\nHost: x\r\n\r\n") == 404
