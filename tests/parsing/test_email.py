"""E-mail addresses."""

from __future__ import annotations

from datetime import date

import pytest

from bot.parsing.email import parse_email
from bot.parsing.outcome import Parsed, Problem
from bot.parsing.spelling import distance

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("mo@voorbeeld.nl", "mo@voorbeeld.nl"),
        ("Mo.El.Amrani@Gmail.COM", "mo.el.amrani@gmail.com"),
        ("mijn mail is mo@ziggo.nl.", "mo@ziggo.nl"),
        ("mo @ ziggo.nl", "mo@ziggo.nl"),
        ("<mo@ziggo.nl>", "mo@ziggo.nl"),
        ("mo+school@kpnmail.nl", "mo+school@kpnmail.nl"),
    ],
)
def test_an_address_is_read(text: str, address: str) -> None:
    assert parse_email(text, TODAY) == Parsed(address)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("jan@gmial.com", "jan@gmail.com"),
        ("jan@gmail.con", "jan@gmail.com"),
        ("jan@gamil.com", "jan@gmail.com"),
        ("jan@gmail.nl", "jan@gmail.com"),
        ("jan@hotmial.com", "jan@hotmail.com"),
        ("jan@hotmai.nl", "jan@hotmail.nl"),
        ("jan@outlok.com", "jan@outlook.com"),
        ("jan@zigo.nl", "jan@ziggo.nl"),
        ("jan@kpnmial.nl", "jan@kpnmail.nl"),
        ("jan@school.nk", "jan@school.nl"),
    ],
)
def test_a_likely_slip_is_asked_about_and_can_be_insisted_on(typed: str, meant: str) -> None:
    outcome = parse_email(typed, TODAY)
    assert isinstance(outcome, Problem)
    assert outcome.message_nl == f"Bedoelt u {meant}?"
    assert (outcome.suggestion, outcome.as_typed) == (meant, typed)
    assert parse_email(meant, TODAY) == Parsed(meant)


@pytest.mark.parametrize(
    "domain",
    "mail.com ymail.com gmx.nl live.nl live.be me.com hey.com kpn.nl roc.nl outlook.be yahoo.nl "
    "obsderegenboog.nl home.com voorbeeld.nl amsterdam.nl hotmail.be".split(),
)
def test_real_domains_that_look_alike_are_left_alone(domain: str) -> None:
    assert parse_email(f"jan@{domain}", TODAY) == Parsed(f"jan@{domain}")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("jan.gmail.com", "email_zonder_at"),
        ("weet ik niet", "email_zonder_at"),
        ("jan@gmail", "email_zonder_einde"),
        ("jan@", "email_onleesbaar"),
        ("jan@gmail..com", "email_onleesbaar"),
        ("a@ziggo.nl of b@ziggo.nl", "meer_adressen"),
    ],
)
def test_what_is_no_address_is_explained(text: str, code: str) -> None:
    outcome = parse_email(text, TODAY)
    assert isinstance(outcome, Problem) and outcome.code == code


def test_one_address_written_twice_is_one_address() -> None:
    assert parse_email("mo@ziggo.nl, dus mo@ziggo.nl", TODAY) == Parsed("mo@ziggo.nl")


@pytest.mark.parametrize(
    ("first", "second", "steps"),
    [("gmail", "gmial", 1), ("gmail", "gmai", 1), ("a", "b", 1), ("", "abc", 3), ("ab", "ab", 0)],
)
def test_distance_counts_slips(first: str, second: str, steps: int) -> None:
    assert distance(first, second) == distance(second, first) == steps
