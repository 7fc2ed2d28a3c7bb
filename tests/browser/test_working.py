"""The administration works requests: every kind to its last letter, extending, refusing, doubt."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from bot import clock
from bot.people.roles import ADMINISTRATION
from bot.requests.kinds import KINDS
from tests.browser.chromium import sign_in_by_cookie
from tests.browser.site import Site
from tests.browser.steps import begin, expect_state, find_on_worklist, preview, send, write

_TOLD_ON = ("correctie", "verwijderen", "bezwaar")
_FILE = {"name": "dossier.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%test\n"}


def tick_all(page: Page) -> None:
    boxes = page.locator(".checks input")
    assert boxes.count() > 0
    for box in boxes.all():
        box.check()
    page.get_by_role("button", name="Controlelijst opslaan").click()
    expect(page.locator(".checks input:not(:checked)")).to_have_count(0)


def add_file(page: Page) -> None:
    """A file to go with the answer."""
    page.get_by_label("Bestand toevoegen").set_input_files(_FILE)
    page.get_by_role("button", name="Toevoegen", exact=True).click()
    expect(page.get_by_role("link", name="dossier.pdf")).to_be_visible()


def grant(page: Page, site: Site, reference: str) -> str:
    """Grants with the file that was added."""
    page.get_by_role("link", name="Toewijzen", exact=True).click()
    page.locator("[name=toelichting]").fill("Wij hebben gedaan wat u vroeg.")
    page.get_by_label("dossier.pdf").check()
    page.get_by_role("button", name="Bekijk de brief").click()
    text = page.get_by_label("Brief", exact=True).input_value()
    assert site.state(reference) == ("in_behandeling", None)
    send(page)
    return text


@pytest.mark.parametrize("kind", KINDS)
def test_a_request_of_every_kind_goes_from_receipt_to_its_last_letter(
    kind: str, site: Site, office: Page
) -> None:
    email = f"{kind.replace('_', '-')}@voorbeeld.nl"
    reference = site.file(kind, email=email)
    find_on_worklist(office, reference)
    expect_state(office, "Ontvangen")
    write(office, site, reference, "Ontvangst bevestigen")
    begin(office)
    tick_all(office)
    add_file(office)
    text = grant(office, site, reference)
    assert "Wij hebben gedaan wat u vroeg." in text
    assert "dossier.pdf" in text
    expect_state(office, "Afgehandeld", "Toegewezen")
    if kind in _TOLD_ON:
        write(office, site, reference, "Verandering doorgegeven melden", "Het samenwerkingsverband")
    mails = site.wait_for_mails(email, 3 if kind in _TOLD_ON else 2)
    assert all(reference in mail["Subject"] for mail in mails)
    answer = [part.get_filename() for part in mails[1].iter_attachments()]
    assert "dossier.pdf" in answer
    assert len(answer) == 2
    assert site.state(reference) == ("afgehandeld", "toegewezen")


def test_a_request_is_extended_with_a_reason_that_is_sent(site: Site, office: Page) -> None:
    reference = site.file("inzage", email="langer@voorbeeld.nl")
    with site.request(reference) as (_, request):
        first_day = request.due_on
    find_on_worklist(office, reference)
    text = write(
        office,
        site,
        reference,
        "Termijn verlengen met twee maanden",
        "Het dossier is groot en ligt op drie plekken.",
    )
    assert "Het dossier is groot en ligt op drie plekken." in text
    with site.request(reference) as (_, request):
        assert request.due_on > first_day + timedelta(days=50)
        assert request.extended_on == clock.today()
    # Once only.
    expect(office.get_by_role("link", name="Termijn verlengen")).to_have_count(0)
    office.goto("/kantoor/verzoeken?zoek=" + reference)
    expect(office.locator("tbody tr")).to_contain_text("verlengd")
    site.wait_for_mails("langer@voorbeeld.nl", 1)


def test_a_refusal_names_the_reasons_and_the_way_to_the_court(site: Site, office: Page) -> None:
    reference = site.file("verwijderen", email="nee@voorbeeld.nl")
    find_on_worklist(office, reference)
    begin(office)
    office.get_by_role("link", name="Afwijzen", exact=True).click()
    office.get_by_role("button", name="Bekijk de brief").click()
    # The browser itself keeps an empty reason here.
    expect(office.get_by_label("Waarom niet?")).to_be_focused()
    office.go_back()
    letter = preview(office, "Afwijzen", "Wij moeten dit van de wet vijf jaar bewaren.")
    text = letter.input_value()
    assert "Wij moeten dit van de wet vijf jaar bewaren." in text
    assert "Autoriteit Persoonsgegevens" in text
    assert "rechtbank" in text
    # What is changed in the preview is what goes out.
    letter.fill(text.replace("Beste", "Geachte"))
    send(office)
    expect_state(office, "Afgehandeld", "Afgewezen")
    (mail,) = site.wait_for_mails("nee@voorbeeld.nl", 1)
    assert "Geachte" in mail.get_body(("plain",)).get_content()


def test_the_clock_stands_still_while_identity_is_in_doubt(site: Site, office: Page) -> None:
    reference = site.file("inzage", email="wie@voorbeeld.nl")
    find_on_worklist(office, reference)
    text = write(office, site, reference, "Vragen wie de aanvrager is")
    assert "staat de termijn stil" in text
    expect_state(office, "Identiteit controleren")
    clock_card = office.locator(".clock")
    expect(clock_card).to_contain_text("De termijn staat stil")
    office.goto("/kantoor/verzoeken?zoek=" + reference)
    expect(office.locator("tbody .due")).to_contain_text("staat stil")
    office.get_by_role("link", name=reference).click()
    office.get_by_role("link", name="Identiteit is duidelijk, verder werken").click()
    office.get_by_role("button", name="Identiteit is duidelijk, verder werken").click()
    expect_state(office, "In behandeling")
    expect(clock_card).to_contain_text("Laatste dag")


def test_the_letter_can_be_seen_as_a_pdf_before_it_is_sent(site: Site, office: Page) -> None:
    reference = site.file("klacht", email="pdf@voorbeeld.nl")
    find_on_worklist(office, reference)
    preview(office, "Ontvangst bevestigen")
    with (
        office.context.expect_page() as opened,
        office.context.expect_event(
            "response", lambda response: response.url.endswith("/bevestigen/pdf")
        ) as answer,
    ):
        office.get_by_role("button", name="Bekijk als pdf").click()
    assert answer.value.headers["content-type"] == "application/pdf"
    opened.value.close()
    assert site.mails_to("pdf@voorbeeld.nl") == []


def test_two_people_who_change_the_same_request_are_told(
    site: Site, office: Page, another_browser
) -> None:
    reference = site.file("correctie", email="samen@voorbeeld.nl")
    colleague = another_browser()
    sign_in_by_cookie(colleague, site.token(site.person("collega", ADMINISTRATION)))
    for page in (office, colleague):
        page.goto(f"/kantoor/verzoek/{reference}")
    begin(office)
    # The colleague still sees the page of a moment ago.
    colleague.get_by_role("link", name="Een vraag stellen").click()
    colleague.locator("[name=toelichting]").fill("Welke naam bedoelt u?")
    office.get_by_role("link", name="Toewijzen", exact=True).click()
    office.locator("[name=toelichting]").fill("De naam is verbeterd.")
    office.get_by_role("button", name="Bekijk de brief").click()
    send(office)
    colleague.get_by_role("button", name="Bekijk de brief").click()
    expect(colleague.get_by_role("alert")).to_contain_text("intussen veranderd")
    expect_state(colleague, "Afgehandeld", "Toegewezen")
    assert len(site.wait_for_mails("samen@voorbeeld.nl", 1)) == 1
