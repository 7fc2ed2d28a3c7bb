"""Asking for a link: the same for everybody, once per link, and not too often."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from bot.db.session import session_scope
from bot.outbox.models import OutboxMessage
from bot.people.rate_limit import STATUS_ADDRESS, STATUS_MAIL
from bot.portal.models import StatusLink, StatusSession
from bot.requests.models import Request
from tests.support.parents import EMAIL, ask, mailed_links, new_link, parent, the_request
from tests.support.people import Board
from tests.support.signing_in import MORNING


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


def test_the_link_goes_to_who_filed_it_and_says_nothing_else(board: Board) -> None:
    ask(board.browser(), board.reference)
    with session_scope(board.engine, read_only=True) as session:
        mail = session.scalars(select(OutboxMessage)).one()
    assert mail.payload["to"] == EMAIL
    assert board.reference in mail.payload["text"]
    assert "http://127.0.0.1:8080/status/link/" in mail.payload["text"]
    for secret in ("Sanne", "Amrani", "inzage", "Regenboog"):
        assert secret not in mail.payload["text"] + mail.payload["subject"]


@pytest.mark.parametrize(
    ("reference", "email"),
    [
        (None, "iemand.anders@voorbeeld.nl"),
        ("DW-K7MH3-9XQ47", EMAIL),
        ("geen kenmerk", EMAIL),
        ("", ""),
        (None, "geen adres"),
        (None, "mo@voorbeeld.nl, dief@elders.nl"),
        (None, "mo@voorbeeld.nl\nbcc: dief@elders.nl"),
    ],
)
def test_whether_it_matched_is_told_to_nobody(board: Board, reference, email) -> None:
    right = ask(board.browser(), board.reference)
    wrong = ask(board.browser(), board.reference if reference is None else reference, email)
    assert (wrong.status_code, wrong.headers["location"]) == (303, right.headers["location"])
    assert wrong.headers.keys() == right.headers.keys()
    assert len(mailed_links(board)) == 1
    assert board.reference not in board.browser().get(right.headers["location"]).text


@pytest.mark.parametrize("typed", [str.lower, lambda text: text.replace("-", " "), " {} ".format])
def test_reference_and_address_are_read_as_people_type_them(board: Board, typed) -> None:
    ask(board.browser(), typed(board.reference), " Mo@Voorbeeld.NL ")
    assert len(mailed_links(board)) == 1


def test_a_link_works_once(board: Board) -> None:
    link = new_link(board)
    first, second = board.browser(), board.browser()
    assert "werkt één keer" in first.get(link).text
    assert first.post(link).headers["location"] == "/status/verzoek"
    again = second.post(link)
    assert again.status_code == 410
    assert "werkt niet meer" in again.text
    assert second.get(link).status_code == 410
    assert second.get("/status/verzoek").status_code == 404


def test_a_link_works_for_an_hour(board: Board, clock) -> None:
    link = new_link(board)
    clock.shift(timedelta(minutes=59, seconds=59))
    assert board.browser().get(link).status_code == 200
    clock.shift(timedelta(seconds=1))
    assert board.browser().get(link).status_code == 410
    assert board.browser().post(link).status_code == 410


@pytest.mark.parametrize("token", ["geraden", "x" * 3000, "%00", "..%2f..%2fkantoor"])
def test_a_guessed_link_opens_nothing(board: Board, token: str) -> None:
    for method in ("GET", "POST"):
        assert board.browser().request(method, f"/status/link/{token}").status_code in (404, 410)


def test_a_copy_of_the_database_opens_nothing(board: Board) -> None:
    link = new_link(board)
    browser = parent(board)
    with session_scope(board.engine, read_only=True) as session:
        kept = [one.token_hash for one in session.scalars(select(StatusLink))]
        kept += [one.token_hash for one in session.scalars(select(StatusSession))]
    assert link.rpartition("/")[2].encode() not in kept
    assert browser.cookies["status"].encode() not in kept


def test_an_open_page_closes_after_two_hours(board: Board, clock) -> None:
    browser = parent(board)
    clock.shift(timedelta(hours=1, minutes=59))
    assert browser.get("/status/verzoek").status_code == 200
    clock.shift(timedelta(minutes=1))
    assert browser.get("/status/verzoek").status_code == 404


def test_the_cookie_is_for_the_status_page_only(board: Board, monkeypatch) -> None:
    cookie = board.browser().post(new_link(board)).headers["set-cookie"]
    assert "HttpOnly" in cookie and "Path=/status" in cookie and "SameSite=lax" in cookie
    monkeypatch.setenv("PUBLIC_URL", "https://privacy.bestuur.nl")
    assert "Secure" in board.browser().post(new_link(board)).headers["set-cookie"]


def test_the_office_opens_nothing_here_and_the_other_way_round(board: Board) -> None:
    token = parent(board).cookies["status"]
    browser = board.browser()
    browser.cookies.set("kantoor", token, path="/kantoor")
    assert browser.get("/kantoor/verzoeken").headers["location"] == "/kantoor/inloggen"
    office = board.browser("administratie").cookies["kantoor"]
    browser.cookies.set("status", office, path="/status")
    assert browser.get("/status/verzoek").status_code == 404


def test_a_parent_is_not_buried_in_mail_however_the_reference_is_typed(board: Board) -> None:
    ways = [board.reference, board.reference.lower(), board.reference.replace("-", " ")]
    ways += [board.reference.replace("-", "." * number) for number in range(1, 10)]
    statuses = [ask(board.browser(), way).status_code for way in ways]
    assert len(mailed_links(board)) == STATUS_MAIL.tries
    assert statuses == [303] * 5 + [429] * 7


def test_an_unknown_reference_is_limited_just_the_same(board: Board) -> None:
    statuses = [ask(board.browser(), "DW-K7MH3-9XQ47").status_code for _ in range(6)]
    assert statuses == [303] * 5 + [429]


def test_one_network_address_cannot_try_many_references(board: Board) -> None:
    statuses = [
        ask(board.browser(), f"kenmerk {number}").status_code
        for number in range(STATUS_ADDRESS.tries + 1)
    ]
    assert statuses == [303] * STATUS_ADDRESS.tries + [429]
    page = ask(board.browser(), board.reference)
    assert "Er is te vaak geprobeerd" in page.text
    assert mailed_links(board) == []


def test_an_anonymised_request_has_no_link_and_an_open_page_of_it_closes(board: Board) -> None:
    browser, link = parent(board), new_link(board)
    with session_scope(board.engine) as session:
        request = session.scalars(select(Request)).one()
        request.anonymised_on = MORNING.date()
    assert browser.get("/status/verzoek").status_code == 404
    opened = board.browser()
    opened.post(link)
    assert opened.get("/status/verzoek").status_code == 404
    before = len(mailed_links(board))
    assert ask(board.browser(), board.reference).headers["location"] == "/status/verstuurd"
    assert len(mailed_links(board)) == before


def test_a_corrected_address_closes_what_the_wrong_one_could_open(board: Board) -> None:
    browser, link = parent(board), new_link(board)
    version = the_request(board).version
    board.browser("administratie").post(
        f"/kantoor/verzoek/{board.reference}/gegevens",
        data={
            "requester_email": "mo.elamrani@voorbeeld.nl",
            "waarom": "Het adres was van iemand anders",
            "versie": version,
        },
    )
    assert the_request(board).requester_email == "mo.elamrani@voorbeeld.nl"
    assert browser.get("/status/verzoek").status_code == 404
    assert board.browser().post(link).status_code == 410
    with session_scope(board.engine, read_only=True) as session:
        assert session.scalar(select(func.count()).select_from(StatusSession)) == 0
