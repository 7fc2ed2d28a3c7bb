"""The retention periods a parent can ask about. Facts and certainty as checked in November 2026."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    WEEKS = "weken"
    MONTHS = "maanden"
    YEARS = "jaar"
    SCHOOL_YEARS = "schooljaren"


class Force(StrEnum):
    """What the period means: the law's minimum or maximum, or only what is usual."""

    AT_LEAST = "minstens"
    AT_MOST = "hooguit"
    USUALLY = "meestal"


@dataclass(frozen=True)
class Start:
    """The moment a period counts from, and the question that asks for it."""

    label: str
    question: str


LEAVING = Start("het vertrek van school", "Wanneer ging uw kind van school?")
DECISION = Start(
    "het besluit of advies van het samenwerkingsverband",
    "Wanneer was het besluit of advies van het samenwerkingsverband?",
)
RESULT = Start("de uitslag van het examen", "Wanneer kreeg uw kind de uitslag van het examen?")
RECORDING = Start("de dag van de opname", "Op welke dag zijn de beelden gemaakt?")
DIPLOMA = Start("het laatste diploma", "Wanneer haalde uw kind het laatste diploma?")
ABSENCE = Start("het verzuim", "Wanneer was het verzuim?")
ENROLMENT = Start(
    "de laatste inschrijving", "Tot wanneer stond uw kind bij een school ingeschreven?"
)


@dataclass(frozen=True)
class Rule:
    """One kind of data. Without an amount the law names no period and `note` says what holds."""

    kind: str
    title: str
    question: str
    source: str
    amount: int | None = None
    unit: Unit | None = None
    force: Force | None = None
    start: Start | None = None
    note: str = ""


_GUIDELINE = "Dit is een richtlijn, geen wet. De school kan een andere termijn uitleggen."

RULES = (
    Rule(
        kind="dossier",
        title="Het leerlingdossier",
        question="bewaartermijn/dossier",
        source="AVG artikel 5 lid 1 onder e; richtlijn PO-Raad",
        amount=2,
        unit=Unit.YEARS,
        force=Force.USUALLY,
        start=LEAVING,
        note=_GUIDELINE,
    ),
    Rule(
        kind="verzuim",
        title="Verzuim",
        question="bewaartermijn/verzuim",
        # Uitvoeringsbesluit WVO 2020 artikel 8.10 lid 2, "ten minste"; po: only the PO-Raad says so.
        source="Uitvoeringsbesluit WVO 2020 artikel 8.10 lid 2",
        amount=5,
        unit=Unit.YEARS,
        force=Force.AT_LEAST,
        start=LEAVING,
        note="Voor de middelbare school staat dit in de wet. Basisscholen rekenen meestal net zo.",
    ),
    Rule(
        kind="inschrijving",
        title="In- en uitschrijving",
        question="bewaartermijn/verzuim",
        source="Uitvoeringsbesluit WVO 2020 artikel 8.10 lid 2",
        amount=5,
        unit=Unit.YEARS,
        force=Force.AT_LEAST,
        start=LEAVING,
        note="Voor de middelbare school staat dit in de wet. Basisscholen rekenen meestal net zo.",
    ),
    Rule(
        kind="speciaal_onderwijs",
        title="Verwijzing naar speciaal onderwijs",
        question="bewaartermijn/speciaal_onderwijs",
        source="Richtlijn PO-Raad en Rijksoverheid",
        amount=3,
        unit=Unit.YEARS,
        force=Force.USUALLY,
        start=LEAVING,
        note=_GUIDELINE,
    ),
    Rule(
        kind="samenwerkingsverband",
        title="Gegevens bij het samenwerkingsverband",
        question="bewaartermijn/samenwerkingsverband",
        # WPO 18a lid 13 and WVO 2020 2.47 lid 16: counted from the decision, not from leaving.
        source="WPO artikel 18a lid 13; WVO 2020 artikel 2.47 lid 16",
        amount=3,
        unit=Unit.YEARS,
        force=Force.AT_MOST,
        start=DECISION,
    ),
    Rule(
        kind="centraal_examen",
        title="Werk van het centraal examen",
        question="bewaartermijn/examenwerk",
        source="Uitvoeringsbesluit WVO 2020 artikel 3.31",
        amount=6,
        unit=Unit.MONTHS,
        force=Force.AT_LEAST,
        start=RESULT,
        note="Zolang het werk er is, mag u het op school inzien.",
    ),
    Rule(
        kind="camerabeelden",
        title="Camerabeelden",
        question="camera/bewaartermijn",
        source="Uitgangspunt van de Autoriteit Persoonsgegevens; AVG artikel 5 lid 1 onder e",
        amount=4,
        unit=Unit.WEEKS,
        force=Force.AT_MOST,
        start=RECORDING,
        note="Bij een incident mag de school die beelden langer houden, tot het is afgehandeld.",
    ),
    Rule(
        kind="duo_inschrijving",
        title="Inschrijvingen bij DUO",
        question="delen/duo",
        source="Wet register onderwijsdeelnemers artikel 30 lid 1",
        amount=5,
        unit=Unit.YEARS,
        force=Force.AT_MOST,
        start=ENROLMENT,
        note="Dit gaat over DUO, niet over de school.",
    ),
    Rule(
        kind="duo_verzuim",
        title="Verzuimmeldingen bij DUO",
        question="delen/leerplicht",
        # WRO 30 lid 5: the running school year and the next.
        source="Wet register onderwijsdeelnemers artikel 30 lid 5",
        amount=1,
        unit=Unit.SCHOOL_YEARS,
        force=Force.AT_MOST,
        start=ABSENCE,
        note="DUO bewaart ze in het lopende en het volgende schooljaar. Dit gaat over DUO, niet over "
        "de school.",
    ),
    Rule(
        kind="diploma",
        title="Diploma en cijferlijst bij DUO",
        question="bewaartermijn/diploma",
        source="Wet register onderwijsdeelnemers artikel 30 lid 6",
        amount=60,
        unit=Unit.YEARS,
        force=Force.AT_MOST,
        start=DIPLOMA,
        note="U kunt daar zolang een gratis uittreksel downloaden.",
    ),
    Rule(
        kind="toetsen",
        title="Toetsen en schoolexamens",
        question="bewaartermijn/toetsen",
        source="Rijksoverheid; AVG artikel 5 lid 1 onder e",
        note="Voor toetsen en schoolexamens noemt de wet geen termijn. De school kiest die zelf. "
        "Kijk in het examenreglement, of vraag het de school.",
    ),
    Rule(
        kind="fotos",
        title="Foto's en video's",
        question="bewaartermijn/fotos",
        source="AVG artikel 5 lid 1 onder e en artikel 7 lid 3",
        note="Voor foto's en video's noemt de wet geen termijn. Trekt u uw toestemming in, dan stopt "
        "het gebruik en gaat de foto van internet. Vraag de school wat zij verder afspreekt.",
    ),
    Rule(
        kind="aanmelding",
        title="Aanmelding zonder plaats",
        question="bewaartermijn/aanmelding_afgewezen",
        source="AVG artikel 5 lid 1 onder e",
        note="Voor een aanmelding zonder plaats noemt de wet geen termijn: niet langer dan nodig is "
        "voor de plaatsing of een bezwaar. U kunt de school vragen de gegevens te wissen.",
    ),
    Rule(
        kind="oud_leerlingen",
        title="Adressen van oud-leerlingen",
        question="bewaartermijn/oud_leerlingen",
        source="AVG artikel 6 lid 1 onder f en artikel 21",
        note="Een adres voor een reünie mag de school houden, zonder vaste termijn. U kunt altijd "
        "bezwaar maken. Dan stopt de school ermee.",
    ),
    Rule(
        kind="financieel",
        title="Rekeningen en ouderbijdrage",
        question="bewaartermijn/financieel",
        source="Burgerlijk Wetboek boek 2 artikel 10; AWR artikel 52",
        note="Voor rekeningen gelden de regels voor de boekhouding. Die tijd is langer dan die voor "
        "het dossier. Vraag de school welke termijn zij gebruikt.",
    ),
)

BY_KIND = {rule.kind: rule for rule in RULES}
