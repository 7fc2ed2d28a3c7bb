"""One site, one Chromium and one signed-in browser for all of these tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from bot.people.roles import ADMINISTRATION
from tests.browser.chromium import Watch, browser, sign_in_by_cookie
from tests.browser.site import Site, running_site

__all__ = ["browser"]


@pytest.fixture(scope="package")
def site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running_site(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="package")
def watch(site: Site) -> Watch:
    return Watch(site.address)


@pytest.fixture(autouse=True)
def nothing_goes_elsewhere(watch: Watch) -> Iterator[None]:
    """After every test: no request left for another address, no script or policy complained."""
    yield
    elsewhere, complaints = watch.elsewhere[:], watch.complaints[:]
    watch.elsewhere.clear()
    watch.complaints.clear()
    assert elsewhere == []
    assert complaints == []


@pytest.fixture(scope="package")
def office(site: Site, browser: Browser, watch: Watch) -> Iterator[Page]:
    """The page of somebody of the administration who is signed in."""
    page = watch.open(browser).new_page()
    sign_in_by_cookie(page, site.token(site.person("administratie", ADMINISTRATION)))
    yield page
    page.context.close()


@pytest.fixture
def another_browser(browser: Browser, watch: Watch) -> Iterator[Callable[..., Page]]:
    """Makes pages of other people, closed after the test."""
    contexts = []

    def make(**options) -> Page:
        context = watch.open(browser, **options)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
