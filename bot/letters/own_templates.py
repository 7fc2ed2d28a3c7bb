"""A school's own text for a letter: checked before it is kept."""

from __future__ import annotations

import uuid
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.letters.models import LetterTemplate
from bot.letters.render import TemplateRefused
from bot.letters.templates import Template

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


def check_must_hold(kind: str, template: Template) -> None:
    """Raises TemplateRefused when a part that the law or the writer needs is missing."""
    missing = [name for name in _MUST_HOLD.get(kind, ()) if name not in template.body]
    if missing:
        names = " en ".join(f"{{{{ {name} }}}}" for name in missing)
        raise TemplateRefused(f"In deze brief hoort {names} te staan.")


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
