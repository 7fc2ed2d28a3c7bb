"""A web process with a fault in a page, the interface and the chat: each quotes what was sent."""

from __future__ import annotations

import bot.api.caller
import bot.chat.endpoints
import bot.portal.pages
from bot.web.__main__ import main

_mail_link, _find_key = bot.portal.pages.mail_link, bot.api.caller.find_key
_read_sent = bot.chat.endpoints.read_sent


def mail_link(session, *, email, **others):
    if "breekt" in email:
        raise ValueError(f"no mail to {email}")
    _mail_link(session, email=email, **others)


def find_key(session, sent):
    if "breekt" in sent:
        raise RuntimeError(f"no key {sent}")
    return _find_key(session, sent)


def read_sent(body, **others):
    if "breekt" in str(body):
        raise RuntimeError(f"no message {body}")
    return _read_sent(body, **others)


if __name__ == "__main__":
    bot.portal.pages.mail_link = mail_link
    bot.api.caller.find_key = find_key
    bot.chat.endpoints.read_sent = read_sent
    main()
