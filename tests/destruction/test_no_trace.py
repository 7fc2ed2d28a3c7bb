"""One visitor is erased: first what was said, then, when the school has answered and its term is over,
what was filed. Looked for in every table that there is, on both databases.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine, update

from bot.db.base import Base
from bot.db.engine import make_engine
from bot.db.schema import upgrade
from bot.db.session import session_scope
from bot.destruction.conversation import erase_whole, finish_erasure
from bot.destruction.run import erase_due, forget_spent
from bot.destruction.terms import ANONYMISE, DELETE, save_term
from bot.outbox.models import OutboxMessage
from bot.outbox.states import SENT
from bot.requests.models import Request
from bot.requests.search_words import name_hashes
from bot.tokens import hash_token
from tests.db.databases import REVISIONS, Server
from tests.db.earlier_release import fill
from tests.db.earlier_rows import ACCESS, CHILD, CLOSED, LATER, QUESTION, REFERENCE, WAITING
from tests.support.dump import readable_tables, stolen_dump
from tests.support.requests import SETTINGS

SENDER = "gesprek-1"
OVER = CLOSED + timedelta(days=3 * 365)
#: What says who it was, or opens what was theirs.
WORDS = (
    *(CHILD, "Sanne", "Mo el Amrani", "mo@voorbeeld.nl", "31612345678", "2016, 3, 12", REFERENCE),
    *("Het hele dossier", "Dag Mo", "liever op papier", "rapport groep 5", "Beste Mo"),
    *(QUESTION, "leest dit", "belt Mo", "hoe zit dat", f"'{SENDER}'", f"{SENDER}:"),
    *(repr(hash_token(token))[2:-1] for token in (SENDER, "link", "ouder", "adres")),
    *(repr(word)[2:-1] for word in sorted(name_hashes(CHILD, "Mo el Amrani"))),
)
IDS = (str(ACCESS), str(WAITING))
#: Hold nothing of a visitor: the board's own settings, people and proofs.
ABOUT_NO_VISITOR = {
    *("school", "school_holiday", "letter_template", "standard_answer", "retention_term"),
    *("account", "membership", "office_session", "saved_view", "office_log", "destruction"),
    *("webhook_target", "api_key", "event_counter"),
}
#: That something was looked at or erased stays known; of what is a number that leads nowhere.
PROOFS = {"reading_log", "destruction"}


@pytest.fixture(params=["sqlite", "postgresql"])
def full(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Every table with a row in it; `fill` fails for a table that it does not know."""
    if request.param == "sqlite":
        engine = request.getfixturevalue("engine")
    else:
        url = Server(request.getfixturevalue("postgresql_url")).new()
        upgrade(url)
        engine = make_engine(url)
    fill(engine, REVISIONS[-1])
    yield engine
    engine.dispose()


def showing(engine: Engine, traces: tuple[str, ...]) -> set[str]:
    """The tables that show any of these, to who has the keys."""
    dump = readable_tables(engine)
    return {name for name, rows in dump.items() if any(trace in rows for trace in traces)}


def erase_talk(engine: Engine) -> None:
    with session_scope(engine) as session:
        erase_whole(session, SENDER, LATER)
    # The engine still has to forget it, and until it did its name is kept for that.
    assert "tracker_erasure" in showing(engine, (f"'{SENDER}'",))
    with session_scope(engine) as session:
        finish_erasure(session, SENDER)


def answer(engine: Engine, action: str) -> None:
    with session_scope(engine) as session:
        save_term(session, "inzage", "24", action)
        request = session.get_one(Request, ACCESS)
        request.state, request.outcome, request.closed_at = "afgehandeld", "toegewezen", CLOSED
        session.execute(update(OutboxMessage).values(state=SENT))


def test_every_table_is_filled_and_a_visitor_stands_in_all_but_those_we_know(full: Engine) -> None:
    dump = readable_tables(full)
    assert dump.keys() == Base.metadata.tables.keys()
    assert [name for name, rows in dump.items() if rows == "[]"] == []
    expected = dump.keys() - ABOUT_NO_VISITOR - {"tracker_erasure"}
    assert showing(full, (*WORDS, *IDS)) == expected
    whole = "\n".join(dump.values())
    assert [word for word in WORDS if word not in whole] == []


def test_erasing_a_talk_leaves_what_was_filed_and_nothing_that_was_said(full: Engine) -> None:
    erase_talk(full)
    said = (QUESTION, "leest dit", "belt Mo", "hoe zit dat", repr(hash_token(SENDER))[2:-1])
    assert showing(full, said) == set()
    assert showing(full, (str(WAITING),)) == set()
    # The key that keeps a form from being filed twice goes with the request.
    assert showing(full, (f"'{SENDER}'", f"{SENDER}:")) == {"request"}


@pytest.mark.parametrize("action", [DELETE, ANONYMISE])
def test_in_the_end_no_table_shows_who_it_was(full: Engine, action: str) -> None:
    erase_talk(full)
    answer(full, action)
    assert erase_due(full, SETTINGS, OVER) == 1
    forget_spent(full, SETTINGS, OVER)
    assert showing(full, WORDS) == set()
    stolen = stolen_dump(full)
    assert [word for word in WORDS if word in stolen] == []
    counted = set() if action == DELETE else {"request", "request_event", "event_place"}
    assert showing(full, IDS) == PROOFS | counted


def test_another_visitor_keeps_everything(full: Engine) -> None:
    erase_talk(full)
    answer(full, DELETE)
    erase_due(full, SETTINGS, OVER)
    assert {"conversation", "message"} <= showing(full, ("gesprek-2", "Ja, dat mag."))
    # Held for a court: its term is over as well.
    assert "request" in showing(full, ("Job Bakker",))
