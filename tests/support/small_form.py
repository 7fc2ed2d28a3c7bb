"""A small form for the tests of the machine: a name, a colour that may be skipped, a story."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.dialogue.question import PlainQuestion
from bot.parsing.outcome import Outcome, Parsed, Problem


def _name(text: str, today: date) -> Outcome[str]:
    if text == "Jna":
        return Problem("typfout", "Bedoelt u Jan?", suggestion="Jan", as_typed="Jna")
    return Parsed(text) if text.istitle() else Problem("naam", "Dat is geen naam.")


def _colour(text: str, today: date) -> Outcome[str]:
    if text in ("rood", "blauw"):
        return Parsed(text)
    if text == "groenig":
        shades = (("lichtgroen", "Ja, licht"), ("groen", "Nee, gewoon groen"))
        return Problem("tint", "Lichtgroen?", options=shades, half=True)
    return Problem("kleur", "Welke kleur?", options=(("rood", "Rood"), ("blauw", "Blauw")))


NAME = PlainQuestion(key="name", label="Naam", parser=_name, help="Een naam met een hoofdletter.")
COLOUR = PlainQuestion(
    key="colour", label="Kleur", parser=_colour, help="Rood of blauw.", optional=True
)
STORY = PlainQuestion(
    key="story",
    label="Verhaal",
    parser=lambda text, today: Parsed(text),
    help="Vertel iets.",
    free_text=True,
)


class SmallForm:
    name = "small_form"
    title = "het kleine formulier"
    confirms = True

    def questions(self, answers, today):
        return (NAME, COLOUR, STORY)

    def explanation(self, key, answers, today):
        return "Blauw is mooi." if answers.get("colour") == "blauw" and key == "colour" else None

    def refusal(self, answers, today):
        return "Piet mag niet." if answers.get("name") == "Piet" else None

    def dependents(self, key: str) -> frozenset[str]:
        return frozenset({"colour"}) if key == "name" else frozenset()

    def prefill(self, message, today) -> dict[str, Any]:
        return {"colour": "rood"} if "rood" in message.text else {}
