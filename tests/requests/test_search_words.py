"""A request is found by its names as people type them, though the names are encrypted."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select, true

from bot.requests.models import Request, SearchWord
from bot.requests.search_words import name_hashes, typed_hashes
from bot.requests.worklist import Filters, find_requests
from tests.support.office import TODAY, file_at, make_school


@pytest.fixture
def request_of_umit(session) -> Request:
    return file_at(session, make_school(session), child_name="Ümit van der Bergh-Yıldız")


@pytest.mark.parametrize(
    "typed", ["Ümit", "umit", "UMIT", "ber", "bergh yıl", "van der bergh", "amr umit", "mo"]
)
def test_a_name_is_found_by_words_and_their_beginnings(session, request_of_umit, typed) -> None:
    found = find_requests(session, true(), Filters(search=typed), today=TODAY)
    assert [one.id for one in found.requests] == [request_of_umit.id]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Elif Yıldız", "yildiz"),
        ("ELİF YILDIZ", "elif yıldız"),
        ("Łukasz Wałęsa", "lukasz walesa"),
        ("Søren Bjørn", "soren bjo"),
        ("Anna Weiß", "weiss"),
        ("Anna Weiss", "weiß"),
        ("Đặng Thị Hoa", "dang thi"),
        ("Ægir Þórsson", "aegir thors"),
    ],
)
def test_letters_that_people_type_without_are_found_both_ways(session, name, typed) -> None:
    request = file_at(session, make_school(session), child_name=name)
    found = find_requests(session, true(), Filters(search=typed), today=TODAY)
    assert [one.id for one in found.requests] == [request.id]


@pytest.mark.parametrize("typed", ["mit", "um", "umit jansen", "berghs", "%", "'"])
def test_what_is_in_no_name_is_not_found(session, request_of_umit, typed) -> None:
    assert find_requests(session, true(), Filters(search=typed), today=TODAY).total == 0


def test_a_changed_name_is_found_and_the_old_one_is_not(session, request_of_umit) -> None:
    request_of_umit.child_name = "Ümit Jansen"
    session.flush()
    for typed, total in (("jansen", 1), ("bergh", 0), ("umit", 1)):
        assert find_requests(session, true(), Filters(search=typed), today=TODAY).total == total


def test_each_word_is_stored_once(session, request_of_umit) -> None:
    stored = session.scalar(select(func.count()).select_from(SearchWord))
    assert stored == len(name_hashes(request_of_umit.child_name, request_of_umit.requester_name))


def test_every_typed_word_has_its_hash_among_those_of_the_name() -> None:
    assert set(typed_hashes("Jansen-de Vries jan")) <= name_hashes("Jan de Vries", "A. Jansen")
