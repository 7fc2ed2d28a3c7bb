"""Every page can be used by everybody: no violation in axe, and nothing to scroll sideways."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from bot.office.routes import PAGES as OFFICE_PAGES
from bot.portal.routes import PAGES as PORTAL_PAGES
from tests.browser.chromium import LAPTOP, TELEPHONE, Watch
from tests.browser.showcase import Showcase, furnish
from tests.browser.site import Site
from tests.browser.views import OFFICE, PORTAL, Opening, all_views

_VIEWS = all_views()
_ALL_RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_CONTRAST = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}


@pytest.fixture(scope="module")
def show(site: Site, watch: Watch, browser: Browser) -> Iterator[Showcase]:
    show = furnish(site, watch, browser)
    yield show
    for page in (show.office, show.without_app, show.with_app, show.parent, show.nobody):
        page.context.close()


def violations(page: Page, rules: dict = _ALL_RULES) -> list[str]:
    """Rule, place and what axe says about it."""
    found = Axe().run(page, options=rules).response["violations"]
    return [
        f"{one['id']}: {node['html'][:200]} ({node['failureSummary']})"
        for one in found
        for node in one["nodes"]
    ]


def sticks_out(page: Page) -> int:
    """Pixels that the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


def test_every_page_of_the_tables_is_tried_here_or_has_nothing_to_see() -> None:
    assert list(OFFICE) == [page.path for page in OFFICE_PAGES]
    assert list(PORTAL) == [path for path, _, _ in PORTAL_PAGES]


def test_axe_would_find_something(show: Showcase) -> None:
    page = OFFICE["/account"]["own"](show)
    page.evaluate(
        "document.querySelector('main').innerHTML = '<input><font color=#ddd>bleek</font>'"
    )
    assert {line.split(":")[0] for line in violations(page)} >= {"label", "color-contrast"}


@pytest.mark.parametrize("opening", _VIEWS.values(), ids=_VIEWS.keys())
def test_axe_finds_nothing_by_day_and_by_night_nor_on_a_telephone(
    opening: Opening, show: Showcase
) -> None:
    page = opening(show)
    for size in (LAPTOP, TELEPHONE):
        page.set_viewport_size(size)
        assert violations(page) == []
        assert sticks_out(page) <= 0
    page.set_viewport_size(LAPTOP)
    page.emulate_media(color_scheme="dark")
    assert violations(page, _CONTRAST) == []
    page.emulate_media(color_scheme="light")
