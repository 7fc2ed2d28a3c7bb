"""What goes into an encrypted column comes back, and cannot be read on the way."""

from __future__ import annotations

from datetime import date

import pytest
from cryptography.fernet import Fernet
from sqlalchemy.dialects import sqlite

from bot.encryption import cipher, keys
from bot.encryption.columns import EncryptedBytes, EncryptedDate, EncryptedJson, EncryptedText
from bot.encryption.search import keyed_hash

DIALECT = sqlite.dialect()
VALUES = [
    (EncryptedText(), "Sanne de Vries"),
    (EncryptedText(), ""),
    (EncryptedDate(), date(2016, 3, 12)),
    (EncryptedJson(), {"naam": "Ümit", "vakken": ["rekenen", 3]}),
    (EncryptedBytes(), b"%PDF-1.7 Sanne"),
]


@pytest.fixture
def other_keys(monkeypatch: pytest.MonkeyPatch):
    """Changes the keys of this process: call it with the new list."""

    def change(*data: str) -> None:
        monkeypatch.setenv("DATA_KEYS", ",".join(data))
        cipher.forget_keys()

    yield change
    monkeypatch.undo()
    cipher.forget_keys()


@pytest.mark.parametrize(("column", "value"), VALUES)
def test_a_value_comes_back_as_it_was(column, value) -> None:
    stored = column.process_bind_param(value, DIALECT)
    assert column.process_result_value(stored, DIALECT) == value
    shown = stored if isinstance(stored, str) else stored.decode()
    assert "Sanne" not in shown and "2016" not in shown


@pytest.mark.parametrize("column", [column for column, _ in VALUES])
def test_nothing_stays_nothing(column) -> None:
    assert column.process_bind_param(None, DIALECT) is None
    assert column.process_result_value(None, DIALECT) is None


def test_the_same_value_looks_different_each_time() -> None:
    column = EncryptedText()
    assert column.process_bind_param("a", DIALECT) != column.process_bind_param("a", DIALECT)


def test_an_older_key_still_opens_and_is_replaced(other_keys) -> None:
    older, newer = keys.new_key(), keys.new_key()
    other_keys(older)
    token = cipher.encrypt(b"Sanne")
    other_keys(newer, older)
    assert cipher.decrypt(token) == b"Sanne"
    renewed = cipher.renew(token)
    assert Fernet(newer).decrypt(renewed) == b"Sanne"


def test_without_its_key_a_value_is_unreadable_and_the_error_says_nothing(other_keys) -> None:
    token = cipher.encrypt(b"Sanne")
    other_keys(keys.new_key())
    with pytest.raises(cipher.Unreadable) as raised:
        cipher.decrypt(token)
    assert "Sanne" not in str(raised.value)


def test_a_keyed_hash_is_good_for_one_purpose_and_one_key(other_keys, monkeypatch) -> None:
    before = keyed_hash("a", purpose="naam")
    assert before == keyed_hash("a", purpose="naam")
    assert before != keyed_hash("a", purpose="account")
    monkeypatch.setenv("SEARCH_KEY", keys.new_key())
    other_keys(keys.new_key())
    assert before != keyed_hash("a", purpose="naam")
