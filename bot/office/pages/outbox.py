"""What could not be delivered, with a button to send it again."""

from __future__ import annotations

from starlette.responses import Response

from bot.audit.office_log import log_office
from bot.outbox.dead_letters import drop, list_failed, resend
from bot.outbox.models import OutboxMessage
from bot.outbox.states import FAILED
from bot.outbox.summary import count_waiting
from bot.people.roles import WORK_REQUESTS
from bot.requests.models import Request
from bot.web.visit import NotFound, Visit, see_other

CHANNELS_NL = {"mail": "E-mail", "webhook": "Koppeling", "amqp": "Berichtenbus"}


def show(visit: Visit) -> Response:
    scope = visit.viewer.scope(WORK_REQUESTS)
    schools = None if scope.everywhere else scope.schools
    failed = list_failed(visit.session, schools)
    references = {
        message.id: _reference(visit, message) for message in failed if message.request_id
    }
    return visit.render(
        "outbox.html",
        failed=failed,
        references=references,
        waiting=count_waiting(visit.session, schools),
        channels=CHANNELS_NL,
    )


def act(visit: Visit) -> Response:
    message = visit.session.get(OutboxMessage, visit.identifier(visit.path("message")))
    if message is None or not visit.viewer.may(WORK_REQUESTS, message.school_id):
        raise NotFound
    if visit.text("keuze") not in ("opnieuw", "stoppen"):
        raise NotFound
    if message.state == FAILED:
        again = visit.text("keuze") == "opnieuw"
        if again:
            resend(visit.session, message, visit.now)
        else:
            drop(visit.session, message)
        log_office(
            visit.session,
            actor=visit.viewer.actor,
            kind="opnieuw_verzonden" if again else "verzending_gestopt",
            at=visit.now,
            school_id=message.school_id,
            data={"message_id": str(message.id)},
        )
    return see_other("/kantoor/verzending")


def _reference(visit: Visit, message: OutboxMessage) -> str:
    request = visit.session.get(Request, message.request_id)
    return request.reference if request else ""
