"""Which network addresses a webhook may go to: what is public, and networks that were named.

A manager of one school could otherwise let this machine send to what only this machine reaches.
"""

from __future__ import annotations

import socket
from collections.abc import Sequence
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
)

Network = IPv4Network | IPv6Network

_UNICAST = IPv6Network("2000::/3")
_TRANSLATED = IPv6Network("64:ff9b::/96")
_TUNNELS = (IPv6Network("2001::/32"), IPv6Network("2002::/16"))
# Names that lead to this machine or its own network, whatever a resolver answers.
_OWN_NAMES = ("localhost", "local", "internal", "lan", "home.arpa")


def may_connect(address: str, networks: Sequence[Network]) -> bool:
    """`address` as a resolver gives it; `networks` are allowed although they are not public."""
    found = _inside(ip_address(address.partition("%")[0]))
    return _is_public(found) or any(found in network for network in networks)


def is_own_name(host: str) -> bool:
    """Is this a name that no public server has?"""
    host = host.rstrip(".").casefold()
    return "." not in host or any(host == own or host.endswith(f".{own}") for own in _OWN_NAMES)


def written_address(host: str) -> str | None:
    """The network address when a host is one, in any of the forms that systems read; else None."""
    try:
        found = socket.getaddrinfo(host, None, flags=socket.AI_NUMERICHOST)
    except (OSError, UnicodeError):
        return None
    return str(found[0][4][0])


def _inside(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 address stands for, if it does."""
    if isinstance(address, IPv4Address):
        return address
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if not address.is_global or address.is_multicast:
        return False
    if isinstance(address, IPv4Address):
        return True
    return address in _UNICAST and not any(address in tunnel for tunnel in _TUNNELS)
