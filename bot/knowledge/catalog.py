"""The answers in `data/nlu/antwoorden/`, read as the engine reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ANSWERS = Path(__file__).resolve().parents[2] / "data" / "nlu" / "antwoorden"

# What a parent reads as the name of a topic, in the order of the help menu.
TOPICS = {
    "inzage": "Het dossier inzien",
    "dossier": "Wat er in het dossier staat",
    "rechten": "Verbeteren, wissen en bezwaar",
    "delen": "Gegevens delen met anderen",
    "beeld": "Foto's en video's",
    "jeugdzorg": "Jeugdzorg en Veilig Thuis",
    "klacht": "Klachten over privacy",
    "bewaartermijn": "Hoe lang bewaart de school?",
    "schoolwerk": "Toetsen en examens inzien",
    "camera": "Camera's op school",
    "leermiddelen": "Apps, accounts en laptops",
    "privacyregels": "Privacyregels en toestemming",
    "hulp": "Waar u hulp krijgt",
}


@dataclass(frozen=True)
class Source:
    """Where an answer comes from, most often an article of law."""

    name: str
    organisation: str | None
    url: str | None

    def __str__(self) -> str:
        return f"{self.name} ({self.organisation})" if self.organisation else self.name


@dataclass(frozen=True)
class Answer:
    """One question of the list with what is known about its answer."""

    question: str
    title: str
    simpler: str
    sources: tuple[Source, ...]
    checked: str
    certainty: str
    depends_on: tuple[str, ...]
    open_law: str | None
    variants: tuple[dict[str, Any], ...]

    @property
    def topic(self) -> str:
        return self.question.split("/")[0]

    @property
    def response(self) -> str:
        return f"utter_{self.question}"

    @property
    def payload(self) -> str:
        return f"/{self.question}"


class Catalog:
    """All answers by question id, in the order of their files."""

    def __init__(self, answers: Iterable[Answer]) -> None:
        self._answers = {answer.question: answer for answer in answers}

    def __iter__(self) -> Iterator[Answer]:
        return iter(self._answers.values())

    def __len__(self) -> int:
        return len(self._answers)

    def get(self, question: str | None) -> Answer | None:
        return self._answers.get(question or "")

    def about(self, topic: str) -> list[Answer]:
        return [answer for answer in self if answer.topic == topic]


def load(folder: Path = ANSWERS) -> Catalog:
    """Read every answer file of a folder; raises KeyError when one lacks its data."""
    return Catalog(
        _answer(name.removeprefix("utter_"), variants)
        for path in sorted(folder.glob("*.yml"))
        for name, variants in _responses(path).items()
    )


@cache
def catalog() -> Catalog:
    """The catalog of this installation, read once."""
    return load()


def _responses(path: Path) -> dict[str, list[dict[str, Any]]]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))["responses"]


def _answer(question: str, variants: list[dict[str, Any]]) -> Answer:
    data = variants[0]["custom"]
    return Answer(
        question=question,
        title=data["titel"],
        simpler=data["kort"],
        sources=tuple(_source(s) for s in data["bronnen"]),
        checked=data["gecontroleerd"],
        certainty=data["zekerheid"],
        depends_on=tuple(data.get("hangt_af_van", ())),
        open_law=data.get("wet_in_beweging"),
        variants=tuple(variants),
    )


def _source(data: dict[str, str]) -> Source:
    return Source(data["naam"], data.get("organisatie"), data.get("url"))
