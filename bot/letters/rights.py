"""Where a parent can go when the answer does not satisfy: AVG artikel 12 lid 4."""

from __future__ import annotations

# AVG artikel 12 lid 4 and 77: the supervisory authority; the FG goes before it.
_AUTHORITY = (
    "- Praat met onze functionaris gegevensbescherming: {fg}.\n"
    "- Dien een klacht in bij de Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl)."
)
# UAVG artikel 35: a petition within six weeks, without a lawyer.
_COURT = (
    "- Vraag de rechtbank binnen zes weken na ontvangst van deze brief om te beslissen (UAVG "
    "artikel 35). U hebt daarvoor geen advocaat nodig."
)
# UAVG artikel 34: the answer of a bestuursorgaan is a decision under the Awb (6:7: six weeks).
_OBJECTION = (
    "- Maak binnen zes weken na de datum van deze brief bezwaar bij ons bestuur (UAVG artikel 34 "
    "en Awb artikel 6:7). Daarna kunt u in beroep bij de bestuursrechter."
)
# WPO artikel 14, WVO 2020 artikel 3.35: the complaint rule names a committee.
_COMMITTEE = (
    "- Leg uw klacht voor aan de klachtencommissie. Welke dat is, staat in de schoolgids en in "
    "onze klachtenregeling (WPO artikel 14, WVO 2020 artikel 3.35)."
)
_OPENING = "Bent u het niet met ons eens? Dan kunt u het volgende doen."


def rights_nl(*, is_complaint: bool, is_public_body: bool, fg: str) -> str:
    """The ways on, as a paragraph and a list."""
    court = _OBJECTION if is_public_body else _COURT
    own = _COMMITTEE if is_complaint else court
    return f"{_OPENING}\n{_AUTHORITY.format(fg=fg)}\n{own}"
