"""Webhooks: a signed POST to a system of the school."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
import uuid
from collections.abc import Callable, Sequence

import httpcore2
import httpx2
from sqlalchemy.orm import Session

from bot.outbox.delivery import DeliveryFailed
from bot.outbox.models import OutboxMessage, WebhookTarget
from bot.outbox.reachable import Network
from bot.outbox.targets import TargetRefused, check_url
from bot.settings import Settings
from bot.worker.channels.guarded import post

TIMEOUT_SECONDS = 10.0


def prepare_webhook(
    session: Session, message: OutboxMessage, settings: Settings
) -> Callable[[], None]:
    target = session.get(WebhookTarget, uuid.UUID(message.payload["target_id"]))
    if target is None or not target.active:
        raise DeliveryFailed("dit adres wordt niet meer gebruikt", final=True)
    body = json.dumps(message.payload["body"], sort_keys=True).encode()
    headers = {
        "User-Agent": "Dossierwijzer",
        "Content-Type": "application/json",
        "X-Dossierwijzer-Event-Id": str(message.payload["body"]["event_id"]),
    }
    if message.maybe_sent_before:
        headers["X-Dossierwijzer-Possibly-Sent-Before"] = "true"
    url, secret = target.url, target.secret
    try:
        check_url(url, settings)
    except TargetRefused as error:
        raise DeliveryFailed("dit adres mag niet (meer) worden gebruikt", final=True) from error
    networks = None if settings.demo else settings.webhook_networks
    return lambda: _post(url, secret, headers, body, networks)


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """HMAC-SHA256 over `timestamp.body`: an old message cannot be played again as a new one."""
    signed = f"{timestamp}.".encode() + body
    return "sha256=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


def _post(
    url: str, secret: str, headers: dict[str, str], body: bytes, networks: Sequence[Network] | None
) -> None:
    timestamp = str(int(time.time()))
    signed = headers | {
        "X-Dossierwijzer-Timestamp": timestamp,
        "X-Dossierwijzer-Signature": signature(secret, timestamp, body),
    }
    try:
        status = post(url, headers=signed, body=body, seconds=TIMEOUT_SECONDS, networks=networks)
    except httpcore2.ConnectError as error:
        raise DeliveryFailed("geen verbinding met de koppeling") from error
    except httpcore2.TimeoutException as error:
        raise DeliveryFailed("de koppeling antwoordt niet", maybe_arrived=True) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise DeliveryFailed(
            "de verbinding met de koppeling viel weg", maybe_arrived=True
        ) from error
    except httpx2.InvalidURL as error:
        raise DeliveryFailed("het adres van de koppeling klopt niet", final=True) from error
    if not 200 <= status < 300:
        # 410: the other side says that it will never be there again.
        raise DeliveryFailed(f"de koppeling gaf {status}", final=status == 410)
