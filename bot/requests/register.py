"""The register: one row for each request, without names (AVG artikel 5 lid 2, artikel 30)."""

from __future__ import annotations

import csv
import io

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from bot.requests.closing import closed_on
from bot.requests.kinds import KINDS
from bot.requests.models import Request
from bot.schools.models import School

COLUMNS = (
    "kenmerk",
    "soort",
    "artikel",
    "school",
    "ontvangen_op",
    "uiterlijk",
    "verlengd_op",
    "te_laat_op",
    "status",
    "uitkomst",
    "afgehandeld_op",
)


def register_rows(session: Session, scope: ColumnElement[bool]) -> list[dict[str, object]]:
    """Rows with COLUMNS as keys, oldest first; dates in ISO form."""
    query = (
        select(Request, School.name)
        .outerjoin(School, School.id == Request.school_id)
        .where(scope)
        .order_by(Request.received_at, Request.id)
    )
    return [_row(request, school or "") for request, school in session.execute(query)]


def as_csv_text(rows: list[dict[str, object]]) -> str:
    """With semicolons, as Dutch spreadsheets expect; a cell never begins a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_harmless(row[column]) for column in COLUMNS])
    return out.getvalue()


def _row(request: Request, school: str) -> dict[str, object]:
    days = {
        "ontvangen_op": request.received_on,
        "uiterlijk": request.due_on,
        "verlengd_op": request.extended_on,
        "te_laat_op": request.late_on,
        "afgehandeld_op": closed_on(request),
    }
    texts = {
        "kenmerk": request.reference,
        "soort": request.kind,
        "artikel": KINDS[request.kind].article,
        "school": school,
        "status": request.state,
        "uitkomst": request.outcome or "",
    }
    values = texts | {key: day.isoformat() if day else "" for key, day in days.items()}
    return {column: values[column] for column in COLUMNS}


def _harmless(value: object) -> str:
    text = str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
