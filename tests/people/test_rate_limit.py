"""What is counted cannot be found back by trying: the hash has a key."""

from __future__ import annotations

import hashlib

from sqlalchemy import select

from bot.people.models import RateBucket
from bot.people.rate_limit import SIGN_IN_ADDRESS, give_back, spend
from tests.support.requests import NOW


def test_a_network_address_is_not_kept_as_a_plain_hash(session) -> None:
    spend(session, SIGN_IN_ADDRESS, "192.0.2.7", NOW)
    kept = session.scalars(select(RateBucket.key_hash)).one()
    guesses = (
        "192.0.2.7",
        f"{SIGN_IN_ADDRESS.name}:192.0.2.7",
        f"limit:{SIGN_IN_ADDRESS.name}:192.0.2.7",
    )
    assert kept not in [hashlib.sha256(guess.encode()).digest() for guess in guesses]


def test_capitals_make_no_second_bucket_and_success_empties_it(session) -> None:
    spend(session, SIGN_IN_ADDRESS, "Els@School.example", NOW)
    spend(session, SIGN_IN_ADDRESS, "els@school.example", NOW)
    assert len(session.scalars(select(RateBucket)).all()) == 1
    give_back(session, SIGN_IN_ADDRESS, "ELS@school.example")
    assert session.scalars(select(RateBucket)).all() == []
