"""/demo: a school's pages that carry the chat, and only where the demonstration is on."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from bot.web.app import make_app
from bot.web.demo_site.routes import PAGES, SCHOOL


@pytest.fixture
def browser(engine: Engine) -> TestClient:
    return TestClient(make_app(lambda: engine), follow_redirects=True)


@pytest.fixture
def demo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMO", "ja")


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("path", [path for path, _, _ in PAGES])
def test_every_page_carries_the_chat_and_a_line_for_who_has_no_scripts(
    path: str, browser: TestClient
) -> None:
    page = browser.get(f"/demo{path}")
    assert page.status_code == 200
    assert f'src="/widget.js" data-school="{SCHOOL["slug"]}"' in page.text
    assert "<noscript>" in page.text
    assert f"mailto:{SCHOOL['email']}" in page.text
    assert "connect-src 'self'" in page.headers["content-security-policy"]


@pytest.mark.usefixtures("demo")
def test_the_demo_opens_without_its_last_slash(browser: TestClient) -> None:
    assert "Wie hier loslaat" in browser.get("/demo").text
    assert browser.get("/demo/site.css").headers["content-type"].startswith("text/css")


@pytest.mark.parametrize("path", ["/demo/", "/demo/privacy", "/demo/site.css"])
def test_without_the_demonstration_there_is_no_such_school(path: str, browser: TestClient) -> None:
    assert browser.get(path).status_code == 404


def test_the_script_comes_from_the_same_process(browser: TestClient) -> None:
    assert browser.get("/widget.js").status_code == 200
