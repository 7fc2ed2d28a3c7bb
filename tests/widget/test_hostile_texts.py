"""Whatever the server passes on, the widget shows it as text: no element, no script, no strange link."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.hostile.texts import BAD, MARK
from tests.support.fake_chat import FakeChat
from tests.widget.steps import ask, log, message, open_chat

# What is no element of the widget's own, inside its shadow root.
_STRANGE = """mark => {
  const found = [];
  for (const one of document.querySelector("dossierwijzer-chat").shadowRoot.querySelectorAll("*")) {
    const names = [...one.attributes].map(a => a.name);
    const bad = names.some(n => n.startsWith("on") || n.includes(mark) || n === "srcdoc");
    const link = one.getAttribute("href") || one.getAttribute("src") || "";
    if (bad || one.localName.includes(mark) || /^(script|iframe|img|object|embed)$/.test(one.localName)
        || /^\\s*(javascript|vbscript|data):/i.test(link)) found.push(one.outerHTML.slice(0, 200));
  }
  return found;
}"""
DATES = ("received_on", "due_on")
_SHOWN = [text for text in BAD if text.strip() and text.isprintable()]


def everything(text: str) -> dict:
    """A message that says this in every place that has words; the dates are the server's own."""
    source = {"name": text, "organisation": text, "url": text}
    answer = {
        "question": text,
        "title": text,
        "short": text,
        "sources": [source],
        "checked": "2026-11",
    }
    return {
        "buttons": [text],
        "answer": answer | {"certainty": "laag", "open_law": text, "stale": True},
        "form": {
            "field": text,
            "label": text,
            "progress": text,
            "step": 1,
            "steps": 2,
            "optional": True,
        },
        "summary": [{"field": text, "label": text, "value": text}],
        "receipt": {"reference": text, "explanation": [text]} | dict.fromkeys(DATES, "2026-11-24"),
    }


@pytest.mark.parametrize("text", _SHOWN, ids=range(len(_SHOWN)))
def test_what_anybody_wrote_is_text(page: Page, chat: FakeChat, text: str) -> None:
    opened: list[str] = []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    open_chat(page)
    ask(page, f"Ik vraag: {text}"[:1900].rstrip())
    chat.say(f"alles: {text}", **everything(text))
    chat.say(f"van de school: {text}", author="medewerker", name=text)
    chat.say("klaar")
    expect(message(page, "klaar")).to_be_visible()
    assert page.evaluate(_STRANGE, MARK) == []
    assert opened == []
    if "zwaluw" in text:
        expect(log(page)).to_contain_text(MARK)
