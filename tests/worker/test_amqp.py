"""The board's message bus, for real: what is announced arrives once, in order, and lasts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pika
import pytest
from sqlalchemy import select

from bot.db.session import session_scope
from bot.outbox.delivery import DeliveryFailed
from bot.outbox.models import OutboxMessage
from bot.outbox.states import SENT, WAITING
from bot.worker.channels import CHANNELS
from bot.worker.channels.amqp import EXCHANGE, prepare_amqp
from bot.worker.deliver import deliver_one
from tests.support.brokers import rabbitmq_server
from tests.support.office import do, file_at, make_school
from tests.support.programs import free_port
from tests.support.requests import NOW, SETTINGS


@contextmanager
def listening(url: str, queue: str = "archief") -> Iterator[pika.channel.Channel]:
    """A system of the board with a lasting queue for all events."""
    connection = pika.BlockingConnection(pika.URLParameters(url))
    channel = connection.channel()
    channel.exchange_declare(EXCHANGE, exchange_type="topic", durable=True)
    channel.queue_declare(queue, durable=True)
    channel.queue_bind(queue, EXCHANGE, "verzoek.#")
    yield channel
    connection.close()


def arrived(channel, queue: str = "archief") -> list[tuple[pika.BasicProperties, str, dict]]:
    found = []
    while True:
        method, properties, body = channel.basic_get(queue, auto_ack=True)
        if method is None:
            return found
        found.append((properties, method.routing_key, json.loads(body)))


def announce_two(engine, monkeypatch, url: str) -> None:
    monkeypatch.setenv("AMQP_URL", url)
    with session_scope(engine) as session:
        request = file_at(session, make_school(session))
        do(session, request, "beginnen")


def deliver_all(engine, url: str, now=NOW) -> None:
    settings = replace(SETTINGS, amqp_url=url)
    while deliver_one(engine, settings, lambda: now, CHANNELS):
        pass


def states(engine) -> list[tuple[str, bool]]:
    with session_scope(engine, read_only=True) as session:
        query = select(OutboxMessage.state, OutboxMessage.maybe_sent_before)
        return [tuple(row) for row in session.execute(query.order_by(OutboxMessage.position))]


def test_events_arrive_in_order_lasting_and_without_names(engine, tmp_path, monkeypatch) -> None:
    with rabbitmq_server(tmp_path) as url, listening(url) as channel:
        announce_two(engine, monkeypatch, url)
        deliver_all(engine, url)
        messages = arrived(channel)
    assert [key for _, key, _ in messages] == ["verzoek.ontvangen", "verzoek.status_gewijzigd"]
    assert [body["sequence"] for _, _, body in messages] == [1, 2]
    assert all(properties.delivery_mode == 2 for properties, _, _ in messages)
    assert all(properties.message_id == body["event_id"] for properties, _, body in messages)
    assert "Sanne" not in json.dumps([body for _, _, body in messages])
    assert states(engine) == [(SENT, False), (SENT, False)]


def test_a_bus_that_is_away_gets_everything_when_it_is_back(engine, tmp_path, monkeypatch) -> None:
    port = free_port()
    url = f"amqp://guest:guest@127.0.0.1:{port}/"
    announce_two(engine, monkeypatch, url)
    deliver_all(engine, url)
    assert states(engine) == [(WAITING, False), (WAITING, False)]
    with rabbitmq_server(tmp_path, port=port), listening(url) as channel:
        deliver_all(engine, url, NOW + timedelta(hours=1))
        assert [body["sequence"] for _, _, body in arrived(channel)] == [1, 2]


def test_what_the_bus_took_survives_its_restart(engine, tmp_path, monkeypatch) -> None:
    port = free_port()
    with rabbitmq_server(tmp_path, port=port) as url:
        with listening(url):
            pass
        announce_two(engine, monkeypatch, url)
        deliver_all(engine, url)
    with rabbitmq_server(tmp_path, port=port) as url, listening(url) as channel:
        assert len(arrived(channel)) == 2


def test_a_bus_that_was_switched_off_is_final(engine, monkeypatch) -> None:
    announce_two(engine, monkeypatch, "amqp://127.0.0.1:1/")
    with session_scope(engine) as session:
        message = session.scalars(select(OutboxMessage)).first()
        with pytest.raises(DeliveryFailed) as raised:
            prepare_amqp(session, message, replace(SETTINGS, amqp_url=None))
    assert raised.value.final
