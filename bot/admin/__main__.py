"""`python -m bot.admin`: what an administrator of the machine does by hand."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.admin import engines, keys
from bot.admin.backup import make_backup, restore_backup
from bot.admin.failure import AdminFailed
from bot.admin.manager import manager
from bot.encryption.cipher import Unreadable
from bot.encryption.keys import KeysMissing

_KEYS = {"new": keys.new, "add": keys.add, "renew": keys.renew, "drop": keys.drop}


def main(arguments: Sequence[str] | None = None) -> int:
    try:
        sys.stdout.write(f"{_run(_parser().parse_args(arguments))}\n")
    except (AdminFailed, KeysMissing, Unreadable) as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    return 0


def _run(chosen: argparse.Namespace) -> str:
    if chosen.job == "keys":
        return _KEYS[chosen.what]()
    if chosen.job == "manager":
        return manager(chosen.email, chosen.name)
    if chosen.job == "engines":
        return engines.use(chosen.urls)
    job = make_backup if chosen.job == "backup" else restore_backup
    return job(chosen.file)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot.admin", description=__doc__)
    jobs = parser.add_subparsers(dest="job", required=True)
    one = jobs.add_parser("keys", help="sleutels van de database: maken, toevoegen, vernieuwen")
    one.add_argument("what", choices=sorted(_KEYS))
    person = jobs.add_parser("manager", help="eerste beheerder, of een nieuw wachtwoord")
    person.add_argument("--email", default="")
    person.add_argument("--name", default="")
    one = jobs.add_parser("engines", help="andere engines, zonder dat een gesprek stilstaat")
    one.add_argument("what", choices=["use"])
    one.add_argument("urls", nargs="+", metavar="URL")
    for name, text in (("backup", "alle gegevens in één bestand"), ("restore", "en weer terug")):
        jobs.add_parser(name, help=text).add_argument("file", type=Path)
    return parser


if __name__ == "__main__":
    sys.exit(main())
