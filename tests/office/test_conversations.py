"""The office with conversations: lists, taking over, answering, giving back, filing for a parent."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot import clock
from bot.audit.models import ReadingLog
from bot.conversations.log import VISITOR, append
from bot.conversations.models import Conversation, Message
from bot.conversations.states import BOT, CLOSED, WAITING, WITH_PERSON
from bot.db.session import session_scope
from bot.destruction.conversation import erase_whole
from bot.office.pages import conversation as page_module
from bot.people.models import OfficeSession
from bot.requests.models import Request, RequestEvent
from bot.schools.models import School
from tests.support.conversations import ANSWER, QUESTION, add_staff, begin_waiting
from tests.support.people import Board
from tests.support.requests import answers_for


@pytest.fixture
def path(board: Board) -> str:
    return f"/kantoor/gesprek/{board.conversation}"


@pytest.fixture
def staff(board: Board):
    return board.browser("medewerker")


@pytest.fixture
def taken(staff, path: str):
    """The browser of who has the conversation."""
    assert staff.post(f"{path}/overnemen").status_code == 303
    return staff


def stored(board: Board, **changed) -> Conversation:
    with session_scope(board.engine) as session:
        found = session.get_one(Conversation, uuid.UUID(board.conversation))
        for name, value in changed.items():
            setattr(found, name, value)
        session.flush()
        return found


def messages(board: Board) -> list[tuple[str, str]]:
    with session_scope(board.engine) as session:
        query = select(Message).order_by(Message.sequence)
        return [(one.author, one.text) for one in session.scalars(query)]


def visitor_writes(board: Board, text: str) -> None:
    with session_scope(board.engine) as session:
        found = session.get_one(Conversation, uuid.UUID(board.conversation))
        append(session, found, author=VISITOR, text=text, at=clock.now())


def readings(board: Board) -> list[tuple[str, uuid.UUID]]:
    with session_scope(board.engine) as session:
        rows = session.scalars(select(ReadingLog).where(ReadingLog.what == "gesprek"))
        return [(row.actor, row.request_id) for row in rows]


def test_the_list_shows_who_waits_why_and_about_what(board, staff) -> None:
    text = staff.get("/kantoor/gesprekken").text
    assert "vroeg om een medewerker" in text
    assert "Mag ik het dossier van mijn kind inzien?" in text
    # The list itself names nobody.
    assert "Sanne" not in text


def test_danger_stands_first(board, staff) -> None:
    with session_scope(board.engine) as session:
        from bot.schools.models import School

        school = session.get_one(School, board.schools["regenboog"])
        danger = begin_waiting(session, school, reason="nood", at=clock.now()).id
    text = staff.get("/kantoor/gesprekken").text
    assert "Mogelijk gevaar" in text
    assert text.index(str(danger)) < text.index(board.conversation)


def test_the_news_are_numbers_only(board, staff) -> None:
    news = staff.get("/kantoor/gesprekken/stand").json()
    assert (news["waiting"], news["danger"], news["unread"]) == (1, False, 0)
    assert board.conversation not in str(news)


def test_asking_for_news_keeps_nobody_signed_in(board, staff) -> None:
    long_ago = clock.now() - timedelta(minutes=30)
    with session_scope(board.engine) as session:
        session.execute(update(OfficeSession).values(seen_at=long_ago))
    for path in ("gesprekken/stand", f"gesprek/{board.conversation}/nieuw"):
        assert staff.get(f"/kantoor/{path}").status_code == 200
    with session_scope(board.engine) as session:
        assert session.scalars(select(OfficeSession.seen_at)).all() == [long_ago]
    staff.get("/kantoor/gesprekken")
    with session_scope(board.engine) as session:
        assert session.scalars(select(OfficeSession.seen_at)).one() > long_ago


def test_the_page_shows_everything_that_was_said_and_understood(staff, path) -> None:
    text = staff.get(path).text
    assert QUESTION in text and ANSWER in text
    assert "Begrepen als: Mag ik het dossier van mijn kind inzien? (91 %)" in text


def test_reading_is_in_the_log_once_for_an_open_page(board, staff, path) -> None:
    for _ in range(3):
        staff.get(path)
        staff.get(f"{path}/nieuw?na=0")
    me = str(board.accounts["medewerker"])
    assert readings(board) == [(me, uuid.UUID(board.conversation))]


def test_following_from_the_start_without_the_page_is_in_the_log_too(board, staff, path) -> None:
    staff.get(f"{path}/nieuw?na=0")
    assert len(readings(board)) == 1


def test_the_officer_sees_who_read_which_conversation(board, staff, path) -> None:
    staff.get(path)
    text = board.browser("fg").get("/kantoor/logboek").text
    assert "Persoon medewerker" in text and ">gesprek</td>" in text
    assert "Sanne de Vries" not in text


def test_taking_over_and_answering(board, taken, path) -> None:
    answer = taken.post(f"{path}/antwoord", data={"tekst": "Ja, dat mag.", "sleutel": "k1"})
    assert answer.status_code == 303
    taken.post(f"{path}/antwoord", data={"tekst": "Ja, dat mag.", "sleutel": "k1"})
    assert stored(board).state == WITH_PERSON
    assert messages(board)[-2:] == [
        ("systeem", "U praat nu met P. medewerker van de school."),
        ("medewerker", "Ja, dat mag."),
    ]


def test_a_refusal_keeps_what_was_typed(staff, board, path) -> None:
    answer = staff.post(f"{path}/antwoord", data={"tekst": "Mijn lange antwoord", "sleutel": "k"})
    assert answer.status_code == 422
    assert "Neem dit gesprek eerst over" in answer.text


def test_a_colleague_who_is_late_is_told(board, taken, path) -> None:
    late = board.browser("medewerker_bestuur").post(f"{path}/overnemen")
    assert late.status_code == 422
    assert "Persoon medewerker heeft dit gesprek al" in late.text


def test_new_messages_come_without_loading_the_page(board, taken, path) -> None:
    taken.get(path)
    last = stored(board).last_sequence
    visitor_writes(board, "En wat kost <b>dat</b>?")
    fresh = taken.get(f"{path}/nieuw?na={last}").json()
    assert fresh["last"] == last + 1
    assert "En wat kost &lt;b&gt;dat&lt;/b&gt;?" in fresh["html"]
    assert ANSWER not in fresh["html"]
    assert stored(board).staff_read == last + 1


@pytest.mark.parametrize("after", ["", "-1", "x", "9" * 40])
def test_a_strange_place_to_go_on_from_is_the_beginning(staff, path, after: str) -> None:
    assert QUESTION in staff.get(f"{path}/nieuw?na={after}").json()["html"]


def test_looking_with_head_changes_nothing(board, taken, path) -> None:
    for address in (f"{path}/verzoek", "/kantoor/standaardantwoorden"):
        taken.head(address)
        board.browser("administratie").head(address)
    with session_scope(board.engine) as session:
        assert len(session.scalars(select(Request)).all()) == 1


def test_what_the_visitor_wrote_is_counted_until_it_was_seen(board, taken, path) -> None:
    taken.get(path)
    visitor_writes(board, "Bent u er nog?")
    assert taken.get("/kantoor/gesprekken/stand").json()["unread"] == 1
    taken.get(path)
    assert taken.get("/kantoor/gesprekken/stand").json()["unread"] == 0


def test_the_bots_answers_are_offered_for_the_last_message(
    board, taken, path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def engine(text: str, sender: str) -> list[str]:
        asked.append(text)
        return ["inzage/kosten", "medewerker", "inzage/recht"]

    monkeypatch.setattr("bot.office.conversation_view.understand", engine)
    visitor_writes(board, "En wat kost dat?")
    text = taken.get(path).text
    assert asked == ["En wat kost dat?"]
    assert text.index("?antwoord=inzage/kosten") < text.index("?antwoord=inzage/recht")


def test_what_the_bot_did_not_think_of_is_not_shown(board, taken, path) -> None:
    visitor_writes(board, "Ik wil een mens.")
    with session_scope(board.engine) as session:
        last = session.scalars(select(Message).order_by(Message.sequence.desc())).first()
        last.understood = [["medewerker", 0.998], ["inzage/kosten", 0.002]]
    text = taken.get(path).text
    assert "Begrepen als: medewerker (100 %)" in text and "(0 %)" not in text
    assert "De assistent heeft geen antwoord op het laatste bericht." in text


def test_what_was_understood_already_is_not_asked_again(
    taken, path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.office.conversation_view.understand", pytest.fail)
    assert "?antwoord=inzage/recht" in taken.get(path).text


def test_a_suggestion_goes_into_the_field_with_its_source(taken, path) -> None:
    field = taken.get(f"{path}?antwoord=inzage/kosten").text
    text = taken.get(f"{path}/tekst?antwoord=inzage/kosten").json()["text"]
    assert "Bron: " in text and text.splitlines()[0] in field


def test_standard_answers_of_all_and_of_this_school_are_offered(board, taken, path) -> None:
    for persona, school, title in (
        ("administratie_bestuur", "alle", "Welkom"),
        ("administratie", str(board.schools["regenboog"]), "Openingstijden"),
        ("administratie_elders", str(board.schools["ster"]), "Alleen de Ster"),
    ):
        data = {"titel": title, "tekst": f"Tekst van {title}.", "school": school}
        browser = board.browser(persona)
        assert browser.post("/kantoor/standaardantwoorden", data=data).status_code == 303
    text = taken.get(path).text
    assert "Welkom" in text and "Openingstijden" in text and "Alleen de Ster" not in text
    found = taken.get(f"{path}?zoek=opening").text
    assert "Openingstijden" in found and ">Welkom<" not in found
    link = re.search(r"\?standaard=([0-9a-f-]+)", found)
    assert link is not None
    typed = taken.get(f"{path}/tekst?standaard={link[1]}").json()["text"]
    assert typed == "Tekst van Openingstijden."


def test_a_school_cannot_change_what_is_everybodys(board) -> None:
    data = {"titel": "Welkom", "tekst": "Hallo.", "school": "alle"}
    assert (
        board.browser("administratie").post("/kantoor/standaardantwoorden", data=data).status_code
        == 404
    )
    board.browser("administratie_bestuur").post("/kantoor/standaardantwoorden", data=data)
    with session_scope(board.engine) as session:
        from bot.conversations.models import StandardAnswer

        wanted = session.scalars(select(StandardAnswer.id)).one()
    path = f"/kantoor/standaardantwoorden/{wanted}"
    assert board.browser("administratie").post(path, data={"keuze": "weg"}).status_code == 404
    assert board.browser("beheerder_bestuur").post(path, data={"keuze": "weg"}).status_code == 303
    assert "Hallo." not in board.browser("administratie").get("/kantoor/standaardantwoorden").text


def test_an_empty_standard_answer_is_refused_and_stays_on_the_page(board) -> None:
    data = {"titel": "Zonder tekst", "tekst": " ", "school": "alle"}
    answer = board.browser("beheerder_bestuur").post("/kantoor/standaardantwoorden", data=data)
    assert answer.status_code == 422
    assert 'value="Zonder tekst"' in answer.text


def test_handing_back_with_a_topic_chosen_by_its_title(board, taken, path) -> None:
    wrong = taken.post(f"{path}/teruggeven", data={"onderwerp": "het weer"})
    assert wrong.status_code == 422
    assert stored(board).state == WITH_PERSON
    from bot.knowledge.catalog import catalog

    title = catalog().get("inzage/kosten").title
    assert taken.post(f"{path}/teruggeven", data={"onderwerp": title}).status_code == 303
    assert (stored(board).state, stored(board).topic) == (BOT, "inzage/kosten")


def test_a_colleague_who_may_answer_here_can_have_it(board, taken, path) -> None:
    for persona in ("medewerker_elders", "administratie", "beheerder"):
        data = {"collega": str(board.accounts[persona])}
        assert taken.post(f"{path}/doorgeven", data=data).status_code == 404
    colleague = board.accounts["medewerker_bestuur"]
    assert taken.post(f"{path}/doorgeven", data={"collega": str(colleague)}).status_code == 303
    assert stored(board).assignee_id == colleague


def test_putting_back_and_closing(board, taken, path) -> None:
    taken.post(f"{path}/terugzetten")
    assert stored(board).state == WAITING
    taken.post(f"{path}/sluiten")
    assert stored(board).state == CLOSED
    assert "afgesloten" in taken.get(path).text


def test_how_long_is_said_in_words_that_fit_their_sentence(board, staff, taken, path) -> None:
    now = clock.now()
    stored(board, visitor_seen_at=now - timedelta(minutes=12))
    assert "De bezoeker is 12 minuten weg." in taken.get(path).text
    taken.post(f"{path}/terugzetten")
    assert "Wacht nog geen minuut: vroeg om een medewerker." in taken.get(path).text


def test_an_erased_conversation_is_told_in_plain_words_and_as_if_it_were_another_schools(
    board, taken, path
) -> None:
    others = board.browser("medewerker_elders").get(path)
    with session_scope(board.engine) as session:
        sender = session.get_one(Conversation, uuid.UUID(board.conversation)).sender
        erase_whole(session, sender, clock.now())
    gone = taken.get(path)
    assert (gone.status_code, gone.text) == (404, others.text)
    assert "Een ouder kan zijn gesprek altijd zelf wissen" in gone.text
    assert '<a href="/kantoor/gesprekken">Naar alle gesprekken</a>' in gone.text
    for page in ("antwoord", "overnemen", "teruggeven"):
        assert taken.post(f"{path}/{page}", data={"tekst": "Dag."}).text == gone.text
    assert taken.get(f"{path}/nieuw?na=0").status_code == 404


def test_a_note_stays_in_the_office(board, taken, path) -> None:
    taken.post(f"{path}/notitie", data={"notitie": "Belde ook."})
    assert "Belde ook." in taken.get(path).text
    assert "Belde ook." not in str(messages(board))


def test_where_the_answer_goes_is_said_beforehand(board, taken, path) -> None:
    assert "uw antwoord staat er als de bezoeker terugkomt" in taken.get(path).text
    stored(board, contact_email="mo@voorbeeld.nl")
    assert "gaat per e-mail naar mo@voorbeeld.nl" in taken.get(path).text
    stored(board, visitor_seen_at=clock.now())
    assert "heeft de chat nu open" in taken.get(path).text


def form(kind: str = "inzage", **changed: str) -> dict[str, str]:
    typed = {key: str(value) for key, value in answers_for(kind).items()}
    return typed | {"soort": kind, "sleutel": "s1"} | changed


def test_a_request_is_filed_for_the_visitor_once_after_its_summary(board, taken, path) -> None:
    assert "Naam van de aanvrager" in taken.get(f"{path}/verzoek?soort=inzage").text
    summary = taken.post(f"{path}/verzoek", data=form(fase="controleren"))
    assert "Er is nog niets ingediend" in summary.text and "12 maart 2016" in summary.text
    with session_scope(board.engine) as session:
        before = len(session.scalars(select(Request)).all())
    for _ in range(2):
        assert taken.post(f"{path}/verzoek", data=form(fase="indienen")).status_code == 303
    with session_scope(board.engine) as session:
        sender = session.get_one(Conversation, uuid.UUID(board.conversation)).sender
        request = session.scalars(select(Request).where(Request.conversation_id == sender)).one()
        assert len(session.scalars(select(Request)).all()) == before + 1
        event = session.scalars(
            select(RequestEvent).where(RequestEvent.request_id == request.id)
        ).one()
        assert event.actor == str(board.accounts["medewerker"])
        receipt = session.scalars(select(Message).order_by(Message.sequence.desc())).first()
        assert receipt.data["custom"]["kenmerk"] == request.reference
        assert request.reference in receipt.text
        assert request.school_id == board.schools["regenboog"]
    shown = board.browser("administratie").get(f"/kantoor/verzoek/{request.reference}").text
    assert "Ingediend door een medewerker, voor de aanvrager." in shown


def test_of_two_schools_with_one_name_it_goes_to_the_one_of_the_conversation(
    board, taken, path
) -> None:
    with session_scope(board.engine) as session:
        own = session.get_one(School, board.schools["regenboog"])
        session.get_one(School, board.schools["ster"]).name = own.name
    taken.post(f"{path}/verzoek", data=form(fase="indienen", school=own.name))
    with session_scope(board.engine) as session:
        sender = session.get_one(Conversation, uuid.UUID(board.conversation)).sender
        request = session.scalars(select(Request).where(Request.conversation_id == sender)).one()
        assert request.school_id == own.id


def test_what_is_wrong_on_the_form_is_said_beside_its_field(taken, path) -> None:
    answer = taken.post(f"{path}/verzoek", data=form(child_birth_date="ooit"))
    assert answer.status_code == 422
    assert 'id="child_birth_date-fout"' in answer.text
    assert 'value="ooit"' in answer.text


def test_the_law_on_who_may_ask_holds_here_too(board, taken, path) -> None:
    sixteen = form(child_birth_date="2010-01-02", fase="indienen")
    answer = taken.post(f"{path}/verzoek", data=sixteen)
    assert answer.status_code == 422
    assert "Vanaf 16 jaar beslist een leerling zelf" in answer.text
    young = form(relation="leerling", child_birth_date="2018-01-02", fase="indienen")
    assert "nog geen 12 jaar" in taken.post(f"{path}/verzoek", data=young).text
    with session_scope(board.engine) as session:
        assert len(session.scalars(select(Request)).all()) == 1


def test_only_who_has_the_conversation_files_from_it(board, staff, path) -> None:
    answer = staff.post(f"{path}/verzoek", data=form(fase="indienen"))
    assert answer.headers["location"] == path
    with session_scope(board.engine) as session:
        assert len(session.scalars(select(Request)).all()) == 1


def test_work_begins_at_the_conversations_for_who_answers(board, staff) -> None:
    assert staff.get("/kantoor").headers["location"] == "/kantoor/gesprekken"


def test_a_new_colleague_can_be_given_a_conversation_at_once(board, taken, path) -> None:
    from bot.schools.models import School

    with session_scope(board.engine) as session:
        add_staff(session, "Z. Nieuw", session.get_one(School, board.schools["regenboog"]))
    assert "Z. Nieuw" in taken.get(path).text


def test_one_reading_lasts_shorter_than_a_session() -> None:
    from bot.people.sessions import IDLE

    assert page_module._ONE_READING < IDLE
