"""The parent follows a request: by a link from the mail, and with nothing else."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.chromium import TELEPHONE
from tests.browser.site import Site
from tests.browser.steps import expect_state, find_on_worklist, write


def open_by_link(page: Page, site: Site, reference: str, email: str) -> str:
    """Asks for the link on /status and opens the one that comes; the link."""
    before = len(site.mails_to(email))
    page.goto("/status")
    page.get_by_label("Kenmerk").fill(reference)
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_role("button", name="Stuur mij de link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kijk in uw mail")
    link = site.wait_for_link(email, after=before)
    page.goto(link)
    page.get_by_role("button", name="Open mijn verzoek").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(reference)
    return link


def test_a_parent_reads_the_question_answers_it_and_adds_a_file(
    site: Site, office: Page, another_browser
) -> None:
    email = "ouder@voorbeeld.nl"
    reference = site.file("inzage", email=email)
    find_on_worklist(office, reference)
    write(office, site, reference, "Een vraag stellen", "Over welk schooljaar gaat het?")
    expect_state(office, "Wacht op aanvrager")
    site.wait_for_mails(email, 1)

    parent = another_browser(viewport=TELEPHONE)
    link = open_by_link(parent, site, reference, email)
    expect(parent.get_by_role("heading", name="De school wacht op uw antwoord")).to_be_visible()
    parent.get_by_role("link", name="Antwoord geven").click()
    expect(parent.get_by_text("Over welk schooljaar gaat het?")).to_be_visible()
    with parent.expect_download() as saved:
        parent.get_by_role("link", name="Vraag aan de aanvrager (pdf)").click()
    assert saved.value.path().read_bytes().startswith(b"%PDF")
    parent.get_by_label("Uw bericht").fill("Het gaat over groep 6.")
    parent.get_by_role("button", name="Versturen", exact=True).click()
    expect(parent.get_by_role("status")).to_have_text("Uw antwoord is bij de school.")
    assert site.state(reference) == ("in_behandeling", None)
    parent.get_by_label("Bestand toevoegen").set_input_files(
        {"name": "rapport.txt", "mimeType": "text/plain", "buffer": b"Rapport van groep 6"}
    )
    parent.get_by_role("button", name="Bestand versturen").click()
    expect(parent.get_by_role("link", name="rapport.txt")).to_be_visible()
    parent.get_by_role("button", name="Wie heeft mijn verzoek bekeken?").click()
    expect(parent.get_by_text("Persoon administratie").first).to_be_visible()

    office.reload()
    expect(office.get_by_text("Het gaat over groep 6.")).to_be_visible()
    expect(office.get_by_role("link", name="rapport.txt")).to_be_visible()

    # The link is spent, and the page is shut when the parent says so.
    parent.goto("/status/verzoek")
    parent.get_by_role("button", name="Klaar, sluit deze pagina").click()
    parent.goto("/status/verzoek")
    expect(parent.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")
    parent.goto(link)
    expect(parent.get_by_role("heading", level=1)).to_have_text("Deze link werkt niet meer")


def test_a_parent_withdraws_and_the_office_confirms_it(
    site: Site, office: Page, another_browser
) -> None:
    email = "toch-niet@voorbeeld.nl"
    reference = site.file("camerabeelden", email=email)
    parent = another_browser()
    open_by_link(parent, site, reference, email)
    parent.get_by_role("link", name="Verzoek intrekken").click()
    parent.get_by_role("link", name="Nee, terug").click()
    assert site.state(reference) == ("ontvangen", None)
    parent.get_by_role("link", name="Verzoek intrekken").click()
    parent.get_by_role("button", name="Ja, trek het in").click()
    expect(parent.get_by_role("status")).to_have_text("Uw verzoek is ingetrokken.")
    assert site.state(reference) == ("afgehandeld", "ingetrokken")
    office.goto(f"/kantoor/verzoek/{reference}")
    expect_state(office, "Afgehandeld", "Ingetrokken")
    write(office, site, reference, "Afsluiting bevestigen")
    last = site.wait_for_mails(email, 2)[-1]
    assert "afgesloten" in last["Subject"]


def test_whoever_has_no_link_is_told_nothing(site: Site, another_browser) -> None:
    reference = site.file("inzage", email="echt@voorbeeld.nl")
    stranger = another_browser()
    stranger.goto("/status")
    stranger.get_by_label("Kenmerk").fill(reference)
    stranger.get_by_label("E-mailadres").fill("vreemd@voorbeeld.nl")
    stranger.get_by_role("button", name="Stuur mij de link").click()
    expect(stranger.get_by_role("heading", level=1)).to_have_text("Kijk in uw mail")
    stranger.goto("/status/verzoek")
    expect(stranger.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")
    assert site.mails_to("vreemd@voorbeeld.nl") == site.mails_to("echt@voorbeeld.nl") == []
