"""The year report for the board as PDF (AVG artikel 5 lid 2: being able to show it)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import typst

from bot.dutch import MONTHS, date_nl
from bot.report.charts import month_columns, number_nl
from bot.report.figures import Year
from bot.requests.workflow import OUTCOMES
from bot.web.words import KINDS_NL, OUTCOMES_NL

_SOURCE = Path(__file__).parent / "year_report.typ"
_CHART = "Dagen tot een antwoord"
_INTRO = (
    "Ouders en leerlingen kunnen de school vragen wat zij over hen bewaart, en dat laten "
    "verbeteren of verwijderen. De school moet op tijd antwoorden en kunnen laten zien dat zij dat "
    "doet (AVG artikel 5 lid 2 en artikel 12). Dit verslag telt. Het noemt niemand.",
)
_METHOD = (
    "Ontvangen telt op de dag van ontvangst, antwoorden op de dag van afhandeling.",
    "Op tijd is uiterlijk op de laatste dag die gold: één maand, drie maanden na verlenging, "
    "later als de termijn stilstond om te weten wie het vroeg. Bij klachten geldt de "
    "klachtenregeling.",
    "Verzoeken waarvan de gegevens na de bewaartermijn zijn verwijderd, tellen mee zolang ze "
    "alleen anoniem zijn gemaakt.",
)


def year_report_pdf(figures: Year, *, name: str, today: date) -> bytes:
    """The bytes of a PDF/UA-1 file; `name` is the school's or the board's."""
    data = {
        "title": f"Jaarverslag privacyverzoeken {figures.year}",
        "name": name,
        "intro": [*_INTRO, f"Stand van {date_nl(today)}."],
        "summary": summary_nl(figures),
        "kinds": _kinds(figures),
        "outcomes": _outcomes(figures),
        "months": _months(figures),
        "chart": month_columns(_CHART, figures.months),
        "chart_alt": f"Staafdiagram: {_CHART.lower()} per maand. De cijfers staan in de tabel.",
        "method": list(_METHOD),
    }
    return typst.compile(
        str(_SOURCE), sys_inputs={"report": json.dumps(data)}, pdf_standards="ua-1"
    )


def summary_nl(figures: Year) -> list[str]:
    """The year in sentences."""
    complaints = figures.kinds["klacht"].received
    lines = [
        f"Ontvangen: {figures.received}, waarvan {_count(complaints, 'klacht', 'klachten')}.",
        f"Afgehandeld: {figures.closed}. Aan het eind van het jaar nog open: "
        f"{figures.open_at_end}.",
        f"Verlengd met twee maanden: {figures.extended}. Termijn stilgestaan: {figures.paused}.",
    ]
    if figures.in_time_percent is None:
        return [*lines, "Er is in dit jaar niets afgehandeld."]
    late = _count(figures.late, "antwoord kwam", "antwoorden kwamen")
    return [*lines, f"Op tijd: {figures.in_time_percent} %. {late} te laat."]


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _kinds(figures: Year) -> dict[str, Any]:
    rows = [
        [KINDS_NL[kind], str(one.received), str(one.closed), str(one.extended), str(one.late)]
        for kind, one in figures.kinds.items()
    ]
    totals = (figures.received, figures.closed, figures.extended, figures.late)
    return {
        "head": ["Soort", "Ontvangen", "Afgehandeld", "Verlengd", "Te laat"],
        "rows": [*rows, ["Alles", *(str(total) for total in totals)]],
    }


def _outcomes(figures: Year) -> dict[str, Any]:
    rows = [
        [KINDS_NL[kind], *(str(one.outcomes[outcome]) for outcome in OUTCOMES)]
        for kind, one in figures.kinds.items()
    ]
    return {"head": ["Soort", *(OUTCOMES_NL[outcome] for outcome in OUTCOMES)], "rows": rows}


def _months(figures: Year) -> dict[str, Any]:
    rows = [
        [
            MONTHS[month.month - 1],
            str(month.closed),
            number_nl(month.median_days) if month.median_days is not None else "–",
            str(month.longest_days) if month.longest_days is not None else "–",
        ]
        for month in figures.months
    ]
    return {"head": ["Maand", "Afgehandeld", "Middelste aantal dagen", "Langste"], "rows": rows}
