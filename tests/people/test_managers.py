"""Managers: each over their own schools, none over the board, and the board is never without one."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from bot.audit.models import OfficeLog
from bot.db.session import session_scope
from bot.people.models import Account, OfficeSession, email_hash
from bot.people.passwords import verify
from tests.support.people import Board


def account(board: Board, persona: str) -> Account:
    with session_scope(board.engine, read_only=True) as session:
        found = session.get_one(Account, board.accounts[persona])
        assert found.memberships is not None
        return found


def roles(board: Board, persona: str) -> set[tuple[str, str]]:
    names = {identifier: slug for slug, identifier in board.schools.items()} | {None: "alle"}
    return {(m.role, names[m.school_id]) for m in account(board, persona).memberships}


def act(board: Board, who: str, on: str, choice: str, *boxes: str):
    data = {"keuze": choice, "rol": [_box(board, box) for box in boxes]}
    return board.browser(who).post(f"/kantoor/mensen/{board.accounts[on]}", data=data)


def _box(board: Board, box: str) -> str:
    role, _, school = box.partition(":")
    return f"{role}:{board.schools.get(school, school)}"


def add(board: Board, who: str, *boxes: str, **changed: str):
    data = {"naam": "Nina Nieuw", "email": "nina@school.nl", "inloggen": "wachtwoord"} | changed
    data["rol"] = [_box(board, box) for box in boxes]
    return board.browser(who).post("/kantoor/mensen/nieuw", data=data)


def test_somebody_new_gets_a_first_password_that_is_shown_once(board: Board) -> None:
    page = add(board, "beheerder", "administratie:regenboog")
    password = re.search(r"wachtwoord is <code>([0-9a-f-]+)</code>", page.text).group(1)
    with session_scope(board.engine, read_only=True) as session:
        nina = session.scalars(
            select(Account).where(Account.email_hash == email_hash("nina@school.nl"))
        ).one()
        assert verify(nina.password_hash, password)
        assert nina.must_change_password
        assert [(m.role, m.school_id) for m in nina.memberships] == [
            ("administratie", board.schools["regenboog"])
        ]
        entry = session.scalars(select(OfficeLog).where(OfficeLog.kind == "account_gemaakt")).one()
        assert password not in repr(entry.data)
    path = f"/kantoor/mensen/{nina.id}"
    assert password not in board.browser("beheerder").get(path).text


def test_who_signs_in_with_the_school_account_has_no_password(board: Board) -> None:
    page = add(board, "beheerder", "fg:regenboog", inloggen="schoolaccount")
    assert "tijdelijke wachtwoord" not in page.text
    with session_scope(board.engine, read_only=True) as session:
        nina = session.scalars(
            select(Account).where(Account.email_hash == email_hash("nina@school.nl"))
        ).one()
        assert nina.password_hash is None


@pytest.mark.parametrize(
    ("changed", "boxes", "reason"),
    [
        ({"email": "geen adres"}, ("fg:regenboog",), "geen e-mailadres"),
        ({"email": "administratie@school.nl"}, ("fg:regenboog",), "al iemand"),
        ({"email": "ADMINISTRATIE@school.nl"}, ("fg:regenboog",), "al iemand"),
        ({"naam": "  "}, ("fg:regenboog",), "naam"),
        ({}, (), "minstens één rol"),
    ],
)
def test_an_account_that_cannot_be_is_refused_and_not_made(board, changed, boxes, reason) -> None:
    answer = add(board, "beheerder", *boxes, **changed)
    assert answer.status_code == 422
    assert reason in answer.text
    with session_scope(board.engine, read_only=True) as session:
        assert "Nina Nieuw" not in session.scalars(select(Account.name)).all()


@pytest.mark.parametrize("box", ["administratie:ster", "administratie:alle", "koning:regenboog"])
def test_a_manager_gives_no_role_beyond_their_own_schools(board: Board, box: str) -> None:
    assert add(board, "beheerder", box).status_code == 404
    assert act(board, "beheerder", "medewerker", "rollen", box).status_code == 404
    assert roles(board, "medewerker") == {("medewerker", "regenboog")}


def test_roles_at_other_schools_stay_when_ours_change(board: Board) -> None:
    act(board, "beheerder_bestuur", "medewerker", "rollen", "medewerker:ster", "fg:regenboog")
    act(board, "beheerder", "medewerker", "rollen", "administratie:regenboog")
    assert roles(board, "medewerker") == {("medewerker", "ster"), ("administratie", "regenboog")}


@pytest.mark.parametrize("persona", ["administratie_elders", "beheerder_bestuur", "zonder_rol"])
@pytest.mark.parametrize("choice", ["rollen", "wachtwoord", "sluiten", "openen"])
def test_people_of_elsewhere_do_not_exist_for_a_manager(board, persona, choice) -> None:
    before = vars(account(board, persona)) | {"_sa_instance_state": None, "memberships": None}
    assert act(board, "beheerder", persona, choice).status_code == 404
    after = vars(account(board, persona)) | {"_sa_instance_state": None, "memberships": None}
    assert after == before
    assert f"Persoon {persona}<" not in board.browser("beheerder").get("/kantoor/mensen").text


@pytest.mark.parametrize("choice", ["wachtwoord", "sluiten"])
def test_an_account_that_another_school_uses_too_is_not_for_one_manager(board, choice) -> None:
    act(board, "beheerder_bestuur", "fg", "rollen", "fg:regenboog", "fg:ster")
    answer = act(board, "beheerder", "fg", choice)
    assert answer.status_code == 422
    assert "die niet van u is" in answer.text
    assert account(board, "fg").disabled_at is None


def test_the_last_manager_of_the_board_stays(board: Board) -> None:
    for choice in ("sluiten", "rollen"):
        answer = act(board, "beheerder_bestuur", "beheerder_bestuur", choice)
        assert answer.status_code == 422
        assert "Er moet één beheerder" in answer.text
    assert roles(board, "beheerder_bestuur") == {("beheerder", "alle")}


def test_a_closed_manager_does_not_count_as_the_other_one(board: Board) -> None:
    act(board, "beheerder_bestuur", "fg_bestuur", "rollen", "beheerder:alle")
    act(board, "beheerder_bestuur", "fg_bestuur", "sluiten")
    assert act(board, "beheerder_bestuur", "beheerder_bestuur", "sluiten").status_code == 422
    act(board, "beheerder_bestuur", "fg_bestuur", "openen")
    assert act(board, "beheerder_bestuur", "beheerder_bestuur", "sluiten").status_code == 303
    assert account(board, "beheerder_bestuur").disabled_at is not None


def test_closing_an_account_signs_it_out_and_keeps_it(board: Board) -> None:
    browser = board.browser("administratie")
    act(board, "beheerder", "administratie", "sluiten")
    assert browser.get("/kantoor/verzoeken").status_code == 303
    with session_scope(board.engine, read_only=True) as session:
        assert (
            session.scalars(
                select(OfficeSession).where(
                    OfficeSession.account_id == board.accounts["administratie"]
                )
            ).all()
            == []
        )
    page = board.browser("beheerder").get("/kantoor/mensen").text
    assert re.search(r"Persoon administratie</a>\s*<span class=\"tag\">gesloten", page)


def test_a_new_first_password_takes_the_code_app_away_and_signs_out(board: Board) -> None:
    with session_scope(board.engine) as session:
        person = session.get_one(Account, board.accounts["administratie"])
        person.totp_secret, person.recovery_hashes = "A" * 32, ["x"]
        person.password_hash = "oud"
    browser = board.browser("administratie")
    page = act(board, "beheerder", "administratie", "wachtwoord")
    password = re.search(r"wachtwoord is <code>([0-9a-f-]+)</code>", page.text).group(1)
    changed = account(board, "administratie")
    assert verify(changed.password_hash, password)
    assert (changed.totp_secret, changed.recovery_hashes) == (None, [])
    assert changed.must_change_password
    assert browser.get("/kantoor/verzoeken").headers["location"] == "/kantoor/inloggen"


def test_a_role_taken_away_works_at_the_next_click(board: Board) -> None:
    browser = board.browser("administratie")
    act(board, "beheerder", "administratie", "rollen", "medewerker:regenboog")
    assert browser.get("/kantoor/verzoeken").status_code == 404


def test_the_fg_of_the_school_sees_which_roles_somebody_got(board: Board) -> None:
    act(board, "beheerder", "beheerder", "rollen", "beheerder:regenboog", "administratie:regenboog")
    page = board.browser("fg").get("/kantoor/logboek").text
    assert re.search(r"Persoon beheerder</td><td[^>]*>rollen gewijzigd: Persoon beheerder", page)
    assert "rollen gewijzigd" not in board.browser("fg_elders").get("/kantoor/logboek").text
    assert "rollen gewijzigd" in board.browser("fg_bestuur").get("/kantoor/logboek").text
