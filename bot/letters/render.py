"""Fills in a letter. Templates come from a browser, so they run in Jinja's sandbox."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2 import Template as Compiled
from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError

from bot.letters.templates import Template
from bot.letters.values import VALUES_NL

LONGEST_TEMPLATE = 10_000
_ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
# A template is text with names in it: no loops, macros or calculations that could run for ever.
_ALLOWED_TAGS = re.compile(r"{%-?\s*(?:if\s+(?:not\s+)?\w+|else|endif)\s*-?%}")
_ALLOWED_NAMES = re.compile(r"{{-?\s*\w+\s*-?}}")


@dataclass(frozen=True, slots=True)
class LetterText:
    """Plain text: empty lines between paragraphs, "- " before items. Personal: not in the repr."""

    subject: str
    body: str

    def __repr__(self) -> str:
        return "LetterText(...)"


class TemplateRefused(ValueError):
    """The template cannot be used; the text tells its writer what to change, in Dutch."""


def render(template: Template, values: Mapping[str, Any]) -> LetterText:
    """Raises TemplateRefused, which never holds a value."""
    _check_form(template.subject + template.body)
    subject = " ".join(_fill(template.subject, values).split())
    body = re.sub(r"\n{3,}", "\n\n", _fill(template.body, values)).strip()
    return LetterText(subject, body)


def _check_form(text: str) -> None:
    if len(text) > LONGEST_TEMPLATE:
        raise TemplateRefused(f"De tekst is langer dan {LONGEST_TEMPLATE} tekens.")
    rest = _ALLOWED_NAMES.sub("", _ALLOWED_TAGS.sub("", text))
    if "{{" in rest or "{%" in rest or "{#" in rest:
        raise TemplateRefused(
            "Gebruik alleen {{ naam }} en {% if naam %} … {% else %} … {% endif %}."
        )


def _fill(text: str, values: Mapping[str, Any]) -> str:
    try:
        return _compiled(text).render(values)
    except UndefinedError as error:
        known = ", ".join(VALUES_NL)
        raise TemplateRefused(f"Een naam is onbekend. U kunt gebruiken: {known}.") from error
    except TemplateSyntaxError as error:
        raise TemplateRefused(
            f"Regel {error.lineno}: de haakjes of een “if” en “endif” horen niet bij elkaar."
        ) from error
    except (SecurityError, TemplateError) as error:
        raise TemplateRefused("Deze tekst kan niet worden ingevuld.") from error


@lru_cache(maxsize=256)
def _compiled(text: str) -> Compiled:
    return _ENVIRONMENT.from_string(text)
