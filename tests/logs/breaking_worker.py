"""A worker with a fault in sending mail, and one in a duty: both quote what they work on."""

from __future__ import annotations

import bot.worker.channels.mail
import bot.worker.duties
from bot.db.session import session_scope
from bot.requests.models import Request
from bot.worker.__main__ import main

_send = bot.worker.channels.mail.send


def send(mail, settings):
    if "breekt" in mail["To"]:
        raise ValueError(f"cannot send {mail}")
    _send(mail, settings)


def broken_duty(engine, settings, now):
    with session_scope(engine, read_only=True) as session:
        names = [one.requester_name for one in session.query(Request)]
    raise RuntimeError(f"nothing to do for {names}")


if __name__ == "__main__":
    bot.worker.channels.mail.send = send
    first, *others = bot.worker.duties.DUTIES
    duties = (type(first)("broken", first.every, broken_duty), *others)
    bot.worker.duties.Roster.__init__.__defaults__ = (duties,)
    main()
