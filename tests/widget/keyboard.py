"""Going through the widget with the keys, as somebody does who uses no mouse."""

from __future__ import annotations

from playwright.sync_api import Page

_FOCUSED = """() => {
  const root = document.activeElement.shadowRoot;
  const at = root && root.activeElement;
  return at ? at.getAttribute("aria-label") || at.textContent || at.id : "";
}"""
_FOCUS_RING = """() => {
  const at = document.activeElement.shadowRoot.activeElement;
  const style = getComputedStyle(at);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
}"""


def focused(page: Page) -> str:
    """Label, text or id of what has the focus in the widget; empty when nothing there has."""
    return page.evaluate(_FOCUSED)


def tab_to(page: Page, name: str, *, key: str = "Tab") -> None:
    """Presses until this has the focus; everything on the way must show that it has it."""
    for _ in range(30):
        page.keyboard.press(key)
        at = focused(page)
        if at:
            assert page.evaluate(_FOCUS_RING), f"no focus to be seen on {at}"
        if name in at:
            return
    raise AssertionError(f"{name} cannot be reached")


def said(page: Page) -> str:
    """What a screen reader was told of late."""
    return " ".join(page.locator("dossierwijzer-chat [aria-live=polite] p").all_text_contents())
