"""Missed questions: seen by the manager without personal data, judged, and exported."""

from __future__ import annotations

import uuid

import pytest
import yaml
from sqlalchemy import select

from bot.conversations.missed import keep_missed
from bot.conversations.models import Conversation, MissedQuestion
from bot.db.session import session_scope
from bot.knowledge.catalog import catalog
from tests.support.people import Board
from tests.support.requests import NOW

TYPED = "mag de moeder van Tim Jansen zijn dossier zien, bel 06 12345678"


@pytest.fixture
def missed(board: Board) -> str:
    with session_scope(board.engine) as session:
        conversation = session.get_one(Conversation, uuid.UUID(board.conversation))
        for text, guesses in ((TYPED, ["inzage/recht", "delen/overzicht"]), ("en nu dan", [])):
            keep_missed(
                session,
                sender=conversation.sender,
                text=text,
                guesses=guesses,
                why="niet_begrepen",
                now=NOW,
            )
        rows = session.scalars(select(MissedQuestion)).all()
        return next(str(row.id) for row in rows if row.text == TYPED)


def state(board: Board, missed: str) -> tuple[str, str | None]:
    with session_scope(board.engine) as session:
        row = session.get_one(MissedQuestion, uuid.UUID(missed))
        return row.state, row.question


def test_a_manager_sees_the_question_and_nobody_in_it(board, missed) -> None:
    text = board.browser("beheerder").get("/kantoor/gemist").text
    assert "mag de moeder van […] zijn dossier zien" in text
    assert text.index("Het dossier inzien (1)") < text.index("Iets anders (1)")
    for secret in ("Tim", "Jansen", "12345678"):
        assert secret not in text


def test_another_school_sees_nothing_of_it(board, missed) -> None:
    browser = board.browser("beheerder_elders")
    assert "de moeder van" not in browser.get("/kantoor/gemist").text
    assert browser.post(f"/kantoor/gemist/{missed}", data={"keuze": "weg"}).status_code == 404
    assert state(board, missed) == ("open", None)


@pytest.mark.parametrize("field", ["keuze", "vraag"])
def test_the_right_question_is_chosen(board, missed, field: str) -> None:
    value = "inzage/kosten" if field == "keuze" else catalog().get("inzage/kosten").title
    browser = board.browser("beheerder")
    assert browser.post(f"/kantoor/gemist/{missed}", data={field: value}).status_code == 303
    assert state(board, missed) == ("gekozen", "inzage/kosten")
    assert "mag de moeder" not in browser.get("/kantoor/gemist").text


def test_nothing_chosen_is_refused(board, missed) -> None:
    answer = board.browser("beheerder").post(f"/kantoor/gemist/{missed}", data={"vraag": "x"})
    assert answer.status_code == 422
    assert state(board, missed) == ("open", None)


def test_it_can_be_put_aside(board, missed) -> None:
    board.browser("beheerder").post(f"/kantoor/gemist/{missed}", data={"keuze": "weg"})
    assert state(board, missed) == ("weggelegd", None)


def test_the_export_is_training_data_without_personal_data(board, missed) -> None:
    browser = board.browser("beheerder")
    browser.post(f"/kantoor/gemist/{missed}", data={"keuze": "inzage/recht"})
    answer = browser.get("/kantoor/gemist.yml")
    (entry,) = yaml.safe_load(answer.text)["nlu"]
    assert entry["intent"] == "inzage/recht"
    assert entry["examples"] == "- mag de moeder van zijn dossier zien, bel\n"
