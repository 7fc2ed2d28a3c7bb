"""Several web processes and engines, and a web process that dies: nothing lost, nothing twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from bot import clock
from bot.chat.turns import claim_by_id, left_behind
from bot.db.session import session_scope
from bot.engines.choice import engine_for
from tests.support.chat import Site, Visitor
from tests.support.fake_engine import SECRET, FakeEngine
from tests.support.loopback import wait_until
from tests.support.office import make_school
from tests.support.programs import free_port

ROOT = Path(__file__).resolve().parents[2]


class Web:
    """A real web process."""

    def __init__(self, database_url: str, engine: FakeEngine, folder: Path) -> None:
        self.port = free_port()
        self.log = folder / "web.log"
        self._environment = os.environ | {
            "DATABASE_URL": database_url,
            "WEB_PORT": str(self.port),
            "ENGINE_URLS": engine.server.url,
            "ENGINE_SECRET": SECRET,
        }
        self._process: subprocess.Popen | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot.web"],
                env=self._environment,
                cwd=ROOT,
                stdout=log,
                stderr=log,
            )
        visitor = self.visitor()
        wait_until(lambda: _answers(visitor), 90)

    def end(self, number: signal.Signals) -> int:
        assert self._process is not None
        self._process.send_signal(number)
        return self._process.wait(15)

    def visitor(self) -> Visitor:
        return Visitor(f"http://127.0.0.1:{self.port}", "regenboog")


def _answers(visitor: Visitor) -> bool:
    try:
        return visitor.get("/school", school="regenboog").status_code == 200
    except Exception:
        return False


@pytest.fixture
def web(engine, database_url: str, fake: FakeEngine, tmp_path: Path):
    with session_scope(engine) as session:
        make_school(session)
    web = Web(database_url, fake, tmp_path)
    web.start()
    yield web
    fake.let_go()
    web.end(signal.SIGKILL)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_web_process_that_is_restarted_answers_what_waits_once(
    web: Web, fake: FakeEngine, number: signal.Signals
) -> None:
    visitor = web.visitor()
    visitor.begin("nul")
    visitor.answered(1)
    fake.behaviour = "hold"
    for text in ("een", "twee", "drie"):
        visitor.say(text)
    wait_until(lambda: len(fake.called) == 2)
    web.end(number)
    fake.let_go()
    # Whoever comes back finds it as it was, and what waits is answered by the new process.
    wait_until(lambda: fake.texts() == ["nul", "een"])
    web.start()
    wait_until(lambda: _count(visitor, "bot") == 4, 30)
    texts = visitor.texts()
    assert [text for author, text in texts if author == "bot"] == [
        f"U zei: {text}" for text in ("nul", "een", "twee", "drie")
    ]
    assert fake.texts() == ["nul", "een", "twee", "drie"]
    assert fake.called[2]["again"] is True


def _count(visitor: Visitor, author: str) -> int:
    return [who for who, _ in visitor.texts()].count(author)


def test_a_web_process_stops_within_its_grace_while_somebody_looks(web: Web) -> None:
    visitor = web.visitor()
    visitor.begin()
    visitor.answered(1)
    with visitor.events(after=4) as stream:
        next(stream)
        # The server ends by the signal itself, after it has tidied up.
        assert web.end(signal.SIGTERM) in (0, -signal.SIGTERM)
        assert not [data for event, data in stream if event == "message"]
    web.start()


def test_its_log_holds_nothing_of_what_was_typed(web: Web, fake: FakeEngine) -> None:
    visitor = web.visitor()
    visitor.begin("Zeldzaamwoord")
    visitor.answered(1)
    fake.behaviour = "garbage"
    visitor.say("Zeldzaamwoord")
    wait_until(lambda: any("geen antwoord geven" in text for _, text in visitor.texts()), 20)
    log = web.log.read_text()
    assert "engine_garbage" in log
    assert "Zeldzaamwoord" not in log and visitor.token not in log


def test_two_web_processes_answer_each_message_once(
    site: Site, visitor: Visitor, database_url: str
) -> None:
    second = Site(site.database, site.engine)
    second.server.start()
    try:
        visitor.begin("nul")
        there = second.visitor()
        there.token = visitor.token
        for number in range(1, 21):
            (visitor if number % 2 else there).say(f"bericht {number}")
        texts = visitor.answered(21)
    finally:
        second.server.stop()
    asked = [text for author, text in texts if author == "bezoeker"]
    assert site.engine.texts() == asked
    assert Counter(author for author, _ in texts) == {"bezoeker": 21, "bot": 21}
    assert max(site.engine.most_at_once.values()) == 1


def test_a_turn_is_one_processs_until_its_lease_is_over(site: Site, visitor: Visitor) -> None:
    site.engine.server.stop()
    visitor.begin()
    wait_until(lambda: len(visitor.texts()) == 2)
    site.server.stop()
    now = clock.now()
    with session_scope(site.database) as session:
        ((one, _),) = left_behind(session, now)
        turn = claim_by_id(session, one, "een", now)
        assert turn is not None and not turn.again
        assert left_behind(session, now) == []
        assert claim_by_id(session, one, "twee", now) is None
        later = now.replace(year=now.year + 1)
        second = claim_by_id(session, one, "twee", later)
        assert second is not None and second.again
        # The clock was set back by a year: nobody has to wait for that.
        assert claim_by_id(session, one, "drie", now) is not None


def test_every_conversation_has_one_engine_and_the_engines_share(fake: FakeEngine) -> None:
    urls = [f"http://127.0.0.1:{port}" for port in (5005, 5006, 5007)]
    senders = [f"web-{number}" for number in range(900)]
    chosen = {sender: engine_for(sender, urls) for sender in senders}
    assert chosen == {sender: engine_for(sender, urls[::-1]) for sender in senders}
    assert all(count > 220 for count in Counter(chosen.values()).values())
    fewer = {sender: engine_for(sender, urls[:2]) for sender in senders}
    moved = [sender for sender in senders if fewer[sender] != chosen[sender]]
    assert all(chosen[sender] == urls[2] for sender in moved)


def test_with_two_engines_each_conversation_stays_with_one(
    site: Site, fake: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = FakeEngine()
    other.server.start()
    monkeypatch.setenv("ENGINE_URLS", f"{fake.server.url},{other.server.url}")
    try:
        for _ in range(12):
            visitor = site.visitor()
            visitor.begin("een")
            visitor.say("twee")
            visitor.answered(2)
    finally:
        other.server.stop()
    here, there = ({sender for sender, _ in one.handled} for one in (fake, other))
    assert here and there and not here & there
    assert len(here | there) == 12
