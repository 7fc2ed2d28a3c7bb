"""The real nginx with our configuration, in front of the real web process, as browsers meet them."""

from __future__ import annotations

import http.client
import socket
import ssl
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from bot.db.engine import make_engine
from bot.db.schema import upgrade
from bot.db.session import session_scope
from bot.people.accounts import create_account
from bot.web.forms import LARGEST_FORM
from tests.support.chat import Visitor
from tests.support.fake_engine import SECRET, FakeEngine
from tests.support.loopback import wait_until
from tests.support.nginx import Proxy, nginx
from tests.support.office import make_school
from tests.support.programs import answers, free_port, running
from tests.support.requests import NOW

#: Messages a minute of one address.
MOST = 12
PASSWORD = "vier rustige groene fietsen"
HEADERS = (
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "strict-transport-security",
    "cache-control",
)


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    folder = tmp_path_factory.mktemp("proxy")
    url, port, engine = f"sqlite:///{folder}/queue.db", free_port(), FakeEngine()
    upgrade(url)
    database = make_engine(url)
    with session_scope(database) as session:
        make_school(session)
        create_account(session, email="els@school.nl", name="Els", password=PASSWORD, now=NOW)
    database.dispose()
    engine.server.start()
    environment = {
        "DATABASE_URL": url,
        "DEMO": "nee",
        "PUBLIC_URL": "https://privacy.bestuur.example",
        "ENGINE_URLS": engine.server.url,
        "ENGINE_SECRET": SECRET,
        "CHAT_MESSAGES_PER_ADDRESS": str(MOST),
        "WEB_PORT": str(port),
    }
    web = running(
        [sys.executable, "-m", "bot.web"],
        log=folder / "web.log",
        ready=lambda: answers(port),
        environment=environment,
    )
    with web, nginx(folder / "nginx", port) as proxy:
        yield proxy
    engine.let_go()
    engine.server.stop()


def browser(proxy: Proxy, path: str = "", *, address: str = "127.0.0.1") -> httpx2.Client:
    """One that trusts the certificate, from this address of the loopback network."""
    trusts = ssl.create_default_context(cafile=str(proxy.certificate))
    transport = httpx2.HTTPTransport(verify=trusts, local_address=address)
    return httpx2.Client(base_url=f"{proxy.url}{path}", transport=transport, timeout=20)


def visitor(proxy: Proxy, address: str) -> Visitor:
    visitor = Visitor(proxy.url, "regenboog")
    visitor.http = browser(proxy, "/chat/v1", address=address)
    return visitor


def test_it_speaks_tls_under_its_own_certificate_and_http_2(proxy: Proxy) -> None:
    trusts = ssl.create_default_context(cafile=str(proxy.certificate))
    trusts.set_alpn_protocols(["h2", "http/1.1"])
    with (
        socket.create_connection(("127.0.0.1", proxy.https)) as plain,
        trusts.wrap_socket(plain, server_hostname="localhost") as shielded,
    ):
        assert shielded.version() == "TLSv1.3"
        assert shielded.selected_alpn_protocol() == "h2"


@pytest.mark.parametrize("path", ["/", "/kantoor/inloggen?x=1", "/chat/v1/events"])
def test_who_comes_without_tls_is_sent_there(proxy: Proxy, path: str) -> None:
    answer = httpx2.get(f"http://localhost:{proxy.http}{path}", trust_env=False)
    assert (answer.status_code, answer.headers["location"]) == (301, f"https://localhost{path}")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/kantoor/inloggen", "text/html"),
        ("/status", "text/html"),
        ("/widget.js", "javascript"),
        ("/health", "json"),
    ],
)
def test_every_door_opens_with_each_header_once(proxy: Proxy, path: str, kind: str) -> None:
    answer = browser(proxy).get(path)
    assert answer.status_code == 200 and kind in answer.headers["content-type"]
    names = [name.decode().lower() for name, _ in answer.headers.raw]
    assert {name: names.count(name) for name in HEADERS} == dict.fromkeys(HEADERS, 1)
    # Neither who answers nor which version.
    assert answer.headers["server"] == "nginx"


def test_a_form_from_its_own_page_is_taken_and_from_elsewhere_not(proxy: Proxy) -> None:
    form = {"email": "els@school.nl", "wachtwoord": PASSWORD}
    path = "/kantoor/inloggen"
    elsewhere = {"Origin": "https://elders.example"}
    assert browser(proxy).post(path, data=form, headers=elsewhere).status_code == 403
    answer = browser(proxy).post(path, data=form, headers={"Origin": proxy.url})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/kantoor")
    assert "Secure" in answer.headers["set-cookie"]


def test_events_arrive_while_the_stream_is_open(proxy: Proxy) -> None:
    parent = visitor(proxy, "127.0.0.9")
    assert parent.begin().status_code == 201
    parent.answered(1)
    with parent.events() as events:
        # The answer never ends by itself: what is read came before its end.
        assert next(events)[0]
        parent.say("nog iets")
        said = next(data for _, data in events if "nog iets" in str(data))
    assert said


def test_who_claims_other_addresses_meets_the_limit_of_the_own_one(proxy: Proxy) -> None:
    def says(number: int, parent: Visitor) -> int:
        claimed = f"203.0.113.{number}"
        forged = {
            "X-Forwarded-For": claimed,
            "X-Real-IP": claimed,
            "Forwarded": f"for={claimed}",
        }
        parent.http.headers.update(forged)
        return parent.say(f"bericht {number}").status_code

    forger, other = visitor(proxy, "127.0.0.7"), visitor(proxy, "127.0.0.8")
    assert (forger.begin().status_code, other.begin().status_code) == (201, 201)
    codes = [says(number, forger) for number in range(1, MOST + 3)]
    assert codes[0] == 202 and codes[-1] == 429
    # And nobody else is held up by it: the addresses do arrive.
    assert other.say("bericht").status_code == 202


def test_what_is_too_large_is_refused_in_words_before_it_is_sent(proxy: Proxy) -> None:
    trusts = ssl.create_default_context(cafile=str(proxy.certificate))
    connection = http.client.HTTPSConnection("localhost", proxy.https, context=trusts, timeout=20)
    connection.putrequest("POST", "/status/verzoek/bestand")
    connection.putheader("Content-Length", str(18 * 1024 * 1024))
    connection.putheader("Origin", proxy.url)
    connection.endheaders()
    answer = connection.getresponse()
    assert answer.status == 413
    assert answer.read().decode() == "Dit is te groot. Kies een bestand van hoogstens 15 MB.\n"
    assert answer.headers["x-content-type-options"] == "nosniff"
    connection.close()


def test_what_the_web_process_refuses_passes_as_it_is(proxy: Proxy) -> None:
    headers = {"Origin": proxy.url, "Content-Type": "application/x-www-form-urlencoded"}
    content = b"kenmerk=" + b"x" * (LARGEST_FORM + 1)
    answer = browser(proxy).post("/status", content=content, headers=headers)
    assert answer.status_code == 413
    assert "Dit bestand is te groot" in answer.text and "<html" in answer.text


def test_what_is_sent_in_passes_without_touching_the_disk(proxy: Proxy) -> None:
    # More than nginx keeps in memory by itself; in this house it has nowhere else to leave it.
    form = {"kenmerk": "x" * 200_000}
    answer = browser(proxy).post("/status", data=form, headers={"Origin": proxy.url})
    assert (answer.status_code, answer.headers["location"]) == (303, "/status/verstuurd")


def test_a_flood_is_told_to_wait_and_an_absent_house_says_so(tmp_path: Path) -> None:
    with nginx(tmp_path / "nginx", free_port()) as alone, browser(alone) as client:
        first = client.get("/health")
        held = wait_until(lambda: _refused(client), 60)
    assert first.status_code == 503
    assert first.text.startswith("Het systeem is even niet bereikbaar.")
    assert held.startswith("Dit ging te vaak achter elkaar.")


def _refused(client: httpx2.Client) -> str:
    """What is said when it was too often, or nothing yet."""
    told = [client.get("/health") for _ in range(20)]
    return next((answer.text for answer in told if answer.status_code == 429), "")
