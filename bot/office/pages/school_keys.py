"""A school's connections with its own systems: keys for the interface, addresses to tell."""

from __future__ import annotations

from starlette.responses import Response

from bot.api.keys import keys_of, new_key, revoke
from bot.api.models import ApiKey
from bot.audit.office_log import log_office
from bot.outbox.models import WebhookTarget
from bot.outbox.targets import TargetRefused, add_target, targets_of
from bot.schools.models import School
from bot.web.visit import NotFound, Visit, see_other


def show(visit: Visit) -> Response:
    if not visit.posted:
        return _page(visit)
    choice = visit.text("keuze")
    school: School = visit.subject
    if choice == "sleutel":
        key = new_key(
            visit.session,
            school.id,
            name=visit.text("naam"),
            may_write=visit.text("schrijven") == "ja",
            now=visit.now,
        )
        _log(visit, "sleutel_gemaakt")
        return _page(visit, secret=key, secret_for="sleutel")
    if choice == "adres":
        try:
            secret = add_target(
                visit.session, school.id, visit.text("adres"), visit.now, visit.settings
            )
        except TargetRefused as error:
            return _page(visit, error=str(error))
        _log(visit, "webhook_gemaakt")
        return _page(visit, secret=secret, secret_for="geheim voor de handtekening")
    _remove(visit, choice)
    return see_other(f"/kantoor/school/{school.slug}/koppelingen")


def _remove(visit: Visit, choice: str) -> None:
    identifier = visit.identifier(visit.text("id"))
    if choice == "sleutel_weg":
        key = visit.session.get(ApiKey, identifier)
        if key is None or key.school_id != visit.subject.id:
            raise NotFound
        revoke(key, visit.now)
    elif choice == "adres_weg":
        target = visit.session.get(WebhookTarget, identifier)
        if target is None or target.school_id != visit.subject.id:
            raise NotFound
        target.active = False
    else:
        raise NotFound
    _log(visit, f"{choice}gehaald")


def _page(visit: Visit, *, error: str = "", secret: str = "", secret_for: str = "") -> Response:
    school: School = visit.subject
    return visit.render(
        "connections.html",
        status=422 if error else 200,
        error=error,
        school=school,
        keys=keys_of(visit.session, school.id),
        targets=targets_of(visit.session, school.id),
        secret=secret,
        secret_for=secret_for,
    )


def _log(visit: Visit, kind: str) -> None:
    log_office(
        visit.session,
        actor=visit.viewer.actor,
        kind=kind,
        at=visit.now,
        school_id=visit.subject.id,
    )
