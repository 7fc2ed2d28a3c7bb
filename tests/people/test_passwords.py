"""Passwords: Argon2id at rest, long ones accepted, guessable ones refused with a reason."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher
from argon2.profiles import CHEAPEST

from bot.people import passwords
from bot.people.passwords import (
    PasswordRefused,
    check_choice,
    hash_password,
    needs_rehash,
    verify,
)

WHO = {"email": "els.bakker@school.nl", "name": "Els Bakker"}


def test_a_password_is_kept_as_argon2id_with_a_salt_of_its_own() -> None:
    first, second = hash_password("vier groene fietsen"), hash_password("vier groene fietsen")
    assert first.startswith("$argon2id$")
    assert first != second
    assert verify(first, "vier groene fietsen")
    assert not verify(first, "vier groene fietsen ")
    assert not verify(first, "Vier groene fietsen")


@pytest.mark.parametrize("stored", [None, "", "geen hash", "$argon2id$v=19$kapot"])
def test_without_a_good_hash_nothing_is_right(stored: str | None) -> None:
    assert not verify(stored, "vier groene fietsen")
    assert not verify(stored, "nobody has this password")


def test_an_unknown_person_costs_a_hash_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    checked = []

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> bool:
            checked.append(hash)
            return super().verify(hash, password)

    monkeypatch.setattr(passwords, "_HASHER", Counting())
    verify(None, "vier groene fietsen")
    assert len(checked) == 1


def test_an_older_weaker_hash_is_noticed() -> None:
    weak = PasswordHasher.from_parameters(CHEAPEST).hash("vier groene fietsen")
    assert needs_rehash(weak)
    assert not needs_rehash(hash_password("vier groene fietsen"))


@pytest.mark.parametrize(
    "choice", ["vier rustige groene fietsen", "Xk9#pQ2!vLm4", "dertien tekens", "ééééénmaal zéér"]
)
def test_long_passwords_are_accepted_whatever_is_in_them(choice: str) -> None:
    check_choice(choice, **WHO)


@pytest.mark.parametrize(
    ("choice", "reason"),
    [
        ("te kort", "minstens 12"),
        ("a" * 201, "hoogstens 200"),
        ("mijn Wachtwoord 7", "bekend woord"),
        ("password-password", "bekend woord"),
        ("bakkerij om de hoek", "geen naam"),
        ("els.bakker123456", "geen naam"),
        ("Dossierwijzer 2026", "bekend woord"),
        ("abababababababab", "meer verschillende"),
    ],
)
def test_guessable_passwords_are_refused_with_a_reason(choice: str, reason: str) -> None:
    with pytest.raises(PasswordRefused, match=reason):
        check_choice(choice, **WHO)
