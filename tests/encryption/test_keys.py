"""Keys come from the environment or a file; what is wrong with them is said without showing them."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bot.encryption.keys import KeysMissing, ensure_key_file, load_keys, new_key, parse_keys


def test_the_environment_comes_before_the_file() -> None:
    newest, older, search = new_key(), new_key(), new_key()
    keys = load_keys({"DATA_KEYS": f"{newest}, {older}", "SEARCH_KEY": search})
    assert keys.data == (newest.encode(), older.encode())
    assert keys.search == search.encode()


def test_a_new_file_is_for_its_owner_only_and_is_made_once(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "gegevens.keys"
    assert ensure_key_file(path)
    first = load_keys({"DATA_KEYS_FILE": str(path)})
    assert not ensure_key_file(path)
    assert load_keys({"DATA_KEYS_FILE": str(path)}) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [child.name for child in path.parent.iterdir()] == [path.name]


def test_a_missing_file_tells_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(KeysMissing, match="back-up"):
        load_keys({"DATA_KEYS_FILE": str(tmp_path / "weg.keys")})


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [f"data {new_key()}"],
        [f"search {new_key()}"],
        [f"data {new_key()}", f"search {new_key()}", f"search {new_key()}"],
        ["data te-kort", f"search {new_key()}"],
        [f"sleutel {new_key()}"],
    ],
)
def test_keys_that_cannot_work_are_refused_without_showing_them(lines: list[str]) -> None:
    with pytest.raises(KeysMissing) as raised:
        parse_keys(lines)
    assert not [word for line in lines for word in line.split()[1:] if word in str(raised.value)]


def test_keys_do_not_show_themselves() -> None:
    keys = parse_keys([f"data {new_key()}  # 2026", f"search {new_key()}", "", "# klaar"])
    assert repr(keys) == "Keys(...)"
