"""Figures: open by deadline, time to answer, requests by kind; and the year report for the board."""

from __future__ import annotations

from sqlalchemy import ColumnElement
from starlette.responses import Response

from bot.dutch import MONTHS
from bot.parsing.numbers import whole_number
from bot.people.roles import READ_REPORTS
from bot.people.viewer import Scope
from bot.report.charts import bars, month_columns, number_nl
from bot.report.figures import open_by_deadline, year_figures, years_with_requests
from bot.report.year_report import summary_nl, year_report_pdf
from bot.requests.models import Request
from bot.schools.models import School
from bot.web.visit import Visit
from bot.web.words import KINDS_NL


def show(visit: Visit) -> Response:
    scope = _scope(visit)
    year = _year(visit)
    by_deadline = open_by_deadline(visit.session, scope, visit.today)
    figures = year_figures(visit.session, scope, year)
    by_kind = {KINDS_NL[kind]: one.received for kind, one in figures.kinds.items()}
    return visit.render(
        "report.html",
        year=year,
        years=years_with_requests(visit.session, scope, visit.today),
        figures=figures,
        by_deadline=by_deadline,
        summary=summary_nl(figures),
        deadline_chart=bars("Open verzoeken naar laatste dag", by_deadline, warn=["te laat"]),
        month_chart=month_columns(f"Dagen tot een antwoord in {year}", figures.months),
        kind_chart=bars(f"Ontvangen in {year} per soort", by_kind),
        number_nl=number_nl,
        months=MONTHS,
    )


def pdf(visit: Visit) -> Response:
    year = _year(visit)
    report = year_report_pdf(
        year_figures(visit.session, _scope(visit), year), name=_name(visit), today=visit.today
    )
    headers = {"Content-Disposition": f"attachment; filename=jaarverslag-privacy-{year}.pdf"}
    return Response(report, media_type="application/pdf", headers=headers)


def _year(visit: Visit) -> int:
    year = whole_number(visit.query("jaar")) or visit.today.year
    return min(max(2018, year), visit.today.year)


def _scope(visit: Visit) -> ColumnElement[bool]:
    return visit.viewer.scope(READ_REPORTS).filter(Request.school_id)


def _name(visit: Visit) -> str:
    scope: Scope = visit.viewer.scope(READ_REPORTS)
    if scope.everywhere:
        return "Alle scholen van het bestuur"
    names = [visit.session.get_one(School, school_id).name for school_id in scope.schools]
    return ", ".join(sorted(names))
