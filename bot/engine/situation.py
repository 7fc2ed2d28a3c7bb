"""Reads from a message what an answer can turn on: age, custody, school type, who is asking.

Pure functions over `text.plain`; the graph component is in `situation_extractor.py`.
"""

from __future__ import annotations

import re
from typing import Optional

_NUMBERS = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
    "zestien zeventien achttien negentien twintig"
).split()
_NUMBER = rf"(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS[4:])})"
_CHILD = (
    r"(?:kind|kids?|dochter(?:tje)?|zoon(?:tje)?|meisje|jongen(?:tje)?|meid|puber|kleuter|tiener|"
    r"leerling|pleegkind|pleegdochter|pleegzoon|stiefkind|stiefzoon|stiefdochter|kleinkind|"
    r"kleinzoon|kleindochter|oudste|jongste|middelste|student|pupil)"
)
_AGES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_CHILD}(?: \w+)?,? (?:van |is |wordt |is nu |is net |is pas |is al |\()\s?{_NUMBER}\b(?! ?(?:weken|maanden|dagen|uur|%))",
        rf"\b{_CHILD} ?\({_NUMBER}(?: jaar)?\)",
        rf"\b(?:ik ben|hij is|ze is|zij is|die is|hij wordt|ze wordt|zij wordt|ik word)"
        rf" (?:nu |net |pas |al |bijna )?{_NUMBER}\b(?! ?(?:weken|maanden|dagen|uur|keer|x|%|euro))",
        rf"\b{_CHILD}\b[^.?!]{{0,40}} en (?:(?:hij|zij|ze|die) )?is (?:nu |net |pas |al )?{_NUMBER}\b"
        r"(?! ?(?:weken|maanden|dagen|uur|keer|x|%|euro))",
        rf"\b{_NUMBER}[- ]?jarige?\b",
        rf"\b{_NUMBER} jaar oud\b",
        rf"\b(?:van|is) {_NUMBER} jaar\b(?! (?:geleden|lang|terug|na|bewaard))",
        rf"^{_NUMBER}(?: jaar)?[.!]?$",
    )
)
_CUSTODY_NONE = re.compile(
    r"\b(?:ik|wij|we)\b(?:(?! (?:mijn|m'n|me) (?:ex|man|vrouw)| (?:hij|zij|ze) )[^.?!]){0,40}?"
    r"\b(?:geen|niet(?: meer)?(?: het)?|zonder)\b(?: \w+){0,2} ?(?:ouderlijk |ouderlijke )?gezag\b"
    r"|^(?:geen|zonder) (?:ouderlijk )?gezag[.!]?$"
    r"|\b(?:ik|mijn|wij|we)\b[^.?!]{0,20}\bgezag\b[^.?!]{0,20}\b(?:niet meer|kwijt|afgepakt|afgenomen|ontnomen)\b"
)
_CUSTODY = re.compile(
    r"\b(?:ik heb|heb ik|wij hebben|we hebben|hebben we|hebben wij|met|ik heb ook|allebei|samen|"
    r"gezamenlijk|beiden|gedeeld)\b(?: \w+){0,3} ?(?:ouderlijk |gedeeld |eenhoofdig |volledig )?gezag\b"
    r"|^(?:wel |met |gezamenlijk |eenhoofdig |ouderlijk )?gezag[.!]?$"
)
_OTHERS_CUSTODY = re.compile(
    r"\b(?:ex|vader|moeder|hij|zij|ze|oma|opa|stiefvader|stiefmoeder|partner|vriend|vriendin)\b"
    r"[^.?!,]{0,30}\b(?:geen|niet|zonder|heeft)\b[^.?!,]{0,20}\bgezag\b"
)
_SCHOOL_TYPES = {
    "po": re.compile(
        r"\b(?:basisschool|basisonderwijs|groep [1-8]|kleuterklas|kleutergroep|onderbouw van de basis|"
        r"sbo|speciaal basisonderwijs|bassischool|basischool)\b"
    ),
    "vo": re.compile(
        r"\b(?:middelbare|voortgezet onderwijs|brugklas\w*|brugger|havo|vwo|vmbo\w*|mavo|atheneum|"
        r"gymnasium|praktijkonderwijs|praktijkschool|vmbo-[a-z]+|tweetalig vwo)\b"
    ),
    "so": re.compile(
        r"\b(?:speciaal onderwijs|voortgezet speciaal|vso|zmlk|zmok|mytyl\w*|tyltyl\w*|cluster [1-4])\b"
    ),
    "mbo": re.compile(r"\b(?:mbo|roc|mbo-\w+|mbo'er|mboer)\b"),
}
_TEENS = "|".join(_NUMBERS[10:18])
_YEAR = r"(?:[1-6]e?|eerste|tweede|derde|vierde|vijfde|zesde)"
_PUPIL = re.compile(
    r"\bik ben (?:zelf |nu |ook |gewoon )*(?:een |de )?(?:leerling|scholier)\b"
    # "Ik ben 14", and not "ik ben 14 weken zwanger" or "ik ben 15 jaar geleden gescheiden".
    rf"|\bik ben (?:nu |net |pas |al |bijna )?(?:1[0-7]|{_TEENS})(?: jaar)?(?: oud)?"
    r"(?=$|[.,!?;]| en (?:ik|wil|zit|mag|heb|kan|mijn|mn|me|m'n)\b| (?:mag|wil|kan) (?:ik|mijn|mn|me)\b)"
    rf"|\bik zit (?:zelf |nu |pas )?(?:in|op) (?:groep [78]\b|de brugklas|(?:de )?(?:klas {_YEAR}|{_YEAR} (?:klas|havo|"
    rf"vwo|vmbo|mavo|gymnasium|atheneum))|(?:het |de )?(?:havo|vwo|vmbo|mavo|gymnasium|atheneum|middelbare)\b)"
)
_SPECIAL_PRIMARY = re.compile(r"\b(?:speciaal basisonderwijs|sbo)\b")
_GROUP = re.compile(r"\bgroep (?P<n>[1-8])\b")
_LOWER_SECONDARY = re.compile(
    r"\b(?:brugklas\w*|brugger|(?:havo|vwo|vmbo|mavo|gymnasium|atheneum)[ /-]?[1-3]"
    r"|(?:[1-3]|eerste|tweede|derde) (?:havo|vwo|vmbo|mavo|gymnasium|atheneum)"
    r"|(?:klas|leerjaar) ?[1-3]|(?:1e|2e|3e|eerste|tweede|derde) klas)\b"
)


def age_group(years: int) -> str:
    """The group whose rights are the same: UAVG artikel 5, as it reads since 1 September 2026."""
    if years < 12:
        return "onder_12"
    if years < 16:
        return "van_12_tot_16"
    return "van_16_tot_18" if years < 18 else "vanaf_18"


def read_age(text: str) -> Optional[str]:
    """Age group that a plain text states for one child; None when it states none or several."""
    years = {_number(m.group("n")) for p in _AGES for m in p.finditer(text)}
    groups = {age_group(n) for n in years if 3 <= n <= 25}
    return groups.pop() if len(groups) == 1 else _age_from_class(text) if not groups else None


def read_custody(text: str) -> Optional[str]:
    """`geen` or `wel` when the writer tells it of himself, not of somebody else."""
    if _CUSTODY_NONE.search(text):
        return "geen"
    if _OTHERS_CUSTODY.search(text):
        return None
    return "wel" if _CUSTODY.search(text) else None


def read_speaker(text: str) -> Optional[str]:
    """`leerling` when the writer says to be the pupil; None when nothing says so."""
    return "leerling" if _PUPIL.search(text) else None


def read_school_type(text: str) -> Optional[str]:
    """po, vo, so or mbo; None when none or more than one is named (a move between schools)."""
    found = {name for name, pattern in _SCHOOL_TYPES.items() if pattern.search(text)}
    if _SPECIAL_PRIMARY.search(text):
        found.discard("so")
    return found.pop() if len(found) == 1 else None


def _age_from_class(text: str) -> Optional[str]:
    group = _GROUP.search(text)
    if group is not None:
        # Group 8 holds children of 11 and of 12: it tells nothing.
        return "onder_12" if int(group.group("n")) < 8 else None
    return "van_12_tot_16" if _LOWER_SECONDARY.search(text) else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.index(word)
