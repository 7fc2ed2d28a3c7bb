"""`python -m bot.admin keys …`: making, adding and retiring the keys of the database."""

from __future__ import annotations

from pathlib import Path

from bot.admin.failure import AdminFailed
from bot.admin.trackers import count_old_trackers, renew_trackers
from bot.db.renewal import count_old, renew_all
from bot.db.session import default_engine
from bot.encryption.cipher import forget_keys
from bot.encryption.keys import add_key, drop_old_keys, ensure_key_file, key_file


def new() -> str:
    if not ensure_key_file():
        raise AdminFailed(f"{key_file().name} is er al; er is niets veranderd.")
    return f"{key_file().name} is gemaakt. Bewaar een kopie, apart van de back-up van de database."


def add() -> str:
    add_key(_existing())
    return (
        "Er is een nieuwe sleutel. Start alle processen opnieuw, dan schrijven ze ermee.\n"
        "Daarna: `python -m bot.admin keys renew`. Bewaar ook een kopie van het sleutelbestand."
    )


def renew() -> str:
    forget_keys()
    renewed = renew_all(default_engine()) + renew_trackers()
    return f"{renewed} waarden staan nu onder de nieuwste sleutel."


def drop() -> str:
    path = _existing()
    forget_keys()
    old = count_old(default_engine()) + count_old_trackers()
    if old:
        raise AdminFailed(
            f"Er staan nog {old} waarden onder een oude sleutel. Eerst: `keys renew`. "
            "Blijft dit? Dan draait er nog een proces met het oude sleutelbestand."
        )
    dropped = drop_old_keys(path)
    return f"{dropped} oude sleutels zijn weg. Back-ups van daarvoor hebben ze nog wel nodig."


def _existing() -> Path:
    path = key_file()
    if not path.exists():
        raise AdminFailed(
            f"Er is geen bestand {path.name}. Staan de sleutels in DATA_KEYS? Verander ze daar: "
            "de nieuwste vooraan."
        )
    return path
