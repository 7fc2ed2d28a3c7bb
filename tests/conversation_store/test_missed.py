"""What the bot missed is kept once, judged by a person, and becomes examples without names."""

from __future__ import annotations

from datetime import timedelta

import pytest
import yaml
from sqlalchemy import select, true

from bot.conversations.erasure import erase_conversation
from bot.conversations.missed import (
    CHOSEN,
    NOT_UNDERSTOOD,
    OPEN,
    PUT_ASIDE,
    JudgementRefused,
    as_training_data,
    choose,
    count_missed,
    keep_missed,
    missed_questions,
    put_aside,
)
from bot.conversations.models import MissedQuestion
from bot.conversations.opening import ensure_for_sender
from bot.knowledge.catalog import catalog
from tests.support.conversations import begin
from tests.support.office import make_school
from tests.support.requests import NOW

TEXT = "mag de moeder van Tim zijn dossier zien"


@pytest.fixture
def conversation(session):
    return begin(session, make_school(session))


def keep(
    session, conversation, text: str = TEXT, guesses=("inzage/recht", "inzage/kosten")
) -> bool:
    return keep_missed(
        session,
        sender=conversation.sender,
        text=text,
        guesses=guesses,
        why=NOT_UNDERSTOOD,
        now=NOW,
    )


def test_a_miss_is_kept_once_with_its_school_and_guesses(session, conversation) -> None:
    assert keep(session, conversation)
    assert not keep(session, conversation)
    (missed,) = missed_questions(session, true(), OPEN)
    assert (missed.school_id, missed.text) == (conversation.school_id, TEXT)
    assert missed.guesses == ["inzage/recht", "inzage/kosten"]


def test_only_what_came_through_a_page_is_kept(session, conversation) -> None:
    terminal = ensure_for_sender(session, "terminal", NOW)
    assert not keep(session, terminal)
    assert not keep_missed(
        session, sender="onbekend", text=TEXT, guesses=(), why=NOT_UNDERSTOOD, now=NOW
    )
    assert not keep(session, conversation, text="  ")


def test_it_goes_with_its_conversation(session, conversation) -> None:
    keep(session, conversation)
    erase_conversation(session, conversation.sender)
    assert session.scalars(select(MissedQuestion)).all() == []


@pytest.mark.parametrize("wanted", ["inzage/kosten", catalog().get("inzage/kosten").title.upper()])
def test_the_right_question_is_chosen_by_its_title_or_id(session, conversation, wanted) -> None:
    keep(session, conversation)
    (missed,) = missed_questions(session, true(), OPEN)
    choose(missed, wanted, actor="iemand", now=NOW + timedelta(days=1))
    assert (missed.state, missed.question) == (CHOSEN, "inzage/kosten")
    assert count_missed(session, true(), OPEN) == 0


def test_what_is_no_question_cannot_be_chosen(session, conversation) -> None:
    keep(session, conversation)
    (missed,) = missed_questions(session, true(), OPEN)
    with pytest.raises(JudgementRefused):
        choose(missed, "inzage/bestaat-niet", actor="iemand", now=NOW)
    assert missed.state == OPEN


def test_what_teaches_nothing_is_put_aside(session, conversation) -> None:
    keep(session, conversation)
    (missed,) = missed_questions(session, true(), OPEN)
    put_aside(missed, actor="iemand", now=NOW)
    assert (missed.state, missed.question) == (PUT_ASIDE, None)


def test_the_export_reads_as_training_data_and_names_nobody(session, conversation) -> None:
    texts = {
        TEXT: "inzage/recht",
        "[wat] kost (dat) {nu}?": "inzage/kosten",
        "- /wat kost het dossier": "inzage/kosten",
        "06 12345678": "inzage/kosten",
    }
    for text in texts:
        keep(session, conversation, text)
    for missed in missed_questions(session, true(), OPEN):
        choose(missed, texts[missed.text], actor="iemand", now=NOW)
    exported = as_training_data(missed_questions(session, true(), CHOSEN))
    entries = {one["intent"]: one["examples"] for one in yaml.safe_load(exported)["nlu"]}
    assert entries == {
        "inzage/kosten": "- wat kost dat nu ?\n- wat kost het dossier\n",
        "inzage/recht": "- mag de moeder van zijn dossier zien\n",
    }


def test_an_export_of_nothing_is_still_training_data() -> None:
    assert yaml.safe_load(as_training_data([])) == {"version": "3.1", "nlu": []}
