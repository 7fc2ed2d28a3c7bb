"""Secrets come as variables or as files; the actions are on this machine unless said otherwise."""

from __future__ import annotations

import pytest

from bot.engine.surroundings import complete


def test_a_secret_is_read_from_its_file(tmp_path):
    file = tmp_path / "geheim"
    file.write_text("abc\n")
    environment = {"ACTIONS_SECRET_FILE": str(file)}
    complete(environment)
    assert environment["ACTIONS_SECRET"] == "abc"


def test_a_variable_comes_before_a_file():
    environment = {"ACTIONS_SECRET": "x", "ACTIONS_SECRET_FILE": "/nowhere/at/all"}
    complete(environment)
    assert environment["ACTIONS_SECRET"] == "x"


def test_a_missing_file_is_an_error_and_not_an_empty_secret():
    with pytest.raises(FileNotFoundError):
        complete({"ACTIONS_SECRET_FILE": "/nowhere/at/all"})


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "http://127.0.0.1:5055"),
        ({"ACTIONS_PORT": "6000"}, "http://127.0.0.1:6000"),
        ({"ACTIONS_PORT": "6000", "ACTIONS_URL": "http://actions:5055"}, "http://actions:5055"),
    ],
)
def test_where_the_actions_are(given, expected):
    environment = dict(given)
    complete(environment)
    assert environment["ACTIONS_URL"] == expected
