"""What staff do on the page of a conversation."""

from __future__ import annotations

import re
import uuid

from playwright.sync_api import Page, expect

_HOW_LONG = re.compile(r"nog geen minuut|\d+ minu")


def take_over(staff: Page, conversation: uuid.UUID) -> None:
    """From the list, which says how long it waits and why."""
    staff.goto("/kantoor/gesprekken")
    row = staff.get_by_role("row").filter(has=staff.locator(f"a[href$='{conversation}']"))
    expect(row).to_contain_text("vroeg om een medewerker")
    expect(row).to_contain_text(_HOW_LONG)
    row.get_by_role("link").click()
    staff.get_by_role("button", name="Neem dit gesprek over").click()
    expect(staff.get_by_label("Uw bericht")).to_be_visible()


def say(staff: Page, text: str) -> None:
    staff.get_by_label("Uw bericht").fill(text)
    staff.get_by_role("button", name="Verstuur").click()
    expect(staff.locator(".line.medewerker").last).to_contain_text(text)


def sees(staff: Page, text: str) -> None:
    """Comes by itself, once."""
    theirs = staff.locator(".line.bezoeker").filter(has_text=text)
    expect(theirs).to_have_count(1)


def hand_back(staff: Page, topic: str) -> None:
    staff.get_by_label("Onderwerp voor de assistent").fill(topic)
    staff.get_by_role("button", name="Geef terug aan de assistent").click()
    told = staff.locator(".line.systeem").filter(has_text="U praat weer met de chatbot.")
    expect(told).to_have_count(1)
