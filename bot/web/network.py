"""The network that a browser or program is on, for limits; never stored as it is."""

from __future__ import annotations

import ipaddress

from starlette.requests import HTTPConnection


def network_of(host: str) -> str:
    """The address, or the network of an IPv6 address: a visitor has 2^64 of those."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False))
    return host


def caller_network(http: HTTPConnection) -> str:
    """Of who sent this; the empty text where the server does not know."""
    return network_of(http.client.host if http.client else "")
