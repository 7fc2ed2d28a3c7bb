"""Gives a mail to the school's mail server, or to a folder when there is none."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from bot.outbox.delivery import DeliveryFailed
from bot.settings import REPOSITORY, Settings

TIMEOUT_SECONDS = 20.0
#: Where mail goes on a machine without a mail server; see it with any mail program.
MAIL_FOLDER = REPOSITORY / "var" / "mail"
_PORTS = {"smtp": 25, "smtps": 465, "smtp+tls": 587}


def send(mail: EmailMessage, settings: Settings, *, timeout: float = TIMEOUT_SECONDS) -> None:
    """Raises DeliveryFailed, which tells whether trying again can help."""
    if settings.smtp_url is None:
        _to_folder(mail, MAIL_FOLDER)
        return
    server = _connected(urlsplit(settings.smtp_url), timeout)
    try:
        _hand_over(server, mail)
    finally:
        _quit(server)


def _to_folder(mail: EmailMessage, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = str(mail["Message-ID"]).strip("<>").partition("@")[0]
    # Complete or not there at all.
    unfinished = folder / f".{name}.part"
    unfinished.write_bytes(bytes(mail))
    unfinished.replace(folder / f"{name}.eml")


def _connected(url: SplitResult, timeout: float) -> smtplib.SMTP:
    port = url.port or _PORTS.get(url.scheme, 25)
    try:
        server = _open(url, port, timeout)
        if url.username:
            server.login(unquote(url.username), unquote(url.password or ""))
    except smtplib.SMTPAuthenticationError as error:
        raise DeliveryFailed("de mailserver weigert ons wachtwoord") from error
    except TimeoutError as error:
        raise DeliveryFailed("de mailserver antwoordt niet") from error
    except (OSError, smtplib.SMTPException) as error:
        raise DeliveryFailed("geen verbinding met de mailserver") from error
    return server


def _open(url: SplitResult, port: int, timeout: float) -> smtplib.SMTP:
    host = url.hostname or "localhost"
    if url.scheme == "smtps":
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(host, port, timeout=timeout, context=context)
    server = smtplib.SMTP(host, port, timeout=timeout)
    if url.scheme == "smtp+tls":
        server.starttls(context=ssl.create_default_context())
    return server


def _hand_over(server: smtplib.SMTP, mail: EmailMessage) -> None:
    """Command by command, because only after DATA may the server have the mail all the same."""
    sender, to = _address(mail["From"]), _address(mail["To"])
    for command in (lambda: server.ehlo_or_helo_if_needed(), lambda: server.mail(sender)):
        _step(command)
    _accepted(_step(lambda: server.rcpt(to)), "de mailserver weigert het e-mailadres")
    try:
        code = server.data(mail.as_bytes(policy=SMTP))[0]
    except smtplib.SMTPDataError as error:
        _accepted((error.smtp_code, b""), "de mailserver weigert de mail")
        return
    except (OSError, smtplib.SMTPException) as error:
        raise DeliveryFailed(
            "de verbinding viel weg tijdens het versturen", maybe_arrived=True
        ) from error
    _accepted((code, b""), "de mailserver weigert de mail")


def _step[T](command: Callable[[], T]) -> T:
    try:
        return command()
    except (OSError, smtplib.SMTPException) as error:
        raise DeliveryFailed("de mailserver antwoordt niet") from error


def _accepted(answer: tuple[int, bytes], refused_nl: str) -> None:
    code = answer[0]
    if code >= 400:
        # RFC 5321 4.2.1: 5xx is for good, 4xx is for now.
        raise DeliveryFailed(refused_nl, final=code >= 500)


def _address(header: object) -> str:
    addresses = getattr(header, "addresses", ())
    if not addresses:
        raise DeliveryFailed("het e-mailadres klopt niet", final=True)
    return str(addresses[0].addr_spec)


def _quit(server: smtplib.SMTP) -> None:
    try:
        server.quit()
    except (OSError, smtplib.SMTPException):
        server.close()
