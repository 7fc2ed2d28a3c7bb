"""Figures of a year, counted by hand beside them; nobody's name is in any of it."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import true

from bot.report.charts import bars, month_columns
from bot.report.figures import open_by_deadline, year_figures, years_with_requests
from bot.report.year_report import summary_nl, year_report_pdf
from bot.requests.models import Request
from bot.requests.references import new_reference

TODAY = date(2027, 6, 15)


def add(session, **changed) -> Request:
    received = changed.get("received_on", date(2027, 3, 1))
    moment = datetime(received.year, received.month, received.day, 9, tzinfo=UTC)
    values = {
        "reference": new_reference(),
        "filing_key": uuid.uuid4().hex,
        "kind": "inzage",
        "state": "ontvangen",
        "received_at": moment,
        "received_on": received,
        "due_on": date(2027, 4, 1),
        "due_steps": [],
        "relation": "verzorger",
        "standing": "allowed",
        "child_name": "Sanne Geheim",
        "school": "De Regenboog",
        "requester_name": "Mo Geheim",
        "requester_email": "mo@geheim.nl",
        "details": {},
        "created_at": moment,
        "updated_at": moment,
    }
    request = Request(**(values | changed))
    session.add(request)
    session.flush()
    return request


def closed(session, day: datetime, outcome: str = "toegewezen", **changed) -> Request:
    return add(session, state="afgehandeld", outcome=outcome, closed_at=day, **changed)


@pytest.mark.parametrize(
    ("due_on", "bucket"),
    [
        (date(2027, 6, 14), "te laat"),
        (date(2027, 6, 15), "vandaag of morgen"),
        (date(2027, 6, 17), "2 tot 7 dagen"),
        (date(2027, 6, 22), "2 tot 7 dagen"),
        (date(2027, 6, 23), "8 tot 14 dagen"),
        (date(2027, 7, 15), "15 tot 30 dagen"),
        (date(2027, 9, 1), "later"),
    ],
)
def test_open_requests_fall_in_the_bucket_of_their_last_day(session, due_on, bucket) -> None:
    add(session, due_on=due_on)
    counts = open_by_deadline(session, true(), TODAY)
    assert {title for title, count in counts.items() if count} == {bucket}


def test_a_clock_that_stands_still_has_a_bucket_of_its_own(session) -> None:
    add(session, pauses=[["2027-03-02", None]])
    add(session, pauses=[["2027-03-02", "2027-03-05"]])
    closed(session, datetime(2027, 4, 1, 9, tzinfo=UTC))
    counts = open_by_deadline(session, true(), TODAY)
    assert (counts["termijn staat stil"], counts["te laat"], sum(counts.values())) == (1, 1, 2)


def test_a_year_is_counted(session) -> None:
    closed(session, datetime(2027, 3, 11, 9, tzinfo=UTC))
    closed(session, datetime(2027, 3, 21, 9, tzinfo=UTC), "afgewezen", extended_on=date(2027, 3, 2))
    closed(session, datetime(2027, 4, 2, 9, tzinfo=UTC), kind="klacht")
    add(session, pauses=[["2027-03-02", "2027-03-05"]])
    figures = year_figures(session, true(), 2027)
    assert (figures.received, figures.closed, figures.late) == (4, 3, 1)
    assert (figures.extended, figures.paused, figures.open_at_end) == (1, 1, 1)
    assert figures.in_time_percent == 67
    march, april = figures.months[2], figures.months[3]
    assert (march.closed, march.median_days, march.longest_days) == (2, 15, 20)
    assert (april.closed, april.median_days) == (1, 32)
    assert figures.kinds["inzage"].outcomes["afgewezen"] == 1
    assert figures.kinds["klacht"].late == 1


def test_new_years_eve_is_counted_by_the_schools_clock(session) -> None:
    # 23.30 UTC on 31 December is half past midnight in Amsterdam.
    closed(session, datetime(2027, 12, 31, 23, 30, tzinfo=UTC), due_on=date(2028, 2, 1))
    assert year_figures(session, true(), 2027).closed == 0
    assert year_figures(session, true(), 2027).open_at_end == 1
    assert year_figures(session, true(), 2028).closed == 1


def test_29_february_counts_as_a_day(session) -> None:
    moment = datetime(2028, 2, 29, 9, tzinfo=UTC)
    closed(session, moment, received_on=date(2028, 2, 28), due_on=date(2028, 3, 28))
    assert year_figures(session, true(), 2028).months[1].longest_days == 1


def test_an_empty_year_has_no_percentages(session) -> None:
    figures = year_figures(session, true(), 2027)
    assert figures.in_time_percent is None
    assert "niets afgehandeld" in summary_nl(figures)[-1]
    assert years_with_requests(session, true(), TODAY) == [2027]


def test_anonymous_requests_keep_counting(session) -> None:
    closed(session, datetime(2027, 3, 11, 9, tzinfo=UTC), anonymised_on=date(2029, 3, 11))
    assert year_figures(session, true(), 2027).closed == 1


def test_the_report_is_a_tagged_pdf_without_names(session) -> None:
    closed(session, datetime(2027, 3, 11, 9, tzinfo=UTC))
    figures = year_figures(session, true(), 2027)
    report = year_report_pdf(figures, name="Bestuur Kleurrijk", today=TODAY)
    assert report.startswith(b"%PDF")
    assert b"StructTreeRoot" in report
    assert b"Geheim" not in report


def test_a_report_of_an_empty_year_can_be_made(session) -> None:
    figures = year_figures(session, true(), 2026)
    assert year_report_pdf(figures, name="Bestuur", today=TODAY).startswith(b"%PDF")


def test_charts_say_in_words_what_they_show(session) -> None:
    chart = bars("Titel & meer", {"te laat": 3, "<b>": 0}, warn=["te laat"])
    assert "<title>Titel &amp; meer</title>" in chart
    assert "te laat: 3" in chart
    assert "<b>" not in chart
    empty = month_columns("Dagen", year_figures(session, true(), 2026).months)
    assert "nog niets afgehandeld" in empty
