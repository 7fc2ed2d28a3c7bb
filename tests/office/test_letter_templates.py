"""A school's own letters: previewed, checked on what the law asks, and back to the standard."""

from __future__ import annotations

import html
import re

import pytest
from sqlalchemy import select

from bot.audit.models import OfficeLog
from bot.db.session import session_scope
from bot.letters.kinds import LETTERS
from bot.letters.models import LetterTemplate
from bot.letters.own_templates import check_must_hold
from bot.letters.templates import standard_template
from tests.support.people import Board
from tests.support.working import preview

LETTER = "/kantoor/school/regenboog/brieven"
GOOD = "Beste {{ aanvrager }},\n\n{{ toelichting }}\n\n{{ uw_rechten }}"


def put(board: Board, kind: str, text: str, phase: str, persona: str = "administratie", **more):
    data = {"fase": phase, "onderwerp": "Over {{ kenmerk }}", "tekst": text} | more
    return board.browser(persona).post(f"{LETTER}/{kind}", data=data)


def own(board: Board) -> list[LetterTemplate]:
    with session_scope(board.engine, read_only=True) as session:
        return list(session.scalars(select(LetterTemplate)))


@pytest.mark.parametrize("kind", LETTERS)
def test_every_letter_can_be_opened_previewed_and_kept_as_it_is(board: Board, kind: str) -> None:
    browser = board.browser("administratie")
    page = browser.get(f"{LETTER}/{kind}").text
    text = html.unescape(re.search(r'name="tekst"[^>]*>(.*?)</textarea>', page, re.DOTALL).group(1))
    assert "nog niet bewaard" in put(board, kind, text, "voorbeeld").text
    assert put(board, kind, text, "bewaren").headers["location"] == LETTER
    assert [one.kind for one in own(board)] == [kind]


def test_a_preview_is_on_real_data_and_keeps_nothing(board: Board) -> None:
    page = put(board, "afgewezen", GOOD, "voorbeeld").text
    assert "Beste Mo el Amrani," in page
    assert f"Over {board.reference}" in page
    assert "Autoriteit Persoonsgegevens" in page
    assert own(board) == []


def test_what_is_kept_is_what_the_next_letter_says(board: Board) -> None:
    put(board, "ontvangst", "Hallo {{ aanvrager }}, alles is binnen.", "bewaren")
    shown = preview(board.browser("administratie"), board, "bevestigen").text
    assert "Hallo Mo el Amrani, alles is binnen." in shown
    assert "eigen tekst" in board.browser("administratie").get(LETTER).text
    with session_scope(board.engine, read_only=True) as session:
        entry = session.scalars(select(OfficeLog)).one()
    assert (entry.kind, entry.data) == ("brief_gewijzigd", {"letter": "ontvangst"})
    assert entry.school_id == board.schools["regenboog"]
    put(board, "ontvangst", "", "standaard")
    assert own(board) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{{ toelichting }} zonder weg verder", "hoort altijd {{ uw_rechten }}"),
        ("uw_rechten en toelichting zonder haakjes", "{{ toelichting }} en {{ uw_rechten }}"),
        (
            "{{ toelichting }}{% if is_klacht %}{{ uw_rechten }}{% endif %}",
            "hoort altijd {{ uw_rechten }}",
        ),
        (
            "{{ uw_rechten }}{% if bijlagen %}{{ toelichting }}{% endif %}",
            "hoort altijd {{ toelichting }}",
        ),
        (GOOD + "{% if is_klacht %}{{ tikfout }}{% endif %}", "Een naam is onbekend"),
        (GOOD + "{{ aanvrager", "{{ naam }}"),
        (GOOD + "{% if is_klacht %}", "horen niet bij elkaar"),
        (GOOD + "{% for x in aanvrager %}{% endfor %}", "{{ naam }}"),
        (GOOD + "{{ aanvrager.__class__ }}", "{{ naam }}"),
        (GOOD + "{{ 7 * 7 }}", "{{ naam }}"),
        (GOOD + "{# stil #}", "{{ naam }}"),
        (GOOD + "x" * 10_000, "langer dan 10000"),
    ],
)
@pytest.mark.parametrize("phase", ["voorbeeld", "bewaren"])
def test_a_text_that_would_fail_later_is_refused_now(board, text, reason, phase) -> None:
    answer = put(board, "afgewezen", text, phase)
    assert answer.status_code == 422
    assert reason in html.unescape(answer.text)
    assert own(board) == []


def test_what_was_typed_stays_on_the_page_as_text(board: Board) -> None:
    page = put(board, "afgewezen", "</textarea><script>x</script>", "voorbeeld").text
    assert "<script>" not in page.replace('<script src="/static/office.js" defer></script>', "")
    assert "&lt;/textarea&gt;" in page


@pytest.mark.parametrize("kind", LETTERS)
def test_the_standard_texts_pass_their_own_check(kind: str) -> None:
    check_must_hold(kind, standard_template(kind))


def test_a_letter_that_does_not_exist_is_no_page(board: Board) -> None:
    assert board.browser("administratie").get(f"{LETTER}/liefdesbrief").status_code == 404
    assert put(board, "liefdesbrief", GOOD, "bewaren").status_code == 404
