"""The law in the request form: who may ask at which age, and what each kind asks."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue import machine
from bot.dialogue.model import CONFIRM, Message, Turn
from bot.requests.filing import file_request
from bot.requests.form import RequestForm, for_filing, way_of
from bot.requests.kinds import KINDS
from tests.support.parent_answers import PARENT
from tests.support.requests import NOW, SETTINGS

TODAY = date(2026, 11, 23)
FORM = RequestForm()
ANSWERS = {**PARENT, "kind": "inzage", "standing": "met_toestemming"}


def fill(intent: str, **changes: str | None) -> Turn:
    """Open the form and answer what it asks, up to the summary or an answer of None."""
    answers = {**ANSWERS, **changes}
    turn = machine.start(FORM, Message("/" + intent, intent, certain=True), TODAY)
    for _ in range(30):
        asked = turn.state.asked
        if turn.stopped or asked in (None, CONFIRM) or answers[asked] is None:
            break
        turn = machine.take(FORM, turn.state, Message(answers[asked]), TODAY)
        if turn.state.tries:
            break
    return turn


def said(turn: Turn) -> str:
    return " ".join(say.text or "" for say in (*turn.say, *turn.asking))


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.key)
def test_every_kind_comes_to_a_summary_that_can_be_filed(kind, session) -> None:
    turn = fill(kind.intent)
    assert turn.ask == CONFIRM
    filed = file_request(
        session,
        filing_key="gesprek:1",
        kind=turn.state.answers["kind"],
        answers=for_filing(turn.state.answers),
        standing=way_of(turn.state.answers, TODAY),
        conversation_id="gesprek",
        now=NOW,
        settings=SETTINGS,
    )
    assert filed.created and filed.request.kind == kind.key


def test_without_a_kind_it_asks_which_first() -> None:
    turn = machine.start(FORM, Message("ik wil een verzoek doen", "verzoek_indienen"), TODAY)
    assert turn.ask == "kind"


@pytest.mark.parametrize(
    "kind", [k for k in KINDS.values() if k.has_age_limits], ids=lambda k: k.key
)
def test_from_sixteen_a_parent_is_told_that_the_pupil_decides(kind) -> None:
    turn = fill(kind.intent, child_birth_date="12-3-2010", standing=None)
    assert turn.state.asked == "standing"
    assert "Vanaf 16 jaar beslist een leerling zelf" in said(turn)
    titles = [button["title"] for button in turn.asking[0].buttons]
    assert titles == ["De leerling vindt het goed", "Ik doe dit namens de leerling", "Stoppen"]


def test_with_the_pupils_consent_a_parent_goes_on_and_it_is_kept() -> None:
    turn = fill("verzoek_inzage", child_birth_date="12-3-2010")
    assert turn.ask == CONFIRM
    assert way_of(turn.state.answers, TODAY) == "met_toestemming"


@pytest.mark.parametrize("born", ["12-3-2016", "12-3-2012"])
def test_under_sixteen_a_parent_with_custody_just_goes_on(born: str) -> None:
    turn = fill("verzoek_inzage", child_birth_date=born)
    assert turn.ask == CONFIRM and way_of(turn.state.answers, TODAY) == "allowed"


@pytest.mark.parametrize("born", ["12-3-2014", "12-3-2010", "12-3-2007"])
def test_a_pupil_of_twelve_or_older_may_ask(born: str) -> None:
    turn = fill("verzoek_inzage", relation="leerling", child_birth_date=born)
    assert turn.ask == CONFIRM


def test_a_pupil_is_not_asked_for_a_name_twice() -> None:
    turn = fill("verzoek_inzage", relation="leerling", child_birth_date="12-3-2010")
    assert "requester_name" not in turn.state.answers


def test_a_pupil_under_twelve_is_told_who_can_ask() -> None:
    turn = fill("verzoek_inzage", relation="leerling", child_birth_date="12-3-2016")
    assert turn.stopped and "ouder of voogd" in said(turn)


def test_without_custody_it_is_explained_and_the_parent_may_go_on() -> None:
    turn = fill("verzoek_inzage", relation="ouder_zonder_gezag", standing=None)
    assert "377c" in said(turn)
    turn = fill("verzoek_inzage", relation="ouder_zonder_gezag", standing="ja")
    assert turn.ask == CONFIRM and way_of(turn.state.answers, TODAY) == "geen_gezag"


def test_another_birth_date_asks_the_standing_anew() -> None:
    turn = fill("verzoek_inzage")
    turn = machine.take(FORM, turn.state, Message("de geboortedatum is 12-3-2010"), TODAY)
    assert turn.state.asked == "standing"


def test_consent_is_withdrawn_without_a_reason() -> None:
    assert "reason" not in fill("verzoek_toestemming_intrekken").state.answers


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.key)
def test_no_kind_asks_for_a_bsn_or_an_identity_document(kind) -> None:
    assert not {"bsn", "identity", "document"} & set(kind.fields)


def test_a_bsn_in_a_story_is_refused_with_the_reason() -> None:
    turn = fill("verzoek_correctie", subject="zijn bsn is 123456782")
    assert turn.state.asked == "subject" and "BSN" in said(turn)
