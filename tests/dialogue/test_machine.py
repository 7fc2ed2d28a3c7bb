"""One machine for every form: asking, explaining, stopping, changing, interrupting, finishing."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue import machine
from bot.dialogue.model import CONFIRM, SKIPPED, Message, State, Turn
from tests.support.small_form import SmallForm

TODAY = date(2026, 11, 23)
FORM = SmallForm()


def opened(text: str = "ik wil beginnen") -> Turn:
    return machine.start(FORM, Message(text), TODAY)


def talk(*texts: str | Message, turn: Turn | None = None) -> Turn:
    """The last turn of a conversation with the form."""
    turn = turn or opened()
    for text in texts:
        message = text if isinstance(text, Message) else Message(text)
        turn = machine.take(FORM, turn.state, message, TODAY)
    return turn


def said(turn: Turn) -> str:
    return " ".join(say.text or "" for say in turn.say)


FILLED = ("Jan", "rood", "Er was eens een kat.")


def test_it_asks_the_questions_in_order() -> None:
    assert opened().ask == "name"
    assert talk("Jan").ask == "colour"
    assert talk("Jan", "rood").ask == "story"


def test_what_a_later_message_tells_by_the_way_is_its_answer() -> None:
    assert talk("Jan", "doe maar ik wil rood").ask == "story"


def test_what_the_first_message_tells_is_not_asked() -> None:
    turn = talk("Jan", turn=opened("ik wil rood"))
    assert turn.ask == "story"


def test_what_is_known_without_the_message_is_not_asked_and_the_message_outweighs_it() -> None:
    known = {"name": "Jan", "colour": "blauw"}
    assert machine.start(FORM, Message("ik wil beginnen"), TODAY, known).ask == "story"
    assert machine.start(FORM, Message("rood"), TODAY, known).state.answers["colour"] == "rood"


def test_after_the_last_question_comes_a_summary_to_confirm() -> None:
    turn = talk(*FILLED)
    assert turn.ask == CONFIRM
    assert "Naam: Jan" in said(turn) and "Verhaal: Er was eens een kat." in said(turn)
    assert turn.say[0].custom == {
        "samenvatting": [
            {"veld": "name", "label": "Naam", "waarde": "Jan"},
            {"veld": "colour", "label": "Kleur", "waarde": "rood"},
            {"veld": "story", "label": "Verhaal", "waarde": "Er was eens een kat."},
        ]
    }


@pytest.mark.parametrize("yes", ["ja", "Ja, klopt", "akkoord", "dien maar in", "ok"])
def test_yes_to_the_summary_finishes_the_form_with_its_answers(yes: str) -> None:
    turn = talk(*FILLED, yes)
    assert turn.done
    assert turn.state.answers["name"] == "Jan"


def test_a_button_for_yes_counts_as_yes() -> None:
    assert talk(*FILLED, Message("/bevestig", "bevestig", certain=True)).done


def test_a_guess_of_the_classifier_does_not_file_anything() -> None:
    assert not talk(*FILLED, Message("misschien wel", "bevestig")).done


def test_a_wrong_answer_is_explained_and_asked_again() -> None:
    turn = talk("jan")
    assert "Dat is geen naam." in said(turn)
    assert turn.ask == "name"


def test_after_two_wrong_answers_the_ways_out_are_offered() -> None:
    assert not talk("jan").say[0].buttons
    titles = [button["title"] for say in talk("jan", "piet").say for button in say.buttons]
    assert titles == ["Ik wil een medewerker", "Stoppen"]


def test_an_optional_question_can_be_skipped_then_too() -> None:
    titles = [b["title"] for say in talk("Jan", "geel", "paars").say for b in say.buttons]
    assert "Overslaan" in titles


def test_skipping_is_kept_as_skipped() -> None:
    assert talk("Jan", "overslaan").state.answers["colour"] == SKIPPED


def test_a_required_question_cannot_be_skipped() -> None:
    assert talk("overslaan").ask == "name"


def test_options_of_a_problem_become_buttons_and_are_not_asked_twice() -> None:
    turn = talk("Jan", "geel")
    assert turn.ask is None
    assert [button["payload"] for button in turn.say[-1].buttons] == ["rood", "blauw"]
    assert talk("Jan", "geel", "rood").ask == "story"


def test_who_was_half_understood_is_asked_the_rest_and_told_nothing_more() -> None:
    turn = talk("Jan", "geel", "groenig")
    assert said(turn) == "Lichtgroen?"
    assert talk("ja", turn=turn).state.answers["colour"] == "lichtgroen"
    assert talk("nee", turn=turn).state.answers["colour"] == "groen"
    assert talk("rood", turn=turn).state.answers["colour"] == "rood"


def test_a_suggestion_is_taken_over_after_yes() -> None:
    assert talk("Jna", "ja").state.answers["name"] == "Jan"


@pytest.mark.parametrize("insisting", ["nee", "Jna"])
def test_who_insists_on_what_was_typed_is_right(insisting: str) -> None:
    assert talk("Jna", insisting).state.answers["name"] == "Jna"


def test_another_answer_to_a_suggestion_is_read_as_the_answer() -> None:
    assert talk("Jna", "Johan").state.answers["name"] == "Johan"


@pytest.mark.parametrize("stop", ["stop", "Stoppen", "ik wil stoppen", "annuleren", "laat maar"])
def test_stop_asks_for_confirmation_first(stop: str) -> None:
    turn = talk("Jan", stop)
    assert not turn.stopped and "Wilt u stoppen" in said(turn)
    assert talk("ja", turn=turn).stopped


def test_who_stops_may_say_why() -> None:
    assert talk("Jan", "stop", "ja stoppen. dit deed ik vorig jaar al").stopped
    assert not talk("Jan", "stop", "ja maar ik stop er nog niet mee").stopped


def test_stopping_forgets_the_answers() -> None:
    assert talk("Jan", "stop", "ja").state == State()


def test_no_to_stopping_goes_on_with_the_same_question() -> None:
    turn = talk("Jan", "stop", "nee")
    assert turn.ask == "colour" and turn.state.answers == {"name": "Jan"}


def test_an_answer_instead_of_yes_or_no_goes_on_as_well() -> None:
    assert talk("Jan", "stop", "rood").ask == "story"


def test_back_asks_the_previous_question_again() -> None:
    turn = talk("Jan", "rood", "terug")
    assert turn.ask == "colour" and "colour" not in turn.state.answers


def test_back_at_the_first_question_says_so() -> None:
    turn = talk("terug")
    assert "eerste vraag" in said(turn) and turn.ask == "name"


def test_naming_a_field_in_the_middle_asks_that_field_again() -> None:
    turn = talk("Jan", "rood", "wijzig naam")
    assert turn.ask == "name"


def test_a_changed_answer_comes_back_to_the_summary() -> None:
    turn = talk(*FILLED, "wijzig verhaal", "Een ander verhaal.")
    assert turn.ask == CONFIRM and "Een ander verhaal." in said(turn)


def test_a_change_with_its_value_needs_no_further_question() -> None:
    turn = talk(*FILLED, "de kleur is blauw")
    assert turn.state.answers["colour"] == "blauw" and turn.ask == CONFIRM


def test_a_change_can_be_said_the_other_way_round() -> None:
    turn = talk(*FILLED, "klopt niet, kleur moet blauw zijn")
    assert turn.state.answers["colour"] == "blauw" and turn.ask == CONFIRM


def test_no_to_the_summary_asks_what_to_change() -> None:
    turn = talk(*FILLED, "nee")
    assert [button["title"] for button in turn.say[0].buttons] == ["Naam", "Kleur", "Verhaal"]
    assert talk("Kleur", turn=turn).ask == "colour"


@pytest.mark.parametrize("back", ["nee", "ja", "toch niet"])
def test_who_wants_no_change_after_all_sees_the_summary_again(back: str) -> None:
    turn = talk(*FILLED, "iets wijzigen", back)
    assert turn.ask == CONFIRM and not turn.done


def test_stop_and_a_person_work_at_the_choice_of_a_change_too() -> None:
    assert "Wilt u stoppen" in said(talk(*FILLED, "iets wijzigen", "stop"))
    assert talk(*FILLED, "iets wijzigen", "ik wil een medewerker").side == "medewerker"


def test_a_question_at_the_choice_of_a_change_is_answered_and_changes_nothing() -> None:
    turn = talk(*FILLED, "iets wijzigen", Message("wat kost de kleur?", "inzage/kosten"))
    assert turn.side == "inzage/kosten" and turn.ask == CONFIRM
    assert turn.state.answers["colour"] == "rood"


def test_a_question_at_the_summary_needs_no_question_mark() -> None:
    turn = talk(*FILLED, Message("hoe lang duurt het nu", "inzage/termijn"))
    assert turn.side == "inzage/termijn" and turn.ask == CONFIRM


def test_answers_that_hang_on_a_changed_one_are_asked_anew() -> None:
    turn = talk(*FILLED, "wijzig naam", "Kees")
    assert turn.ask == "colour"


def test_a_side_question_is_answered_and_the_same_question_asked_again() -> None:
    turn = talk("Jan", Message("wat kost dat", "inzage/kosten"))
    assert turn.side == "inzage/kosten" and turn.ask == "colour"


def test_a_wrong_answer_is_no_question_because_the_classifier_guesses_one() -> None:
    turn = talk(Message("niet zo", "inzage/kosten", confidence=0.3))
    assert turn.side is None and "Dat is geen naam." in said(turn)


def test_a_sure_question_without_a_question_word_is_answered_too() -> None:
    turn = talk(Message("ik wil de kosten weten", "inzage/kosten", confidence=0.8))
    assert turn.side == "inzage/kosten" and turn.ask == "name"


def test_an_answer_that_can_be_read_wins_from_a_guessed_question() -> None:
    assert talk("Jan", Message("rood", "beeld/klassenfoto")).state.answers["colour"] == "rood"


def test_a_story_may_hold_any_words() -> None:
    message = Message("het hele dossier van mijn dochter", "dossier/inhoud")
    assert talk("Jan", "rood", message).ask == CONFIRM


def test_a_question_in_place_of_a_story_is_a_side_question() -> None:
    turn = talk("Jan", "rood", Message("hoe lang duurt dat?", "inzage/termijn"))
    assert turn.side == "inzage/termijn" and turn.ask == "story"


def test_a_question_button_is_always_a_side_question() -> None:
    turn = talk("Jan", "rood", Message("inzage/kosten", "inzage/kosten", certain=True))
    assert turn.side == "inzage/kosten"


@pytest.mark.parametrize("intent", ["klacht_indienen", "vraag_achterlaten"])
def test_another_request_has_to_wait(intent: str) -> None:
    turn = talk("Jan", Message(f"/{intent}", intent, certain=True))
    assert "nog bezig" in said(turn) and turn.ask == "colour" and turn.side is None


@pytest.mark.parametrize("intent", ["bevestig", "situatie"])
def test_a_button_of_an_earlier_message_is_no_story(intent: str) -> None:
    turn = talk("Jan", "rood", Message(f"/{intent}", intent, certain=True))
    assert turn.ask == "story" and "story" not in turn.state.answers


def test_a_question_that_is_not_understood_is_no_story() -> None:
    unclear = Message("Wat moet dat zijn?", "nlu_fallback")
    elsewhere = Message("hoe laat begint de school?", "buiten_bereik")
    assert talk("Jan", "rood", unclear).side == "nlu_fallback"
    assert talk("Jan", "rood", elsewhere).side == "buiten_bereik"


@pytest.mark.parametrize("text", ["wat er in groep drie is gebeurd", "Van alles, snapt u?"])
def test_a_story_that_the_classifier_does_not_trust_is_a_story(text: str) -> None:
    assert talk("Jan", "rood", Message(text, "nlu_fallback")).ask == CONFIRM


@pytest.mark.parametrize(
    "message",
    [Message("ik wil een mens"), Message("kan dat persoonlijk", "medewerker", confidence=0.8)],
)
def test_a_person_can_be_asked_for_at_any_question(message: Message) -> None:
    turn = talk("Jan", "rood", message)
    assert turn.side == "medewerker" and turn.ask == "story"


def test_an_answer_is_no_call_for_a_person_because_the_classifier_guesses_one() -> None:
    assert talk(Message("Jan", "medewerker", confidence=0.3)).state.answers["name"] == "Jan"


def test_an_explanation_follows_the_answer_that_calls_for_it() -> None:
    assert "Blauw is mooi." in said(talk("Jan", "blauw"))


def test_a_refusal_ends_the_form_with_its_reason() -> None:
    turn = talk("Piet")
    assert turn.stopped and "Piet mag niet." in said(turn)


DANGER = Message("hij slaat mijn zoon", intent="nood", confidence=1.0)


def test_danger_is_the_answer_where_a_story_is_asked() -> None:
    turn = talk("Jan", "rood", DANGER)
    assert turn.ask == CONFIRM
    assert turn.state.answers["story"] == DANGER.text


def test_danger_is_no_answer_to_another_question_and_nothing_pushes_the_numbers_away() -> None:
    turn = talk("Jan", DANGER)
    assert (turn.say, turn.ask, turn.asking, turn.side) == ((), None, (), None)
    assert turn.state.asked == "colour" and turn.state.answers == {"name": "Jan"}
    assert talk("rood", turn=turn).ask == "story"


def test_danger_at_the_summary_or_in_place_of_a_yes_changes_nothing() -> None:
    before = talk(*FILLED)
    assert talk(DANGER, turn=before).state == before.state
    stopping = talk("Jan", "rood", "stop")
    assert talk(DANGER, turn=stopping) == Turn(stopping.state)
