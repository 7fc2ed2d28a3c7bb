"""What the invented office writes: notes, and the own part of its letters; and what parents answer."""

from __future__ import annotations

import random

_ACCESS = """\
U krijgt bij deze brief een kopie van de gegevens waar u om vroeg. Daarbij hoort deze uitleg:
- Waarvoor wij ze gebruiken: om onderwijs en begeleiding te geven.
- Welke soorten gegevens het zijn: naam en adres, resultaten, verzuim en verslagen.
- Wie ze van ons krijgt: het samenwerkingsverband en de inspectie, als dat moet van de wet.
- Hoe lang wij ze bewaren: tot twee jaar na het vertrek van school, verzuim vijf jaar.
- Waar ze vandaan komen: van u, van uw kind en van onze leraren.
- Of een computer er beslissingen mee neemt: nee.
U mag ons ook vragen gegevens te verbeteren, te verwijderen of minder te gebruiken, en u mag \
bezwaar maken of een klacht indienen bij de Autoriteit Persoonsgegevens."""
_FOOTAGE = (
    "U kunt de beelden op maandag na schooltijd komen bekijken bij de conciërge. Anderen op de "
    "beelden hebben wij onherkenbaar gemaakt (AVG artikel 15 lid 4)."
)
_GRANTED: dict[str, tuple[str, ...]] = {
    "inzage": (_ACCESS,),
    "correctie": ("Wij hebben dit veranderd in het leerlingsysteem en in het papieren dossier.",),
    "zienswijze": ("Uw zienswijze zit sinds vandaag bij het stuk waar zij over gaat.",),
    "verwijderen": (
        "Wij hebben deze gegevens verwijderd, ook uit de reservekopie van deze maand.",
    ),
    "bezwaar": ("Wij gebruiken deze gegevens hier niet meer voor. De koppeling staat uit.",),
    "toestemming_intrekken": (
        "Wij zijn hiermee gestopt. De foto's zijn van de site gehaald. Wat al eerder met uw "
        "toestemming is gebeurd, blijft toegestaan (AVG artikel 7 lid 3).",
    ),
    "camerabeelden": (_FOOTAGE,),
    "klacht": (
        "Uw klacht is gegrond. Wij hadden dit niet mogen doen en bieden u onze excuses aan. Wij "
        "hebben de afspraken hierover met het hele team besproken.",
    ),
}
_PARTLY: dict[str, str] = {
    "inzage": _ACCESS
    + "\n\nNamen van andere leerlingen hebben wij zwart gemaakt (AVG artikel 15 lid 4). "
    "De eigen werkaantekeningen van de leraar krijgt u niet.",
    "verwijderen": "De aantekeningen zijn weg. Het verzuim moeten wij vijf jaar bewaren "
    "(AVG artikel 17 lid 3 onder b). Dat blijft dus staan.",
    "klacht": "Uw klacht is voor een deel gegrond. De mail had niet zo verstuurd mogen worden. "
    "Dat gegevens op straat lagen, hebben wij niet kunnen vaststellen.",
}
_PARTLY_ELSE = "Een deel hebben wij gedaan. Voor het andere deel hebben wij de gegevens nog nodig."
_REFUSED: dict[str, str] = {
    "inzage": "Wat u vraagt gaat over een andere leerling. Zonder gezag kunnen wij u dat niet "
    "geven (UAVG artikel 5 lid 4).",
    "correctie": "Een toetsresultaat is juist als het goed is overgenomen. Dat is hier zo. U kunt "
    "wel uw zienswijze laten toevoegen.",
    "verwijderen": "Deze gegevens moeten wij van de wet bewaren (AVG artikel 17 lid 3 onder b).",
    "klacht": "Uw klacht is ongegrond. Wij hebben met de betrokkenen gesproken. De camera filmt "
    "alleen de gang, en dat staat in ons cameraprotocol.",
}
_REFUSED_ELSE = "Ons belang om dit te doen weegt zwaarder, omdat het om de veiligheid gaat."
_INADMISSIBLE = (
    "U vraagt dit over een leerling die niet bij ons op school zit. Wij hebben geen gegevens.",
    "U hebt precies dit vorige maand ook gevraagd, en daar toen een antwoord op gekregen "
    "(AVG artikel 12 lid 5).",
)
_LETTERS: dict[str, str] = {
    "identiteit_vragen": "Wij kennen het e-mailadres niet waarmee u dit vroeg. Wilt u ons bellen "
    "op het nummer van school, of even langskomen?",
    "verlengen": "Het gaat om stukken op veel plekken en in oude mappen. Dat maakt het ingewikkeld.",
    "intrekking_vastleggen": "U vertelde ons aan de telefoon dat u het niet meer nodig hebt.",
    "afsluiting_bevestigen": "",
    "bevestigen": "",
    "doorgeven": "het samenwerkingsverband\nde leverancier van het leerlingsysteem",
}
QUESTIONS: tuple[tuple[str, str], ...] = (
    (
        "Over welk schooljaar gaat uw vraag?",
        "Het gaat om dit jaar en het jaar ervoor. Eerder hoeft niet.",
    ),
    (
        "Wilt u een kopie, of komt u het liever op school bekijken?",
        "Ik kom het graag bekijken, het liefst op een woensdagmiddag.",
    ),
    (
        "Welk verslag bedoelt u: dat van november of dat van maart?",
        "Dat van maart. In november was alles nog goed.",
    ),
    (
        "Weet de andere ouder van dit verzoek?",
        "Ja, wij hebben het samen besproken. U mag hem bellen.",
    ),
)
NOTES: tuple[str, ...] = (
    "Gebeld met de groepsleerkracht: zij zoekt haar eigen map na.",
    "Stukken opgevraagd bij de intern begeleider.",
    "Ouder gesproken bij het hek, is blij dat wij het oppakken.",
    "In het gezagsregister gekeken: klopt.",
    "Mailbox van de administratie doorzocht, acht mails gevonden.",
    "Met de FG overlegd over de namen van andere kinderen.",
    "Leverancier gevraagd wat er in de reservekopie staat.",
    "Papieren map ligt in de kluis, plank 3.",
)
ANSWER_BY_ITSELF = "Ik hoor graag wanneer ik iets kan verwachten."
HOLD = "Er loopt een procedure bij de rechtbank over dit antwoord."
REOPENED = "De ouder mist een verslag dat er wel had moeten zijn."
EXTENDED = "Stukken op veel plekken; de intern begeleider is drie weken weg."
FILE_NAME = "toelichting.txt"
FILE_TEXT = "Dit stuurde de school ons vorig jaar. Graag naast het dossier leggen.\n"


def own_part(move: str, kind: str, rng: random.Random) -> str:
    """The letter's own part for this move with a request of this kind."""
    if move == "toewijzen":
        return rng.choice(_GRANTED[kind])
    if move == "deels_toewijzen":
        return _PARTLY.get(kind, _PARTLY_ELSE)
    if move == "afwijzen":
        return _REFUSED.get(kind, _REFUSED_ELSE)
    if move == "niet_behandelen":
        return rng.choice(_INADMISSIBLE)
    return _LETTERS[move]
