"""E-mail addresses: well formed, and asked about when they look mistyped."""

from __future__ import annotations

import re
from datetime import date

from email_validator import EmailNotValidError, validate_email

from bot.parsing.clean import one_line
from bot.parsing.email_domains import likely_domain
from bot.parsing.outcome import Outcome, Parsed, Problem

_AROUND_AT = re.compile(r"\s*@\s*")
_ADDRESS = re.compile(r"[^\s<>(),;:\"]+@[^\s<>(),;:\"]+")
_EXAMPLE_NL = "Een e-mailadres ziet er zo uit: naam@voorbeeld.nl."


def parse_email(text: str, today: date) -> Outcome[str]:
    """The address in the text, in lower case; no mail server is asked whether it exists."""
    typed = _AROUND_AT.sub("@", one_line(text))
    found = {match.rstrip(".!?'").lstrip("'") for match in _ADDRESS.findall(typed)}
    if len(found) > 1:
        return Problem("meer_adressen", "Ik lees meer dan één e-mailadres. Geef er één.")
    if not found:
        return _no_address(typed)
    return _judge(found.pop().lower())


def _no_address(typed: str) -> Problem:
    if "@" in typed:
        return Problem("email_onleesbaar", f"Dit e-mailadres is niet compleet. {_EXAMPLE_NL}")
    return Problem("email_zonder_at", f"In een e-mailadres staat een @. {_EXAMPLE_NL}")


def _judge(address: str) -> Outcome[str]:
    try:
        valid = validate_email(address, check_deliverability=False)
    except EmailNotValidError:
        return _invalid(address)
    meant = likely_domain(valid.domain.lower())
    normal = valid.normalized.lower()
    if meant is None:
        return Parsed(normal)
    suggestion = f"{valid.local_part.lower()}@{meant}"
    return Problem("bedoelt_u", f"Bedoelt u {suggestion}?", suggestion, as_typed=normal)


def _invalid(address: str) -> Problem:
    if "." not in address.rpartition("@")[2]:
        message = f"Na de @ mist het einde, zoals .nl of .com. {_EXAMPLE_NL}"
        return Problem("email_zonder_einde", message)
    return Problem("email_onleesbaar", f"Dit e-mailadres kan niet kloppen. {_EXAMPLE_NL}")
