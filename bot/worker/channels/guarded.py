"""Connects where a webhook may go, and nowhere else.

The address is looked up once, judged, and used as it is: a name that points elsewhere a moment
later (DNS rebinding) changes nothing. Redirects are not followed, and no proxy is used: it would
look up the name itself.
"""

from __future__ import annotations

import socket
from collections.abc import Iterable, Sequence

import httpcore2
import httpx2

from bot.outbox.delivery import DeliveryFailed
from bot.outbox.reachable import Network, may_connect


class GuardedBackend(httpcore2.SyncBackend):
    """Raises DeliveryFailed for an address that is not allowed; None allows all."""

    def __init__(self, networks: Sequence[Network] | None) -> None:
        self._networks = networks

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        failure: Exception = httpcore2.ConnectError("no address")
        for address in self._addresses(host, port):
            try:
                return super().connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError("the name is not known") from error
        addresses = list(dict.fromkeys(str(one[4][0]) for one in found))
        networks = self._networks
        if networks is not None and not all(may_connect(one, networks) for one in addresses):
            raise DeliveryFailed("de koppeling wijst naar een eigen netwerk", final=True)
        return addresses


def post(
    url: str,
    *,
    headers: dict[str, str],
    body: bytes,
    seconds: float,
    networks: Sequence[Network] | None,
) -> int:
    """The status of the answer; its text is not read. `seconds` for each step of the connection.

    Raises DeliveryFailed, httpx2.InvalidURL, and what httpcore2 raises.
    """
    timeout = dict.fromkeys(("connect", "read", "write", "pool"), seconds)
    # Puts the address in the form that goes over the wire.
    asked = httpx2.Request("POST", url, headers=headers, content=body)
    to = httpcore2.URL(
        scheme=asked.url.raw_scheme,
        host=asked.url.raw_host,
        port=asked.url.port,
        target=asked.url.raw_path,
    )
    sent = asked.headers.raw
    with (
        httpcore2.ConnectionPool(network_backend=GuardedBackend(networks)) as pool,
        pool.stream(
            "POST", to, headers=sent, content=body, extensions={"timeout": timeout}
        ) as answer,
    ):
        return answer.status
