"""The values that callers send and get; the tests hold them against the tables they come from."""

from __future__ import annotations

from typing import Literal

State = Literal[
    "ontvangen",
    "identiteit_controleren",
    "in_behandeling",
    "wacht_op_aanvrager",
    "afgehandeld",
]
Outcome = Literal["toegewezen", "deels_toegewezen", "afgewezen", "ingetrokken", "niet_ontvankelijk"]
Kind = Literal[
    "inzage",
    "correctie",
    "zienswijze",
    "verwijderen",
    "bezwaar",
    "toestemming_intrekken",
    "camerabeelden",
    "klacht",
]
#: `open` is every state but the last.
StateFilter = Literal[
    "open",
    "ontvangen",
    "identiteit_controleren",
    "in_behandeling",
    "wacht_op_aanvrager",
    "afgehandeld",
]
RetentionAction = Literal["verwijderen", "anonimiseren"]
By = Literal["aanvrager", "medewerker", "koppeling", "systeem"]
