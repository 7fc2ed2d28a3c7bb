"""The emergency rule's own list: what must raise it, and what must not."""

from __future__ import annotations

import pytest

from bot.emergency.check import is_emergency

DANGER = """
mijn man slaat de kinderen
ik wil niet meer leven
Mijn dochter snijdt zichzelf
papa slaat mij
ze is bang om naar huis te gaan
mijn zoon zegt dat hij dood wil
er zit een man met een mes op school
hij heeft haar misbruikt
mn stiefvader zit aan mij
ik ga mezelf iets aandoen
mijn kind wordt thuis mishandeld wat moet ik doen
mijn ex dreigt de kinderen mee te nemen en iets aan te doen
help hij slaat me
mijn zoontje heeft blauwe plekken na het weekend bij zijn vader
ik wil er niet meer zijn
ze heeft pillen geslikt
mijn dochter is verkracht door een klasgenoot
ik wordt elke dag geslagen door mijn vader
het is thuis niet veilig voor hem
kind is in gevaar
ik heb geen zin meer in het leven
mijn dochter doet zichzelf pijn
zij snijdt in haar armen
IK WIL DOOD
ik denk aan zelfmoord
welke stappen moet de school zetten, mijn dochter wordt thuis geslagen
""".strip().splitlines()
RULES = """
wat is de meldcode
mag school zonder mij melden bij veilig thuis
in het dossier staat dat ik mijn kind sla
school heeft een melding gedaan van mishandeling ten onrechte
wat is kindermishandeling
hoe lang blijft een melding bij veilig thuis bewaard
mag de politie de camerabeelden zien na een vechtpartij
mijn dochter durft niet meer naar school
ik ben bang dat school mijn gegevens doorgeeft
ik wil de foto's laten ophangen in de gang
moet school aangifte doen bij misbruik door een leraar
ik maak me grote zorgen over de jeugdzorg
wil dood aan de cookies
is er gevaar voor mijn gegevens
wanneer moet school melden bij vermoeden van mishandeling
welke stappen moet de juf zetten als een kind thuis geslagen wordt
het gevaar van een datalek
hoe snel moet ik naar de rechter
ik wil stoppen
""".strip().splitlines()


@pytest.mark.parametrize("text", DANGER)
def test_danger_raises_the_emergency(text: str) -> None:
    assert is_emergency(text)


@pytest.mark.parametrize("text", RULES)
def test_a_question_about_the_rules_passes(text: str) -> None:
    assert not is_emergency(text)
