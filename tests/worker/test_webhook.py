"""Webhooks against a real receiver: signed, marked, and told apart when they fail."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.outbox.delivery import DeliveryFailed
from bot.outbox.models import OutboxMessage, WebhookTarget
from bot.outbox.targets import TargetRefused, add_target
from bot.worker.channels import webhook
from tests.support.office import do, file_at, make_school
from tests.support.receiver import receiver
from tests.support.requests import NOW, SETTINGS


def announced(session, url: str) -> tuple[OutboxMessage, str]:
    """The message of one event, for a school that wants to hear of it."""
    school = make_school(session)
    request = file_at(session, school)
    secret = add_target(session, school.id, url, NOW)
    do(session, request, "beginnen")
    return session.scalars(select(OutboxMessage)).one(), secret


def post(session, message: OutboxMessage, timeout: float = 5.0) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(webhook, "TIMEOUT_SECONDS", timeout)
        webhook.prepare_webhook(session, message, SETTINGS)()


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
def test_an_address_that_others_could_read_along_is_refused(session, url) -> None:
    with pytest.raises(TargetRefused):
        add_target(session, make_school(session).id, url, NOW)
