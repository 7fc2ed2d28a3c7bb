"""What does not fit in a call, in Dutch. What was sent is never repeated: it may be about somebody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_PLACES_NL = {"query": "zoekterm", "path": "adres", "body": "inhoud", "header": "kop"}
_DEFAULT_NL = "Deze waarde klopt niet. In de documentatie staat wat hier kan."
#: Pydantic's name of an error; the names in braces come from its context.
_WORDS_NL = {
    "missing": "Dit veld is verplicht.",
    "extra_forbidden": "Er is een veld of zoekterm bij die hier niet bestaat. Kijk naar de spelling.",
    "json_invalid": "Dit is geen geldige JSON.",
    "int_type": "Vul een heel getal in, zonder aanhalingstekens.",
    "int_parsing": "Vul een heel getal in.",
    "int_parsing_size": "Dit getal is te groot.",
    "string_type": "Vul een tekst in, tussen aanhalingstekens.",
    "string_too_long": "Gebruik hoogstens {max_length} tekens.",
    "string_pattern_mismatch": "Deze tekst heeft niet de vorm die hier hoort.",
    "literal_error": "Kies een van: {expected}.",
    "greater_than_equal": "Vul {ge} of meer in.",
    "less_than_equal": "Vul {le} of minder in.",
    "model_attributes_type": "Stuur een JSON-object, met `Content-Type: application/json`.",
    "moment": "Vul datum, tijd en zone in, zoals 2026-11-24T09:00:00Z.",
}


def explained(errors: Iterable[Mapping[str, Any]]) -> list[dict[str, str]]:
    """For each error where it is and what can stand there."""
    return [{"where": _where(error), "message": _message(error)} for error in errors]


def _where(error: Mapping[str, Any]) -> str:
    place, *names = error["loc"]
    # The name of a field that does not exist is the caller's own text.
    known = names if error["type"] not in ("extra_forbidden", "json_invalid") else []
    return ": ".join([_PLACES_NL.get(place, "aanroep"), *_texts(known)])


def _texts(names: Sequence[Any]) -> list[str]:
    return [".".join(str(name) for name in names)] if names else []


def _message(error: Mapping[str, Any]) -> str:
    words = _WORDS_NL.get(error["type"], _DEFAULT_NL)
    context = {key: str(value).replace(" or ", " of ") for key, value in _context(error).items()}
    return words.format_map(context)


def _context(error: Mapping[str, Any]) -> Mapping[str, Any]:
    return error.get("ctx") or {}
