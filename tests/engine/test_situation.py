"""Age, custody and school type, read from what a parent says in passing."""

from __future__ import annotations

import pytest

from bot.engine.situation_extractor import read_situation

CASES = {
    "mijn dochter van 17": {"leeftijd": "van_16_tot_18"},
    "hij is 13": {"leeftijd": "van_12_tot_16"},
    "mijn zoon (15) zit in havo 4": {"leeftijd": "van_12_tot_16", "schoolsoort": "vo"},
    "groep 8": {"schoolsoort": "po"},
    "groep 3": {"schoolsoort": "po", "leeftijd": "onder_12"},
    "ik heb geen gezag over mijn zoon": {"gezag": "geen"},
    "mijn ex heeft geen gezag": {},
    "heb ik als vader zonder gezag recht": {"gezag": "geen"},
    "we hebben allebei gezag": {"gezag": "wel"},
    "ik heb het gezag niet meer": {"gezag": "geen"},
    "blijft dat 5 jaar bewaard": {},
    "mijn kind zit op speciaal onderwijs": {"schoolsoort": "so"},
    "ze is zeventien": {"leeftijd": "van_16_tot_18"},
    "17": {"leeftijd": "van_16_tot_18"},
    "16-jarige dochter mbo": {"leeftijd": "van_16_tot_18", "schoolsoort": "mbo"},
    "mijn zoon zit op het mbo en is 17": {"leeftijd": "van_16_tot_18", "schoolsoort": "mbo"},
    "mijn dochter is weg en dat is 12 weken geleden": {},
    "hij gaat van de basisschool naar de middelbare": {},
    "ik ben 14 en wil mijn dossier zien": {"leeftijd": "van_12_tot_16", "spreker": "leerling"},
    "ik ben zestien, mag mijn vader alles lezen": {
        "leeftijd": "van_16_tot_18",
        "spreker": "leerling",
    },
    "ik zit in 3 havo": {"leeftijd": "van_12_tot_16", "schoolsoort": "vo", "spreker": "leerling"},
    "ik ben zelf leerling": {"spreker": "leerling"},
    "ik ben 14 weken zwanger": {},
    "ik zit in de mr van de basisschool": {"schoolsoort": "po"},
    "ik ben de moeder van een leerling": {},
}


@pytest.mark.parametrize(("text", "situation"), CASES.items())
def test_what_is_said_in_passing_is_read(text: str, situation: dict[str, str]) -> None:
    assert read_situation(text) == situation
