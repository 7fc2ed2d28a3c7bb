"""The letters that a school sends about a request."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterKind:
    """`note_nl` asks the writer for the letter's own part; empty when it has none."""

    key: str
    title_nl: str
    note_nl: str = ""
    note_required: bool = True


_ALL = (
    LetterKind(key="ontvangst", title_nl="Ontvangstbevestiging"),
    LetterKind(
        key="identiteitsvraag",
        title_nl="Vraag wie de aanvrager is",
        note_nl="Waar twijfelt u aan, en hoe kan de aanvrager dat het makkelijkst laten zien?",
    ),
    LetterKind(
        key="verlenging",
        title_nl="Verlenging met twee maanden",
        # AVG artikel 12 lid 3: complexity, or the number of requests.
        note_nl="Waarom lukt het niet binnen een maand? Alleen: het is ingewikkeld, of er zijn "
        "veel verzoeken (van deze aanvrager).",
    ),
    LetterKind(
        key="vraag", title_nl="Vraag aan de aanvrager", note_nl="Wat wilt u de aanvrager vragen?"
    ),
    LetterKind(key="toegewezen", title_nl="Toewijzing", note_nl="Wat hebt u gedaan of gegeven?"),
    LetterKind(
        key="deels_toegewezen",
        title_nl="Gedeeltelijke toewijzing",
        note_nl="Wat doet u wel, wat niet, en waarom niet? Noem de regel.",
    ),
    LetterKind(
        key="afgewezen",
        title_nl="Afwijzing",
        # AVG artikel 12 lid 4: the reasons must be told.
        note_nl="Waarom niet? Noem de redenen en de regel.",
    ),
    LetterKind(
        key="niet_ontvankelijk",
        title_nl="Niet te behandelen",
        note_nl="Waarom kunt u dit niet behandelen?",
    ),
    LetterKind(
        key="correctie_doorgegeven",
        title_nl="Verandering doorgegeven",
        note_nl="Aan wie hebt u het doorgegeven? Zet elke ontvanger op een eigen regel.",
    ),
    LetterKind(
        key="afgesloten",
        title_nl="Afsluiting na intrekking",
        note_nl="Wilt u nog iets uitleggen? Dit mag leeg blijven.",
        note_required=False,
    ),
)
LETTERS: dict[str, LetterKind] = {kind.key: kind for kind in _ALL}
