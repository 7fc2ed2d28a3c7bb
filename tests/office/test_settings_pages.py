"""Schools, holidays, connections, retention, dead letters, figures and logs: the pages around the work."""

from __future__ import annotations

import io
import re
from datetime import timedelta

import pypdf
import pytest
from sqlalchemy import select, text, update

from bot import clock
from bot.api.keys import find_key
from bot.api.models import ApiKey
from bot.audit.models import OfficeLog
from bot.db.session import session_scope
from bot.outbox.models import OutboxMessage, WebhookTarget
from bot.requests.models import Destruction, Request, RetentionTerm
from bot.schools.models import School
from tests.support.office import do
from tests.support.people import Board

SCHOOL = "/kantoor/school/regenboog"
FORM = {"name": "De Regenboog", "complaint_term_weeks": "6"}


def school(board: Board, slug: str = "regenboog") -> School:
    with session_scope(board.engine, read_only=True) as session:
        found = session.scalars(select(School).where(School.slug == slug)).one()
        assert found.holidays is not None
        return found


def logged(board: Board) -> list[str]:
    with session_scope(board.engine, read_only=True) as session:
        return list(session.scalars(select(OfficeLog.kind).order_by(OfficeLog.at)))


# Schools


def test_what_is_set_for_a_school_is_kept(board: Board) -> None:
    data = FORM | {
        "street": "Kerklaan  2",
        "postcode": "3512ab",
        "email": "Info@Regenboog.example",
        "is_public_body": "ja",
        "colour": "#1F4E79",
        "open_0": "08:30",
        "close_0": "16:00:00",
    }
    assert board.browser("beheerder").post(SCHOOL, data=data).status_code == 303
    kept = school(board)
    assert (kept.street, kept.postcode, kept.complaint_term_weeks) == ("Kerklaan 2", "3512 AB", 6)
    assert (kept.is_public_body, kept.confirms_receipt) == (True, False)
    assert kept.letterhead["colour"] == "#1f4e79"
    assert kept.office_hours == [["08:30", "16:00"]] + [None] * 6
    assert logged(board) == ["school_gewijzigd"]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"name": " "}, "naam van de school"),
        ({"postcode": "12 AB"}, "1234 AB"),
        ({"email": "geen adres"}, "geen e-mailadres"),
        ({"complaint_term_weeks": "0"}, "1 tot en met 52"),
        ({"complaint_term_weeks": "veel"}, "1 tot en met 52"),
        ({"colour": "red; x"}, "#1f4e79"),
        ({"open_2": "16:00", "close_2": "08:30"}, "Op woensdag sluit u"),
        ({"open_2": "08:30"}, "woensdag"),
        ({"open_2": "25:00", "close_2": "26:00"}, "woensdag"),
    ],
)
def test_what_cannot_be_is_refused_and_stays_on_the_page(board, typed, reason) -> None:
    answer = board.browser("beheerder").post(SCHOOL, data=FORM | {"city": "Breda"} | typed)
    assert answer.status_code == 422
    assert reason in answer.text
    assert 'value="Breda"' in answer.text
    assert school(board).city == "Utrecht"


def test_hours_with_a_time_zone_behind_them_are_no_fault(board: Board) -> None:
    data = FORM | {"open_0": "08:30+02:00", "close_0": "16:00"}
    assert board.browser("beheerder").post(SCHOOL, data=data).status_code == 303
    assert school(board).office_hours[0] == ["08:30", "16:00"]


def test_a_new_school_has_an_address_of_its_own(board: Board) -> None:
    browser = board.browser("beheerder_bestuur")
    addresses = [
        browser.post("/kantoor/scholen/nieuw", data={"name": name}).headers["location"]
        for name in ("Sint-Jan", "Sint Jan!", "…")
    ]
    assert addresses == [f"/kantoor/school/{slug}" for slug in ("sint-jan", "sint-jan-2", "school")]
    assert browser.post("/kantoor/scholen/nieuw", data={"name": " "}).status_code == 422


def test_holidays_come_and_go(board: Board) -> None:
    browser = board.browser("beheerder")
    days = {"naam": "Kerst", "eerste": "2026-12-19", "laatste": "2027-01-03"}
    browser.post(f"{SCHOOL}/vakantie", data=days)
    (holiday,) = school(board).holidays
    assert "19 december 2026 tot en met 3 januari 2027" in browser.get(SCHOOL).text
    browser.post(f"{SCHOOL}/vakantie", data={"weg": str(holiday.id)})
    assert school(board).holidays == []
    assert logged(board) == ["vakanties_gewijzigd"] * 2


@pytest.mark.parametrize(
    "days",
    [
        {"naam": "Kerst", "eerste": "2027-01-03", "laatste": "2026-12-19"},
        {"naam": "Kerst", "eerste": "gisteren", "laatste": ""},
        {"naam": "Kerst", "eerste": "2026-01-01", "laatste": "2026-12-31"},
        {"naam": " ", "eerste": "2026-12-19", "laatste": "2026-12-20"},
    ],
)
def test_a_holiday_that_cannot_be_is_refused(board: Board, days: dict[str, str]) -> None:
    answer = board.browser("beheerder").post(f"{SCHOOL}/vakantie", data=days)
    assert answer.status_code == 422
    assert school(board).holidays == []


def test_a_holiday_of_another_school_is_out_of_reach(board: Board) -> None:
    days = {"naam": "Kerst", "eerste": "2026-12-19", "laatste": "2027-01-03"}
    board.browser("beheerder_elders").post("/kantoor/school/ster/vakantie", data=days)
    (theirs,) = school(board, "ster").holidays
    answer = board.browser("beheerder").post(f"{SCHOOL}/vakantie", data={"weg": str(theirs.id)})
    assert answer.status_code == 404
    assert len(school(board, "ster").holidays) == 1


# Connections


def test_a_key_is_shown_once_kept_as_a_hash_and_withdrawn(board: Board) -> None:
    browser = board.browser("beheerder")
    page = browser.post(
        f"{SCHOOL}/koppelingen", data={"keuze": "sleutel", "naam": "Dashboard"}
    ).text
    (key,) = re.findall(r"dwk_[\w-]+", page)
    assert key not in browser.get(f"{SCHOOL}/koppelingen").text
    with session_scope(board.engine, read_only=True) as session:
        stored = find_key(session, key)
        assert (stored.name, stored.may_write) == ("Dashboard", False)
        assert stored.school_id == board.schools["regenboog"]
    browser.post(f"{SCHOOL}/koppelingen", data={"keuze": "sleutel_weg", "id": str(stored.id)})
    with session_scope(board.engine, read_only=True) as session:
        assert find_key(session, key) is None
    assert logged(board) == ["sleutel_gemaakt", "sleutel_weggehaald"]


@pytest.mark.parametrize(
    "address",
    [
        "http://school.example/hook",
        "ftp://school.example",
        "https://",
        "https://piet:geheim@school.example",
        "javascript:alert(1)",
        "",
    ],
)
def test_an_address_that_is_not_safe_is_refused(board: Board, address: str) -> None:
    data = {"keuze": "adres", "adres": address}
    assert board.browser("beheerder").post(f"{SCHOOL}/koppelingen", data=data).status_code == 422


def test_an_address_has_a_secret_of_its_own_and_can_be_stopped(board: Board) -> None:
    browser = board.browser("beheerder")
    data = {"keuze": "adres", "adres": "https://school.example/hook"}
    page = browser.post(f"{SCHOOL}/koppelingen", data=data).text
    with session_scope(board.engine, read_only=True) as session:
        target = session.scalars(select(WebhookTarget)).one()
    assert target.secret in page
    shown = browser.get(f"{SCHOOL}/koppelingen").text
    assert target.secret not in shown
    assert "https://school.example/hook" in shown
    browser.post(f"{SCHOOL}/koppelingen", data={"keuze": "adres_weg", "id": str(target.id)})
    assert "https://school.example/hook" not in browser.get(f"{SCHOOL}/koppelingen").text


def test_another_schools_key_and_address_are_out_of_reach(board: Board) -> None:
    theirs = board.browser("beheerder_elders")
    theirs.post("/kantoor/school/ster/koppelingen", data={"keuze": "sleutel", "naam": "x"})
    data = {"keuze": "adres", "adres": "https://ster.example/hook"}
    theirs.post("/kantoor/school/ster/koppelingen", data=data)
    with session_scope(board.engine, read_only=True) as session:
        key = session.scalars(select(ApiKey)).one()
        target = session.scalars(select(WebhookTarget)).one()
    for choice, identifier in (("sleutel_weg", key.id), ("adres_weg", target.id), ("x", key.id)):
        data = {"keuze": choice, "id": str(identifier)}
        assert (
            board.browser("beheerder").post(f"{SCHOOL}/koppelingen", data=data).status_code == 404
        )
    with session_scope(board.engine, read_only=True) as session:
        assert session.scalars(select(ApiKey)).one().revoked_at is None
        assert session.scalars(select(WebhookTarget)).one().active


# What could not be sent


@pytest.fixture
def dead(board: Board) -> OutboxMessage:
    """A letter that the mail server refused."""
    with session_scope(board.engine) as session:
        do(session, session.scalars(select(Request)).one(), "bevestigen")
        message = session.scalars(select(OutboxMessage)).one()
        message.state, message.attempts = "mislukt", 12
        message.last_error = "de mailserver weigert dit adres"
        return message


def state(board: Board) -> tuple[str, int]:
    with session_scope(board.engine, read_only=True) as session:
        message = session.scalars(select(OutboxMessage)).one()
        return message.state, message.attempts


def test_what_failed_is_shown_without_names(board: Board, dead) -> None:
    page = board.browser("administratie").get("/kantoor/verzending").text
    assert "de mailserver weigert dit adres" in page
    assert board.reference in page
    for secret in ("Sanne", "Amrani", "voorbeeld.nl"):
        assert secret not in page
    assert "weigert" not in board.browser("administratie_elders").get("/kantoor/verzending").text
    request = board.browser("administratie").get(f"/kantoor/verzoek/{board.reference}").text
    assert "niet gelukt: zie Verzending" in request


@pytest.mark.parametrize(
    ("choice", "after", "entry"),
    [
        ("opnieuw", ("wacht", 0), "opnieuw_verzonden"),
        ("stoppen", ("vervallen", 12), "verzending_gestopt"),
    ],
)
def test_it_is_sent_again_or_given_up(board: Board, dead, choice, after, entry) -> None:
    path = f"/kantoor/verzending/{dead.id}"
    browser = board.browser("administratie")
    assert browser.post(path, data={"keuze": choice}).headers["location"] == "/kantoor/verzending"
    assert state(board) == after
    # A second click, or a colleague's, does nothing more.
    browser.post(path, data={"keuze": "stoppen"})
    assert state(board) == after
    assert logged(board) == [entry]


@pytest.mark.parametrize("choice", ["", "onzin"])
def test_an_unknown_choice_gives_nothing_up(board: Board, dead, choice: str) -> None:
    path = f"/kantoor/verzending/{dead.id}"
    assert board.browser("administratie").post(path, data={"keuze": choice}).status_code == 404
    assert state(board) == ("mislukt", 12)


def test_another_schools_letter_is_out_of_reach(board: Board, dead) -> None:
    path = f"/kantoor/verzending/{dead.id}"
    answer = board.browser("administratie_elders").post(path, data={"keuze": "stoppen"})
    assert answer.status_code == 404
    assert state(board) == ("mislukt", 12)


# Retention


@pytest.fixture
def over(board: Board) -> Board:
    """Our request is closed, and its term was over yesterday."""
    with session_scope(board.engine) as session:
        request = session.scalars(select(Request)).one()
        do(session, request, "beginnen")
        do(session, request, "toewijzen")
        request.closed_at = clock.now() - timedelta(days=24 * 31)
        session.execute(text("UPDATE outbox_message SET state = 'verzonden'"))
    return board


def test_the_dry_run_shows_what_would_go_and_erases_nothing(over: Board) -> None:
    for persona in ("beheerder", "administratie", "fg"):
        page = over.browser(persona).get("/kantoor/bewaartermijnen").text
        assert "Proefronde van nu: 1 verzoek." in page
        assert over.reference in page
        assert "Sanne" not in page and "Amrani" not in page
    assert over.reference not in over.browser("fg_elders").get("/kantoor/bewaartermijnen").text
    with session_scope(over.engine, read_only=True) as session:
        assert session.scalars(select(Destruction)).all() == []
        assert session.scalars(select(Request)).one().child_name == "Sanne de Vries"


def test_what_is_held_is_shown_as_staying(over: Board) -> None:
    with session_scope(over.engine) as session:
        session.execute(update(Request).values(legal_hold="rechtszaak over Sanne"))
    page = over.browser("fg").get("/kantoor/bewaartermijnen").text
    assert "Blijft langer" in page
    assert "Niets: van geen enkel verzoek" in page
    assert "Sanne" not in page


def test_only_the_boards_manager_sets_the_terms(board: Board) -> None:
    path, data = "/kantoor/bewaartermijnen/klacht", {"maanden": "12", "actie": "verwijderen"}
    for persona in ("beheerder", "administratie_bestuur", "fg_bestuur"):
        assert board.browser(persona).post(path, data=data).status_code == 404
        assert "Opslaan" not in board.browser(persona).get("/kantoor/bewaartermijnen").text
    assert board.browser("beheerder_bestuur").post(path, data=data).status_code == 303
    with session_scope(board.engine, read_only=True) as session:
        term = session.scalars(select(RetentionTerm)).one()
    assert (term.kind, term.months, term.action) == ("klacht", 12, "verwijderen")
    assert logged(board) == ["bewaartermijn_gewijzigd"]


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("klacht", {"maanden": "0", "actie": "verwijderen"}),
        ("klacht", {"maanden": "12", "actie": "bewaren"}),
        ("niets", {"maanden": "12", "actie": "verwijderen"}),
        ("klacht", {}),
    ],
)
def test_a_term_that_cannot_be_is_refused(board: Board, kind: str, data: dict[str, str]) -> None:
    answer = board.browser("beheerder_bestuur").post(f"/kantoor/bewaartermijnen/{kind}", data=data)
    assert answer.status_code == 422
    assert "Dit lukte niet." in answer.text


# Figures


@pytest.mark.parametrize("persona", ["administratie", "fg", "beheerder", "beheerder_bestuur"])
def test_figures_are_there_for_who_may_see_them_and_name_nobody(over: Board, persona: str) -> None:
    page = over.browser(persona).get("/kantoor/cijfers").text
    assert "<svg" in page
    assert "Jaarverslag" in page
    for secret in ("Sanne", "Amrani", over.reference):
        assert secret not in page


def test_figures_are_of_ones_own_schools(board: Board) -> None:
    assert "Ontvangen: 1," in board.browser("beheerder").get("/kantoor/cijfers?jaar=2026").text
    assert (
        "Ontvangen: 0," in board.browser("beheerder_elders").get("/kantoor/cijfers?jaar=2026").text
    )


@pytest.mark.parametrize("year", ["2026", "1", "2999", "x", "", "-5", "9" * 30])
def test_any_year_can_be_asked_for(board: Board, year: str) -> None:
    assert board.browser("fg").get(f"/kantoor/cijfers?jaar={year}").status_code == 200


def test_the_year_report_is_a_pdf_to_save_and_names_nobody(over: Board) -> None:
    answer = over.browser("beheerder_bestuur").get("/kantoor/jaarverslag.pdf?jaar=2026")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("attachment;")
    reader = pypdf.PdfReader(io.BytesIO(answer.content))
    words = " ".join(page.extract_text() for page in reader.pages)
    assert "Jaarverslag privacyverzoeken 2026" in words
    assert "Alle scholen van het bestuur" in words
    for secret in ("Sanne", "Amrani", over.reference, "voorbeeld.nl"):
        assert secret not in words


def test_the_report_of_one_school_is_called_after_it(board: Board) -> None:
    answer = board.browser("beheerder").get("/kantoor/jaarverslag.pdf")
    words = pypdf.PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
    assert "De Regenboog" in words


# Logs


def test_the_log_says_who_did_what_with_names_of_people_and_not_of_parents(over: Board) -> None:
    over.browser("administratie").get(f"/kantoor/verzoek/{over.reference}")
    over.browser("beheerder").post(SCHOOL, data=FORM)
    page = over.browser("fg").get("/kantoor/logboek").text
    assert "Persoon administratie" in page
    assert re.search(r"Persoon beheerder</td><td[^>]*>school gewijzigd: city", page)
    assert "Sanne" not in page and "Amrani" not in page
    assert "school gewijzigd" not in over.browser("fg_elders").get("/kantoor/logboek").text
