"""A real HTTP receiver on loopback for webhooks."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Receiver:
    """`status` is what it answers; 0 closes the connection, -1 answers nothing until the end."""

    def __init__(self, status: int) -> None:
        self.status = status
        self.got: list[tuple[dict[str, str], bytes]] = []
        self.over = threading.Event()


@contextmanager
def receiver(status: int = 200) -> Iterator[tuple[Receiver, str]]:
    """The receiver and its address."""
    state = Receiver(status)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            state.got.append(({k.lower(): v for k, v in self.headers.items()}, body))
            if state.status == -1:
                state.over.wait(30)
            if state.status > 0:
                self.send_response(state.status)
                self.send_header("Location", "http://127.0.0.1:1/elders")
                self.send_header("Content-Length", "0")
                self.end_headers()
            else:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield state, f"http://127.0.0.1:{server.server_port}/dossierwijzer"
    finally:
        state.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
