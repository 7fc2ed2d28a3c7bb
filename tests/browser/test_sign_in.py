"""The first sign-in, from a password that was handed over to the worklist; and the next one."""

from __future__ import annotations

import re
import time

import pyotp
from playwright.sync_api import Page, expect

from bot import clock
from bot.db.session import session_scope
from bot.people.accounts import create_account, first_password, give_roles
from bot.people.roles import ADMINISTRATION
from tests.browser.site import Site

_EMAIL, _OWN = "nieuw@school.nl", "vier rustige groene fietsen"
# The app's code of the next half minute is good now as well, and not used yet.
_NEXT_STEP = 30


def fill_in(page: Page, password: str) -> None:
    page.get_by_label("E-mailadres").fill(_EMAIL)
    page.get_by_label("Wachtwoord").fill(password)
    page.get_by_role("button", name="Inloggen").click()


def test_sign_in_with_a_password_and_a_second_factor(site: Site, another_browser) -> None:
    given = first_password()
    with session_scope(site.engine) as session:
        account = create_account(
            session, email=_EMAIL, name="Noor Nieuw", password=given, now=clock.now()
        )
        give_roles(session, account, [(ADMINISTRATION, None)])
    page = another_browser()
    page.goto("/")
    fill_in(page, "geraden wachtwoord")
    expect(page.get_by_role("alert")).to_contain_text("klopt niet")
    fill_in(page, given)
    # First the app on the telephone.
    expect(page.get_by_role("heading", level=1)).to_have_text("Code-app instellen")
    # Without a view box its edges would be cut off, and no telephone could read it.
    expect(page.locator(".qr svg[viewBox]")).to_be_visible()
    shown = page.locator("code").inner_text().replace(" ", "")
    page.get_by_label("Code van zes cijfers").fill("000000")
    page.get_by_role("button", name="Instellen").click()
    expect(page.get_by_role("alert")).to_contain_text("klopt niet")
    page.get_by_label("Code van zes cijfers").fill(pyotp.TOTP(shown).now())
    page.get_by_role("button", name="Instellen").click()
    recovery_codes = page.locator(".codes code").all_inner_texts()
    assert len(set(recovery_codes)) == 8
    page.get_by_role("link", name="Ik heb ze bewaard").click()
    # Then a password of one's own.
    expect(page.get_by_role("heading", level=1)).to_have_text("Nieuw wachtwoord")
    page.get_by_label("Wachtwoord van nu").fill(given)
    page.get_by_label("Nieuw wachtwoord", exact=True).fill(_OWN)
    page.get_by_label("Nieuw wachtwoord, nog een keer").fill(_OWN)
    page.get_by_role("button", name="Opslaan").click()
    expect(page).to_have_url(re.compile("/kantoor/verzoeken$"))
    expect(page.get_by_role("link", name="Noor Nieuw")).to_be_visible()
    # Leaving, and the next day's way in.
    page.get_by_role("button", name="Uitloggen").click()
    page.goto("/kantoor/verzoeken")
    expect(page.get_by_role("heading", level=1)).to_have_text("Inloggen")
    fill_in(page, _OWN)
    expect(page.get_by_role("heading", level=1)).to_have_text("Code van uw telefoon")
    page.goto("/kantoor/verzoeken")
    expect(page.get_by_role("heading", level=1)).to_have_text("Code van uw telefoon")
    page.get_by_label("Code van zes cijfers").fill(pyotp.TOTP(shown).at(time.time() + _NEXT_STEP))
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Verzoeken en klachten")
    # Without the telephone.
    page.get_by_role("button", name="Uitloggen").click()
    fill_in(page, _OWN)
    page.get_by_label("Code van zes cijfers").fill(recovery_codes[3])
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Verzoeken en klachten")
