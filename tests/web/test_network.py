"""Limits count a network, not each of the addresses that one visitor has."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from bot.people.rate_limit import SIGN_IN_ADDRESS, STATUS_ADDRESS
from bot.web.app import make_app
from bot.web.network import network_of
from tests.support.people import HERE


@pytest.mark.parametrize(
    ("host", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("testclient", "testclient"),
        ("", ""),
    ],
)
def test_an_address_counts_as_its_network(host: str, network: str) -> None:
    assert network_of(host) == network


@pytest.mark.parametrize(
    ("limit", "path", "fields"),
    [
        (SIGN_IN_ADDRESS, "/kantoor/inloggen", ("email", "wachtwoord")),
        (STATUS_ADDRESS, "/status", ("kenmerk", "email")),
    ],
)
def test_other_addresses_of_one_network_have_one_share(engine, limit, path, fields) -> None:
    app = make_app(lambda: engine)

    def status(address: str, number: int) -> int:
        data = dict.fromkeys(fields, f"iemand{number}@voorbeeld.nl")
        with_address = {"client": (address, 4000), "headers": {"origin": HERE}}
        client = TestClient(app, follow_redirects=False, **with_address)
        return client.post(path, data=data).status_code

    tried = [status(f"2001:db8:0:7::{number:x}", number) for number in range(limit.tries + 1)]
    assert tried.count(429) == 1
    assert tried[-1] == 429
    assert status("2001:db8:0:8::1", 0) != 429
