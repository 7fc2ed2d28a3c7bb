"""The page of one request: all of it to whoever may see it, and edits that nobody loses."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select, update

from bot.db.session import session_scope
from bot.requests.models import Attachment, Request, RequestEvent
from tests.support.parents import the_request
from tests.support.people import Board
from tests.support.working import edit, make, offered, page_of


@pytest.fixture
def browser(board: Board):
    return board.browser("administratie")


def kinds(board: Board) -> list[str]:
    with session_scope(board.engine, read_only=True) as session:
        return list(session.scalars(select(RequestEvent.kind).order_by(RequestEvent.sequence)))


def test_it_shows_what_is_asked_by_whom_for_whom_and_until_when(browser, board: Board) -> None:
    page = browser.get(page_of(board)).text
    for part in (
        "Verzoek om inzage",
        "Het hele dossier",
        "Sanne de Vries",
        "12 maart 2016, 10 jaar bij ontvangst",
        "groep 6",
        "Mo el Amrani",
        "ouder met gezag",
        "mo@voorbeeld.nl",
        "AVG artikel 15",
        "Hoe is dit geteld?",
        "Ingediend via de chat.",
    ):
        assert part in page


def test_only_what_is_possible_now_is_offered(browser, board: Board) -> None:
    assert "toewijzen" not in offered(browser.get(page_of(board)).text)
    make(browser, board, "beginnen")
    now = offered(browser.get(page_of(board)).text)
    assert {"toewijzen", "deels_toewijzen", "afwijzen"} < now
    assert not {"beginnen", "heropenen", "identiteit_duidelijk"} & now


def test_the_fg_reads_and_has_no_buttons(board: Board) -> None:
    page = board.browser("fg").get(page_of(board)).text
    assert "Sanne de Vries" in page
    assert offered(page) == set()
    for words in ("Notitie bewaren", "Opslaan", "Bestand toevoegen", "Verplaatsen"):
        assert words not in page
    posted = board.browser("fg").post(f"{page_of(board)}/notitie", data={"tekst": "x"})
    assert posted.status_code == 404


def test_a_note_is_kept_with_its_writer_and_stays_out_of_the_events(browser, board) -> None:
    edit(browser, board, "notitie", {"tekst": "  De vader belde.\r\nHij komt langs.  "})
    page = browser.get(page_of(board)).text
    assert "De vader belde.\nHij komt langs.</p>" in page
    assert "Persoon administratie, " in page
    with session_scope(board.engine, read_only=True) as session:
        last = session.scalars(select(RequestEvent).order_by(RequestEvent.sequence)).all()[-1]
    assert (last.kind, last.data) == ("notitie", {})


@pytest.mark.parametrize(("text", "reason"), [(" ", "Schrijf eerst"), ("a" * 5001, "langer dan")])
def test_a_note_that_cannot_be_kept_is_refused(browser, board, text: str, reason: str) -> None:
    answer = edit(browser, board, "notitie", {"tekst": text})
    assert answer.status_code == 422
    assert reason in answer.text
    assert kinds(board) == ["ontvangen"]


def test_the_checklist_is_of_this_kind_and_keeps_its_ticks(browser, board: Board) -> None:
    page = browser.get(page_of(board)).text
    assert "AVG artikel 15 lid 1" in page
    assert "gezagsregister" in page
    assert "UAVG artikel 5" not in page
    edit(browser, board, "controlepunten", {"punt": ["identiteit", "gezag"]})
    page = browser.get(page_of(board)).text
    assert set(re.findall(r'name="punt" value="(\w+)" checked', page)) == {"identiteit", "gezag"}
    edit(browser, board, "controlepunten", {"punt": ["gezag", "van een ander soort"]})
    assert the_request(board).checklist == ["gezag"]
    assert kinds(board)[1:] == ["controlepunt"] * 3


def test_fields_can_be_corrected_with_a_reason(browser, board: Board) -> None:
    edit(
        browser,
        board,
        "gegevens",
        {"child_name": "Sanne de Vriès", "group": "", "waarom": "Verkeerd getypt"},
    )
    request = the_request(board)
    assert (request.child_name, request.group) == ("Sanne de Vriès", None)
    page = browser.get(page_of(board)).text
    assert "Reden: Verkeerd getypt" in page
    with session_scope(board.engine, read_only=True) as session:
        last = session.scalars(select(RequestEvent).order_by(RequestEvent.sequence)).all()[-1]
    assert last.data == {"fields": ["child_name", "group"], "why": "Verkeerd getypt"}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"child_name": "Sanne Anders", "waarom": " "}, "waarom"),
        ({"child_name": " ", "waarom": "x"}, "mag niet leeg zijn"),
        ({"requester_email": "geen adres", "waarom": "x"}, "E-mail"),
        ({"requester_phone": "bel maar", "waarom": "x"}, "elefoon"),
    ],
)
def test_a_correction_that_cannot_be_changes_nothing(browser, board, data, reason) -> None:
    answer = edit(browser, board, "gegevens", data)
    assert answer.status_code == 422
    assert reason in answer.text
    assert kinds(board) == ["ontvangen"]


def test_only_these_fields_can_be_changed(browser, board: Board) -> None:
    edit(
        browser,
        board,
        "gegevens",
        {"due_on": "2030-01-01", "state": "afgehandeld", "kind": "klacht", "waarom": "x"},
    )
    assert kinds(board) == ["ontvangen"]
    assert the_request(board).kind == "inzage"


@pytest.mark.parametrize(
    ("what", "mine", "theirs"),
    [
        ("controlepunten", {"punt": "gezag"}, {"punt": "identiteit"}),
        (
            "gegevens",
            {"child_name": "Van mij", "waarom": "x"},
            {"child_name": "Van een collega", "waarom": "x"},
        ),
        ("bewaren", {"reden": ""}, {"reden": "rechtszaak"}),
    ],
)
def test_an_old_page_does_not_undo_a_colleagues_work(browser, board, what, mine, theirs) -> None:
    old = browser.get(page_of(board)).text
    edit(board.browser("administratie_bestuur"), board, what, theirs)
    before = the_request(board)
    answer = edit(browser, board, what, mine, page=old)
    assert answer.status_code == 422
    assert "intussen veranderd" in answer.text
    after = the_request(board)
    assert after.version == before.version
    assert (after.checklist, after.child_name, after.legal_hold) == (
        before.checklist,
        before.child_name,
        before.legal_hold,
    )


def test_a_legal_hold_has_a_reason_and_can_be_lifted(browser, board: Board) -> None:
    edit(browser, board, "bewaren", {"reden": "rechtszaak in 2027"})
    assert the_request(board).legal_hold == "rechtszaak in 2027"
    assert "Wordt bewaard na de termijn" in board.browser("fg").get(page_of(board)).text
    edit(browser, board, "bewaren", {"reden": " "})
    assert the_request(board).legal_hold is None
    assert kinds(board)[1:] == ["bewaren_gestart", "bewaren_gestopt"]


def test_a_file_is_added_and_saved_as_a_file(browser, board: Board) -> None:
    name = 'Één "dossier"; x.pdf'
    browser.post(f"{page_of(board)}/bestand", files={"bestand": (name, b"%PDF-1.7 x")})
    with session_scope(board.engine, read_only=True) as session:
        file = session.scalars(select(Attachment)).one()
    saved = browser.get(f"{page_of(board)}/bestand/{file.id}")
    assert saved.content == b"%PDF-1.7 x"
    disposition = saved.headers["content-disposition"]
    assert disposition.startswith("attachment; filename*=UTF-8''")
    assert '"' not in disposition
    assert saved.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({}, "Kies eerst een bestand"),
        ({"bestand": ("macro.docm", b"PK\x03\x04")}, "soort bestand"),
        ({"bestand": ("leeg.txt", b"")}, "leeg"),
    ],
)
def test_a_file_that_cannot_be_is_refused(browser, board: Board, files, reason: str) -> None:
    answer = browser.post(f"{page_of(board)}/bestand", files=files, data={"x": "y"})
    assert answer.status_code == 422
    assert reason in answer.text
    assert kinds(board) == ["ontvangen"]


def test_it_is_given_to_somebody_who_works_there_and_to_nobody_else(browser, board) -> None:
    browser.post(f"{page_of(board)}/behandelaar", data={"behandelaar": _id(board, "administratie")})
    assert the_request(board).assignee_id == board.accounts["administratie"]
    for persona in ("administratie_elders", "fg", "medewerker", "zonder_rol"):
        answer = browser.post(
            f"{page_of(board)}/behandelaar", data={"behandelaar": _id(board, persona)}
        )
        assert answer.status_code == 404
    assert the_request(board).assignee_id == board.accounts["administratie"]
    browser.post(f"{page_of(board)}/behandelaar", data={"behandelaar": "niemand"})
    assert the_request(board).assignee_id is None
    assert kinds(board)[1:] == ["toegewezen_aan", "toegewezen_aan"]


def _id(board: Board, persona: str) -> str:
    return str(board.accounts[persona])


def test_who_works_for_the_board_moves_it_to_the_right_school(browser, board: Board) -> None:
    there = {"school": str(board.schools["ster"])}
    assert browser.post(f"{page_of(board)}/school", data=there).status_code == 404
    mover = board.browser("administratie_bestuur")
    mover.post(f"{page_of(board)}/behandelaar", data={"behandelaar": _id(board, "administratie")})
    assert mover.post(f"{page_of(board)}/school", data=there).status_code == 303
    assert browser.get(page_of(board)).status_code == 404
    assert board.browser("administratie_elders").get(page_of(board)).status_code == 200
    assert the_request(board).assignee_id is None


def test_an_anonymised_request_is_read_and_never_worked(browser, board: Board) -> None:
    from bot import clock

    with session_scope(board.engine) as session:
        session.execute(update(Request).values(anonymised_on=clock.today(), state="afgehandeld"))
        session.execute(update(Request).values(outcome="toegewezen", closed_at=clock.now()))
    page = browser.get(page_of(board)).text
    assert "na de bewaartermijn" in page
    assert offered(page) == set()
    request = str(the_request(board).id)
    answers = [
        browser.post(f"{page_of(board)}/notitie", data={"tekst": "Sanne belde."}),
        browser.post(f"{page_of(board)}/bestand", files={"bestand": ("a.pdf", b"%PDF")}),
        browser.post(f"{page_of(board)}/behandelaar", data={"behandelaar": "niemand"}),
        browser.post(f"{page_of(board)}/stap/heropenen", data={"versie": "1"}),
    ]
    assert {answer.headers["location"] for answer in answers} == {page_of(board)}
    me = _id(board, "administratie")
    browser.post("/kantoor/verzoeken/toewijzen", data={"verzoek": request, "behandelaar": me})
    assert kinds(board) == ["ontvangen"]
    assert the_request(board).assignee_id is None


@pytest.mark.parametrize("persona", ["medewerker", "beheerder", "beheerder_bestuur", "fg_elders"])
def test_it_is_hidden_from_other_roles_and_schools(board: Board, persona: str) -> None:
    answer = board.browser(persona).get(page_of(board))
    there_is_none = board.browser(persona).get("/kantoor/verzoek/DW-K7MH3-9XQ47")
    assert answer.status_code == there_is_none.status_code == 404
    assert answer.text == there_is_none.text
