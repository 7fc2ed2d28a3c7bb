"""What differs per installation, read from the environment and from nowhere else."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

REPOSITORY = Path(__file__).resolve().parents[1]
DEFAULT_DATABASE_URL = "sqlite:///var/dossierwijzer.db"
#: The list of engines of an installation that names none.
ENGINES_FILE = REPOSITORY / "var" / "engines"
_LONGEST_COMPLAINT_TERM = 52
_AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class SettingsError(ValueError):
    """A setting cannot be used; the text names the variable and what it may hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    database_url: str = DEFAULT_DATABASE_URL
    complaint_term_weeks: int = 4
    school_name: str = "de school"
    school_phone: str | None = None
    school_email: str | None = None
    timezone: ZoneInfo = _AMSTERDAM
    #: Where a parent's browser finds us, without a slash at the end: it stands in letters.
    public_url: str = "http://127.0.0.1:8080"
    #: A first installation shows itself: demo schools, made-up requests, a known password.
    demo: bool = False
    smtp_url: str | None = None
    mail_from: str = "dossierwijzer@localhost"
    amqp_url: str | None = None
    #: What several web processes share and may lose: limits and wake-ups.
    redis_url: str | None = None
    #: Addresses of the engines; a conversation always goes to the same one.
    engine_urls: tuple[str, ...] = ("http://127.0.0.1:5005",)
    #: Shared with the engines; without it there is no chat.
    engine_secret: str | None = None
    #: How long a conversation is kept after its last message.
    chat_days: int = 30
    #: Messages a minute: a quick parent sends a form's answers in a row, and nobody more than this.
    chat_messages_per_visitor: int = 30
    #: From one network address: messages a minute, and streams open at once. A school is one.
    chat_messages_per_address: int = 300
    chat_streams_per_address: int = 200
    #: The worker touches this file at every round: its age tells whether rounds are still made.
    worker_heartbeat: Path = REPOSITORY / "var" / "worker.alive"
    #: Networks that are not public and that webhooks may go to all the same.
    webhook_networks: tuple[IPv4Network | IPv6Network, ...] = ()
    oidc_issuer: str | None = None
    oidc_client_id: str | None = None
    oidc_client_secret: str | None = None
    #: Take the provider's e-mail address as true without `email_verified`.
    oidc_trusts_email: bool = False
    #: What people see on the button: "Inloggen met …".
    oidc_name: str = "schoolaccount"


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of this installation; an empty variable counts as not set."""
    given = os.environ if environment is None else environment
    return Settings(
        database_url=read_setting(given, "DATABASE_URL") or DEFAULT_DATABASE_URL,
        complaint_term_weeks=_weeks(given),
        school_name=read_setting(given, "SCHOOL_NAME") or "de school",
        school_phone=read_setting(given, "SCHOOL_PHONE"),
        school_email=read_setting(given, "SCHOOL_EMAIL"),
        timezone=_timezone(given),
        public_url=(read_setting(given, "PUBLIC_URL") or _local_address(given)).rstrip("/"),
        demo=_flag(given, "DEMO"),
        smtp_url=read_setting(given, "SMTP_URL"),
        mail_from=read_setting(given, "MAIL_FROM") or "dossierwijzer@localhost",
        amqp_url=read_setting(given, "AMQP_URL"),
        redis_url=_redis(given),
        engine_urls=_engines(given),
        engine_secret=read_setting(given, "ENGINE_SECRET"),
        chat_days=_number(given, "CHAT_DAYS", 30, most=3650),
        chat_messages_per_visitor=_number(given, "CHAT_MESSAGES_PER_VISITOR", 30),
        chat_messages_per_address=_number(given, "CHAT_MESSAGES_PER_ADDRESS", 300),
        chat_streams_per_address=_number(given, "CHAT_STREAMS_PER_ADDRESS", 200),
        worker_heartbeat=REPOSITORY
        / (read_setting(given, "WORKER_HEARTBEAT") or "var/worker.alive"),
        webhook_networks=_networks(given),
        oidc_issuer=read_setting(given, "OIDC_ISSUER"),
        oidc_client_id=read_setting(given, "OIDC_CLIENT_ID"),
        oidc_client_secret=read_setting(given, "OIDC_CLIENT_SECRET"),
        oidc_trusts_email=_flag(given, "OIDC_TRUSTS_EMAIL"),
        oidc_name=read_setting(given, "OIDC_NAME") or "schoolaccount",
    )


def read_setting(given: Mapping[str, str], name: str) -> str | None:
    """The variable, else the content of the file that NAME_FILE names: a secret as a file.

    Raises SettingsError when that file cannot be read.
    """
    file = given.get(f"{name}_FILE", "").strip()
    if given.get(name, "").strip() or not file:
        return given.get(name, "").strip() or None
    try:
        return Path(file).read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"The file that {name}_FILE names cannot be read.") from error


def _local_address(given: Mapping[str, str]) -> str:
    return f"http://127.0.0.1:{read_setting(given, 'WEB_PORT') or '8080'}"


def _engines(given: Mapping[str, str]) -> tuple[str, ...]:
    named = given.get("ENGINE_URLS", "").strip() or given.get("ENGINE_URLS_FILE", "").strip()
    if not named and ENGINES_FILE.exists():
        given = {**given, "ENGINE_URLS_FILE": str(ENGINES_FILE)}
    port = read_setting(given, "ENGINE_PORT") or "5005"
    return read_engine_urls(read_setting(given, "ENGINE_URLS") or f"http://127.0.0.1:{port}")


def read_engine_urls(text: str) -> tuple[str, ...]:
    """Addresses with commas or white space between them. Raises SettingsError."""
    urls = text.replace(",", " ").split()
    if not all(url.startswith(("http://", "https://")) for url in urls):
        raise SettingsError(
            "ENGINE_URLS must be addresses with commas between them, for example "
            "http://127.0.0.1:5005,http://127.0.0.1:5006. Change it and start again."
        )
    # Once, however often it is named: the first place counts.
    return tuple(dict.fromkeys(url.rstrip("/") for url in urls))


def _redis(given: Mapping[str, str]) -> str | None:
    url = read_setting(given, "REDIS_URL")
    if url is not None and not url.startswith(("redis://", "rediss://", "unix://")):
        raise SettingsError(
            "REDIS_URL must be an address such as redis://127.0.0.1:6379/0. Change it and start again."
        )
    return url


def _networks(given: Mapping[str, str]) -> tuple[IPv4Network | IPv6Network, ...]:
    text = read_setting(given, "WEBHOOK_NETWORKS") or ""
    try:
        return tuple(ip_network(network) for network in text.replace(",", " ").split())
    except ValueError as error:
        raise SettingsError(
            "WEBHOOK_NETWORKS must be networks with commas between them, for example "
            "10.20.0.0/16,192.168.7.4. Change it and start again."
        ) from error


def _number(given: Mapping[str, str], name: str, default: int, *, most: int = 1_000_000) -> int:
    text = read_setting(given, name) or str(default)
    if not text.isdecimal() or not 1 <= int(text) <= most:
        raise SettingsError(
            f"{name} must be a whole number from 1 to {most}, for example {default}. "
            "Change it and start again."
        )
    return int(text)


def _flag(given: Mapping[str, str], name: str) -> bool:
    text = (read_setting(given, name) or "nee").casefold()
    if text not in ("ja", "nee", "1", "0", "true", "false"):
        raise SettingsError(f"{name} must be ja or nee. Change it and start again.")
    return text in ("ja", "1", "true")


def _weeks(given: Mapping[str, str]) -> int:
    text = read_setting(given, "COMPLAINT_TERM_WEEKS") or "4"
    if not text.isdecimal() or not 1 <= int(text) <= _LONGEST_COMPLAINT_TERM:
        raise SettingsError(
            "COMPLAINT_TERM_WEEKS must be a whole number of weeks from 1 to "
            f"{_LONGEST_COMPLAINT_TERM}, for example 4. Change it and start again."
        )
    return int(text)


def _timezone(given: Mapping[str, str]) -> ZoneInfo:
    try:
        return ZoneInfo(read_setting(given, "TIMEZONE") or _AMSTERDAM.key)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise SettingsError(
            "TIMEZONE must be a name such as Europe/Amsterdam. Change it, or install tzdata when "
            "this machine has no time zones, and start again."
        ) from error
