"""Who may file: decided by the kind of request, the asker's relation and the pupil's age."""

from __future__ import annotations

from dataclasses import dataclass

from bot.age import age_group
from bot.requests.kinds import KINDS

RELATIONS = ("ouder_met_gezag", "ouder_zonder_gezag", "verzorger", "leerling", "gemachtigde")


@dataclass(frozen=True, slots=True)
class Standing:
    """`ways` are the values a request may be filed with; none means it cannot be filed."""

    outcome: str
    ways: tuple[str, ...]
    explanation_nl: str = ""

    @property
    def may_go_on(self) -> bool:
        return bool(self.ways)


ALLOWED = Standing("allowed", ("allowed",))
AUTHORISED = Standing(
    "allowed",
    ("allowed",),
    "U vraagt dit namens iemand anders. De school kan u vragen om een machtiging. Houd die klaar.",
)
# UAVG artikel 5 lid 4: from 16 the pupil exercises these rights, not the parent.
PUPIL_DECIDES = Standing(
    "leerling_beslist",
    ("met_toestemming", "namens_leerling"),
    "Vanaf 16 jaar beslist een leerling zelf over deze rechten (UAVG artikel 5). U kunt verder "
    "gaan als de leerling dat goedvindt, of als u dit namens de leerling doet. De school kan dit "
    "bij de leerling nagaan.",
)
# BW boek 1 artikel 377c: what a parent without custody can ask for.
NO_CUSTODY = Standing(
    "geen_gezag",
    ("geen_gezag",),
    "Zonder gezag hebt u geen recht op het dossier of een kopie ervan. U mag de school wel vragen "
    "om belangrijke informatie over uw kind, zoals hoe het op school gaat (Burgerlijk Wetboek "
    "boek 1, artikel 377c). De school mag dat weigeren als het slecht is voor uw kind, of als zij "
    "de ouder met gezag dit ook niet zou vertellen. U kunt toch verder gaan. De school bekijkt "
    "dan wat u kunt krijgen.",
)
# UAVG artikel 5 lid 4 gives the right to the "wettelijk vertegenwoordiger", which a carer is not.
CARER = Standing(
    "geen_gezag",
    ("geen_gezag",),
    "Als verzorger hebt u meestal niet het gezag. Tot 16 jaar vraagt een ouder of voogd met gezag "
    "dit aan (UAVG artikel 5). U kunt toch verder gaan. De school vraagt dan waarschijnlijk of de "
    "ouder of voogd het goedvindt.",
)
# UAVG artikel 5 lid 3 en 4: a pupil's own right begins at 12.
TOO_YOUNG = Standing(
    "te_jong",
    (),
    "Je bent nog geen 12 jaar. Dan doet je ouder of voogd met gezag dit voor je (UAVG artikel 5). "
    "Vraag of die je wil helpen. Je mag ook altijd met je juf, meester of mentor praten.",
)


def standing(kind: str, relation: str, age: int | None) -> Standing:
    """May this person file this? `age` is the pupil's, in full years; a complaint needs none."""
    if not KINDS[kind].has_age_limits:
        return ALLOWED
    if relation not in RELATIONS or age is None:
        raise ValueError("standing needs a known relation and the pupil's age")
    return _by_age(relation, age_group(age))


def _by_age(relation: str, group: str) -> Standing:
    if relation == "leerling":
        return TOO_YOUNG if group == "onder_12" else ALLOWED
    if relation == "gemachtigde":
        return AUTHORISED
    if group in ("van_16_tot_18", "vanaf_18"):
        return PUPIL_DECIDES
    return {"ouder_met_gezag": ALLOWED, "ouder_zonder_gezag": NO_CUSTODY, "verzorger": CARER}[
        relation
    ]
