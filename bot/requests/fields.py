"""Everything a form can ask: how it is called in the summary and how an answer is read."""

from __future__ import annotations

from dataclasses import dataclass

from bot.parsing.birth_date import parse_birth_date
from bot.parsing.choices import YES_OR_NO, Choice, choice_parser
from bot.parsing.email import parse_email
from bot.parsing.free_text import parse_group, parse_line, parse_story
from bot.parsing.moments import parse_moment
from bot.parsing.names import parse_name
from bot.parsing.outcome import Parser
from bot.parsing.phone import parse_phone
from bot.parsing.relation import RELATION_CHOICES, parse_relation
from bot.requests.kinds import KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """`label_pupil_nl` replaces the label when the pupil asks for himself."""

    key: str
    label_nl: str
    parse: Parser
    optional: bool = False
    choices: tuple[Choice, ...] = ()
    label_pupil_nl: str | None = None


_COPY = choice_parser("Wilt u ook een kopie? Antwoord met ja of nee.", YES_OR_NO)
_PERSON = (
    Field(
        key="relation",
        label_nl="Wie vraagt dit",
        parse=parse_relation,
        choices=RELATION_CHOICES,
    ),
    Field(
        key="child_name",
        label_nl="Naam van de leerling",
        parse=parse_name,
        label_pupil_nl="Uw naam",
    ),
    Field(
        key="child_birth_date",
        label_nl="Geboortedatum van de leerling",
        parse=parse_birth_date,
        label_pupil_nl="Uw geboortedatum",
    ),
    Field(key="school", label_nl="School of locatie", parse=parse_line),
    Field(key="group", label_nl="Groep of klas", parse=parse_group, optional=True),
    Field(key="requester_name", label_nl="Uw naam", parse=parse_name),
    Field(key="requester_email", label_nl="Uw e-mailadres", parse=parse_email),
    Field(key="requester_phone", label_nl="Uw telefoonnummer", parse=parse_phone, optional=True),
)
_CONTENT = (
    Field(key="subject", label_nl="Waar het over gaat", parse=parse_story),
    Field(key="period", label_nl="Over welke tijd", parse=parse_line, optional=True),
    Field(key="copy", label_nl="Kopie", parse=_COPY, choices=YES_OR_NO),
    Field(key="correction", label_nl="Hoe het moet worden", parse=parse_story),
    Field(key="statement", label_nl="Uw zienswijze", parse=parse_story),
    # AVG artikel 17 lid 1 has grounds, but naming one is for the school to sort out.
    Field(key="reason", label_nl="Waarom het weg moet", parse=parse_story, optional=True),
    Field(key="situation", label_nl="Waarom u bezwaar hebt", parse=parse_story),
    Field(key="consent", label_nl="Toestemming die u intrekt", parse=parse_story),
    Field(key="footage_moment", label_nl="Dag en tijd van de beelden", parse=parse_moment),
    Field(key="footage_place", label_nl="Plek van de camera", parse=parse_line),
    Field(
        key="appearance",
        label_nl="Hoe de leerling te herkennen is",
        parse=parse_story,
        optional=True,
    ),
    Field(key="details", label_nl="Wat er is gebeurd", parse=parse_story),
    Field(key="wish", label_nl="Wat u van de school wilt", parse=parse_story, optional=True),
)
FIELDS: dict[str, Field] = {field.key: field for field in (*_PERSON, *_CONTENT)}
#: Keys with a column of their own; all others are kept together in `details`.
PERSON_KEYS: tuple[str, ...] = tuple(field.key for field in _PERSON)


def fields_for(kind: str, relation: str | None = None) -> tuple[Field, ...]:
    """What to ask for this kind, in order. A pupil who asks is not asked for a name twice."""
    return tuple(
        FIELDS[key]
        for key in KINDS[kind].fields
        if not (relation == "leerling" and key == "requester_name")
    )
