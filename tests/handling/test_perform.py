"""A move changes state, clock, letter and mail together, or nothing at all."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.handling.perform import MoveRefused, draft, perform
from bot.letters.models import Letter
from bot.letters.render import LetterText
from bot.outbox.models import OutboxMessage
from bot.requests.attachments import add_attachment
from bot.requests.models import Request, RequestEvent
from tests.support.office import TODAY, do, doing, file_at, make_school
from tests.support.requests import NOW


@pytest.fixture
def request_(session: Session) -> Request:
    return file_at(session, make_school(session))


def kinds(session: Session, request: Request) -> list[str]:
    query = select(RequestEvent.kind).where(RequestEvent.request_id == request.id)
    return list(session.scalars(query.order_by(RequestEvent.sequence)))


def outbox(session: Session) -> list[OutboxMessage]:
    return list(session.scalars(select(OutboxMessage).order_by(OutboxMessage.position)))


def test_a_refusal_closes_sends_and_queues_in_one_go(session, request_) -> None:
    do(session, request_, "beginnen")
    letter = do(session, request_, "afwijzen", note="De toets is van een ander kind.")
    assert (request_.state, request_.outcome) == ("afgehandeld", "afgewezen")
    assert request_.closed_at is not None
    assert "De toets is van een ander kind." in letter.body
    assert "Autoriteit Persoonsgegevens" in letter.body
    assert "UAVG artikel 35" in letter.body
    assert letter.pdf.startswith(b"%PDF")
    assert [m.payload for m in outbox(session)] == [{"letter_id": str(letter.id)}]
    assert kinds(session, request_)[-2:] == ["status_gewijzigd", "brief_verstuurd"]


def test_a_board_that_is_a_public_body_points_to_objection(session) -> None:
    request = file_at(session, make_school(session, is_public_body=True))
    do(session, request, "beginnen")
    letter = do(session, request, "afwijzen")
    assert "bezwaar bij ons bestuur (UAVG artikel 34" in letter.body
    assert "rechtbank" not in letter.body


def test_a_complaint_points_to_the_committee(session) -> None:
    request = file_at(session, make_school(session), kind="klacht")
    do(session, request, "beginnen")
    letter = do(session, request, "afwijzen")
    assert "klachtencommissie" in letter.body
    assert "UAVG artikel 35" not in letter.body


def test_a_letter_without_its_reasons_is_refused(session, request_) -> None:
    do(session, request_, "beginnen")
    with pytest.raises(MoveRefused, match="Waarom niet"):
        draft(session, request_, doing(request_, "afwijzen"), "  ")


def test_a_move_with_a_letter_needs_its_preview(session, request_) -> None:
    with pytest.raises(MoveRefused, match="voorbeeld"):
        perform(session, request_, doing(request_, "vraag_stellen"))
    assert request_.state == "ontvangen"
    assert outbox(session) == []


def test_a_colleague_who_was_first_is_noticed(session, request_) -> None:
    old = doing(request_, "beginnen")
    do(session, request_, "bevestigen")
    with pytest.raises(MoveRefused, match="intussen veranderd"):
        perform(session, request_, old)


def test_a_move_that_is_not_possible_says_what_is(session, request_) -> None:
    with pytest.raises(MoveRefused, match="In behandeling nemen"):
        do(session, request_, "toewijzen")


def test_asking_for_identity_at_once_stops_the_clock_until_it_is_clear(session, request_) -> None:
    letter = do(session, request_, "identiteit_vragen", day=date(2026, 11, 25))
    assert "staat de termijn stil" in letter.body
    assert request_.pauses == [["2026-11-25", None]]
    do(session, request_, "identiteit_duidelijk", day=date(2026, 12, 5))
    assert request_.pauses == [["2026-11-25", "2026-12-05"]]
    assert request_.due_on == date(2027, 1, 4)
    assert kinds(session, request_)[-2:] == ["klok_loopt_weer", "status_gewijzigd"]


def test_asking_for_identity_late_leaves_the_clock_running_and_says_so(session, request_) -> None:
    letter = do(session, request_, "identiteit_vragen", day=date(2026, 12, 10))
    assert "De termijn loopt gewoon door" in letter.body
    assert request_.pauses == []
    do(session, request_, "identiteit_duidelijk", day=date(2026, 12, 15))
    assert request_.due_on == date(2026, 12, 23)


def test_an_extension_moves_the_last_day_and_sends_the_reason(session, request_) -> None:
    letter = do(session, request_, "verlengen", note="Het zijn 900 bladzijden.", why="omvang")
    assert request_.due_on == date(2027, 2, 23)
    assert request_.extended_on == TODAY
    assert "Het zijn 900 bladzijden." in letter.body
    assert "dinsdag 23 februari 2027" in letter.body
    with pytest.raises(MoveRefused):
        do(session, request_, "verlengen")


def test_an_extension_after_the_first_month_is_refused(session, request_) -> None:
    with pytest.raises(MoveRefused):
        do(session, request_, "verlengen", day=date(2026, 12, 24))
    assert request_.due_on == date(2026, 12, 23)


def test_reopening_takes_the_outcome_and_the_closing_away(session, request_) -> None:
    do(session, request_, "beginnen")
    do(session, request_, "toewijzen")
    do(session, request_, "heropenen")
    assert (request_.state, request_.outcome, request_.closed_at) == ("in_behandeling", None, None)


def test_attachments_go_with_the_letter_and_are_named_in_it(session, request_) -> None:
    file = add_attachment(
        session,
        request_,
        name="dossier.pdf",
        content=b"%PDF-1.7 x",
        from_requester=False,
        actor="a-colleague",
        at=NOW,
    )
    do(session, request_, "beginnen")
    letter = do(session, request_, "toewijzen", attachment_ids=(file.id,))
    assert letter.attachment_ids == [str(file.id)]
    assert "dossier.pdf" in letter.body


def test_a_file_of_another_request_cannot_be_sent(session, request_) -> None:
    other = file_at(session, make_school(session, slug="anders", name="De Ster"), kind="bezwaar")
    file = add_attachment(
        session,
        other,
        name="geheim.txt",
        content=b"geheim",
        from_requester=True,
        actor="aanvrager",
        at=NOW,
    )
    do(session, request_, "beginnen")
    with pytest.raises(MoveRefused, match="hoort niet bij dit verzoek"):
        do(session, request_, "toewijzen", attachment_ids=(file.id,))


def test_a_request_without_a_school_cannot_get_a_letter(session, request_) -> None:
    request_.school_id = None
    with pytest.raises(MoveRefused, match="welke school"):
        do(session, request_, "bevestigen")


def test_the_text_that_was_confirmed_is_the_text_that_is_sent(session, request_) -> None:
    step = doing(request_, "bevestigen")
    letter = perform(session, request_, step, LetterText("Onderwerp", "Zelf verbeterd."))
    assert session.get(Letter, letter.id).body == "Zelf verbeterd."


ALL_KINDS = (
    "inzage", "correctie", "zienswijze", "verwijderen",
    "bezwaar", "toestemming_intrekken", "camerabeelden", "klacht",
)  # fmt: skip


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_kind_is_worked_from_receipt_to_its_last_letter(session, kind) -> None:
    request = file_at(session, make_school(session), kind=kind)
    for move in ("bevestigen", "identiteit_vragen", "identiteit_duidelijk", "vraag_stellen"):
        do(session, request, move)
    for move in ("antwoord_gekregen", "deels_toewijzen"):
        do(session, request, move)
    assert request.outcome == "deels_toegewezen"
    assert len(outbox(session)) == 4
    assert [m.position for m in outbox(session)] == [1, 2, 3, 4]
