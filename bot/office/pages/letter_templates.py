"""A school's letters: the texts, with a preview on real data before they are kept."""

from __future__ import annotations

from sqlalchemy import select
from starlette.responses import Response

from bot.audit.office_log import log_office
from bot.audit.reading_log import REQUEST
from bot.handling.example import example_request
from bot.letters.kinds import LETTERS
from bot.letters.own_templates import back_to_standard, check_must_hold, save_template
from bot.letters.render import LetterText, TemplateRefused, render
from bot.letters.templates import Template, standard_template, template_for
from bot.letters.values import VALUES_NL, letter_values
from bot.office.reading import has_read
from bot.people.roles import READ_REQUESTS
from bot.requests.models import Request
from bot.schools.models import School
from bot.web.visit import NotFound, Visit, see_other

_NOTE = "Hier komt wat u bij het versturen zelf schrijft."


def all_letters(visit: Visit) -> Response:
    school: School = visit.subject
    rows = [(kind, template_for(visit.session, school.id, kind.key)) for kind in LETTERS.values()]
    return visit.render("letters.html", school=school, rows=rows)


def edit(visit: Visit) -> Response:
    kind = visit.path("letter")
    if kind not in LETTERS:
        raise NotFound
    school: School = visit.subject
    if not visit.posted:
        return _page(visit, kind, template_for(visit.session, school.id, kind))
    if visit.text("fase") == "standaard":
        back_to_standard(visit.session, school.id, kind)
        _log(visit, "brief_standaard", kind)
        return see_other(f"/kantoor/school/{school.slug}/brieven/{kind}")
    template = Template(visit.text("onderwerp", longest=300).strip(), visit.text("tekst").strip())
    try:
        preview = _preview(visit, kind, template)
        if visit.text("fase") == "bewaren":
            save_template(
                visit.session, school.id, kind, template, actor=visit.viewer.actor, now=visit.now
            )
    except TemplateRefused as error:
        return _page(visit, kind, template, error=str(error))
    if visit.text("fase") != "bewaren":
        return _page(visit, kind, template, preview=preview)
    _log(visit, "brief_gewijzigd", kind)
    return see_other(f"/kantoor/school/{school.slug}/brieven")


def _preview(visit: Visit, kind: str, template: Template) -> LetterText:
    """On the newest real request for who may see one, else on a made-up one."""
    check_must_hold(kind, template)
    school: School = visit.subject
    request = _newest(visit) or example_request(school, visit.now, visit.today)
    values = letter_values(
        request,
        school,
        today=visit.today,
        status_address=f"{visit.settings.public_url}/status",
        note=_NOTE if LETTERS[kind].note_nl else "",
        attachments=["dossier.pdf"],
    )
    return render(template, values)


def _newest(visit: Visit) -> Request | None:
    school: School = visit.subject
    if not visit.viewer.may(READ_REQUESTS, school.id):
        return None
    query = select(Request).where(Request.school_id == school.id, Request.anonymised_on.is_(None))
    request = visit.session.scalar(query.order_by(Request.received_at.desc()).limit(1))
    if request is not None:
        has_read(visit, request, REQUEST)
    return request


def _page(
    visit: Visit,
    kind: str,
    template: Template,
    *,
    error: str = "",
    preview: LetterText | None = None,
) -> Response:
    return visit.render(
        "letter_template.html",
        status=422 if error else 200,
        error=error,
        school=visit.subject,
        kind=LETTERS[kind],
        template=template,
        preview=preview,
        values=VALUES_NL,
        is_standard=template == standard_template(kind),
    )


def _log(visit: Visit, what: str, kind: str) -> None:
    log_office(
        visit.session,
        actor=visit.viewer.actor,
        kind=what,
        at=visit.now,
        school_id=visit.subject.id,
        data={"letter": kind},
    )
