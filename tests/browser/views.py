"""Every page of the office and the status page, and how a browser gets there, in each of its forms."""

from __future__ import annotations

from collections.abc import Callable

import pyotp
from playwright.sync_api import Page

from tests.browser.showcase import Showcase
from tests.browser.steps import preview

Opening = Callable[[Showcase], Page]

_REDIRECTS = "sends the browser on"
_SAVES = "a file to save"
_ACTS = "does something and sends the browser on"


def _at(who: str, path: str) -> Opening:
    def opening(show: Showcase) -> Page:
        page: Page = getattr(show, who)
        page.goto(path.format(**show.names))
        return page

    return opening


def _office(path: str) -> Opening:
    return _at("office", f"/kantoor{path}")


def _wrong_password(show: Showcase) -> Page:
    page = _at("nobody", "/kantoor/inloggen")(show)
    page.get_by_label("E-mailadres").fill("iemand@school.nl")
    page.get_by_label("Wachtwoord").fill("geraden")
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_role("alert").wait_for()
    return page


def _recovery_codes(show: Showcase) -> Page:
    page = _at("without_app", "/kantoor/tweede-factor")(show)
    code = pyotp.TOTP(page.locator("code").inner_text().replace(" ", "")).now()
    page.get_by_label("Code van zes cijfers").fill(code)
    page.get_by_role("button", name="Instellen").click()
    page.locator(".codes").wait_for()
    return page


def _letter_preview(show: Showcase) -> Page:
    page = _office("/verzoek/{full}")(show)
    preview(page, "Vragen wie de aanvrager is")
    return page


def _refused_note(show: Showcase) -> Page:
    page = _office("/verzoek/{late}")(show)
    page.get_by_label("Nieuwe notitie").fill("   ")
    page.get_by_role("button", name="Notitie bewaren").click()
    page.get_by_role("alert").wait_for()
    return page


def _opened_details(show: Showcase) -> Page:
    page = _office("/verzoek/{full}")(show)
    for summary in page.locator("summary").all():
        summary.click()
    return page


def _template_preview(show: Showcase) -> Page:
    page = _office("/school/{slug}/brieven/afgewezen")(show)
    page.get_by_role("button", name="Bekijk het voorbeeld").click()
    page.locator(".letter-preview").wait_for()
    return page


def _new_key(show: Showcase) -> Page:
    page = _office("/school/{slug}/koppelingen")(show)
    page.get_by_label("Naam van het systeem").fill("Rooster")
    page.get_by_role("button", name="Sleutel maken").click()
    page.get_by_role("status").wait_for()
    return page


def _new_person(show: Showcase) -> Page:
    page = _office("/mensen/nieuw")(show)
    page.get_by_label("Naam").fill("Nieuwe Collega")
    page.get_by_label("E-mailadres").fill("nieuwe-collega@school.nl")
    page.get_by_label("alle scholen").first.check()
    page.get_by_role("button", name="Toevoegen").click()
    page.get_by_role("status").wait_for()
    return page


def _readers(show: Showcase) -> Page:
    page = _at("parent", "/status/verzoek")(show)
    page.get_by_role("button", name="Wie heeft mijn verzoek bekeken?").click()
    page.get_by_role("heading", name="Wie heeft mijn verzoek bekeken").wait_for()
    return page


def _figures_as_tables(show: Showcase) -> Page:
    page = _office("/cijfers")(show)
    for summary in page.get_by_text("Als tabel").all():
        summary.click()
    return page


def _refused_request(show: Showcase) -> Page:
    page = _office("/gesprek/{taken}/verzoek?soort=inzage")(show)
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("alert").wait_for()
    return page


_R, _S, _C = "/verzoek/{reference}", "/school/{school}", "/gesprek/{conversation}"
#: Path in the office's table -> its forms; or why there is nothing to see.
OFFICE: dict[str, dict[str, Opening] | str] = {
    "/inloggen": {
        "empty": _at("nobody", "/kantoor/inloggen"),
        "refused": _wrong_password,
        "not there": _at("nobody", "/kantoor/bestaat-niet"),
    },
    "/inloggen/schoolaccount": _REDIRECTS,
    "/inloggen/terug": _REDIRECTS,
    "/code": {"empty": _at("with_app", "/kantoor/code")},
    "/tweede-factor": {
        "empty": _at("without_app", "/kantoor/tweede-factor"),
        "set up": _recovery_codes,
    },
    "/uitloggen": _ACTS,
    "/wachtwoord": {"empty": _office("/wachtwoord")},
    "/account": {"own": _office("/account")},
    "": _REDIRECTS,
    "/verzoeken": {
        "all": _office("/verzoeken?status=alle"),
        "nothing found": _office("/verzoeken?zoek=niemand"),
    },
    "/verzoeken/toewijzen": _ACTS,
    "/weergaven": _ACTS,
    "/weergaven/{view}/weg": _ACTS,
    "/register.csv": _SAVES,
    "/register.json": _SAVES,
    _R: {
        "full": _office("/verzoek/{full}"),
        "details open": _opened_details,
        "late": _office("/verzoek/{late}"),
        "standing still": _office("/verzoek/{still}"),
        "closed": _office("/verzoek/{closed}"),
        "without a school": _office("/verzoek/{homeless}"),
        "refused": _refused_note,
    },
    f"{_R}/gegevens": _ACTS,
    f"{_R}/notitie": _ACTS,
    f"{_R}/controlepunten": _ACTS,
    f"{_R}/bewaren": _ACTS,
    f"{_R}/behandelaar": _ACTS,
    f"{_R}/school": _ACTS,
    f"{_R}/bestand": _ACTS,
    f"{_R}/bestand/{{file}}": _SAVES,
    f"{_R}/brief/{{letter}}": _SAVES,
    f"{_R}/stap/{{move}}": {
        "without a letter": _office("/verzoek/{late}/stap/beginnen"),
        "with a letter": _office("/verzoek/{full}/stap/toewijzen"),
        "preview": _letter_preview,
    },
    f"{_R}/stap/{{move}}/pdf": _SAVES,
    "/gesprekken": {"all lists": _office("/gesprekken")},
    "/gesprekken/stand": "numbers for a script",
    _C: {
        "waiting in danger": _office("/gesprek/{danger}"),
        "one's own": _office("/gesprek/{taken}"),
        "closed": _office("/gesprek/{over}"),
    },
    f"{_C}/nieuw": "news for a script",
    f"{_C}/tekst": "a text for a script",
    f"{_C}/overnemen": _ACTS,
    f"{_C}/antwoord": _ACTS,
    f"{_C}/notitie": _ACTS,
    f"{_C}/teruggeven": _ACTS,
    f"{_C}/doorgeven": _ACTS,
    f"{_C}/terugzetten": _ACTS,
    f"{_C}/sluiten": _ACTS,
    f"{_C}/verzoek": {
        "kinds": _office("/gesprek/{taken}/verzoek"),
        "refused": _refused_request,
    },
    "/standaardantwoorden": {"one": _office("/standaardantwoorden")},
    "/standaardantwoorden/{answer}": _ACTS,
    "/gemist": {"some": _office("/gemist")},
    "/gemist.yml": _SAVES,
    "/gemist/{missed}": _ACTS,
    "/verzending": {"failed": _office("/verzending")},
    "/verzending/{message}": _ACTS,
    "/cijfers": {"this year": _office("/cijfers"), "as tables": _figures_as_tables},
    "/jaarverslag.pdf": _SAVES,
    "/logboek": {"both": _office("/logboek")},
    "/bewaartermijnen": {"due and destroyed": _office("/bewaartermijnen")},
    "/bewaartermijnen/{kind}": _ACTS,
    "/scholen": {"all": _office("/scholen")},
    "/scholen/nieuw": {"empty": _office("/scholen/nieuw")},
    _S: {"own": _office("/school/{slug}")},
    f"{_S}/vakantie": _ACTS,
    f"{_S}/koppelingen": {"own": _office("/school/{slug}/koppelingen"), "new key": _new_key},
    f"{_S}/brieven": {"all": _office("/school/{slug}/brieven")},
    f"{_S}/brieven/{{letter}}": {
        "standard": _office("/school/{slug}/brieven/ontvangst"),
        "preview": _template_preview,
    },
    "/mensen": {"all": _office("/mensen")},
    "/mensen/nieuw": {"empty": _office("/mensen/nieuw"), "made": _new_person},
    "/mensen/{account}": {"own": _office("/mensen/{account}")},
}
#: The same for the status page.
PORTAL: dict[str, dict[str, Opening] | str] = {
    "": {"empty": _at("nobody", "/status")},
    "/verstuurd": {"sent": _at("nobody", "/status/verstuurd")},
    "/link/{token}": {
        "unused": _at("nobody", "/status/link/{link}"),
        "spent": _at("nobody", "/status/link/gebruikt"),
    },
    "/verzoek": {
        "asked": _at("parent", "/status/verzoek"),
        "without a link": _at("nobody", "/status/verzoek"),
    },
    "/verzoek/antwoord": _ACTS,
    "/verzoek/bestand": _ACTS,
    "/verzoek/bestand/{file}": _SAVES,
    "/verzoek/brief/{letter}": _SAVES,
    "/verzoek/intrekken": {"asks": _at("parent", "/status/verzoek/intrekken")},
    "/verzoek/gelezen": {"read": _readers},
    "/sluiten": _ACTS,
}


def all_views() -> dict[str, Opening]:
    """Name of the view -> how to get there."""
    return {
        f"{area}{path} ({name})": opening
        for area, table in (("/kantoor", OFFICE), ("/status", PORTAL))
        for path, forms in table.items()
        if not isinstance(forms, str)
        for name, opening in forms.items()
    }
