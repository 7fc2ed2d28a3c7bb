"""The system's Chromium, and contexts in it that can reach nothing but our own address."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)

from tests.support.programs import leave_out

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    # Containers give little shared memory.
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whatever the browser itself wants to look up does not exist.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
# What a page brings itself, and the browser's own viewer of PDF files.
_LOCAL = ("data:", "blob:", "chrome:", "chrome-extension:")
_MISSING = (
    "Chromium is not installed: install it (Debian: apt-get install chromium) or set CHROMIUM "
    "to where it is."
)
LAPTOP = {"width": 1366, "height": 768}
TELEPHONE = {"width": 390, "height": 844}
PATIENCE_MS = 20_000


def find_chromium() -> str | None:
    """CHROMIUM, or the first of the usual names on the PATH."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def chromium(executable: str) -> Iterator[Browser]:
    """A browser with a fresh profile and without a screen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, headless=True, args=list(_ARGUMENTS)
        )
        # What is waited for comes late on a busy machine, and that is no fault.
        expect.set_options(timeout=PATIENCE_MS)
        try:
            yield browser
        finally:
            browser.close()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One for all tests of a package, whose conftest imports this."""
    with needed_chromium() as browser:
        yield browser


@contextmanager
def needed_chromium() -> Iterator[Browser]:
    """Without Chromium the test is left out and says so; on a build server it fails.

    To be closed before another is opened: Playwright allows one at a time.
    """
    executable = find_chromium()
    if executable is None:
        leave_out(_MISSING)
    with chromium(executable) as browser:
        yield browser


@dataclass
class Watch:
    """What went wrong behind the pages: requests to elsewhere, and what the console complained of."""

    address: str
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, browser: Browser, **options) -> BrowserContext:
        """A context of its own: other cookies, as another person's browser."""
        usual = {"viewport": LAPTOP, "locale": "nl-NL", "reduced_motion": "reduce"}
        context = browser.new_context(base_url=self.address, **(usual | options))
        context.set_default_timeout(PATIENCE_MS)
        context.route(self._is_elsewhere, lambda route: route.abort())
        context.on("request", lambda request: self._note(request.url))
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        return context

    def _is_elsewhere(self, url: str) -> bool:
        return not url.startswith((f"{self.address}/", *_LOCAL))

    def _note(self, url: str) -> None:
        if self._is_elsewhere(url):
            self.elsewhere.append(url)

    def _hear(self, message: ConsoleMessage) -> None:
        # A page with an error on purpose is told here as well; the tests look at the page.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)


def sign_in_by_cookie(page: Page, token: str) -> None:
    cookie = {"name": "kantoor", "value": token, "domain": "127.0.0.1", "path": "/kantoor"}
    page.context.add_cookies([cookie])
