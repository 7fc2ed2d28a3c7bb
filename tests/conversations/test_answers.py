"""Questions, as a parent types them, through the real engine."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select

from bench import test_set
from bot.conversations.models import Conversation, Escalation
from bot.conversations.states import WAITING
from bot.db.session import session_scope
from bot.knowledge.catalog import TOPICS, catalog
from tests.conversations.processes import Bot, Talk


@pytest.mark.parametrize("answer", list(catalog()), ids=lambda answer: answer.question)
def test_every_question_is_answered_by_its_own_title(answer, talk: Talk) -> None:
    reply = talk.say(answer.payload)
    assert reply.question == answer.question
    assert reply.text
    assert reply.customs[0]["bronnen"] and reply.customs[0]["gecontroleerd"]


SENTENCES: dict[str, list[str]] = {}
for sentence in test_set.inside():
    SENTENCES.setdefault(sentence.wanted, []).append(sentence.text)


@pytest.mark.parametrize("question", list(SENTENCES))
def test_every_question_is_answered_in_a_parents_words(question, bot: Bot) -> None:
    # How many of the sentences are understood is measured elsewhere; here, that the answer comes.
    answers = [bot.talk().say(text).question for text in SENTENCES[question]]
    assert question in answers


def test_the_test_set_asks_every_question() -> None:
    assert set(SENTENCES) == {answer.question for answer in catalog()}


def test_a_question_in_own_words_is_answered_with_its_source(talk: Talk) -> None:
    reply = talk.say("hoe lang worden camerabeelden bewaard")
    assert reply.question == "camera/bewaartermijn"
    assert "camera" in talk.say("waar staat dat?").text.lower()


def test_a_yes_to_an_answer_offers_what_the_answer_offered(talk: Talk) -> None:
    offered = talk.say("krijg ik een kopie van het dossier").buttons
    again = talk.say("ja doe maar")
    assert again.buttons == offered
    assert again.buttons[0]["payload"].startswith("/verzoek_")


def test_a_yes_to_an_answer_without_a_request_offers_to_file_one(talk: Talk) -> None:
    talk.say("/inzage/recht")
    assert "/verzoek_indienen" in [button["payload"] for button in talk.say("ja graag").buttons]


def test_a_yes_to_nothing_asks_what_is_wanted(talk: Talk) -> None:
    assert "Wat wilt u weten of doen?" in talk.say("ja").text


def test_a_request_with_all_its_details_in_one_sentence_begins_one(talk: Talk) -> None:
    told = "ik wil het dossier van mijn zoon Mats Dijkstra, 14-5-2016, groep 5, van de Wilgenhoek"
    assert talk.say(told).field == "relation"


def test_simpler_words(talk: Talk) -> None:
    talk.say("hoe lang worden camerabeelden bewaard")
    reply = talk.say("kan dat simpeler")
    assert reply.text.startswith("Korter gezegd:")


def test_the_age_told_in_passing_decides_the_answer(talk: Talk) -> None:
    general = talk.say("/inzage/recht")
    told = talk.say("ze is 17")
    assert told.question == "inzage/recht" and told.text != general.text


def test_the_age_is_remembered(talk: Talk) -> None:
    talk.say("mijn dochter van 17, mag ik haar dossier inzien")
    direct = talk.say("/inzage/recht")
    clicked = talk.say('/inzage/recht{"leeftijd":"van_16_tot_18"}')
    assert direct.text == clicked.text


def test_a_pupil_is_told_whom_the_answer_is_about(talk: Talk) -> None:
    reply = talk.say("ik ben 15, mag ik mijn eigen dossier lezen")
    assert reply.question == "inzage/leerling_zelf"
    assert reply.text.startswith("U bent zelf de leerling.")
    assert "U bent zelf de leerling." not in talk.say("wat kost dat").text


def test_custody_told_before_decides_the_answer(talk: Talk) -> None:
    assert "gezag" in talk.say("ik heb geen gezag").text
    reply = talk.say("mag ik het dossier van mijn zoon van 8 zien")
    assert reply.question == "inzage/recht" and "zonder gezag" in reply.text


def test_custody_told_afterwards_changes_the_answer(talk: Talk) -> None:
    assert talk.say("/inzage/recht").text.startswith("Ja")
    assert talk.say("ik heb geen gezag over hem").text.startswith("Nee")


def test_what_does_not_matter_to_the_answer_does_not_repeat_it(talk: Talk) -> None:
    talk.say("/camera/bezwaar")
    reply = talk.say("ik heb geen gezag")
    assert reply.question is None and "/inzage/ouder_zonder_gezag" in str(reply.buttons)


def test_every_topic_and_question_can_be_reached_by_buttons(talk: Talk) -> None:
    menu = talk.say("/help")
    topics = [b["payload"] for b in menu.buttons if "onderwerp" in b["payload"]]
    assert len(topics) == len(TOPICS)
    reached = {b["payload"] for topic in topics for b in talk.say(topic).buttons}
    assert {answer.payload for answer in catalog()} <= reached


def test_the_retention_date_is_worked_out(talk: Talk) -> None:
    reply = talk.say("mijn zoon ging in juli 2023 van school, wanneer moet het dossier weg")
    assert "31 juli 2025" in reply.text


def test_the_retention_form_asks_what_is_missing(talk: Talk) -> None:
    assert talk.say("/bewaartermijn_berekenen").field == "kind"
    assert talk.say("verzuim").field == "moment"
    assert "1 augustus 2026" in talk.say("1-8-2021").text


def test_recordings_of_a_day_without_its_year_are_counted_at_once(talk: Talk) -> None:
    reply = talk.say("wanneer moeten camerabeelden van 20 november weg zijn")
    assert "18 december" in reply.text


def test_another_language_gets_one_line_in_six_languages(talk: Talk) -> None:
    reply = talk.say("Can I see the file of my daughter please?")
    for line in ("Nederlands", "staff", "çalışan", "الموظفين", "pracownikiem", "працівником"):
        assert line in reply.text
    assert reply.question is None and reply.buttons[0]["payload"] == "/medewerker"


def test_out_of_scope_is_told_so(talk: Talk) -> None:
    reply = talk.say("wat voor weer wordt het morgen")
    assert reply.question is None and "Daar kan ik u niet mee helpen" in reply.text


def test_unclear_words_bring_suggestions_and_two_misses_a_person(talk: Talk) -> None:
    first = talk.say("hoe zit dat dan")
    assert "Bedoelt u" in first.text and first.titles[-1] == "Geen van deze"
    second = talk.say("/niet_geholpen")
    assert {"Ik wil een medewerker", "Mijn vraag achterlaten"} <= set(second.titles)
    third = talk.say("hoe zit dat dan")
    assert "Ik wil een medewerker" in third.titles


def test_danger_in_the_middle_of_a_form(talk: Talk, queue: Engine) -> None:
    talk.say("/klacht_indienen", "leerling")
    reply = talk.say("papa slaat mij")
    for number in ("112", "0800-2000", "113", "0800-0432"):
        assert number in reply.text
    assert _reasons(queue, talk) == ["nood"]


def test_a_person_asked_for_is_stored_and_told_honestly(talk: Talk, queue: Engine) -> None:
    talk.say("mag school mijn kind filmen")
    reply = talk.say("ik wil een medewerker spreken")
    assert "Ik weet niet wanneer" in reply.text
    assert _reasons(queue, talk) == ["gevraagd"]
    talk.say("/vraag_achterlaten", "Mag de school mijn kind filmen?", "mark@voorbeeld.nl")
    with session_scope(queue, read_only=True) as session:
        stored = session.scalars(
            select(Conversation).where(Conversation.sender == talk.sender)
        ).one()
        assert stored.state == WAITING
        assert stored.contact_email == "mark@voorbeeld.nl"


def test_erasing_takes_one_more_yes_and_leaves_nothing(talk: Talk, queue: Engine) -> None:
    talk.say("ik wil een medewerker spreken")
    sure = talk.say("/wis_gesprek")
    assert _reasons(queue, talk) == ["gevraagd"]
    assert "gewist" in talk.say(sure.buttons[0]["payload"]).text
    assert _reasons(queue, talk) == []
    assert talk.say("/bron").question is None


def _reasons(queue: Engine, talk: Talk) -> list[str]:
    with session_scope(queue, read_only=True) as session:
        wanted = select(Escalation.reason).join(
            Conversation, Conversation.id == Escalation.conversation_id
        )
        wanted = wanted.where(Conversation.sender == talk.sender)
        return list(session.scalars(wanted))
