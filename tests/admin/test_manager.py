"""From nothing to somebody who can sign in and make the rest."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.admin.manager import make_manager
from bot.audit.models import OfficeLog
from bot.people.accounts import AccountRefused, create_account, disable, give_roles
from bot.people.models import Account
from bot.people.passwords import verify
from bot.people.roles import MANAGER, OFFICER
from bot.schools.models import School
from bot.settings import REPOSITORY, Settings
from tests.support.requests import NOW

SETTINGS = Settings(school_name="De Linde", school_phone="0123-456700", complaint_term_weeks=6)


def make(session: Session, email: str = "ans@linde.nl", name: str = "Ans Vos") -> str:
    return make_manager(session, email=email, name=name, settings=SETTINGS, now=NOW)


def test_the_first_manager_manages_the_board_and_must_choose_a_password(session: Session) -> None:
    password = make(session)
    account = session.scalars(select(Account)).one()
    assert [(one.role, one.school_id) for one in account.memberships] == [(MANAGER, None)]
    assert account.must_change_password
    assert verify(account.password_hash, password)


def test_the_school_of_the_settings_is_made_once(session: Session) -> None:
    make(session)
    make(session, email="bea@linde.nl", name="Bea")
    school = session.scalars(select(School)).one()
    assert (school.name, school.phone, school.complaint_term_weeks) == (
        "De Linde",
        "0123-456700",
        6,
    )


def test_a_manager_who_is_locked_out_gets_in_again(session: Session) -> None:
    make(session)
    account = session.scalars(select(Account)).one()
    account.must_change_password, account.totp_secret = False, "GEHEIM"
    make(session, email="bea@linde.nl", name="Bea")
    disable(session, account, NOW)
    password = make(session, email=" Ans@Linde.nl ")
    assert verify(account.password_hash, password) and account.must_change_password
    assert account.totp_secret is None and account.disabled_at is None


def test_an_account_keeps_its_other_roles(session: Session) -> None:
    account = create_account(session, email="ans@linde.nl", name="Ans", password=None, now=NOW)
    give_roles(session, account, [(OFFICER, None)])
    make(session)
    assert {one.role for one in account.memberships} == {OFFICER, MANAGER}


def test_it_is_logged_without_the_password(session: Session) -> None:
    password = make(session)
    make(session)
    logged = session.scalars(select(OfficeLog).order_by(OfficeLog.kind)).all()
    assert [one.kind for one in logged] == ["account_gemaakt", "wachtwoord_vernieuwd"]
    assert all(password not in str(one.data) for one in logged)


@pytest.mark.parametrize(("email", "name"), [("", "Ans"), ("geen adres", "Ans"), ("a@b.nl", " ")])
def test_what_cannot_be_an_account_is_refused(session: Session, email: str, name: str) -> None:
    with pytest.raises(AccountRefused):
        make(session, email=email, name=name)
    assert session.scalar(select(func.count()).select_from(School)) == 0


def command(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{folder / 'new.db'}"}
    return subprocess.run(
        [sys.executable, "-m", "bot.admin", "manager", *words],
        env=environment,
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
    )


def test_the_command_works_on_a_database_that_is_not_there_yet(tmp_path: Path) -> None:
    done = command(tmp_path, "--email", "ans@linde.nl", "--name", "Ans Vos")
    assert done.returncode == 0, done.stderr
    assert "http://127.0.0.1:8080/kantoor" in done.stdout


@pytest.mark.parametrize("email", ["", "administratie@rivierdam.example"])
def test_the_command_says_how_it_wants_to_be_called(tmp_path: Path, email: str) -> None:
    done = command(tmp_path, "--email", email, "--name", "Ans")
    assert done.returncode == 1
    assert "make manager EMAIL=" in done.stderr and "Traceback" not in done.stderr
