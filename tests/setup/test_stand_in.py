"""The real stand-in, made and loaded by the engine's own Python, installed by the real uv."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from bot.setup.paths import ENGINE, ROOT, python_of
from bot.setup.stand_in import STAND_IN_VERSION
from bot.setup.tools import find_uv

PYTHON = python_of(ENGINE)
LOAD = """
import json, sys
sys.modules["tensorflow"] = None  # not needed, and slow to load
import spacy
nlp = spacy.load("nl_core_news_sm")
words = [[token.text, token.lemma_] for token in nlp("De dossiers, alstublieft.")]
print(json.dumps({"meta": nlp.meta, "words": words}))
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> dict:
    folder = tmp_path_factory.mktemp("stand_in")
    _run(PYTHON, "-m", "bot.setup.stand_in", folder)
    (wheel,) = folder.glob("*.whl")
    target = folder / "site-packages"
    _run(find_uv(), "pip", "install", "--offline", "--no-deps", "--target", target, wheel)
    return json.loads(_run(PYTHON, "-c", LOAD, path=target).splitlines()[-1])


def _run(*command: object, path: Path = ROOT) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_stand_in_loads_by_the_models_name_and_calls_itself_one(loaded: dict) -> None:
    assert loaded["meta"]["name"] == "core_news_sm"
    assert loaded["meta"]["version"] == STAND_IN_VERSION
    assert loaded["meta"]["stand_in"] is True


def test_the_stand_in_splits_dutch_and_knows_word_forms(loaded: dict) -> None:
    assert loaded["words"] == [
        ["De", "de"],
        ["dossiers", "dossier"],
        [",", ","],
        ["alstublieft", "alstublieft"],
        [".", "."],
    ]
