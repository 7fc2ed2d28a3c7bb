"""What the bot of the fake chat server says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

SCHOOL: dict[str, Any] = {
    "school": {
        "slug": "regenboog",
        "name": "De Regenboog",
        "phone": "0123-456789",
        "email": "info@regenboog.example",
    },
    "chat": {"name": "Dossierwijzer", "colour": "#1f4e79", "greeting": "Goedendag!"},
    "opening": [],
    "retention_days": 30,
    "person": {"available": True, "text": "Vandaag tot 16.00 uur antwoordt iemand van de school."},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    text: str
    buttons: tuple[str, ...] = ()
    state: str | None = None
    more: dict[str, Any] = field(default_factory=dict)


OPENING = (
    Reply(
        text="Goedendag! Ik ben Dossierwijzer, de chatbot van De Regenboog. Ik ben geen mens.\n\n"
        "Ik beantwoord vragen over de gegevens van uw kind. Wat u typt, gebruikt de school alleen om "
        "uw vraag te beantwoorden. Het wordt 30 dagen bewaard, en u kunt het zelf wissen.\n\n"
        "Liever een mens? Typ ‘medewerker’."
    ),
    Reply(
        text="Waar gaat uw vraag over?",
        buttons=("Mag ik het dossier inzien?", "Ik wil een verzoek indienen", "Foto's en video's"),
    ),
)
_ANSWER = {
    "question": "inzage/recht",
    "title": "Mag ik het dossier van mijn kind inzien?",
    "short": "Ja, met gezag mag u het dossier zien.",
    "sources": [
        {
            "name": "UAVG artikel 5 lid 4",
            "organisation": "Rijksoverheid",
            "url": "https://wetten.overheid.nl/BWBR0040940/2026-09-01",
        },
        {
            "name": "AVG artikel 15",
            "organisation": "Europese Unie",
            "url": "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016R0679",
        },
    ],
    "checked": "2026-11",
    "certainty": "hoog",
    "open_law": None,
    "stale": False,
}
_INSPECTION = Reply(
    text="Ja, als ouder met gezag mag u het dossier van uw kind zien. U hoeft niet te zeggen waarom.\n\n"
    "- Jonger dan 12: u vraagt erom.\n"
    "- Van 12 tot en met 15: u mag erom vragen. Uw kind mag dat ook zelf.\n"
    "- Vanaf 16: uw kind beslist.\n\n"
    "Hoe oud is uw kind?",
    buttons=("Jonger dan 12", "12 tot en met 15", "16 of 17"),
    more={"answer": _ANSWER},
)
_OPEN_LAW = {
    **_ANSWER,
    "question": "delen/verzuim",
    "open_law": "Er ligt een wetsvoorstel om verzuim anders te melden.",
    "stale": True,
    "certainty": "laag",
}
_MEANT = Reply(
    text="Bedoelt u …?",
    buttons=("Mag ik het dossier inzien?", "Krijg ik een kopie?", "Geen van deze"),
)
_PERSON = Reply(
    text="Ik heb uw vraag doorgegeven. Een medewerker van de school antwoordt hier.",
    state="wacht_op_medewerker",
)
_DANGER = Reply(
    text="Is er nu gevaar? Bel 112.\n\nOok dag en nacht, gratis:\n"
    "- Veilig Thuis: 0800-2000, bij geweld of zorgen over een kind.\n"
    "- 113: bel 113 of 0800-0113, bij gedachten aan zelfdoding."
)


def _question(step: int, field_name: str, label: str, text: str, *buttons: str) -> Reply:
    form = {
        "field": field_name,
        "label": label,
        "progress": f"vraag {step} van 3",
        "step": step,
        "steps": 3,
        "optional": step == 3,
    }
    return Reply(text=text, buttons=buttons, more={"form": form})


_WHO = _question(
    1, "relation", "Wie bent u?", "Wie bent u?", "Ouder met gezag", "Ik ben zelf de leerling"
)
_NAME = _question(2, "child_name", "Naam", "Wat is de voornaam en achternaam van de leerling?")
_GROUP = _question(3, "group", "Groep", "In welke groep of klas?", "Overslaan")
_ROWS = [
    {"field": "kind", "label": "Soort verzoek", "value": "inzage"},
    {"field": "child_name", "label": "Naam van de leerling", "value": "Noor de Vries"},
    {"field": "group", "label": "Groep of klas", "value": "groep 6"},
]
_LINES = "\n".join(f"- {row['label']}: {row['value']}" for row in _ROWS)
_SUMMARY = (
    Reply(
        text=f"Dit is uw verzoek om inzage, zoals ik het ga indienen:\n{_LINES}",
        more={"summary": _ROWS},
    ),
    Reply(text="Klopt dit zo? Dan dien ik het in.", buttons=("Ja", "Nee")),
)
_RECEIPT = Reply(
    text="Uw verzoek om inzage is ingediend. Uw kenmerk is DW-WPJTH-QYEEY.",
    more={
        "receipt": {
            "reference": "DW-WPJTH-QYEEY",
            "received_on": "2026-11-24",
            "due_on": "2026-12-24",
            "explanation": [
                "Het verzoek is ontvangen op 24 november 2026.",
                "De school heeft één maand (AVG artikel 12 lid 3).",
            ],
        }
    },
)
LONG_WORD = "Leerlingvolgsysteem" * 12
RIGHT_TO_LEFT = "هل يمكنني رؤية ملف طفلي؟"
HTML = '<img src=x onerror="window.broken=1"><script>window.broken=1</script><b>vet</b>'
STRANGE_LINKS = "javascript:alert(1) data:text/html,x https://voorbeeld.example/a?b=1. Groet!"

_KNOWN: dict[str, tuple[Reply, ...]] = {
    "Mag ik het dossier inzien?": (_INSPECTION,),
    "mag ik het dossier van mijn dochter zien": (_INSPECTION,),
    "wat geldt er bij verzuim": (Reply(text="Dat hangt ervan af.", more={"answer": _OPEN_LAW}),),
    "iets onduidelijks": (_MEANT,),
    "Ik wil een medewerker": (_PERSON,),
    "er is gevaar": (_DANGER,),
    "zeg niets": (),
    "Ik wil een verzoek indienen": (_WHO,),
    "Ouder met gezag": (_NAME,),
    "Noor de Vries": (_GROUP,),
    "wijzig Naam van de leerling": (_NAME,),
    "groep 6": _SUMMARY,
    "Ja": (_RECEIPT,),
    "vreemde tekens": tuple(
        Reply(text=text) for text in (LONG_WORD, RIGHT_TO_LEFT, HTML, STRANGE_LINKS, "👩‍👧 ✔ 🎒")
    ),
}


def replies(text: str) -> tuple[Reply, ...]:
    return _KNOWN.get(text, (Reply(text=f"U zei: {text}"),))
