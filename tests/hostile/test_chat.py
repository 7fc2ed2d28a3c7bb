"""The chat, written to by somebody who means no good, and read by staff and by the parent again."""

from __future__ import annotations

import pytest
from hypothesis import given

from bot import clock
from bot.chat import limits
from bot.conversations.log import BOT, SYSTEM, VISITOR, append
from bot.conversations.models import Conversation, MissedQuestion
from bot.db.session import session_scope
from tests.hostile.reading import brought_in, shape
from tests.hostile.texts import BAD, MEGABYTE, bounded, hostile
from tests.support.chat import Site, Visitor, fake, new_key, site, visitor
from tests.support.people import Board

__all__ = ["fake", "site", "visitor"]
EXTRA = ("naam", "titel", "kort", "organisatie", "zekerheid", "wet_in_beweging")


@pytest.fixture
def unlimited(monkeypatch: pytest.MonkeyPatch) -> None:
    async def no_limit(*_: object) -> None:
        return None

    monkeypatch.setattr(limits.Limits, "message", no_limit)


@bounded
@given(text=hostile)
def test_anything_typed_is_kept_as_text_or_refused_in_words(
    unlimited: None, site: Site, visitor: Visitor, text: str
) -> None:
    if not visitor.token:
        visitor.begin()
    reply = visitor.say(text)
    assert reply.status_code in (202, 400), reply.text
    assert reply.headers["content-type"] == "application/json"
    if reply.status_code == 400:
        assert reply.json()["code"] in ("leeg", "te_lang")
        return
    kept = reply.json()["message"]
    assert visitor.messages(kept["sequence"] - 1)[0]["text"] == kept["text"]
    assert "\x00" not in kept["text"] and len(kept["text"]) <= len(text)


@pytest.mark.parametrize("text", ["a", "\u0351", "\U0001f467", "<", "\x00", "/"])
def test_a_megabyte_is_not_read(site: Site, visitor: Visitor, text: str) -> None:
    visitor.begin()
    reply = visitor.say(text * MEGABYTE)
    assert (reply.status_code, reply.json()["code"]) == (413, "te_groot")
    assert len(reply.content) < 1000


@pytest.mark.parametrize("text", [text for text in BAD if text.isprintable()])
def test_any_header_is_answered(visitor: Visitor, text: str) -> None:
    visitor.begin()
    for name in ("Authorization", "Origin", "Content-Type", "Last-Event-ID", "X-Forwarded-For"):
        headers = {**visitor.headers, name: text.strip().encode()}
        for method, path in (("GET", "/messages"), ("POST", "/messages"), ("OPTIONS", "/messages")):
            reply = visitor.http.request(method, path, headers=headers, content=b"{}")
            assert reply.status_code < 500, (name, method)


def test_a_key_that_was_used_by_another_text_adds_nothing(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    key = new_key()
    visitor.say("Eerst dit", key)
    assert visitor.say(BAD[0], key).json()["message"]["text"] == "Eerst dit"


def says(board: Board, text: str) -> None:
    """Everything in the board's conversation that a browser, an engine or a colleague can fill."""
    custom = dict.fromkeys(EXTRA, text) | {"vraag": "inzage/recht", "bronnen": [{"naam": text}]}
    data = {"buttons": [{"title": text, "payload": text}], "custom": custom}
    with session_scope(board.engine) as session:
        conversation = session.query(Conversation).one()
        conversation.contact_email = text
        asked = append(session, conversation, author=VISITOR, text=text, at=clock.now())
        asked.understood = [[text, 0.9], ["inzage/recht", 0.1]]
        append(session, conversation, author=BOT, text=text, data=data, at=clock.now())
        append(session, conversation, author=SYSTEM, text=text, at=clock.now())
        session.add(
            MissedQuestion(
                conversation_id=conversation.id,
                school_id=conversation.school_id,
                at=clock.now(),
                text=text,
                guesses=[text],
                why="niet_begrepen",
                state="open",
            )
        )


def shown(board: Board) -> dict[str, str]:
    """Every page that shows a conversation or what was missed, by persona and path."""
    path = f"/kantoor/gesprek/{board.conversation}"
    staff, manager = board.browser("medewerker"), board.browser("beheerder_bestuur")
    pages = {one: staff.get(one) for one in ("/kantoor/gesprekken", path)}
    pages |= {one: manager.get(one) for one in ("/kantoor/gemist", "/kantoor/gemist.yml")}
    assert {page.status_code for page in pages.values()} == {200}
    texts = {one: page.text for one, page in pages.items() if not one.endswith(".yml")}
    return texts | {f"{path}/nieuw": staff.get(f"{path}/nieuw").json()["html"]}


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_staff_read_it_as_text(board: Board, text: str) -> None:
    says(board, "Gewone tekst")
    staff = board.browser("medewerker")
    path = f"/kantoor/gesprek/{board.conversation}"
    staff.post(f"{path}/overnemen")
    staff.post(f"{path}/notitie", data={"tekst": "Gewone tekst"})
    staff.post(f"{path}/antwoord", data={"tekst": "Gewone tekst"})
    known = shape(shown(board).values()) | shape([staff.get(f"{path}/verzoek").text])
    says(board, text)
    for act in ("notitie", "antwoord", "verzoek"):
        answer = staff.post(
            f"{path}/{act}", data=dict.fromkeys(("tekst", "soort", "child_name"), text)
        )
        assert answer.status_code in (200, 303, 404, 422), act
        assert brought_in(answer.text, known | shape([staff.get(path).text])) == [], act
    strange = {page: brought_in(html, known) for page, html in shown(board).items()}
    assert {page: found for page, found in strange.items() if found} == {}
