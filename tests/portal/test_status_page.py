"""The parent's own page: what it shows, what it does, and what it never shows."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select, text

from bot.db.session import session_scope
from bot.destruction.run import erase_due
from bot.destruction.terms import save_term
from bot.letters.models import Letter
from bot.people.rate_limit import STATUS_WRITE
from bot.requests.attachments import MOST_PER_REQUEST, add_attachment
from bot.requests.models import Attachment, Request, RequestEvent, RequestNote
from bot.schools.models import School
from tests.support.office import do, file_at
from tests.support.parents import parent, the_request
from tests.support.people import Board
from tests.support.requests import NOW, SETTINGS

PAGE = "/status/verzoek"
SOMETHING = "3f2b8c1e-0d4a-4c55-9a51-7c1f0e9d2b60"
PDF = b"%PDF-1.7\n1 0 obj\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


def move(board: Board, *keys: str, **changed) -> Letter | None:
    with session_scope(board.engine) as session:
        request = session.scalars(select(Request).where(Request.reference == board.reference)).one()
        for key in keys:
            letter = do(session, request, key, **changed)
        return letter


def put_file(board: Board, name: str, *, from_requester: bool) -> Attachment:
    with session_scope(board.engine) as session:
        request = session.scalars(select(Request).where(Request.reference == board.reference)).one()
        return add_attachment(
            session,
            request,
            name=name,
            content=PDF,
            from_requester=from_requester,
            actor="x",
            at=NOW,
        )


def kinds(board: Board) -> list[str]:
    with session_scope(board.engine, read_only=True) as session:
        return list(session.scalars(select(RequestEvent.kind).order_by(RequestEvent.sequence)))


def send_file(browser, name: str, content: bytes):
    return browser.post(f"{PAGE}/bestand", files={"bestand": (name, content)})


def test_it_tells_where_it_stands_until_when_and_whom_to_call(board: Board) -> None:
    page = parent(board).get(PAGE).text
    assert board.reference in page
    assert "De school heeft het ontvangen" in page
    assert "De school moet uiterlijk" in page
    assert "Hoe is de laatste dag geteld?" in page
    assert "030-1234567 of info@regenboog.example" in page


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", PAGE),
        ("POST", f"{PAGE}/antwoord"),
        ("POST", f"{PAGE}/bestand"),
        ("GET", f"{PAGE}/bestand/{SOMETHING}"),
        ("GET", f"{PAGE}/brief/{SOMETHING}"),
        ("GET", f"{PAGE}/intrekken"),
        ("POST", f"{PAGE}/intrekken"),
        ("POST", f"{PAGE}/gelezen"),
    ],
)
def test_without_a_used_link_there_is_nothing(board: Board, method: str, path: str) -> None:
    browser = board.browser()
    assert browser.request(method, path).status_code == 404
    browser.cookies.set("status", "geraden", path="/status")
    assert browser.request(method, path).status_code == 404
    assert kinds(board) == ["ontvangen"]


def test_a_clock_that_stands_still_is_told_and_not_called_late(board: Board) -> None:
    move(board, "identiteit_vragen")
    with session_scope(board.engine) as session:
        session.execute(text("UPDATE request SET due_on = '2020-01-01'"))
    page = parent(board).get(PAGE).text
    assert "termijn staat stil" in page
    assert "te laat" not in page
    assert "uiterlijk" not in page


def test_letters_can_be_read_and_saved(board: Board) -> None:
    letter = move(board, "beginnen", "afwijzen", note="Dat is van een ander kind.")
    browser = parent(board)
    page = browser.get(PAGE).text
    assert "Dat is van een ander kind." in page
    assert "Autoriteit Persoonsgegevens" in page
    assert "De school heeft het geweigerd" in page
    pdf = browser.get(f"{PAGE}/brief/{letter.id}")
    assert pdf.content == letter.pdf
    assert pdf.headers["content-disposition"].startswith("attachment;")
    assert "Iets aan de school schrijven" not in page
    assert "intrekken" not in page


def test_an_answer_gives_the_request_back_to_the_school(board: Board) -> None:
    move(board, "vraag_stellen", note="Welk jaar bedoelt u?")
    browser = parent(board)
    assert "De school wacht op uw antwoord" in browser.get(PAGE).text
    answer = browser.post(f"{PAGE}/antwoord", data={"antwoord": "Groep 5,\r\nen groep 6."})
    page = browser.get(answer.headers["location"]).text
    assert "Uw antwoord is bij de school." in page
    assert "Groep 5,\nen groep 6." in page
    assert the_request(board).state == "in_behandeling"
    assert kinds(board)[-2:] == ["antwoord_aanvrager", "status_gewijzigd"]
    office = board.browser("administratie").get(f"/kantoor/verzoek/{board.reference}").text
    assert "Groep 5,\nen groep 6." in office
    assert "Mo el Amrani, " in office


def test_an_answer_to_no_question_changes_no_state(board: Board) -> None:
    parent(board).post(f"{PAGE}/antwoord", data={"antwoord": "Nog iets."})
    assert the_request(board).state == "ontvangen"
    assert kinds(board)[-1] == "antwoord_aanvrager"


def test_what_a_parent_writes_is_text_and_nothing_else(board: Board) -> None:
    parent(board).post(
        f"{PAGE}/antwoord", data={"antwoord": "<script>alert(1)</script>\u202e{{ 7*7 }}"}
    )
    office = board.browser("administratie").get(f"/kantoor/verzoek/{board.reference}").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7*7 }}" in office


@pytest.mark.parametrize(
    ("text_", "reason"), [("  \n ", "Schrijf eerst iets"), ("a" * 5001, "langer dan 5000")]
)
def test_an_answer_that_cannot_be_kept_is_refused_and_stays_on_the_page(
    board: Board, text_: str, reason: str
) -> None:
    answer = parent(board).post(f"{PAGE}/antwoord", data={"antwoord": text_})
    assert answer.status_code == 422
    assert reason in answer.text
    assert text_ in answer.text
    assert kinds(board) == ["ontvangen"]


def test_what_is_closed_takes_nothing_more(board: Board) -> None:
    browser = parent(board)
    move(board, "beginnen", "toewijzen")
    before = kinds(board)
    answers = [
        browser.post(f"{PAGE}/antwoord", data={"antwoord": "Nog iets."}),
        send_file(browser, "a.pdf", PDF),
        browser.post(f"{PAGE}/intrekken"),
    ]
    assert [answer.status_code for answer in answers] == [422] * 3
    assert all("al afgehandeld" in answer.text for answer in answers)
    assert kinds(board) == before


@pytest.mark.parametrize(
    ("name", "content"), [("machtiging.pdf", PDF), ("FOTO.PNG", PNG), ("brief.txt", "é".encode())]
)
def test_a_file_reaches_the_school_as_it_was(board: Board, name: str, content: bytes) -> None:
    browser = parent(board)
    page = browser.get(send_file(browser, name, content).headers["location"]).text
    assert "Uw bestand is bij de school." in page
    path = re.search(rf'href="({PAGE}/bestand/[^"]+)">{re.escape(name)}<', page).group(1)
    saved = browser.get(path)
    assert saved.content == content
    assert saved.headers["content-disposition"].startswith("attachment;")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("virus.exe", b"MZ" + b"\0" * 100, "soort bestand"),
        ("pagina.html", b"<script>alert(1)</script>", "soort bestand"),
        ("pagina.pdf", b"<script>alert(1)</script>", "soort bestand"),
        ("plaatje.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "soort bestand"),
        ("foto.png", PDF, "soort bestand"),
        ("zonder", b"tekst", "soort bestand"),
        ("leeg.pdf", b"", "leeg"),
        ("groot.pdf", PDF + b"0" * 15 * 1024 * 1024, "15 MB"),
    ],
)
def test_a_file_that_is_not_what_it_says_or_too_large_is_refused(
    board: Board, name: str, content: bytes, reason: str
) -> None:
    answer = send_file(parent(board), name, content)
    assert answer.status_code == 422
    assert reason in answer.text
    assert kinds(board) == ["ontvangen"]


def test_no_file_chosen_is_said(board: Board) -> None:
    answer = parent(board).post(f"{PAGE}/bestand", data={"x": "y"})
    assert "Kies eerst een bestand" in answer.text


def test_there_is_an_end_to_files_and_messages(board: Board) -> None:
    browser = parent(board)
    with session_scope(board.engine) as session:
        request = session.scalars(select(Request)).one()
        for number in range(MOST_PER_REQUEST):
            session.add(_file(request, f"{number}.pdf"))
    assert "Er zijn al 50 bestanden" in send_file(browser, "a.pdf", PDF).text
    statuses = [
        browser.post(f"{PAGE}/antwoord", data={"antwoord": "Hallo?"}).status_code
        for _ in range(STATUS_WRITE.tries + 1)
    ]
    assert statuses[-1] == 429
    assert statuses.count(303) == STATUS_WRITE.tries - 1


def _file(request: Request, name: str) -> Attachment:
    return Attachment(
        request_id=request.id,
        from_requester=True,
        name=name,
        media_type="application/pdf",
        size=4,
        content=b"%PDF",
        added_at=NOW,
        added_by="aanvrager",
    )


def test_what_the_office_keeps_for_itself_is_not_shown(board: Board) -> None:
    office = board.browser("administratie")
    path = f"/kantoor/verzoek/{board.reference}"
    office.post(f"{path}/notitie", data={"tekst": "De vader belde boos op."})
    kept, sent = (
        put_file(board, "intern.pdf", from_requester=False),
        put_file(board, "dossier.pdf", from_requester=False),
    )
    move(board, "beginnen", why="Omdat de directeur dat wil.")
    move(board, "toewijzen", attachment_ids=(sent.id,))
    browser = parent(board)
    page = browser.get(PAGE).text
    for secret in ("boos", "intern.pdf", "directeur", "Persoon administratie"):
        assert secret not in page
    assert "dossier.pdf" in page
    assert browser.get(f"{PAGE}/bestand/{sent.id}").content == PDF
    assert browser.get(f"{PAGE}/bestand/{kept.id}").status_code == 404


def test_a_link_opens_one_request_and_no_other_of_the_same_person(board: Board) -> None:
    with session_scope(board.engine) as session:
        school = session.scalars(select(School).where(School.slug == "regenboog")).one()
        other = file_at(session, school, kind="bezwaar")
        letter = do(session, other, "bevestigen")
        file = _file(other, "a.pdf")
        session.add(file)
    ours, theirs = parent(board), parent(board, other.reference)
    for path in (f"{PAGE}/brief/{letter.id}", f"{PAGE}/bestand/{file.id}"):
        assert ours.get(path).status_code == 404
        assert theirs.get(path).status_code == 200
    assert other.reference not in ours.get(PAGE).text


def test_withdrawing_asks_first(board: Board) -> None:
    browser = parent(board)
    assert "Weet u het zeker?" in browser.get(f"{PAGE}/intrekken").text
    assert the_request(board).state == "ontvangen"
    answer = browser.post(f"{PAGE}/intrekken")
    assert "Uw verzoek is ingetrokken." in browser.get(answer.headers["location"]).text
    request = the_request(board)
    assert (request.state, request.outcome) == ("afgehandeld", "ingetrokken")
    with session_scope(board.engine, read_only=True) as session:
        last = session.scalars(select(RequestEvent).order_by(RequestEvent.sequence)).all()[-1]
    assert (last.actor, last.kind) == ("aanvrager", "status_gewijzigd")


def test_who_looked_is_told_and_asking_is_written_down(board: Board) -> None:
    board.browser("administratie").get(f"/kantoor/verzoek/{board.reference}")
    board.browser("fg").get(f"/kantoor/verzoek/{board.reference}")
    page = parent(board).post(f"{PAGE}/gelezen").text
    assert "Persoon administratie" in page
    assert "Persoon fg" in page
    assert "@school.nl" not in page
    assert kinds(board)[-1] == "inzage_in_logboek"


def test_leaving_closes_the_page_on_our_side(board: Board) -> None:
    browser = parent(board)
    token = browser.cookies["status"]
    assert browser.post("/status/sluiten").headers["location"] == "/status"
    browser.cookies.set("status", token, path="/status")
    assert browser.get(PAGE).status_code == 404


@pytest.mark.parametrize("action", ["verwijderen", "anonimiseren"])
def test_after_the_term_nothing_is_left_to_see(board: Board, action: str) -> None:
    browser = parent(board)
    move(board, "beginnen", "toewijzen")
    with session_scope(board.engine) as session:
        save_term(session, "inzage", "1", action)
        session.execute(text("UPDATE outbox_message SET state = 'verzonden'"))
    assert erase_due(board.engine, SETTINGS, NOW.replace(year=2027)) == 1
    assert browser.get(PAGE).status_code == 404
    with session_scope(board.engine, read_only=True) as session:
        assert session.scalars(select(RequestNote)).all() == []
