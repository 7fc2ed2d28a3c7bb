"""Every page that shows somebody's request leaves a line; lists do not, searching does."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.audit.models import OfficeLog, ReadingLog
from bot.db.session import session_scope
from bot.office.routes import PAGES
from bot.requests.attachments import add_attachment
from bot.requests.models import Request
from tests.support.office import do
from tests.support.people import Board
from tests.support.requests import NOW

# Whatever is on a page of a request names one of these.
NAMES = ("Sanne de Vries", "Mo el Amrani", "mo@voorbeeld.nl")


def readings(board: Board) -> list[tuple[str, str]]:
    with session_scope(board.engine, read_only=True) as session:
        rows = session.scalars(select(ReadingLog).order_by(ReadingLog.at)).all()
        assert all(row.school_id == board.schools["regenboog"] for row in rows)
        return [(row.actor_name, row.what) for row in rows]


def office_log(board: Board, kind: str) -> list[OfficeLog]:
    with session_scope(board.engine, read_only=True) as session:
        return list(session.scalars(select(OfficeLog).where(OfficeLog.kind == kind)))


@pytest.fixture
def ids(board: Board) -> dict[str, str]:
    """A request with a letter and a file: their ids by their name in a path."""
    with session_scope(board.engine) as session:
        request = session.scalars(select(Request)).one()
        file = add_attachment(
            session,
            request,
            name="a.txt",
            content=b"a",
            from_requester=True,
            actor="aanvrager",
            at=NOW,
        )
        letter = do(session, request, "bevestigen")
        return {"file": str(file.id), "letter": str(letter.id), "move": "vraag_stellen"}


def fill(path: str, board: Board, ids: dict[str, str]) -> str:
    for name, value in ({"reference": board.reference} | ids).items():
        path = path.replace("{" + name + "}", value)
    return f"/kantoor{path}"


READ = [page for page in PAGES if page.about == "request" and "GET" in page.methods]


@pytest.mark.parametrize("page", READ, ids=lambda page: page.path)
def test_whatever_shows_a_request_leaves_one_line(board: Board, ids, page) -> None:
    answer = board.browser("administratie").get(fill(page.path, board, ids))
    assert answer.status_code == 200
    assert len(readings(board)) == 1
    assert readings(board)[0][0] == "Persoon administratie"


@pytest.mark.parametrize("page", READ, ids=lambda page: page.path)
def test_whoever_was_refused_saw_nothing_and_leaves_no_line(board: Board, ids, page) -> None:
    assert board.browser("administratie_elders").get(fill(page.path, board, ids)).status_code == 404
    assert readings(board) == []


def test_what_was_seen_is_told_apart(board: Board, ids) -> None:
    browser, path = board.browser("fg"), f"/kantoor/verzoek/{board.reference}"
    for part in ("", f"/bestand/{ids['file']}", f"/brief/{ids['letter']}"):
        browser.get(path + part)
    assert readings(board) == [
        ("Persoon fg", "verzoek"),
        ("Persoon fg", "bijlage"),
        ("Persoon fg", "brief"),
    ]


def test_a_preview_of_a_letter_is_read_too(board: Board, ids) -> None:
    browser = board.browser("administratie")
    path = f"/kantoor/verzoek/{board.reference}/stap/vraag_stellen"
    with session_scope(board.engine, read_only=True) as session:
        version = session.scalars(select(Request)).one().version
    page = browser.post(path, data={"fase": "voorbeeld", "toelichting": "Wie?", "versie": version})
    assert page.status_code == 200
    pdf = browser.post(f"{path}/pdf", data={"onderwerp": "Vraag", "tekst": "Beste Mo"})
    assert pdf.content.startswith(b"%PDF")
    assert [what for _, what in readings(board)] == ["brief", "brief"]


def test_a_preview_of_a_template_on_a_real_request_is_read_too(board: Board) -> None:
    path = "/kantoor/school/regenboog/brieven/ontvangst"
    data = {"fase": "voorbeeld", "onderwerp": "x", "tekst": "Beste {{ aanvrager }}"}
    assert "Mo el Amrani" in board.browser("administratie").post(path, data=data).text
    assert len(readings(board)) == 1
    # A manager sees a made-up request, so there is nothing to write down.
    assert "Mo Voorbeeld" in board.browser("beheerder").post(path, data=data).text
    assert len(readings(board)) == 1


LISTS = [page for page in PAGES if page.permission and not page.about and "GET" in page.methods]


@pytest.mark.parametrize("page", LISTS, ids=lambda page: page.path)
def test_lists_leave_no_line_and_only_the_worklist_names_anybody(board: Board, ids, page) -> None:
    for persona in ("administratie_bestuur", "fg_bestuur", "beheerder_bestuur"):
        path = fill(page.path.replace("{account}", str(board.accounts["fg"])), board, ids)
        text = board.browser(persona).get(path).text
        assert page.path == "/verzoeken" or not any(name in text for name in NAMES)
    assert readings(board) == []


def test_looking_somebody_up_is_written_down_without_their_name(board: Board) -> None:
    browser = board.browser("administratie")
    browser.get("/kantoor/verzoeken")
    browser.get("/kantoor/verzoeken?soort=inzage")
    assert office_log(board, "gezocht") == []
    assert "Sanne de Vries" in browser.get("/kantoor/verzoeken?zoek=sanne").text
    (entry,) = office_log(board, "gezocht")
    assert entry.actor == str(board.accounts["administratie"])
    assert entry.data == {"found": 1}
    assert "gezocht: 1 gevonden" in board.browser("fg").get("/kantoor/logboek").text


def test_fetching_the_register_is_written_down_where_it_belongs(board: Board) -> None:
    board.browser("administratie").get("/kantoor/register.csv")
    board.browser("fg_bestuur").get("/kantoor/register.json")
    places = {entry.school_id for entry in office_log(board, "register_opgehaald")}
    assert places == {board.schools["regenboog"], None}


@pytest.mark.parametrize("persona", ["administratie", "beheerder", "medewerker", "fg_elders"])
def test_the_log_is_for_the_fg_of_the_school(board: Board, persona: str) -> None:
    board.browser("administratie").get(f"/kantoor/verzoek/{board.reference}")
    page = board.browser(persona).get("/kantoor/logboek")
    assert page.status_code == (200 if persona == "fg_elders" else 404)
    assert board.reference not in page.text
    assert board.reference in board.browser("fg").get("/kantoor/logboek").text


def test_on_the_request_the_fg_sees_who_looked_and_others_do_not(board: Board) -> None:
    path = f"/kantoor/verzoek/{board.reference}"
    assert "Wie dit heeft bekeken" not in board.browser("administratie").get(path).text
    page = board.browser("fg").get(path).text
    assert "Wie dit heeft bekeken" in page.replace("\n", " ")
    assert "Persoon administratie <" in page


def test_the_log_names_a_request_that_is_gone_as_removed(board: Board) -> None:
    board.browser("administratie").get(f"/kantoor/verzoek/{board.reference}")
    with session_scope(board.engine) as session:
        session.execute(ReadingLog.__table__.update().values(request_id=board.schools["regenboog"]))
    page = board.browser("fg").get("/kantoor/logboek").text
    assert "verwijderd" in page
    assert "Persoon administratie" in page


def test_nothing_in_the_office_changes_either_log() -> None:
    # Only adding, here; and the worker forgets what is two years old.
    assert [page.methods for page in PAGES if page.path.startswith("/logboek")] == [("GET",)]
