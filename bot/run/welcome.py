"""What a person reads when everything runs: where to go, and how to get in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.demo.outcome import IN_USE, NOBODY
from bot.people.demo_accounts import DEMO_LOGINS, DEMO_PASSWORD
from bot.people.roles import ROLES_NL
from bot.run.first_use import runs_as_demo, wants_demo
from bot.run.processes import Process
from bot.settings import read_setting
from bot.setup.paths import LOGS, shown

_FIRST_MANAGER = (
    "Er is nog niemand die op het kantoor kan inloggen. Maak een beheerder, in een ander venster:",
    '  make manager EMAIL=u@school.nl NAME="Uw Naam"',
)
_STILL_DEMO = (
    "Let op: in deze database staan de scholen en accounts van de demonstratie, en hun wachtwoord",
    "is bekend. Begin voor echt gebruik met een nieuwe database (DATABASE_URL).",
)

_DEMO_REFUSED = (
    "DEMO=ja telt niet: in deze database staan echte accounts. Kies voor een demonstratie een andere.",
)


def welcome(
    processes: Sequence[Process],
    addresses: Mapping[str, str],
    state: str,
    environment: Mapping[str, str],
) -> str:
    is_demo = runs_as_demo(state, environment)
    rows = [
        f"  {title:<13} {addresses[process.name]}{path}"
        for process in processes
        for title, path in (*process.pages, *(process.demo_pages if is_demo else ()))
    ]
    return "\n".join(
        [
            "\nDossierwijzer is klaar.",
            *rows,
            *_people(state, environment),
            f"Praten: make chat (in een ander venster). Stoppen: Ctrl-C. Verslagen: {shown(LOGS)}/",
        ]
    )


def _people(state: str, environment: Mapping[str, str]) -> Sequence[str]:
    if state == NOBODY:
        return _FIRST_MANAGER
    if state == IN_USE:
        return (
            _DEMO_REFUSED if read_setting(environment, "DEMO") and wants_demo(environment) else ()
        )
    return _demo(environment) if runs_as_demo(state, environment) else _STILL_DEMO


def _demo(environment: Mapping[str, str]) -> list[str]:
    known = [f"  {one.email:<32} {ROLES_NL[one.role]}" for one in DEMO_LOGINS]
    mail = "" if read_setting(environment, "SMTP_URL") else " Mail komt in var/mail/."
    return [
        "Dit is een demonstratie: scholen, mensen en verzoeken zijn verzonnen. Inloggen op kantoor:",
        *known,
        f"  wachtwoord van alle vier: {DEMO_PASSWORD}",
        f"Zonder voorbeelden beginnen: DEMO=nee make run, met een nieuwe database.{mail}",
    ]
