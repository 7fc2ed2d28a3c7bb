"""What stands in the tracker database cannot be read without the keys of the application."""

from __future__ import annotations

import pytest
from cryptography.fernet import Fernet

from bot.engine.tracker_cipher import KeysMissing, TrackerCipher, Unreadable, load_cipher

EVENTS = '[{"event": "user", "text": "mijn dochter heet Sanne"}]'


def new_key() -> str:
    return Fernet.generate_key().decode()


def test_what_is_written_can_be_read_back_and_shows_nothing() -> None:
    cipher = TrackerCipher([new_key()])
    stored = cipher.encrypt(EVENTS)
    assert "Sanne" not in stored
    assert cipher.decrypt(stored) == EVENTS


def test_a_row_of_before_the_encryption_is_still_read() -> None:
    assert TrackerCipher([new_key()]).decrypt(EVENTS) == EVENTS


def test_an_older_key_still_reads_and_the_newest_writes() -> None:
    old, new = new_key(), new_key()
    stored = TrackerCipher([old]).encrypt(EVENTS)
    both = TrackerCipher([new, old])
    assert both.decrypt(stored) == EVENTS
    assert TrackerCipher([new]).decrypt(both.encrypt(EVENTS)) == EVENTS


def test_another_installation_reads_nothing_and_learns_nothing() -> None:
    stored = TrackerCipher([new_key()]).encrypt(EVENTS)
    with pytest.raises(Unreadable) as failure:
        TrackerCipher([new_key()]).decrypt(stored)
    assert "Sanne" not in str(failure.value) and failure.value.__cause__ is None


def test_the_file_is_the_one_that_the_application_makes(tmp_path) -> None:
    key = new_key()
    path = tmp_path / "gegevens.keys"
    path.write_text(f"# keep a copy\ndata {key}  # newest\nsearch {new_key()}\n", encoding="ascii")
    stored = load_cipher({"DATA_KEYS_FILE": str(path)}).encrypt(EVENTS)
    assert load_cipher({"DATA_KEYS": f"{new_key()}, {key}"}).decrypt(stored) == EVENTS


@pytest.mark.parametrize("text", ["", "search abc\n", "data te-kort\n"])
def test_a_file_without_a_usable_key_is_refused(tmp_path, text: str) -> None:
    path = tmp_path / "gegevens.keys"
    path.write_text(text, encoding="ascii")
    with pytest.raises(KeysMissing):
        load_cipher({"DATA_KEYS_FILE": str(path)})


def test_a_missing_file_names_itself_and_not_its_folder(tmp_path) -> None:
    with pytest.raises(KeysMissing, match=r"^The key file weg\.keys cannot") as failure:
        load_cipher({"DATA_KEYS_FILE": str(tmp_path / "weg.keys")})
    assert str(tmp_path) not in str(failure.value)
