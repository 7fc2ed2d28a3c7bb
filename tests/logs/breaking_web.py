"""A web process with a fault in a page and one in the interface: both quote what was sent."""

from __future__ import annotations

import bot.api.caller
import bot.portal.pages
from bot.web.__main__ import main

_mail_link, _find_key = bot.portal.pages.mail_link, bot.api.caller.find_key


def mail_link(session, *, email, **others):
    if "breekt" in email:
        raise ValueError(f"no mail to {email}")
    _mail_link(session, email=email, **others)


def find_key(session, sent):
    if "breekt" in sent:
        raise RuntimeError(f"no key {sent}")
    return _find_key(session, sent)


if __name__ == "__main__":
    bot.portal.pages.mail_link = mail_link
    bot.api.caller.find_key = find_key
    main()
