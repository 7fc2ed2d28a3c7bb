"""What the chat refuses, with the words for the visitor: what happened, what to do next."""

from __future__ import annotations

from dataclasses import dataclass, field

#: Code -> (status, text).
REFUSALS: dict[str, tuple[int, str]] = {
    "te_lang": (
        400,
        "Uw bericht is langer dan 2000 tekens. Maak er twee berichten van, of maak het korter.",
    ),
    "leeg": (400, "Typ eerst uw vraag."),
    "ongeldig": (400, "Uw bericht kwam niet goed over. Probeer het nog een keer."),
    "geen_gesprek": (401, "Dit gesprek is er niet meer. U kunt een nieuw gesprek beginnen."),
    "geen_school": (404, "Deze school kennen wij niet. Neem zelf contact op met de school."),
    "onbekend": (404, "Dit adres bestaat niet."),
    "kan_niet": (405, "Dit kan hier niet."),
    "knop_weg": (409, "Deze knop werkt niet meer. Typ uw vraag, of kies een andere knop."),
    "te_groot": (413, "Uw bericht is te groot. Maak het korter."),
    "te_vaak": (429, "U stuurt nu veel berichten achter elkaar. Wacht even en probeer het weer."),
    "fout": (500, "Er ging iets mis bij ons. Probeer het over een paar minuten opnieuw."),
    "storing": (
        503,
        "De chat is nu niet bereikbaar. Probeer het over een paar minuten opnieuw.",
    ),
}


@dataclass(frozen=True, slots=True)
class Contact:
    """How the school is reached outside the chat."""

    phone: str | None = None
    email: str | None = None

    @property
    def sentence(self) -> str:
        """`Bel 030-1234567 of mail info@school.nl.`; empty when nothing is known."""
        ways = [f"bel {self.phone}"] if self.phone else []
        ways += [f"mail {self.email}"] if self.email else []
        return f"{' of '.join(ways).capitalize()}." if ways else ""


@dataclass
class Refused(Exception):
    """`wait` is in seconds: when it may be tried again."""

    code: str
    wait: int | None = None
    contact: Contact | None = field(default=None)

    @property
    def status(self) -> int:
        return REFUSALS[self.code][0]

    @property
    def text(self) -> str:
        return REFUSALS[self.code][1]
