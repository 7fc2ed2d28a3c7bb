"""Fragments the emergency tables share: who does it, whom it is done to, and two ways to join words."""

from __future__ import annotations

_KIN = (
    r"kind|kint|kindje|kinderen|kids|kleintje|dochter|dochtertje|zoon|zoontje|meisje|jongen|jongetje|baby|nichtje|neefje|"
    r"kleinkind|kleinkinderen|kleinzoon|kleindochter|stiefkind|stiefdochter|stiefzoon|pleegkind|pleegzoon|"
    r"pleegdochter|zusje|broertje|zus|buurmeisje|buurjongen|buurjongetje|leerling|leerlinge|klasgenoot|klasgenote|"
    r"klasgenootje|vriendin|vriendinnetje|vriend|vriendje|tweeling|peuter|kleuter"
)
_MY = r"(?:mijn|m'n|mn|me|onze|ons)"
CHILD = rf"(?:mijn|m'n|mn|me|onze|ons|een|zijn|haar|de|het|'t) (?:\w+ )?(?:{_KIN})"
OWN_CHILD = rf"{_MY} (?:\w+ )?(?:{_KIN})"
ADULT = (
    r"(?:papa|pap|mama|mam|pa|ma|vader|moeder|stiefvader|stiefmoeder|stiefpa|stiefbroer|pleegvader|pleegmoeder|oom|opa|"
    r"buurman|broer|oppas|juf|meester|"
    r"(?:mijn|m'n|mn|haar|zijn|me|hun|onze) (?:ex|man|vrouw|vriend|vriendin|partner|nieuwe vriend|vader|moeder|"
    r"stiefvader|stiefmoeder|stiefpa|oom|opa|oma|tante|broer|neef|buurman|pa|ma|papa|mama|ouders|oppas)|"
    r"(?:de|een|onze|haar|zijn|mijn) (?:\w*leraar|meester|juf|\w*trainer|coach|concierge|docent(?: \w+)?|vader|moeder|man|"
    r"oppas|begeleider|groepsleider|leidster|chauffeur|taxichauffeur|onderwijsassistent|vriend van (?:mama|mijn moeder)))"
)
WHO = rf"(?:hij|ze|zij|{ADULT})"
VICTIM = (
    r"(?:mij|me|mn|ons|haar|hem|hun|hen|"
    r"(?:mijn|m'n|mn|me|onze|zijn|haar|de|ons) (?:\w+ )?"
    r"(?:kind|kindje|kinderen|kids|dochter|dochtertje|zoon|zoontje|zusje|broertje|zus|broer|moeder|mama|baby|"
    r"kleinkind|kleinzoon|kleindochter|nichtje|neefje|pleegkind))"
)
#: At most six words apart, over commas and full stops too.
NEAR = r"(?:\W+\w+){0,6}\W+"


def together(*groups: str) -> str:
    """A pattern for a text that holds a word of every group, in any order; reads the text once a group."""
    return "^" + "".join(rf"(?=.*\b(?:{group})\b)" for group in groups)


def either_way(one: str, other: str) -> str:
    """A pattern for two words near each other, whichever comes first."""
    return rf"\b(?:{one})\b(?:{NEAR})(?:{other})\b|\b(?:{other})\b(?:{NEAR})(?:{one})\b"
