"""The sentences of `tests/nlu`, clean and with typing errors, and those out of scope."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from bench.metrics import OUT_OF_SCOPE
from bench.typing_errors import with_errors

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "nlu"
KINDS = ("kort", "gewoon", "tikfouten", "verhaal", "forum")
SEED = 20261124


class Sentence(NamedTuple):
    wanted: str
    kind: str
    text: str


def copy(target: Path, folder: Path = FOLDER) -> Path:
    """The test set as it is now, in another folder."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(folder, target)
    return target


def inside(folder: Path = FOLDER) -> Iterator[Sentence]:
    for path in sorted((folder / "vragen").glob("*.yml")):
        for question, texts in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            for kind, text in zip(KINDS, texts, strict=False):
                if text is not None:
                    yield Sentence(question, kind, str(text))


def outside(folder: Path = FOLDER) -> Iterator[Sentence]:
    texts = yaml.safe_load((folder / "buiten_bereik.yml").read_text(encoding="utf-8"))
    for text in texts:
        yield Sentence(OUT_OF_SCOPE, "buiten", str(text))


def requests(folder: Path = FOLDER) -> Iterator[Sentence]:
    """What asks no question of the list: requests, and the conversation itself."""
    return _by_name(folder / "verzoeken_en_gesprek.yml", "verzoek")


def danger(folder: Path = FOLDER) -> Iterator[Sentence]:
    """What points to danger: wanted is `nood`; and what only holds its words: `geen_nood`."""
    return _by_name(folder / "gevaar.yml", "gevaar")


def _by_name(path: Path, kind: str) -> Iterator[Sentence]:
    for wanted, texts in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for text in texts:
            yield Sentence(wanted, kind, str(text))


def misspelt(sentences: Iterator[Sentence]) -> Iterator[Sentence]:
    for sentence in sentences:
        yield sentence._replace(text=with_errors(sentence.text, seed=SEED))
