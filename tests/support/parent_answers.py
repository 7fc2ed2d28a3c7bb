"""What one parent answers to every question a request form can ask, as typed."""

from __future__ import annotations

PARENT = {
    "relation": "Ik ben de moeder en heb gezag",
    "child_name": "Sanne de Vries",
    "child_birth_date": "12 maart 2016",
    "school": "De Regenboog",
    "group": "groep 6",
    "subject": "de verslagen van de gesprekken",
    "period": "overslaan",
    "copy": "ja",
    "correction": "Er moet staan dat zij graag leest.",
    "statement": "Ik zie dit anders dan de school.",
    "reason": "overslaan",
    "situation": "Wij wonen op een geheim adres.",
    "consent": "foto's op de website",
    "footage_moment": "12 november 2026 om 10 uur",
    "footage_place": "bij de fietsenstalling",
    "appearance": "een rode jas",
    "details": "De school stuurde haar cijfers naar alle ouders.",
    "wish": "excuses",
    "requester_name": "Mark de Vries",
    "requester_email": "mark@voorbeeld.nl",
    "requester_phone": "overslaan",
}
