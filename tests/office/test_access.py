"""Every page of the office, tried by everybody: whoever may not see it is told nothing."""

from __future__ import annotations

import uuid

import pytest

from bot.office.gate import Page
from bot.office.routes import PAGES
from bot.people.roles import PERMISSIONS
from tests.support.people import PERSONAS, Board

GUARDED = [page for page in PAGES if page.entry != "anyone"]
# A school of one's own is enough for these; what is inside is tested with the page itself.
_OTHERS_ID = str(uuid.uuid4())


def address(page: Page, board: Board) -> str:
    path = page.path.replace("{reference}", board.reference).replace("{school}", "regenboog")
    path = path.replace("{conversation}", board.conversation)
    for name in ("file", "letter", "view", "message", "account", "answer", "missed"):
        path = path.replace("{" + name + "}", _OTHERS_ID)
    return f"/kantoor{path.replace('{move}', 'bevestigen').replace('{kind}', 'inzage')}"


def may(page: Page, persona: str) -> bool:
    role, school = PERSONAS[persona]
    if page.permission is None:
        return True
    if role is None or page.permission not in PERMISSIONS[role]:
        return False
    if page.whole_board:
        return school is None
    # Our request, our conversation and our school are of `regenboog`.
    return page.about is None or school in ("regenboog", None)


def titles(page: Page) -> str:
    return f"{'/'.join(page.methods)} {page.path}"


@pytest.mark.parametrize("page", GUARDED, ids=titles)
def test_nobody_gets_in_without_signing_in(page: Page, board: Board) -> None:
    browser = board.browser()
    for method in page.methods:
        answer = browser.request(method, address(page, board))
        assert answer.status_code == 303
        assert answer.headers["location"] == "/kantoor/inloggen"


@pytest.mark.parametrize("page", GUARDED, ids=titles)
def test_a_made_up_cookie_opens_nothing(page: Page, board: Board) -> None:
    browser = board.browser()
    browser.cookies.set("kantoor", "geraden", path="/kantoor")
    answer = browser.request(page.methods[0], address(page, board))
    assert answer.headers["location"] == "/kantoor/inloggen"


@pytest.mark.parametrize("persona", PERSONAS)
@pytest.mark.parametrize("page", [p for p in GUARDED if p.permission], ids=titles)
def test_a_page_opens_for_the_roles_of_the_table_only(
    page: Page, persona: str, board: Board
) -> None:
    browser = board.browser(persona)
    for method in page.methods:
        answer = browser.request(method, address(page, board))
        if may(page, persona):
            # Let in; what it was asked may still not exist, or be refused with a reason.
            assert answer.status_code in (200, 303, 404, 422), answer.text
            if answer.status_code == 404:
                assert _OTHERS_ID in address(page, board) or method == "POST"
        else:
            assert answer.status_code == 404
            assert board.reference not in answer.text
            assert "Sanne" not in answer.text


def test_every_page_that_names_a_request_or_a_school_asks_for_a_permission() -> None:
    assert [p.path for p in PAGES if p.about and p.permission is None] == []
    assert [p.path for p in PAGES if "{reference}" in p.path and p.about != "request"] == []
    assert [p.path for p in PAGES if "{school}" in p.path and p.about != "school"] == []
    conversations = [p for p in PAGES if "{conversation}" in p.path]
    assert conversations
    assert [p.path for p in conversations if p.about != "conversation"] == []


def test_another_school_sees_nothing_of_ours_on_any_list(board: Board) -> None:
    browser = board.browser("administratie_elders")
    for path in ("/verzoeken?status=alle", "/register.csv", "/register.json"):
        answer = browser.get(f"/kantoor{path}")
        assert answer.status_code == 200
        assert board.reference not in answer.text


def test_a_request_of_no_school_is_seen_by_who_works_for_the_board(board: Board) -> None:
    from sqlalchemy import update

    from bot.db.session import session_scope
    from bot.requests.models import Request

    with session_scope(board.engine) as session:
        session.execute(update(Request).values(school_id=None))
    path = f"/kantoor/verzoek/{board.reference}"
    assert board.browser("administratie_bestuur").get(path).status_code == 200
    assert board.browser("administratie").get(path).status_code == 404


def test_a_conversation_of_no_school_is_seen_by_who_works_for_the_board(board: Board) -> None:
    from sqlalchemy import update

    from bot.conversations.models import Conversation
    from bot.db.session import session_scope

    with session_scope(board.engine) as session:
        session.execute(update(Conversation).values(school_id=None))
    path = f"/kantoor/gesprek/{board.conversation}"
    assert board.browser("medewerker_bestuur").get(path).status_code == 200
    assert board.browser("medewerker").get(path).status_code == 404
    for persona in ("medewerker", "medewerker_elders", "beheerder_bestuur"):
        for page in ("/gesprekken", "/gesprekken/stand"):
            answer = board.browser(persona).get(f"/kantoor{page}")
            assert board.conversation not in answer.text
            assert '"waiting":1' not in answer.text


def test_the_manager_sees_no_conversation(board: Board) -> None:
    browser = board.browser("beheerder_bestuur")
    assert browser.get("/kantoor/gesprekken").status_code == 404
    assert browser.get(f"/kantoor/gesprek/{board.conversation}").status_code == 404


def test_a_closed_account_is_out_at_once(board: Board) -> None:
    from bot import clock
    from bot.db.session import session_scope
    from bot.people.models import Account

    browser = board.browser("administratie")
    assert browser.get("/kantoor/verzoeken").status_code == 200
    with session_scope(board.engine) as session:
        session.get(Account, board.accounts["administratie"]).disabled_at = clock.now()
    assert browser.get("/kantoor/verzoeken").status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elders.nl"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": ""},
    ],
)
def test_another_site_cannot_make_a_browser_post(board: Board, headers: dict) -> None:
    browser = board.browser("administratie")
    answer = browser.post(
        f"/kantoor/verzoek/{board.reference}/notitie", data={"tekst": "x"}, headers=headers
    )
    assert answer.status_code == 403
    page = browser.get(f"/kantoor/verzoek/{board.reference}")
    assert "Nog geen notities" in page.text
