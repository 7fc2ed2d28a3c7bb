"""One Chromium, one fake chat server and the sites of three schools for all of these tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import browser
from tests.support.crashing_server import CrashingServer
from tests.support.fake_chat import FakeChat
from tests.widget.host_pages import host_site
from tests.widget.watch import TwoOrigins

__all__ = ["browser"]


@pytest.fixture(scope="package")
def server() -> Iterator[FakeChat]:
    fake = FakeChat()
    yield fake
    fake.server.stop()


@pytest.fixture(scope="package")
def schools(server: FakeChat) -> Iterator[CrashingServer]:
    site = CrashingServer(host_site(server.address))
    yield site
    site.stop()


@pytest.fixture(scope="package")
def watch(schools: CrashingServer, server: FakeChat) -> TwoOrigins:
    return TwoOrigins(schools.address, chat=server.address)


@pytest.fixture
def chat(server: FakeChat) -> FakeChat:
    server.forget_all()
    return server


@pytest.fixture
def open_browser(
    browser: Browser, watch: TwoOrigins, chat: FakeChat
) -> Iterator[Callable[..., Page]]:
    """Makes pages of parents, each with a browser of their own. Afterwards: no request left for
    another address, no script or policy complained, no cookie was set."""
    contexts = []

    def make(**options) -> Page:
        context = watch.open(browser, **({"timezone_id": "Europe/Amsterdam"} | options))
        contexts.append(context)
        return context.new_page()

    yield make
    cookies = [cookie for context in contexts for cookie in context.cookies()]
    for context in contexts:
        context.close()
    elsewhere, complaints = watch.take()
    assert (elsewhere, complaints, cookies) == ([], [], [])


@pytest.fixture
def page(open_browser) -> Page:
    return open_browser()
