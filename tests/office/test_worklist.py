"""The worklist: what is due first, in words, found by what people know, given away in bulk."""

from __future__ import annotations

import html
import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot import clock
from bot.db.session import session_scope
from bot.requests.models import Request, SavedView
from bot.schools.models import School
from tests.support.office import file_at
from tests.support.people import Board

LIST = "/kantoor/verzoeken"
# Days from today to the last day of each request, by its child.
DUE = {"Laat": -2, "Gisteren": -1, "Vandaag": 0, "Morgen": 1, "Week": 7, "Later": 40}


@pytest.fixture
def full(board: Board) -> Board:
    """Requests of every urgency at our school, one of another kind and one that is closed."""
    with session_scope(board.engine) as session:
        school = session.scalars(select(School).where(School.slug == "regenboog")).one()
        session.scalars(select(Request)).one().due_on = clock.today() + timedelta(days=20)
        for name in reversed(DUE):
            request = file_at(session, school, child_name=f"{name} Bakker")
            request.due_on = clock.today() + timedelta(days=DUE[name])
        other = file_at(session, school, kind="bezwaar", child_name="Soort Bakker")
        other.due_on = clock.today() + timedelta(days=90)
        closed = file_at(session, school, kind="correctie", child_name="Klaar Bakker")
        closed.state, closed.outcome, closed.closed_at = "afgehandeld", "toegewezen", clock.now()
        closed.due_on = clock.today() - timedelta(days=5)
        still = file_at(session, school, kind="zienswijze", child_name="Stil Bakker")
        still.state, still.pauses = "identiteit_controleren", [["2026-11-25", None]]
        still.due_on = clock.today() - timedelta(days=3)
    return board


def children(board: Board, query: str = "", persona: str = "administratie") -> list[str]:
    """First names of the children on the page, in its order."""
    page = board.browser(persona).get(f"{LIST}?{query}")
    assert page.status_code == 200
    return re.findall(r"<td[^>]*>(\w+) (?:Bakker|de Vries)</td>", page.text)


def row(board: Board, child: str) -> str:
    page = board.browser("administratie").get(f"{LIST}?status=alle").text
    rows = re.findall(r"<tr>.*?</tr>", page, re.DOTALL)
    return next(one for one in rows if f">{child} Bakker</td>" in one)


def test_what_is_due_first_comes_first(full: Board) -> None:
    assert children(full) == [
        *("Stil", "Laat", "Gisteren", "Vandaag", "Morgen", "Week", "Sanne", "Later", "Soort"),
    ]


@pytest.mark.parametrize(
    ("child", "words"),
    [
        ("Laat", "2 dagen te laat"),
        ("Gisteren", "1 dag te laat"),
        ("Vandaag", "vandaag"),
        ("Morgen", "morgen"),
        ("Week", "nog 7 dagen"),
        ("Stil", "staat stil"),
        ("Klaar", "Toegewezen"),
    ],
)
def test_how_long_is_left_is_said_in_words(full: Board, child: str, words: str) -> None:
    assert f'<span class="left">{words}</span>' in row(full, child)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("termijn=te_laat", ["Laat", "Gisteren"]),
        ("termijn=vandaag", ["Laat", "Gisteren", "Vandaag"]),
        ("termijn=week", ["Laat", "Gisteren", "Vandaag", "Morgen", "Week"]),
        ("soort=bezwaar", ["Soort"]),
        ("status=afgehandeld", ["Klaar"]),
        ("status=identiteit_controleren", ["Stil"]),
        ("zoek=laat", ["Laat"]),
        ("zoek=LATER+bak", ["Later"]),
        ("zoek=amrani&soort=bezwaar", ["Soort"]),
        ("zoek=%25", []),
        ("zoek=_", []),
        ("zoek=' OR 1=1 --", []),
        ("behandelaar=niemand&soort=bezwaar", ["Soort"]),
        ("soort=onzin&status=onzin&school=onzin&termijn=onzin&zoek=later", ["Later"]),
        ("status=afgehandeld&termijn=te_laat", []),
    ],
)
def test_filters_keep_what_was_asked_for(full: Board, query: str, found: list[str]) -> None:
    assert children(full, query) == found


@pytest.mark.parametrize("typed", [str, str.lower, lambda text: text[3:].replace("-", " ")])
def test_a_reference_is_found_however_it_is_typed(full: Board, typed) -> None:
    assert children(full, f"zoek={typed(full.reference)}") == ["Sanne"]


def test_what_was_searched_stays_in_the_box_as_text(full: Board) -> None:
    page = full.browser("administratie").get(LIST, params={"zoek": '"><script>x</script>'}).text
    assert "<script>x" not in page
    assert 'value="&#34;&gt;&lt;script&gt;x&lt;/script&gt;"' in page


def test_more_than_fifty_go_on_a_next_page(board: Board) -> None:
    with session_scope(board.engine) as session:
        school = session.scalars(select(School).where(School.slug == "regenboog")).one()
        for number in range(50):
            file_at(session, school, subject=f"Deel {number}")
    browser = board.browser("administratie")
    first = browser.get(f"{LIST}?soort=inzage").text
    assert "51 verzoeken, pagina 1 van 2." in first
    (following,) = re.findall(r'<a rel="next" href="([^"]+)"', first)
    second = browser.get(f"{LIST}{html.unescape(following)}").text
    assert "pagina 2 van 2" in second
    shown = [re.findall(r'name="verzoek" value="([^"]+)"', page) for page in (first, second)]
    assert (len(shown[0]), len(shown[1])) == (50, 1)
    assert not set(shown[0]) & set(shown[1])
    for page in ("0", "-1", "99", "x", ""):
        assert browser.get(f"{LIST}?pagina={page}").status_code == 200


def ids(board: Board, *named: str) -> list[str]:
    with session_scope(board.engine, read_only=True) as session:
        rows = session.scalars(select(Request)).all()
        return [str(one.id) for one in rows if one.child_name.split()[0] in named]


def assignees(board: Board) -> dict[str, object]:
    with session_scope(board.engine, read_only=True) as session:
        rows = session.scalars(select(Request)).all()
        return {one.child_name.split()[0]: one.assignee_id for one in rows if one.assignee_id}


def give(board: Board, who: str, chosen: list[str], to: str):
    data = {"verzoek": chosen, "behandelaar": str(board.accounts.get(to, to))}
    browser = board.browser(who)
    answer = browser.post(f"{LIST}/toewijzen?soort=inzage", data=data)
    return browser.get(answer.headers["location"]).text


def test_several_are_given_to_a_colleague_at_once(full: Board) -> None:
    page = give(full, "administratie", ids(full, "Laat", "Week"), "administratie_bestuur")
    assert "2 verzoeken toegewezen." in page
    assert set(assignees(full)) == {"Laat", "Week"}
    assert 'value="inzage" selected' in page
    person = full.accounts["administratie_bestuur"]
    assert children(full, f"behandelaar={person}") == ["Laat", "Week"]
    assert "1 verzoek toegewezen." in give(full, "administratie", ids(full, "Laat"), "niemand")
    assert set(assignees(full)) == {"Week"}


def test_requests_of_another_school_stay_where_they_are(full: Board) -> None:
    page = give(full, "administratie_elders", ids(full, "Laat"), "administratie_elders")
    assert "0 verzoeken toegewezen. 1 niet" in page
    assert assignees(full) == {}


@pytest.mark.parametrize("to", ["fg", "administratie_elders", "geen id", ""])
def test_somebody_who_cannot_work_there_gets_nothing(full: Board, to: str) -> None:
    assert "0 verzoeken toegewezen. 1 niet" in give(full, "administratie", ids(full, "Laat"), to)
    assert assignees(full) == {}


def test_an_address_cannot_put_words_on_the_page(full: Board) -> None:
    page = full.browser("administratie").get(
        f"{LIST}?gedaan=Bel+0900-1234&toegewezen=Bel+0900-1234&niet=0900"
    )
    assert "0900" not in page.text


def keep(board: Board, name: str, persona: str = "administratie", **filters: str):
    return board.browser(persona).post("/kantoor/weergaven", data={"naam": name} | filters)


def test_filters_are_kept_under_a_name_and_opened_again(full: Board) -> None:
    keep(full, "Te laat & bezwaar", termijn="te_laat", zoek="laat & co")
    page = full.browser("administratie").get(LIST).text
    (address,) = re.findall(r'<a href="([^"]+)">Te laat &amp; bezwaar</a>', page)
    opened = full.browser("administratie").get(html.unescape(address)).text
    assert 'value="te_laat" selected' in opened
    # What was searched for is a name, and would stay when its request has gone.
    assert "laat &amp; co" not in opened
    assert "Te laat &amp; bezwaar" not in full.browser("fg").get(LIST).text


@pytest.mark.parametrize("name", ["", "   "])
def test_a_view_without_a_name_is_not_kept(full: Board, name: str) -> None:
    answer = keep(full, name, termijn="te_laat")
    assert answer.status_code == 422
    assert "Geef de weergave een naam" in answer.text
    assert 'value="te_laat" selected' in answer.text


def test_there_is_an_end_to_views_and_the_same_name_is_written_over(full: Board) -> None:
    for number in range(20):
        assert keep(full, f"Weergave {number}").status_code == 303
    assert "al 20 weergaven" in keep(full, "Nog een").text
    assert keep(full, "Weergave 3", soort="klacht").status_code == 303


def test_only_ones_own_view_can_be_dropped(full: Board) -> None:
    keep(full, "Van mij")
    with session_scope(full.engine, read_only=True) as session:
        view = session.scalars(select(SavedView)).one()
    full.browser("fg").post(f"/kantoor/weergaven/{view.id}/weg")
    assert "Van mij" in full.browser("administratie").get(LIST).text
    full.browser("administratie").post(f"/kantoor/weergaven/{view.id}/weg")
    assert "Van mij" not in full.browser("administratie").get(LIST).text


def test_the_fg_reads_the_list_and_gives_nothing_away(full: Board) -> None:
    page = full.browser("fg").get(LIST).text
    assert "Laat Bakker" in page
    assert 'name="verzoek"' not in page
    assert "Toewijzen</button>" not in page


def test_the_board_sees_all_schools_and_can_choose_one(full: Board) -> None:
    school = full.schools["ster"]
    assert len(children(full, persona="administratie_bestuur")) == 9
    assert children(full, f"school={school}", persona="administratie_bestuur") == []
    assert children(full, f"school={school}", persona="administratie") == []


def test_the_register_has_no_names_and_opens_in_a_spreadsheet(full: Board) -> None:
    browser = full.browser("administratie")
    register = browser.get("/kantoor/register.csv")
    assert register.headers["content-disposition"].startswith("attachment;")
    lines = register.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("kenmerk;soort;artikel;school;ontvangen_op")
    assert len(lines) == 11
    data = browser.get("/kantoor/register.json").json()
    assert len(data) == 10
    for secret in ("Bakker", "Sanne", "Amrani", "voorbeeld.nl"):
        assert secret not in register.text + repr(data)


def test_a_school_that_is_called_like_a_formula_is_no_formula(full: Board) -> None:
    with session_scope(full.engine) as session:
        session.scalars(select(School).where(School.slug == "regenboog")).one().name = "=1+1"
    assert ";'=1+1;" in full.browser("administratie").get("/kantoor/register.csv").text
