"""`make chat`: talk to the bot in the terminal; starts it when it is not running."""

from __future__ import annotations

import argparse
import os
import sys
import uuid
from collections.abc import Callable
from urllib.request import Request

from bot.run.chat_text import show
from bot.run.failure import RunFailed
from bot.run.health import ask, fetch
from bot.run.plan import addresses
from bot.run.ports import read_ports
from bot.run.processes import ENGINE_PROCESS, REST_PATH
from bot.run.signals import on_ending
from bot.run.start import running_bot
from bot.run.supervisor import Stopped
from bot.setup.failure import SetupFailed

INTRODUCTION = "Stel uw vraag. Een knop kiest u met zijn nummer. Stoppen: lege regel met Ctrl-D."
SILENT = "De assistent antwoordt niet. Kijk in var/log/engine.log, of start opnieuw."
Ask = Callable[[str], list[dict[str, object]] | None]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bot.run.chat", description=__doc__)
    parser.add_argument("--after", type=int, default=0, help="steps that the set-up has shown")
    arguments = parser.parse_args()
    try:
        engine = addresses([ENGINE_PROCESS], read_ports([ENGINE_PROCESS], os.environ))["engine"]
        if fetch(Request(engine)) is not None:
            talk(_asker(engine))
        else:
            with running_bot(steps_done=arguments.after), on_ending(_interrupt):
                talk(_asker(engine))
    except (RunFailed, SetupFailed) as failure:
        print(f"\n{failure}", file=sys.stderr)
        return 1
    except (Stopped, KeyboardInterrupt):
        print("\nGestopt.")
    return 0


def talk(
    ask_bot: Ask, *, read: Callable[[str], str] = input, write: Callable[[str], None] = print
) -> None:
    """Read, ask and show until the input ends. Raises RunFailed when the bot is silent."""
    write(f"\n{INTRODUCTION}\n")
    payloads: list[str] = []
    while (typed := _read(read)) is not None:
        message = chosen(typed, payloads)
        if not message:
            continue
        messages = ask_bot(message)
        if messages is None:
            raise RunFailed(SILENT)
        shown = show(messages)
        payloads = shown.payloads
        write("\n" + "\n".join(shown.lines or ["(geen antwoord)"]) + "\n")


def chosen(typed: str, payloads: list[str]) -> str:
    """What to send: the payload of the button with this number, else the text itself."""
    text = typed.strip()
    if text.isdecimal() and 1 <= int(text) <= len(payloads):
        return payloads[int(text) - 1]
    return text


def _read(read: Callable[[str], str]) -> str | None:
    try:
        return read("> ")
    except EOFError:
        return None


def _asker(engine: str) -> Ask:
    sender = f"terminal-{uuid.uuid4()}"
    return lambda text: ask(engine + REST_PATH, sender=sender, message=text)


def _interrupt() -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
