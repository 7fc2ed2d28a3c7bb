"""AMQP: a lasting message to a topic exchange, for a board that has a message bus."""

from __future__ import annotations

import json
from collections.abc import Callable

import pika
from pika.exceptions import AMQPError
from sqlalchemy.orm import Session

from bot.outbox.delivery import DeliveryFailed
from bot.outbox.models import OutboxMessage
from bot.settings import Settings

EXCHANGE = "dossierwijzer"
_PERSISTENT = 2


def prepare_amqp(
    session: Session, message: OutboxMessage, settings: Settings
) -> Callable[[], None]:
    url = settings.amqp_url
    if not url:
        raise DeliveryFailed("er is geen berichtenbus meer ingesteld", final=True)
    body = message.payload["body"]
    properties = pika.BasicProperties(
        content_type="application/json",
        delivery_mode=_PERSISTENT,
        message_id=str(body["event_id"]),
        headers={"possibly_sent_before": True} if message.maybe_sent_before else {},
    )
    return lambda: _publish(url, f"verzoek.{body['event']}", json.dumps(body).encode(), properties)


def _publish(url: str, key: str, body: bytes, properties: pika.BasicProperties) -> None:
    try:
        connection = pika.BlockingConnection(pika.URLParameters(url))
    except (AMQPError, OSError, ValueError) as error:
        raise DeliveryFailed("geen verbinding met de berichtenbus") from error
    try:
        channel = connection.channel()
        # Publisher confirms: returning means that the broker has it on disk.
        channel.confirm_delivery()
        channel.exchange_declare(EXCHANGE, exchange_type="topic", durable=True)
        channel.basic_publish(EXCHANGE, key, body, properties)
    except AMQPError as error:
        raise DeliveryFailed("de berichtenbus nam het niet aan", maybe_arrived=True) from error
    finally:
        if connection.is_open:
            connection.close()
