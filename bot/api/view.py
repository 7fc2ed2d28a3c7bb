"""A stored request in the shapes of this interface."""

from __future__ import annotations

from typing import Any

from bot.api.shapes import Answer, Child, FullRequest, Requester, RequestSummary
from bot.api.steps import can_become
from bot.requests.asked import asked_of
from bot.requests.clock_change import clock_of
from bot.requests.closing import closed_on
from bot.requests.deadline_text import explain
from bot.requests.models import Request


def summary_of(request: Request) -> RequestSummary:
    return RequestSummary.model_validate(_summary(request))


def full_of(request: Request) -> FullRequest:
    personal = {
        "deadline_explained": explain(clock_of(request).deadline),
        "requester": Requester(
            name=request.requester_name,
            relation=request.relation,
            email=request.requester_email,
            phone=request.requester_phone,
        ),
        "child": Child(
            name=request.child_name, birth_date=request.child_birth_date, group=request.group
        ),
        "asked": [
            Answer(key=one.key, label=one.label_nl, answer=one.answer) for one in asked_of(request)
        ],
    }
    return FullRequest.model_validate(_summary(request) | personal)


def _summary(request: Request) -> dict[str, Any]:
    return {
        "request_id": request.id,
        "reference": request.reference,
        "kind": request.kind,
        "state": request.state,
        "outcome": request.outcome,
        "received_on": request.received_on,
        "due_on": request.due_on,
        "stands_still": clock_of(request).stands_still,
        "extended_on": request.extended_on,
        "late_on": request.late_on,
        "closed_on": closed_on(request),
        "updated_at": request.updated_at,
        "version": request.version,
        "can_become": can_become(request.state),
    }
