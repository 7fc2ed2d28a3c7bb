"""How a message leaves the house: one file per channel, one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from sqlalchemy.orm import Session

from bot.outbox.lanes import AMQP, MAIL, WEBHOOK
from bot.outbox.models import OutboxMessage
from bot.settings import Settings
from bot.worker.channels.amqp import prepare_amqp
from bot.worker.channels.mail import prepare_mail
from bot.worker.channels.webhook import prepare_webhook


class Prepare(Protocol):
    """Reads what is needed from the database; what it returns sends, without the database."""

    def __call__(
        self, session: Session, message: OutboxMessage, settings: Settings
    ) -> Callable[[], None]: ...


CHANNELS: Mapping[str, Prepare] = {
    MAIL: prepare_mail,
    WEBHOOK: prepare_webhook,
    AMQP: prepare_amqp,
}
