"""Every move through the pages: asked, previewed, sent; refused moves change nothing."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select, update

from bot.db.session import session_scope
from bot.handling.moves import MOVES
from bot.handling.perform import LONGEST_LETTER
from bot.letters.kinds import LETTERS
from bot.letters.models import Letter, LetterTemplate
from bot.outbox.models import OutboxMessage
from bot.requests.models import Request, RequestEvent
from tests.support.parents import the_request
from tests.support.people import Board
from tests.support.requests import NOW
from tests.support.working import hidden, make, offered, page_of, preview, send

#: Move -> the moves before it that bring a request to where it is possible.
BEFORE = {
    "identiteit_duidelijk": ("identiteit_vragen",),
    "antwoord_gekregen": ("vraag_stellen",),
    "toewijzen": ("beginnen",),
    "deels_toewijzen": ("beginnen",),
    "afwijzen": ("beginnen",),
    "doorgeven": ("beginnen",),
    "heropenen": ("beginnen", "toewijzen"),
}


@pytest.fixture
def browser(board: Board):
    """The administration's browser, at a request that came in today."""
    from bot import clock

    with session_scope(board.engine) as session:
        session.execute(update(Request).values(received_on=clock.today(), kind="correctie"))
    return board.browser("administratie")


def withdraw(board: Board) -> None:
    """As a parent does at the status page: without a letter."""
    from bot.portal.answering import take_back

    with session_scope(board.engine) as session:
        take_back(session, session.scalars(select(Request)).one(), NOW)


def bring_to(browser, board: Board, move: str) -> None:
    if move == "afsluiting_bevestigen":
        withdraw(board)
    for earlier in BEFORE.get(move, ()):
        assert make(browser, board, earlier).status_code == 303


def everything(board: Board) -> tuple:
    with session_scope(board.engine, read_only=True) as session:
        events = session.scalars(select(RequestEvent).order_by(RequestEvent.sequence)).all()
        letters = session.scalars(select(Letter).order_by(Letter.created_at)).all()
        mails = session.scalars(select(OutboxMessage).order_by(OutboxMessage.position)).all()
    return [e.kind for e in events], letters, mails


@pytest.mark.parametrize("key", MOVES)
def test_every_move_goes_from_its_button_to_its_letter_and_event(browser, board, key) -> None:
    move = MOVES[key]
    bring_to(browser, board, key)
    events, letters, mails = everything(board)
    assert key in offered(browser.get(page_of(board)).text)
    before = the_request(board)
    assert make(browser, board, key, note="Dit is de eigen tekst.").status_code == 303
    after = the_request(board)
    now_events, now_letters, now_mails = everything(board)
    assert after.state == (move.to or before.state)
    assert after.outcome == (move.outcome if move.to else before.outcome)
    assert after.version > before.version
    added = now_events[len(events) :]
    assert ("status_gewijzigd" in added) is (move.to is not None)
    assert ("brief_verstuurd" in added) is (move.letter is not None)
    assert len(now_letters) - len(letters) == len(now_mails) - len(mails) == bool(move.letter)
    page = browser.get(page_of(board)).text
    if move.letter:
        letter = next(one for one in now_letters if one.kind == move.letter)
        assert f"{LETTERS[move.letter].title_nl} (pdf)" in page
        assert ("Dit is de eigen tekst." in letter.body) is bool(LETTERS[move.letter].note_nl)
        pdf = browser.get(f"{page_of(board)}/brief/{letter.id}")
        assert pdf.content.startswith(b"%PDF")
        assert pdf.headers["content-disposition"].startswith("attachment;")
    assert "Persoon administratie, " in page


@pytest.mark.parametrize("key", [key for key, move in MOVES.items() if move.letter])
def test_a_preview_changes_and_sends_nothing(browser, board: Board, key: str) -> None:
    bring_to(browser, board, key)
    before, request = everything(board), the_request(board)
    shown = preview(browser, board, key, note="Dit is de eigen tekst.")
    assert "Er is nog niets verstuurd of veranderd" in shown.text
    assert "Mo el Amrani" in shown.text
    assert [len(part) for part in everything(board)] == [len(part) for part in before]
    assert the_request(board).version == request.version


@pytest.mark.parametrize("key", MOVES)
def test_a_move_that_is_not_possible_leads_back_and_changes_nothing(browser, board, key) -> None:
    # Closed and answered: only these are left.
    for earlier in ("bevestigen", "beginnen", "toewijzen"):
        make(browser, board, earlier)
    if key in ("heropenen", "doorgeven"):
        assert key in offered(browser.get(page_of(board)).text)
        return
    assert key not in offered(browser.get(page_of(board)).text)
    path, before = f"{page_of(board)}/stap/{key}", everything(board)
    assert browser.get(path).headers["location"] == page_of(board)
    version = the_request(board).version
    data = {"fase": "versturen", "versie": version, "onderwerp": "x", "tekst": "y"}
    answer = browser.post(path, data=data)
    assert answer.status_code == 422
    assert "kan nu niet. Wel mogelijk: Verandering doorgegeven melden, Heropenen" in answer.text
    assert [len(part) for part in everything(board)] == [len(part) for part in before]


def test_a_move_that_does_not_exist_is_no_page(browser, board: Board) -> None:
    assert browser.get(f"{page_of(board)}/stap/vernietigen").status_code == 404
    assert browser.post(f"{page_of(board)}/stap/vernietigen").status_code == 404


def test_the_letter_can_be_made_better_before_it_goes(browser, board: Board) -> None:
    shown = preview(browser, board, "bevestigen").text
    send(
        browser,
        board,
        "bevestigen",
        shown,
        tekst="Beste Mo,\r\n\r\nTot ziens.",
        onderwerp=" A\r\nB ",
    )
    _, (letter,), (mail,) = everything(board)
    assert (letter.subject, letter.body) == ("A B", "Beste Mo,\n\nTot ziens.")
    assert mail.payload == {"letter_id": str(letter.id)}


def test_the_pdf_of_a_preview_is_of_the_text_on_the_page(browser, board: Board) -> None:
    path = f"{page_of(board)}/stap/bevestigen/pdf"
    pdf = browser.post(path, data={"onderwerp": "Ontvangen", "tekst": "Beste Mo,\n\nTot ziens."})
    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF")
    assert everything(board)[1:] == ([], [])
    assert browser.post(path, data={"onderwerp": "x", "tekst": " "}).status_code == 404
    assert browser.post(f"{page_of(board)}/stap/beginnen/pdf").status_code == 404


def test_two_people_at_once_the_second_one_is_told(browser, board: Board) -> None:
    mine = preview(browser, board, "vraag_stellen", note="Welk jaar?").text
    colleague = board.browser("administratie_bestuur")
    assert make(colleague, board, "beginnen").status_code == 303
    answer = send(browser, board, "vraag_stellen", mine)
    assert answer.status_code == 422
    assert "intussen veranderd" in answer.text
    assert the_request(board).state == "in_behandeling"
    assert everything(board)[1:] == ([], [])


def test_pressing_send_twice_sends_once(browser, board: Board) -> None:
    shown = preview(browser, board, "bevestigen").text
    assert send(browser, board, "bevestigen", shown).status_code == 303
    assert send(browser, board, "bevestigen", shown).status_code == 422
    assert len(everything(board)[2]) == 1


@pytest.mark.parametrize("key", ["afwijzen", "vraag_stellen", "identiteit_vragen", "verlengen"])
def test_a_letter_without_its_reason_is_asked_for_it(browser, board: Board, key: str) -> None:
    bring_to(browser, board, key)
    answer = preview(browser, board, key, note=" \n ")
    assert answer.status_code == 422
    assert "Vul eerst in" in answer.text


def test_the_reason_of_an_extension_reaches_parent_and_log(browser, board: Board) -> None:
    make(browser, board, "verlengen", note="Het zijn 900 bladzijden.", waarom="omvang")
    _, (letter,), _ = everything(board)
    assert "Het zijn 900 bladzijden." in letter.body
    assert re.search(
        r"Termijn verlengd tot en met [^<]+ Reden: omvang", browser.get(page_of(board)).text
    )
    assert "verlengen" not in offered(browser.get(page_of(board)).text)


def test_a_letter_that_is_too_long_is_refused_and_not_cut_short(browser, board: Board) -> None:
    make(browser, board, "beginnen")
    long = preview(browser, board, "afwijzen", note="woord " * 4_700).text
    assert "Autoriteit Persoonsgegevens" in long
    send(browser, board, "afwijzen", long)
    _, (letter,), _ = everything(board)
    assert "Autoriteit Persoonsgegevens" in letter.body
    make(browser, board, "heropenen")
    longer = preview(browser, board, "afwijzen", note="woord " * 5_100)
    assert longer.status_code == 422
    assert f"langer dan {LONGEST_LETTER} tekens" in longer.text


def test_without_a_school_no_letter_and_no_half_a_move(board: Board) -> None:
    browser = board.browser("administratie_bestuur")
    with session_scope(board.engine) as session:
        session.execute(update(Request).values(school_id=None))
    assert "Kies eerst hiernaast bij welke school" in browser.get(page_of(board)).text
    assert "Kies eerst bij welke school" in preview(browser, board, "vraag_stellen").text
    version = the_request(board).version
    answer = browser.post(
        f"{page_of(board)}/stap/vraag_stellen",
        data={"fase": "versturen", "versie": version, "onderwerp": "x", "tekst": "y"},
    )
    assert answer.status_code == 422
    assert the_request(board).state == "ontvangen"
    assert everything(board) == (["ontvangen"], [], [])


def test_an_own_template_that_fails_is_said_and_nothing_goes(browser, board: Board) -> None:
    with session_scope(board.engine) as session:
        session.add(
            LetterTemplate(
                school_id=board.schools["regenboog"],
                kind="ontvangst",
                subject="x",
                body="{{ onbekend }}",
                updated_at=NOW,
                updated_by="x",
            )
        )
    answer = preview(browser, board, "bevestigen")
    assert answer.status_code == 422
    assert "Een naam is onbekend" in answer.text


def test_a_file_of_the_office_goes_with_the_letter(browser, board: Board) -> None:
    browser.post(f"{page_of(board)}/bestand", files={"bestand": ("dossier.pdf", b"%PDF-1.7 x")})
    make(browser, board, "beginnen")
    asked = browser.get(f"{page_of(board)}/stap/toewijzen").text
    (file,) = re.findall(r'name="bijlage" value="([^"]+)"', asked)
    make(browser, board, "toewijzen", bijlage=file)
    _, (letter,), _ = everything(board)
    assert letter.attachment_ids == [file]


@pytest.mark.parametrize("file", ["geen id", "00000000-0000-0000-0000-000000000000"])
def test_a_file_that_is_not_of_this_request_stops_the_letter(browser, board, file: str) -> None:
    answer = preview(browser, board, "bevestigen", bijlage=file)
    assert answer.status_code in (404, 422)
    assert everything(board)[1:] == ([], [])


def test_texts_of_a_parent_stay_text_on_the_pages_and_in_the_letter(browser, board) -> None:
    with session_scope(board.engine) as session:
        session.execute(
            update(Request).values(
                requester_name="<b>Mo</b> {{ kenmerk }}", child_name="#strong[Sanne] $x$ \\"
            )
        )
    shown = preview(browser, board, "bevestigen")
    assert "<b>Mo</b>" not in shown.text
    assert "&lt;b&gt;Mo&lt;/b&gt; {{ kenmerk }}" in shown.text
    send(browser, board, "bevestigen", shown.text)
    _, (letter,), _ = everything(board)
    assert "<b>Mo</b> {{ kenmerk }}" in letter.body


def test_the_preview_keeps_what_was_chosen(browser, board: Board) -> None:
    shown = preview(browser, board, "verlengen", note="Veel werk.", waarom="omvang").text
    kept = hidden(shown, "letter")
    assert (kept["toelichting"], kept["waarom"]) == ("Veel werk.", "omvang")
    assert kept["versie"] == str(the_request(board).version)
