"""What the documents for a school's register say is what the code does."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, Table

from bot.db.base import Base
from bot.db.renewal import encrypted_columns
from bot.destruction.run import LIMITS_KEPT, LOGS_KEPT
from bot.destruction.terms import STANDARD
from bot.people.sessions import LONGEST
from bot.portal.links import LINK_LIVES, SESSION_LIVES
from bot.settings import Settings
from bot.worker.duties import DUTIES

ROOT = Path(__file__).resolve().parents[2]
AVG = ROOT / "docs" / "avg"
REGISTER = (AVG / "verwerkingsregister.md").read_text(encoding="utf-8")
#: The engine's own table: it is in another database, and its code in another environment.
TRACKERS = "trackers"
YES, HASH, NO = "ja", "hash", "nee"


def in_words(term: timedelta) -> str:
    """As the register says it: a day and more in days, less in hours."""
    days, hours = term // timedelta(days=1), term // timedelta(hours=1)
    if days == 0:
        return f"{hours} uur"
    return "1 dag" if days == 1 else f"{days} dagen"


CHAT = in_words(timedelta(days=Settings().chat_days))
#: Table -> the term that its row has to name.
TERMS = {
    "conversation": CHAT,
    "request": f"{STANDARD.months} maanden",
    "outbox_message": CHAT,
    "status_link": in_words(LINK_LIVES),
    "status_session": in_words(SESSION_LIVES),
    "account": in_words(LOGS_KEPT),
    "office_session": in_words(LONGEST),
    "rate_bucket": in_words(LIMITS_KEPT),
    "reading_log": in_words(LOGS_KEPT),
    "office_log": in_words(LOGS_KEPT),
}
_TERM = re.compile(r"\b\d+ (?:dag|dagen|uur|maanden)\b")


def rows() -> dict[str, tuple[str, str, str]]:
    """Table -> what it holds, whether that is encrypted, when it goes."""
    _, _, table = REGISTER.partition("| tabel |")
    lines = [line for line in table.split("\n\n")[0].splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {name: (holds, secret, until) for name, holds, secret, until in cells}


def kept(table: Table) -> str:
    if table in encrypted_columns():
        return YES
    return HASH if any(isinstance(column.type, LargeBinary) for column in table.columns) else NO


ROWS = rows()
TABLES = {table.name: table for table in Base.metadata.sorted_tables} if encrypted_columns() else {}


def test_the_register_names_every_table_and_no_other() -> None:
    assert ROWS.keys() == TABLES.keys() | {TRACKERS}


@pytest.mark.parametrize("name", TABLES)
def test_the_register_says_what_is_encrypted(name: str) -> None:
    assert ROWS[name][1] == kept(TABLES[name])


@pytest.mark.parametrize("name", ROWS)
def test_a_term_in_the_register_is_the_term_in_the_code(name: str) -> None:
    said = _TERM.findall(ROWS[name][2])
    assert said == ([TERMS[name]] if name in TERMS else [])


def test_the_engines_table_is_encrypted_as_the_register_says() -> None:
    store = (ROOT / "bot" / "engine" / "tracker_store.py").read_text(encoding="utf-8")
    assert f'"{TRACKERS}"' in store and "self._cipher.encrypt(" in store
    assert ROWS[TRACKERS][1] == YES


def test_the_register_says_how_soon_the_worker_clears_up() -> None:
    every = {duty.name: duty.every for duty in DUTIES}
    assert every["forget_spent"] == every["forget_old_trackers"] == timedelta(hours=1)
    assert every["erase_old_chats"] + every["erase_trackers"] < timedelta(hours=1)
    assert every["erase_due"] == every["forget_old_readings"] == timedelta(hours=6)
    assert "uiterlijk een uur" in REGISTER and "of zes uur" in REGISTER


@pytest.mark.parametrize("name", ["dpia.md", "verwerkersovereenkomst-bijlage.md"])
def test_the_other_documents_name_the_same_terms(name: str) -> None:
    said = _TERM.findall(re.sub(r"\[[^\]]*\]", "", (AVG / name).read_text(encoding="utf-8")))
    assert set(said) == {in_words(LOGS_KEPT)}


@pytest.mark.parametrize("path", sorted(AVG.glob("*.md")), ids=lambda path: path.name)
def test_what_the_documents_point_to_exists(path: Path) -> None:
    named = re.findall(r"`([\w./-]+(?:\.md|/))`", path.read_text(encoding="utf-8"))
    places = [(ROOT / name, AVG / name) for name in named]
    assert [one for one in places if not any(place.exists() for place in one)] == []


@pytest.mark.parametrize(
    "name", [name for name, row in ROWS.items() if "geen persoonsgegevens" in row[0]]
)
def test_what_holds_no_personal_data_has_no_encrypted_column(name: str) -> None:
    assert TABLES[name] not in encrypted_columns()
