"""Who is asking: parent with or without custody, carer, pupil or somebody authorised."""

from __future__ import annotations

import re
from datetime import date

from bot.parsing.choices import Choice, match_value, unclear
from bot.parsing.clean import plain
from bot.parsing.outcome import Outcome, Parsed, Problem

# Who is guardian has custody as well: BW boek 1 artikel 245 lid 2.
RELATION_CHOICES = (
    Choice("ouder_met_gezag", "Ouder of voogd met gezag", ""),
    Choice("ouder_zonder_gezag", "Ouder zonder gezag", ""),
    Choice("verzorger", "Verzorger, zoals pleeg- of stiefouder", ""),
    Choice("leerling", "Ik ben zelf de leerling", ""),
    Choice("gemachtigde", "Ik vraag het namens iemand anders", ""),
)
_ASK_CUSTODY = "gezag_onbekend"
_PARENT = r"moeder|vader|mama|papa|mam|pap|ouders?|ma|pa|mijn (?:zoon|dochter|kind)\w*"
_PUPIL = r"leerling|scholier|student|studente"
# The first line that fits counts: "geen gezag" before "gezag", "pleegmoeder" before "moeder".
_WORDINGS: tuple[tuple[str, str], ...] = (
    (
        rf"ik ben (?:zelf )?(?:de |een )?(?:oud-?)?(?:{_PUPIL})|(?:leerling|scholier) zelf",
        "leerling",
    ),
    (r"(?:weet|twijfel)\b.{0,30}\bgezag", _ASK_CUSTODY),
    (
        r"(?:geen|zonder|niet)\b.{0,30}\b(?:gezag|voogdij)|gezag\b.{0,20}\b(?:kwijt|niet)",
        "ouder_zonder_gezag",
    ),
    (r"(?:met|hebt?|hebben) (?:het |de )?(?:gezag|voogdij)", "ouder_met_gezag"),
    (r"pleeg\w*|stief\w*|bonus\w*|verzorgers?|verzorgster|grootouders?", "verzorger"),
    (
        r"gemachtigde?|machtiging|namens|advocaat|advocate|jurist|vertegenwoordiger",
        "gemachtigde",
    ),
    (r"gezag|voogd(?:es)?", "ouder_met_gezag"),
    (_PARENT, _ASK_CUSTODY),
    (rf"{_PUPIL}|mezelf|mijzelf|ik zelf|ikzelf|voor mij|zelf", "leerling"),
)
_QUESTION_NL = "Wat bent u van de leerling?"
_CUSTODY_NL = (
    "Hebt u het gezag over het kind? Meestal is dat zo. Na een scheiding houden ouders meestal "
    "allebei het gezag. Weet u het niet zeker, kies dan wat u denkt. De school gaat het na."
)


def parse_relation(text: str, today: date) -> Outcome[str]:
    """One of the relations; "ik ben haar moeder" leads to the question about custody."""
    exact = match_value(text, RELATION_CHOICES)
    if exact is not None:
        return Parsed(exact)
    typed = plain(text)
    value = next((v for words, v in _WORDINGS if re.search(rf"\b(?:{words})\b", typed)), None)
    if value == _ASK_CUSTODY:
        return Problem(
            _ASK_CUSTODY,
            _CUSTODY_NL,
            options=(
                ("ouder_met_gezag", "Ja, ik heb gezag"),
                ("ouder_zonder_gezag", "Nee, geen gezag"),
            ),
            half=True,
        )
    return Parsed(value) if value else unclear(_QUESTION_NL, RELATION_CHOICES)
