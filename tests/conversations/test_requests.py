"""Requests and complaints, from the first message to the row in the queue."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Engine, select

from bot.db.session import session_scope
from bot.requests.kinds import KINDS
from bot.requests.models import RequestEvent
from tests.conversations.parent import ANSWERS, filed_by, fill_until
from tests.conversations.processes import Talk

SENTENCES = {
    "inzage": "ik wil inzage in het dossier van mijn dochter aanvragen",
    "correctie": "ik wil een correctieverzoek indienen",
    "zienswijze": "ik wil mijn zienswijze indienen",
    "verwijderen": "ik wil een verwijderverzoek indienen",
    "bezwaar": "ik wil een bezwaar indienen tegen het gebruik van gegevens",
    "toestemming_intrekken": "ik trek mijn toestemming voor foto's in",
    "camerabeelden": "ik wil camerabeelden aanvragen",
    "klacht": "ik wil een klacht indienen",
}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_is_filed_from_a_sentence_to_the_queue(
    kind: str, talk: Talk, queue: Engine
) -> None:
    assert fill_until(talk, SENTENCES[kind], "confirm").field == "confirm"
    assert filed_by(queue, talk) == []
    reply = talk.say("ja")
    (request,) = filed_by(queue, talk)
    assert request.kind == kind
    assert request.reference == reply.reference
    assert request.reference in reply.text
    assert request.requester_email == "mark@voorbeeld.nl"
    assert request.due_on > request.received_on


def test_a_filed_request_has_its_first_event(talk: Talk, queue: Engine) -> None:
    fill_until(talk, "/verzoek_inzage", "confirm")
    talk.say("ja")
    (request,) = filed_by(queue, talk)
    with session_scope(queue, read_only=True) as session:
        kinds = session.scalars(
            select(RequestEvent.kind).where(RequestEvent.request_id == request.id)
        ).all()
    assert kinds == ["ontvangen"]


def test_without_a_kind_the_bot_asks_which(talk: Talk) -> None:
    reply = talk.say("ik wil een formeel verzoek doen")
    assert reply.field == "kind" and "Het dossier inzien" in reply.titles
    assert talk.say("inzage").field == "relation"


def test_yes_twice_files_once(talk: Talk, queue: Engine) -> None:
    fill_until(talk, "/verzoek_inzage", "confirm")
    talk.say("ja")
    talk.say("ja")
    assert len(filed_by(queue, talk)) == 1


def test_stopping_files_nothing_and_forgets(talk: Talk, queue: Engine) -> None:
    fill_until(talk, "/klacht_indienen", "details")
    assert "Wilt u stoppen" in talk.say("stop").text
    assert "gestopt" in talk.say("ja").text
    assert filed_by(queue, talk) == []
    assert fill_until(talk, "/klacht_indienen", "child_name").field == "child_name"


def test_no_to_stopping_goes_on_where_it_was(talk: Talk) -> None:
    fill_until(talk, "/klacht_indienen", "details")
    assert talk.say("stop", "nee").field == "details"


def test_a_side_question_is_answered_and_the_form_goes_on(talk: Talk) -> None:
    fill_until(talk, "/verzoek_inzage", "requester_email")
    reply = talk.say("wat kost een kopie van het dossier?")
    assert reply.question == "inzage/kosten"
    assert reply.field == "requester_email"


def test_a_question_in_place_of_a_free_text_is_not_filed(talk: Talk, queue: Engine) -> None:
    fill_until(talk, "/verzoek_inzage", "subject")
    reply = talk.say("wat kost dat eigenlijk?")
    assert reply.question == "inzage/kosten" and reply.field == "subject"
    reply = talk.say("hoe laat begint de school?")
    assert reply.question is None and reply.field == "subject"


def test_leaving_a_question_waits_until_the_form_is_done(talk: Talk) -> None:
    fill_until(talk, "/verzoek_inzage", "subject")
    talk.say("ik wil een medewerker")
    reply = talk.say("/vraag_achterlaten")
    assert "nog bezig" in reply.text and reply.field == "subject"


def test_a_question_at_the_choice_of_a_change_changes_nothing(talk: Talk, queue: Engine) -> None:
    fill_until(talk, "/verzoek_inzage", "confirm")
    talk.say("iets wijzigen")
    assert talk.say("wat kost een kopie?").field == "confirm"
    talk.say("ja")
    assert filed_by(queue, talk)[0].kind == "inzage"


def test_a_button_in_the_side_answer_works_too(talk: Talk) -> None:
    fill_until(talk, "/verzoek_inzage", "subject")
    reply = talk.say("/inzage/termijn")
    assert reply.question == "inzage/termijn" and reply.field == "subject"


def test_an_answer_is_corrected_in_the_summary(talk: Talk, queue: Engine) -> None:
    fill_until(talk, "/verzoek_inzage", "confirm")
    assert talk.say("wijzig school of locatie").field == "school"
    reply = talk.say("De Vuurvogel")
    assert reply.field == "confirm" and "De Vuurvogel" in reply.text
    talk.say("ja")
    assert filed_by(queue, talk)[0].school == "De Vuurvogel"


def test_back_changes_the_answer_before(talk: Talk) -> None:
    fill_until(talk, "/verzoek_inzage", "school")
    assert talk.say("terug").field == "child_birth_date"


def test_an_email_slip_is_suggested(talk: Talk, queue: Engine) -> None:
    fill_until(talk, "/verzoek_inzage", "requester_email")
    assert "mark@gmail.com" in talk.say("mark@gmial.com").text
    talk.say("ja", "overslaan", "ja")
    assert filed_by(queue, talk)[0].requester_email == "mark@gmail.com"


def test_an_impossible_birth_date_is_refused_with_the_reason(talk: Talk) -> None:
    fill_until(talk, "/verzoek_inzage", "child_birth_date")
    reply = talk.say("12 maart 1950")
    assert "te oud" in reply.text and reply.field == "child_birth_date"


def test_two_wrong_answers_bring_the_ways_out(talk: Talk) -> None:
    fill_until(talk, "/verzoek_inzage", "child_birth_date")
    assert {"Ik wil een medewerker", "Stoppen"} <= set(
        talk.say("weet niet", "ergens in 2014").titles
    )


def test_a_bsn_is_refused(talk: Talk) -> None:
    fill_until(talk, "/verzoek_inzage", "subject")
    reply = talk.say("alles van het kind met bsn 123456782")
    assert "BSN" in reply.text and reply.field == "subject"


def test_from_sixteen_the_pupil_decides(talk: Talk, queue: Engine) -> None:
    reply = fill_until(talk, "/verzoek_inzage", "-", child_birth_date="12 maart 2010")
    assert "Vanaf 16 jaar beslist een leerling zelf" in reply.text
    reply = talk.say("met_toestemming")
    while reply.field != "confirm":
        reply = talk.say(ANSWERS[reply.field])
    talk.say("ja")
    assert filed_by(queue, talk)[0].standing == "met_toestemming"


def test_a_pupil_of_thirteen_asks_alone(talk: Talk, queue: Engine) -> None:
    fill_until(
        talk, "/verzoek_inzage", "confirm", relation="leerling", child_birth_date="12 maart 2013"
    )
    talk.say("ja")
    (request,) = filed_by(queue, talk)
    assert request.relation == "leerling" and request.requester_name == "Sanne de Vries"


def test_a_pupil_under_twelve_is_told_who_can_ask(talk: Talk, queue: Engine) -> None:
    reply = fill_until(
        talk, "/verzoek_inzage", "confirm", relation="leerling", child_birth_date="12 maart 2017"
    )
    assert "nog geen 12" in reply.text
    assert filed_by(queue, talk) == []


def test_without_custody_it_is_explained_and_may_go_on(talk: Talk, queue: Engine) -> None:
    reply = fill_until(talk, "/verzoek_inzage", "-", relation="ouder_zonder_gezag")
    assert "377c" in reply.text
    assert talk.say("geen_gezag").field == "school"


def test_the_answer_date_is_counted_and_explained(talk: Talk, queue: Engine) -> None:
    fill_until(talk, "/verzoek_inzage", "confirm")
    reply = talk.say("ja")
    (request,) = filed_by(queue, talk)
    assert "AVG artikel 12 lid 3" in reply.text
    receipt = next(custom for custom in reply.customs if "kenmerk" in custom)
    assert date.fromisoformat(receipt["uiterlijk_op"]) == request.due_on
    assert receipt["uitleg"]


def test_after_filing_nothing_personal_is_left_in_the_slots(talk: Talk) -> None:
    fill_until(talk, "/verzoek_inzage", "confirm")
    talk.say("ja")
    assert fill_until(talk, "/verzoek_inzage", "relation").field == "relation"


def test_a_complaint_about_violence_brings_the_numbers_and_is_filed(
    talk: Talk, queue: Engine
) -> None:
    fill_until(talk, "/klacht_indienen", "details")
    reply = talk.say("de juf heeft mijn zoon geslagen in de klas")
    assert "0800-2000" in reply.text
    assert reply.field == "wish"
    assert fill_until(talk, ANSWERS["wish"], "confirm").field == "confirm"
    talk.say("ja")
    (request,) = filed_by(queue, talk)
    assert request.details["details"] == "de juf heeft mijn zoon geslagen in de klas"


def test_danger_in_place_of_a_name_is_no_name(talk: Talk) -> None:
    fill_until(talk, "/klacht_indienen", "child_name")
    assert "0800-2000" in talk.say("ik wil dood").text
    assert talk.say("Daan Jansen").field == "school"
