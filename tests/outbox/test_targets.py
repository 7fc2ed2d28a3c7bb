"""A webhook goes to the internet, over https; to an own network only where that was named."""

from __future__ import annotations

from dataclasses import replace
from ipaddress import ip_network

import pytest

from bot.outbox.reachable import may_connect
from bot.outbox.targets import TargetRefused, check_url
from tests.support.requests import SETTINGS

OWN = replace(SETTINGS, webhook_networks=(ip_network("10.20.0.0/16"), ip_network("fd00:7::/64")))
DEMO = replace(SETTINGS, demo=True)


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "LOCALHOST.", "db.localhost", "printer.local", "redis", "actions:5055"),
        *("127.0.0.1", "127.1", "2130706433", "0x7f.0.0.1", "0.0.0.0", "10.20.0.9", "192.168.1.1"),
        *("169.254.169.254", "100.64.0.1", "224.0.0.1", "172.16.0.1:8443"),
        *("[::1]", "[::]", "[fe80::1]", "[fd00:7::1]", "[::ffff:10.0.0.1]", "[64:ff9b::a00:1]"),
        *("[2002:a00:1::]", "[::10.0.0.1]", "[fec0::1]"),
    ],
)
def test_an_address_of_an_own_network_is_not_saved(host: str) -> None:
    with pytest.raises(TargetRefused, match="eigen netwerk"):
        check_url(f"https://{host}/hook", SETTINGS)


@pytest.mark.parametrize(
    "host", ["school.example", "93.184.215.14", "[2606:2800:21f::1]:8443", "caf\u00e9.example"]
)
def test_a_public_address_is_saved(host: str) -> None:
    check_url(f"https://{host}/hook", SETTINGS)


@pytest.mark.parametrize("settings", [SETTINGS, OWN])
@pytest.mark.parametrize("url", ["http://localhost/x", "http://127.0.0.1/x", "http://10.20.0.9/x"])
def test_without_https_nothing_is_saved_outside_a_demonstration(url: str, settings) -> None:
    with pytest.raises(TargetRefused, match="https"):
        check_url(url, settings)


def test_a_network_that_was_named_may_be_used_and_no_other() -> None:
    for host in ("10.20.0.9", "[fd00:7::1]", "leerlingsysteem.lan"):
        check_url(f"https://{host}/hook", OWN)
    for host in ("10.21.0.9", "[fd00:8::1]", "127.0.0.1"):
        with pytest.raises(TargetRefused, match="eigen netwerk"):
            check_url(f"https://{host}/hook", OWN)


def test_a_demonstration_may_send_to_its_own_machine() -> None:
    for host in ("localhost", "127.0.0.1", "[::1]"):
        check_url(f"http://{host}:9000/hook", DEMO)


@pytest.mark.parametrize("url", ["https://[::1", "https://school.example:x", "https://:443"])
def test_what_is_no_address_is_refused_in_words(url: str) -> None:
    with pytest.raises(TargetRefused, match="Vul een adres in"):
        check_url(url, SETTINGS)


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("8.8.8.8", True),
        ("64:ff9b::808:808", True),
        ("2001:0:0:1::1", False),
        ("fe80::1%eth0", False),
        ("::ffff:8.8.8.8", True),
    ],
)
def test_an_address_is_judged_by_what_it_stands_for(address: str, may: bool) -> None:
    assert may_connect(address, ()) is may
