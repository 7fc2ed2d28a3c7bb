"""Nobody reads or writes another's conversation, and nothing but a button is a command."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import update

from bot.conversations.models import Message
from bot.db.session import session_scope
from tests.support.chat import Site, Visitor, new_key

READING = ("/messages", "/events", "/transcript")


@pytest.mark.parametrize("token", ["", "x", "x" * 43, "é", "Bearer", "x" * 500])
@pytest.mark.parametrize("path", READING)
def test_nobody_reads_without_the_token(visitor: Visitor, path: str, token: str) -> None:
    visitor.begin()
    headers = {"Authorization": f"Bearer {token}".encode()} if token else {}
    reply = visitor.http.get(path, headers=headers)
    assert reply.status_code == 401
    assert reply.json()["code"] == "geen_gesprek"
    assert reply.json()["contact"].keys() == {"phone", "email"}


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/messages", {"key": "k" * 36, "text": "hoi"}),
        ("POST", "/read", {"through": 1}),
        ("DELETE", "/conversation", None),
    ],
)
def test_nobody_writes_with_a_wrong_token(
    site: Site, visitor: Visitor, method: str, path: str, body: object
) -> None:
    visitor.begin()
    visitor.answered(1)
    before = len(site.rows())
    wrong = visitor.token[:-1] + ("4" if visitor.token.endswith("0") else "0")
    reply = visitor.http.request(
        method, path, json=body, headers={"Authorization": f"Bearer {wrong}"}
    )
    assert reply.status_code == 401
    assert len(site.rows()) == before


def test_another_visitor_sees_only_their_own(site: Site, visitor: Visitor) -> None:
    visitor.begin("mijn geheim")
    other = site.visitor()
    other.begin("iets anders")
    assert "mijn geheim" not in other.get().text
    other.answered(1)
    assert "mijn geheim" not in other.get("/transcript").text


def test_the_token_is_kept_nowhere(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    visitor.answered(1)
    files = [path.read_bytes() for path in _files(site)]
    assert files and not any(visitor.token.encode() in content for content in files)


def _files(site: Site) -> list[Path]:
    path = Path(str(site.database.url.database))
    return list(path.parent.glob(f"{path.name}*"))


@pytest.mark.parametrize(
    "typed",
    [
        "/restart",
        "/session_start",
        '/intent{"slot":"x"}',
        "/inzage/recht",
        '/wis_gesprek{"zeker": "ja"}',
        "  /restart",
        "\n\t/restart",
        "\u00a0/restart",
        "\u200b/restart",
        "\u2060/restart",
        "\u200c/restart",
        "\u200d \u200c/restart",
        "\ufeff/restart",
        "\u3000/restart",
        "\uff0frestart",
        "\u2215restart",
        "\u2044restart",
        "/\u0338restart",
        "\x00/restart",
    ],
)
def test_a_typed_command_is_only_text(site: Site, visitor: Visitor, typed: str) -> None:
    visitor.begin(typed)
    visitor.answered(1)
    (told,) = site.engine.texts()
    # As Rasa looks at it: RegexMessageHandler and ButtonReader both strip first.
    assert not told.strip().startswith("/")
    shown = [text for author, text in visitor.texts() if author == "bezoeker"]
    assert "\u2060" not in shown[0]


def test_a_button_of_the_bot_sends_its_payload_and_shows_its_title(
    site: Site, visitor: Visitor
) -> None:
    visitor.begin()
    visitor.answered(1)
    assert visitor.press(4).json()["message"]["text"] == "Inzage aanvragen"
    visitor.answered(2)
    assert site.engine.texts() == ["hoi", "/verzoek_inzage"]


def test_a_button_of_the_opening_begins_a_conversation(site: Site, visitor: Visitor) -> None:
    reply = visitor.begin(button={"opening": 1, "index": 3})
    assert reply.json()["messages"][-1]["text"] == "Ik wil een medewerker"
    visitor.answered(1)
    assert site.engine.texts() == ["/medewerker"]


@pytest.mark.parametrize(
    ("message", "index"), [(4, 1), (4, 99), (3, 0), (99, 0), (0, 0), (1, 0), (4, 2_000_000_000)]
)
def test_a_button_that_was_not_offered_does_nothing(
    site: Site, visitor: Visitor, message: int, index: int
) -> None:
    visitor.begin()
    visitor.answered(1)
    reply = visitor.press(message, index)
    assert reply.status_code == 409
    assert reply.json()["code"] == "knop_weg"
    assert reply.json()["contact"]["phone"] == "030-1234567"
    assert site.engine.texts() == ["hoi"]


def test_a_button_of_somebody_else_does_nothing(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    visitor.answered(1)
    with session_scope(site.database) as session:
        buttons = [{"title": "Ja", "payload": "/bevestig"}] * 3
        session.execute(
            update(Message).where(Message.sequence == 4).values(data={"buttons": buttons})
        )
    other = site.visitor()
    other.begin()
    other.answered(1)
    assert other.press(4, 2).status_code == 409
    assert visitor.press(4, 2).status_code == 202


def test_a_payload_cannot_be_sent_along(site: Site, visitor: Visitor) -> None:
    visitor.begin()
    visitor.answered(1)
    visitor.post("/messages", {"key": new_key(), "text": "hoi", "payload": "/restart"})
    forged = {"message": 4, "index": 0, "payload": "/restart", "title": "x"}
    visitor.post("/messages", {"key": new_key(), "button": forged})
    visitor.answered(3)
    assert site.engine.texts() == ["hoi", "hoi", "/verzoek_inzage"]


def test_any_page_may_ask_and_only_here(visitor: Visitor) -> None:
    origin = {"Origin": "https://school.example"}
    asked = {**origin, "Access-Control-Request-Method": "POST"}
    asked["Access-Control-Request-Headers"] = "authorization,content-type"
    before = visitor.http.request("OPTIONS", "/messages", headers=asked)
    assert before.status_code == 200
    assert before.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in before.headers
    refused = visitor.http.get("/messages", headers=origin)
    assert refused.status_code == 401
    assert refused.headers["access-control-allow-origin"] == "*"
    elsewhere = visitor.http.get("/../../kantoor/inloggen", headers=origin)
    assert "access-control-allow-origin" not in elsewhere.headers


def test_the_office_still_refuses_posts_from_elsewhere(visitor: Visitor) -> None:
    reply = visitor.http.post(
        "/../../kantoor/inloggen", headers={"Origin": "https://elders.example"}, data={"a": "b"}
    )
    assert reply.status_code == 403
