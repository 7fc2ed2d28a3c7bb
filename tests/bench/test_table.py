"""The table shows figures, ratios and marks, and does not flatter."""

from __future__ import annotations

from bench.table import ROWS, at_least, markdown, value, with_ratios
from bench.test_set import KINDS


def result(top1=90.0, p50=5.0, per_s=280.0):
    share = dict.fromkeys(
        (
            *(
                "top3",
                "topic",
                "answered",
                "answered_right",
                "answered_wrong",
                "asked",
                "passed_on",
            ),
            *("asked_with_right_offer", "wrongly_refused", "out_of_scope_recall", "auroc"),
        ),
        50.0,
    )
    times = {"p50_ms": p50, "p95_ms": 9.0, "p99_ms": 12.0, "per_s": per_s}
    long = {"first_ms": 4.0, "at_100_ms": 4.0, "at_400_ms": 5.0}
    return with_ratios(
        {
            "examples": 100,
            "understanding": {
                "clean": {**share, "top1": top1},
                "misspelt": {**share, "top1": top1 - 3},
                "top1_by_kind": dict.fromkeys(KINDS, 80.0),
                "parse_ms": {"p50": 1.0, "p95": 2.0},
            },
            "serving": {
                "start_s": 10.0,
                "plain": times | long,
                "action": times | {"p50_ms": 8.0} | long,
                "hasty_ms": {"first": 10.0, "second": 13.0},
                "memory_mb": 400.0,
            },
            "training_s": 60.0,
            "model_mb": 10.0,
        }
    )


def line(table: str, title: str) -> list[str]:
    (found,) = [row for row in table.splitlines() if row.startswith(f"| {title} |")]
    return [cell.strip() for cell in found.strip("|").split("|")]


def test_every_row_finds_its_figure():
    assert all(isinstance(value(result(), row.where), float) for row in ROWS)


def test_a_mark_that_is_missed_says_no():
    table = markdown({"ours": result(top1=87.9), "default": result(top1=50)})
    assert line(table, "right answer first")[-2:] == ["≥ 88", "**no**"]
    assert line(table, "REST, 8 clients")[-1] == "**no**"


def test_marks_compare_the_first_column_with_the_last():
    columns = {"ours": result(p50=4.0), "capped": result(p50=90.0), "default": result(p50=20.0)}
    assert line(markdown(columns), "REST, 1 client, p50")[1:] == [
        *("4.00 ms", "90.0 ms", "20.0 ms"),
        *("0.20", "≤ 1/5 of default", "yes"),
    ]


def test_ratios_of_two_figures_are_worked_out():
    figures = result()
    assert value(figures, "understanding.lost_by_errors") == 3
    assert value(figures, "serving.plain.growth") == 1.25
    assert value(figures, "serving.action_to_plain") == 1.6
    # 13 ms, of which such a message takes 8 by itself: it waited half of the first one's 10.
    assert value(figures, "serving.hasty_wait") == 0.5


def test_at_least_means_at_least():
    _, holds = at_least(88)
    assert holds(88, 0) and not holds(87.9, 0)
