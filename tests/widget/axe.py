"""axe on the widget: not on the page of the school around it."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_WITHIN = {"include": [["dossierwijzer-chat"]]}


def accessible(page: Page) -> None:
    """axe finds nothing wrong with the widget as it is now."""
    results = Axe().run(page, context=_WITHIN)
    found = [
        (violation["id"], [node["html"] for node in violation["nodes"]])
        for violation in results.response["violations"]
    ]
    assert found == []
