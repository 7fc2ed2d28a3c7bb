"""Every way that words come to the web process: pages, forms with errors, the interface, bad HTTP."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import httpx2

from bot import clock
from bot.db.engine import make_engine
from bot.db.session import session_scope
from bot.people.models import Account
from bot.people.sessions import start_session
from bot.requests.models import Request
from tests.logs.canary import Canary, canary
from tests.logs.chatting import conversation_pages
from tests.logs.house import House, call, raw


def browse(house: House) -> None:
    _status_page(house.web, canary("status"))
    _sign_in(house.web, canary("inlog"))
    _office(house, canary("kantoor"))
    _interface(house.web, canary("koppeling"))
    _faults(house.web, canary("breekt"))
    _bad_http(house.web, canary("protocol"))
    _no_table(house, canary("database"))


def _form(address: str, path: str, values: dict[str, str]) -> int:
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": address}
    return call(address + path, urlencode(values).encode(), headers=headers)


def _status_page(web: str, who: Canary) -> None:
    _form(web, "/status", {"kenmerk": who.name, "email": who.email})
    _form(web, "/status", {"kenmerk": who.all * 100, "email": who.all})
    _form(web, f"/status/link/{who.path}kwibus", {})
    call(f"{web}/status/link/{quote(who.all)}")
    call(
        f"{web}/status/verzoek?gedaan={quote(who.all)}",
        headers={"Cookie": f"status={who.path}kwibus"},
    )


def _sign_in(web: str, who: Canary) -> None:
    _form(web, "/kantoor/inloggen", {"email": who.email, "wachtwoord": who.sentence})
    _form(web, "/kantoor/inloggen", {"email": who.all, "wachtwoord": who.all})
    _form(web, "/kantoor/tweede-factor", {"code": who.phone})
    call(f"{web}/kantoor/oidc/terug?code={who.path}kwibus&state={who.path}kwibus")
    call(f"{web}/kantoor/verzoek/{quote(who.name)}?zoek={quote(who.sentence)}")


def _office(house: House, who: Canary) -> None:
    """A colleague who types things that are refused, on every page that takes a form."""
    engine = make_engine(house.database_url)
    with session_scope(engine) as session:
        account = session.query(Account).first()
        token = start_session(session, account, complete=True, now=clock.now())
        reference = session.query(Request).first().reference
    engine.dispose()
    fields = ("naam", "email", "tekst", "reden", "antwoord", "onderwerp", "brief", "url", "school")
    fields += ("child_name", "child_birth_date", "requester_email", "maanden", "rol", "hervatten")
    filled = dict.fromkeys(fields, who.all) | {"versie": who.phone}
    pages = ("notitie", "gegevens", "bewaring", "stap/beginnen", "stap/toewijzen", "bestand")
    paths = [f"/kantoor/verzoek/{reference}/{page}" for page in pages]
    paths += [
        "/kantoor/mensen",
        "/kantoor/mensen/nieuw",
        "/kantoor/scholen/nieuw",
        "/kantoor/weergaven",
    ]
    paths += ["/kantoor/standaardantwoorden", "/kantoor/gemist", *conversation_pages(house)]
    paths += ["/kantoor/bewaren", "/kantoor/wachtwoord", "/kantoor/verzoeken/toewijzen"]
    with httpx2.Client(base_url=house.web, cookies={"kantoor": token}, timeout=30) as browser:
        browser.headers["origin"] = house.web
        for path in paths:
            browser.post(path, data=filled)
            browser.post(path, files={"bestand": (f"{who.name}.exe", who.all.encode())})
            browser.get(path, params={"zoek": who.all, "status": who.name, "pagina": who.phone})


def _interface(web: str, who: Canary) -> None:
    for key in (who.path + "kwibus", "dwk_" + who.path + "kwibus"):
        headers = {"Authorization": f"Bearer {key}"}
        call(f"{web}/api/v1/requests?state={quote(who.all)}", headers=headers)
        call(f"{web}/api/v1/requests/{quote(who.name)}/state", who.all.encode(), headers=headers)
    call(f"{web}/api/v1/{who.path}kwibus", {"naam": who.all}, method="PATCH")


def _faults(web: str, who: Canary) -> None:
    """What nobody foresaw: an exception whose text is what was sent."""
    assert _form(web, "/status", {"kenmerk": "DW-1", "email": who.email}) == 500
    key = {"Authorization": f"Bearer {who.path}kwibus"}
    assert call(f"{web}/api/v1/requests", headers=key) == 500


def _bad_http(web: str, who: Canary) -> None:
    word = f"{who.path}kwibus".encode()
    raw(web, word + b" /" + word + b" HTTP/9.9\r\n\r\n")
    raw(web, b"GET /" + word + b" HTTP/1.1\r\n" + word + b"\r\n\r\n")
    raw(web, b"GET /status HTTP/1.1\r\nHost: x\r\nX-A: " + word * 9000 + b"\r\n\r\n")
    raw(web, b"POST /status HTTP/1.1\r\nHost: x\r\nContent-Length: " + word + b"\r\n\r\n")
    raw(
        web,
        b"POST /status HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Length: 9\r\n\r\n" + word,
    )
    raw(web, b"GET /" + b"%ff%00" + word + b" HTTP/1.1\r\nHost: " + word + b"\r\n\r\n")


def _no_table(house: House, who: Canary) -> None:
    engine = make_engine(house.database_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE rate_bucket RENAME TO gone")
    assert _form(house.web, "/status", {"kenmerk": who.name, "email": who.email}) == 503
    call(f"{house.web}/api/v1/requests", headers={"Authorization": f"Bearer {who.path}kwibus"})
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE gone RENAME TO rate_bucket")
    engine.dispose()
