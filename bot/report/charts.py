"""Charts as SVG: every bar has its value in words beside it, so colour says nothing by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from bot.dutch import MONTHS
from bot.report.figures import MonthFigures

_WIDTH, _ROW, _LABEL, _VALUE = 640, 30, 190, 60
_INK, _BAR, _LATE = "#1b1b1b", "#0b4f8a", "#a3151b"
_SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_FONT = "font-family='Libertinus Serif, system-ui, sans-serif' font-size='14'"


def bars(title: str, values: Mapping[str, int], *, warn: Sequence[str] = ()) -> str:
    """Horizontal bars; those named in `warn` are red and have an outline as well."""
    most = max([*values.values(), 1])
    space = _WIDTH - _LABEL - _VALUE
    rows = []
    for number, (label, value) in enumerate(values.items()):
        y = number * _ROW
        style = f"fill='{_LATE}' stroke='{_INK}'" if label in warn else f"fill='{_BAR}'"
        width = round(space * value / most)
        rows.append(
            f"<text x='{_LABEL - 10}' y='{y + 20}' text-anchor='end'>{escape(label)}</text>"
            f"<rect x='{_LABEL}' y='{y + 5}' width='{width}' height='20' {style}/>"
            f"<text x='{_LABEL + width + 8}' y='{y + 20}'>{value}</text>"
        )
    said = ", ".join(f"{label}: {value}" for label, value in values.items())
    return _svg(title, said, max(1, len(values)) * _ROW, rows)


def month_columns(title: str, months: Sequence[MonthFigures]) -> str:
    """The median number of days to an answer, a column for each month."""
    height, floor, step = 220, 180, _WIDTH / 12
    most = max([month.median_days or 0 for month in months] + [1])
    rows = [f"<line x1='0' y1='{floor}' x2='{_WIDTH}' y2='{floor}' stroke='{_INK}'/>"]
    for number, month in enumerate(months):
        middle = round(step * (number + 0.5))
        name = _SHORT[month.month - 1]
        rows.append(f"<text x='{middle}' y='{floor + 20}' text-anchor='middle'>{name}</text>")
        if month.median_days is None:
            continue
        tall = round((floor - 30) * month.median_days / most)
        rows.append(
            f"<rect x='{middle - 16}' y='{floor - tall}' width='32' height='{tall}' fill='{_BAR}'/>"
            f"<text x='{middle}' y='{floor - tall - 6}' text-anchor='middle'>"
            f"{number_nl(month.median_days)}</text>"
        )
    said = ", ".join(
        f"{MONTHS[month.month - 1]}: {number_nl(month.median_days)} dagen"
        for month in months
        if month.median_days is not None
    )
    return _svg(title, said or "nog niets afgehandeld", height, rows)


def number_nl(value: float) -> str:
    """`12` or `12,5`."""
    return f"{value:g}".replace(".", ",")


def _svg(title: str, description: str, height: int, rows: Sequence[str]) -> str:
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {_WIDTH} {height}' role='img' "
        f"aria-label='{escape(title, quote=True)}' {_FONT} fill='{_INK}'>"
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>{''.join(rows)}</svg>"
    )
