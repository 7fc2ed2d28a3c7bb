"""Webhooks against a real receiver: signed, marked, and told apart when they fail."""

from __future__ import annotations

import json
import socket
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_network

import pytest
from sqlalchemy import select

from bot.outbox.delivery import DeliveryFailed
from bot.outbox.models import OutboxMessage, WebhookTarget
from bot.outbox.targets import TargetRefused, add_target
from bot.worker.channels import webhook
from tests.support.office import do, file_at, make_school
from tests.support.receiver import receiver
from tests.support.requests import NOW, SETTINGS

# Webhooks of a demonstration may go to this machine.
DEMO = replace(SETTINGS, demo=True)


def announced(session, url: str) -> tuple[OutboxMessage, str]:
    """The message of one event, for a school that wants to hear of it."""
    school = make_school(session)
    request = file_at(session, school)
    secret = add_target(session, school.id, url, NOW, DEMO)
    do(session, request, "beginnen")
    return session.scalars(select(OutboxMessage)).one(), secret


def post(session, message: OutboxMessage, timeout: float = 5.0, settings=DEMO) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(webhook, "TIMEOUT_SECONDS", timeout)
        webhook.prepare_webhook(session, message, settings)()


def test_an_event_arrives_signed_and_without_names(session) -> None:
    with receiver() as (state, url):
        message, secret = announced(session, url)
        post(session, message)
    ((headers, body),) = state.got
    timestamp = headers["x-dossierwijzer-timestamp"]
    assert headers["x-dossierwijzer-signature"] == webhook.signature(secret, timestamp, body)
    assert abs(int(timestamp) - datetime.now(UTC).timestamp()) < 60
    told = json.loads(body)
    assert (told["event"], told["state"]) == ("status_gewijzigd", "in_behandeling")
    assert headers["x-dossierwijzer-event-id"] == told["event_id"]
    assert b"Sanne" not in body
    assert b"mo@" not in body
    assert "x-dossierwijzer-possibly-sent-before" not in headers


def test_a_second_delivery_is_marked(session) -> None:
    with receiver() as (state, url):
        message, _ = announced(session, url)
        message.maybe_sent_before = True
        post(session, message)
    assert state.got[0][0]["x-dossierwijzer-possibly-sent-before"] == "true"


@pytest.mark.parametrize(
    ("status", "words", "final", "maybe"),
    [
        (500, "gaf 500", False, False),
        (302, "gaf 302", False, False),
        (410, "gaf 410", True, False),
        (0, "viel weg", False, True),
        (-1, "antwoordt niet", False, True),
    ],
)
def test_failures_are_told_apart(session, status, words, final, maybe) -> None:
    with receiver(status) as (_, url):
        message, _secret = announced(session, url)
        with pytest.raises(DeliveryFailed, match=words) as caught:
            post(session, message, timeout=0.3 if status == -1 else 5.0)
    assert (caught.value.final, caught.value.maybe_arrived) == (final, maybe)


def test_a_receiver_that_is_not_there_is_tried_again(session) -> None:
    message, _ = announced(session, "http://127.0.0.1:1/")
    with pytest.raises(DeliveryFailed, match="geen verbinding") as caught:
        post(session, message)
    assert not caught.value.final


def test_an_address_that_was_taken_away_is_not_used(session) -> None:
    message, _ = announced(session, "http://127.0.0.1:1/")
    session.scalars(select(WebhookTarget)).one().active = False
    with pytest.raises(DeliveryFailed) as caught:
        post(session, message)
    assert caught.value.final


@pytest.mark.parametrize(
    "url", ["http://school.nl/x", "ftp://school.nl", "geen adres", "https://a:b@school.nl", ""]
)
@pytest.mark.parametrize("settings", [SETTINGS, DEMO])
def test_an_address_that_others_could_read_along_is_refused(session, url, settings) -> None:
    with pytest.raises(TargetRefused):
        add_target(session, make_school(session).id, url, NOW, settings)


def test_a_demonstrations_address_is_not_used_outside_one(session) -> None:
    with receiver() as (state, url):
        message, _ = announced(session, url)
        with pytest.raises(DeliveryFailed, match="mag niet") as caught:
            post(session, message, settings=SETTINGS)
    assert caught.value.final
    assert state.got == []


def secured(url: str) -> str:
    """The receiver's address under a name, as a school's manager would fill it in."""
    return url.replace("http://127.0.0.1", "https://koppeling.school.example")


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where every name leads: may be changed while a test runs. Addresses lead to themselves."""
    leads_to, ask = ["93.184.215.14"], socket.getaddrinfo

    def answer(host, port, *args, **options):
        only_addresses = options.get("flags") == socket.AI_NUMERICHOST
        known = only_addresses or host[:1].isdigit()
        return ask(host if known else leads_to[-1], port, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    return leads_to


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "0.0.0.0"])
def test_a_name_that_turns_to_an_own_network_after_saving_is_not_followed(
    session, elsewhere, monkeypatch, address
) -> None:
    with receiver() as (state, url):
        message, _ = announced(session, secured(url))
        elsewhere.append(address)
        tried = []
        monkeypatch.setattr(socket, "create_connection", lambda *args, **_: tried.append(args))
        with pytest.raises(DeliveryFailed, match="eigen netwerk") as caught:
            post(session, message, settings=SETTINGS)
    assert caught.value.final
    assert (tried, state.got) == ([], [])


def test_what_was_judged_is_what_is_connected_to(session, elsewhere, monkeypatch) -> None:
    tried = []

    def refuse(address, *_, **__):
        elsewhere.append("127.0.0.1")
        tried.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", refuse)
    message, _ = announced(session, "https://koppeling.school.example/hier")
    with pytest.raises(DeliveryFailed, match="geen verbinding") as caught:
        post(session, message, settings=SETTINGS)
    assert tried == [("93.184.215.14", 443)]
    assert not caught.value.final


def test_a_network_that_was_named_may_be_sent_to(session, elsewhere) -> None:
    """The receiver speaks no TLS: that it was reached is seen at the handshake."""
    elsewhere.append("127.0.0.1")
    own = replace(SETTINGS, webhook_networks=(ip_network("127.0.0.0/8"),))
    with receiver() as (_, url):
        message, _secret = announced(session, secured(url))
        with pytest.raises(DeliveryFailed) as caught:
            post(session, message, settings=own)
    assert not caught.value.final
