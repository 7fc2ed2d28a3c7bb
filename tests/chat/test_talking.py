"""A visitor asks and is answered: stored first, in order, once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from tests.support.chat import Site, Visitor, new_key


def test_the_school_is_shown_before_anything_is_stored(site: Site, visitor: Visitor) -> None:
    body = visitor.get("/school", school="regenboog").json()
    assert body["school"] == {
        "slug": "regenboog",
        "name": "De Regenboog",
        "phone": "030-1234567",
        "email": "info@regenboog.example",
    }
    assert body["chat"]["name"] == "Wijsneus" and body["retention_days"] == 30
    said = " ".join(message["text"] for message in body["opening"])
    for promised in ("chatbot", "geen mens", "30 dagen", "medewerker", "030-1234567"):
        assert promised in said
    assert all(message["sequence"] == 0 for message in body["opening"])
    assert site.rows() == []


def test_the_first_message_makes_a_conversation_with_its_opening(
    site: Site, visitor: Visitor
) -> None:
    reply = visitor.begin("mag ik het dossier zien")
    assert reply.status_code == 201
    body = reply.json()
    assert len(body["token"]) >= 43
    assert [message["sequence"] for message in body["messages"]] == [1, 2, 3]
    assert body["state"] == "bot" and body["last"] == 3
    assert visitor.answered(1)[-1] == ("bot", "U zei: mag ik het dossier zien")
    assert site.conversation().topic == "inzage/recht"
    assert site.rows()[2].understood == [["inzage/recht", 0.91], ["inzage/kopie", 0.2]]


def test_an_answer_shows_its_source_and_no_payload(visitor: Visitor) -> None:
    visitor.begin("het dossier")
    visitor.answered(1)
    message = visitor.messages()[-1]
    assert message["answer"]["question"] == "inzage/recht"
    assert message["answer"]["sources"][0]["name"] == "AVG artikel 15"
    assert message["answer"]["stale"] is False
    assert message["buttons"] == [{"index": 0, "title": "Inzage aanvragen"}]
    assert "payload" not in visitor.get().text and "/verzoek_inzage" not in visitor.get().text


def test_messages_are_answered_in_order_and_one_at_a_time(site: Site, visitor: Visitor) -> None:
    visitor.begin("nul")
    for number in range(1, 8):
        assert visitor.say(f"bericht {number}").status_code == 202
    texts = visitor.answered(8)
    asked = [text for author, text in texts if author == "bezoeker"]
    assert asked == ["nul", *(f"bericht {number}" for number in range(1, 8))]
    assert site.engine.texts() == asked
    assert [text for author, text in texts if author == "bot"] == [f"U zei: {t}" for t in asked]
    assert max(site.engine.most_at_once.values()) == 1


def test_the_same_key_twice_is_one_message(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    key = new_key()
    first, second = visitor.say("dien in", key), visitor.say("dien in", key)
    assert first.json()["message"] == second.json()["message"]
    visitor.answered(2)
    assert site.engine.texts() == ["hoi", "dien in"]


def test_the_same_key_at_once_is_one_message(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    key = new_key()
    with ThreadPoolExecutor(8) as threads:
        replies = list(threads.map(lambda _: visitor.say("dien in", key), range(8)))
    assert {reply.status_code for reply in replies} == {202}
    assert {reply.json()["message"]["sequence"] for reply in replies} == {
        replies[0].json()["message"]["sequence"]
    }
    visitor.answered(2)
    assert site.engine.texts() == ["hoi", "dien in"]


def test_beginning_again_with_the_same_key_finds_what_was_begun(
    site: Site, visitor: Visitor
) -> None:
    key = new_key()
    first, second = visitor.begin(key=key).json(), visitor.begin(key=key).json()
    assert first["token"] == second["token"]
    visitor.answered(1)
    assert site.engine.texts() == ["hoi"]


def test_two_tabs_see_the_same_conversation(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    other = site.visitor()
    other.token = visitor.token
    other.say("uit de andere tab")
    assert visitor.answered(2) == other.texts()


def test_reading_goes_on_after_what_was_read(visitor: Visitor) -> None:
    visitor.begin()
    visitor.answered(1)
    assert [message["sequence"] for message in visitor.messages(after=3)] == [4]
    assert visitor.get(after=4).json() == {
        "messages": [],
        "last": 4,
        "state": "bot",
        "typing": False,
        "person": None,
        "notice": None,
    }


def test_what_was_read_is_remembered_and_never_taken_back(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    visitor.answered(1)
    for through in (4, 1, 2_000_000_000):
        assert visitor.post("/read", {"through": through}).status_code == 204
        assert site.conversation().visitor_read == 4


def test_a_transcript_has_dates_and_sources(visitor: Visitor) -> None:
    visitor.begin("het dossier")
    visitor.answered(1)
    reply = visitor.get("/transcript")
    assert reply.headers["content-type"] == "text/plain; charset=utf-8"
    assert "attachment" in reply.headers["content-disposition"]
    for part in ("De Regenboog", "het dossier", "Bron: AVG artikel 15", "Nagekeken: 2026-11"):
        assert part in reply.text
