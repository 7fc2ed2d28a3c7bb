"""What a caller may send. Anything unknown is refused: a misspelt filter must not return all."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from bot.api.words import Kind, State, StateFilter
from bot.db.cursor import CURSOR_PATTERN
from bot.requests.references import ALPHABET, PREFIX

LARGEST_NUMBER = 2**31 - 1
MOST_AT_ONCE = 200
REFERENCE_PATTERN = rf"^{PREFIX}-[{ALPHABET}]{{5}}-[{ALPHABET}]{{5}}$"
# Control characters: PostgreSQL stores no NUL, and nobody means the others.
_TYPED_PATTERN = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"
#: Nobody can send it, so the types below do not name it.
_ABSENT: Any = None
_NUMBER = re.compile(r"-?\d+(\.0+)?", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)


def _moment(sent: Any) -> datetime:
    """RFC 3339 and nothing else, in UTC; beyond what a calendar holds becomes its first or last."""
    if not isinstance(sent, str) or not _MOMENT.fullmatch(sent):
        raise PydanticCustomError("moment", "not a moment")
    # A leap second is the end of the second before it.
    text = re.sub(r"^(.{17})60", r"\g<1>59", sent.upper())
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise PydanticCustomError("moment", "not a moment") from error
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return moment.replace(tzinfo=UTC)


def _whole(sent: Any) -> Any:
    """JSON has one type of number: 3.0 is as whole as 3."""
    return int(sent) if isinstance(sent, float) and sent.is_integer() else sent


def _digits(sent: Any) -> Any:
    """Python also reads other scripts' digits, and spaces around them."""
    if isinstance(sent, str) and not _NUMBER.fullmatch(sent):
        raise PydanticCustomError("int_parsing", "not a number")
    return sent


Typed = Annotated[int, BeforeValidator(_digits)]
Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
Cursor = Annotated[
    str,
    Field(
        pattern=CURSOR_PATTERN,
        examples=["1795514400000000.0f8fad5bd9cb469fa16570867728950e"],
    ),
]
_NEXT_NL = "De `next` van de vorige bladzijde."


class ListQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")

    state: StateFilter = Field(
        _ABSENT, description="Alleen verzoeken met deze status; `open` is alles wat niet af is."
    )
    kind: Kind = Field(_ABSENT, description="Alleen verzoeken van deze soort.")
    updated_since: Moment = Field(
        _ABSENT,
        description="Alleen wat op of na dit moment is veranderd (RFC 3339). Wilt u bijblijven, "
        "gebruik dan liever `/events`: dat mist niets.",
        examples=["2026-11-24T09:00:00Z"],
    )
    cursor: Cursor = Field(_ABSENT, description=_NEXT_NL)
    limit: Typed = Field(50, ge=1, le=MOST_AT_ONCE, description="Zoveel verzoeken per bladzijde.")


class EventsQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")

    after: Typed = Field(
        0,
        ge=0,
        le=LARGEST_NUMBER,
        description="De `next` van de vorige keer; 0 begint bij het begin.",
    )
    limit: Typed = Field(100, ge=1, le=MOST_AT_ONCE, description="Hoogstens zoveel gebeurtenissen.")


class DestructionsQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")

    destroyed_since: Moment = Field(
        _ABSENT,
        description="Alleen wat op of na dit moment is vernietigd (RFC 3339).",
        examples=["2026-11-24T09:00:00Z"],
    )
    cursor: Cursor = Field(_ABSENT, description=_NEXT_NL)
    limit: Typed = Field(50, ge=1, le=MOST_AT_ONCE, description="Zoveel per bladzijde.")


class NoQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")


class StateChange(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "state": "in_behandeling",
                    "version": 2,
                    "reason": "Het antwoord kwam binnen bij de receptie.",
                }
            ]
        },
    )

    state: State = Field(description="De nieuwe status.")
    version: Annotated[int, BeforeValidator(_whole), Field(strict=True)] = Field(
        ge=1,
        le=LARGEST_NUMBER,
        description="De `version` van het verzoek zoals u het las.",
    )
    reason: str = Field(
        "",
        max_length=500,
        pattern=_TYPED_PATTERN,
        description="Waarom; staat bij de gebeurtenis in het kantoor. Zet er geen namen in.",
    )
