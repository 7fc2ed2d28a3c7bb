"""A school's own text for a letter: checked before it is kept."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator
from datetime import datetime
from itertools import product
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.letters.models import LetterTemplate
from bot.letters.render import TemplateRefused, render
from bot.letters.templates import Template
from bot.letters.values import VALUES_NL

# AVG artikel 12 lid 4: whoever is refused hears where to go; a template may not drop that.
_MUST_HOLD = {
    "afgewezen": ("toelichting", "uw_rechten"),
    "deels_toegewezen": ("toelichting", "uw_rechten"),
    "niet_ontvankelijk": ("toelichting", "uw_rechten"),
    "verlenging": ("toelichting", "nieuwe_datum"),
    "vraag": ("toelichting",),
    "identiteitsvraag": ("toelichting",),
    "correctie_doorgegeven": ("toelichting",),
    "toegewezen": ("toelichting",),
}


# Nothing that a template itself could hold.
_MARK = "\ue000{}\ue001"


def check_must_hold(kind: str, template: Template) -> None:
    """Fills the template in for every case. Raises TemplateRefused when a part that the law or the
    writer needs can be missing, or a name is unknown."""
    needed = _MUST_HOLD.get(kind, ())
    missing: set[str] = set()
    for case in _cases(needed):
        body = render(template, case).body
        missing |= {name for name in needed if _MARK.format(name) not in body}
    if missing:
        names = " en ".join(f"{{{{ {name} }}}}" for name in needed if name in missing)
        raise TemplateRefused(f"In deze brief hoort altijd {names} te staan, ook binnen een “if”.")


def _cases(needed: Collection[str]) -> Iterator[dict[str, Any]]:
    """Values for every way that an `if` in a template can go."""
    for is_complaint, stands_still, filled in product((True, False), repeat=3):
        case: dict[str, Any] = {
            name: _MARK.format(name) if filled or name in needed else "" for name in VALUES_NL
        }
        yield case | {"is_klacht": is_complaint, "klok_staat_stil": stands_still}


def save_template(
    session: Session,
    school_id: uuid.UUID,
    kind: str,
    template: Template,
    *,
    actor: str,
    now: datetime,
) -> None:
    """Keeps a template that was rendered before. Raises TemplateRefused."""
    check_must_hold(kind, template)
    own = session.scalar(
        select(LetterTemplate).where(
            LetterTemplate.school_id == school_id, LetterTemplate.kind == kind
        )
    )
    if own is None:
        own = LetterTemplate(school_id=school_id, kind=kind)
        session.add(own)
    own.subject, own.body = template.subject, template.body
    own.updated_at, own.updated_by = now, actor
    session.flush()


def back_to_standard(session: Session, school_id: uuid.UUID, kind: str) -> None:
    session.execute(
        delete(LetterTemplate).where(
            LetterTemplate.school_id == school_id, LetterTemplate.kind == kind
        )
    )
