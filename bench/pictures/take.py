"""One table: each picture with what is done before it is taken, and what is on it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page

from bench.pictures.site import chat_of_a_parent
from bench.pictures.stage import Stage, demonstration, set_the_stage
from tests.browser.chromium import Watch, chromium, find_chromium
from tests.browser.site import running_site
from tests.browser.steps import preview

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "handboek" / "plaatjes"
_PUBLIC = "https://privacy.rivierdam.example"
# The window, or one part of the page.
Subject = Page | Locator
Taking = Callable[[Stage], Subject]


def take_all() -> None:
    """Replaces every picture; says how many and how large they are together."""
    executable = find_chromium()
    if executable is None:
        raise SystemExit("Chromium is not installed: install it or set CHROMIUM to where it is.")
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with (
        tempfile.TemporaryDirectory() as folder,
        chromium(executable) as browser,
        running_site(_inside(folder, "kantoor"), fill=demonstration, public_url=_PUBLIC) as site,
        chat_of_a_parent(_inside(folder, "school"), browser) as chat,
    ):
        stage = set_the_stage(site, Watch(site.address), browser, chat)
        for name, taking in _PICTURES.items():
            taking(stage).screenshot(path=FOLDER / f"{name}.png", animations="disabled")
    sizes = [path.stat().st_size for path in FOLDER.glob("*.png")]
    print(f"{len(sizes)} pictures, {sum(sizes) // 1024} kB in {FOLDER.name}/")


def _inside(folder: str, name: str) -> Path:
    path = Path(folder) / name
    path.mkdir()
    return path


def _at(who: str, path: str) -> Taking:
    return lambda stage: _page(stage, who, path)


def _part(who: str, path: str, selector: str) -> Taking:
    return lambda stage: _page(stage, who, path).locator(selector).first


def _page(stage: Stage, who: str, path: str) -> Page:
    page: Page = getattr(stage, who)
    page.goto(path.format(**stage.names))
    return page


def _clock(stage: Stage) -> Locator:
    page = _page(stage, "administration", "/kantoor/verzoek/{working}")
    page.get_by_text("Hoe is dit geteld?").click()
    return page.locator(".clock")


def _granting(stage: Stage) -> Page:
    page = _page(stage, "administration", "/kantoor/verzoek/{working}")
    preview(page, "Deels toewijzen")
    return page


def _refusing(stage: Stage) -> Locator:
    page = _page(stage, "administration", "/kantoor/verzoek/{refused}")
    note = "Wij moeten dit van de wet vijf jaar bewaren, tot juli 2029 (AVG artikel 17 lid 3)."
    preview(page, "Afwijzen", note)
    return page.locator("main")


def _new_key(stage: Stage) -> Page:
    page = _page(stage, "manager", "/kantoor/school/{school}/koppelingen")
    page.get_by_label("Naam van het systeem").fill("Leerlingsysteem")
    page.get_by_role("button", name="Sleutel maken").click()
    page.get_by_role("status").wait_for()
    return page


def _template(stage: Stage) -> Page:
    page = _page(stage, "administration", "/kantoor/school/{school}/brieven/vraag")
    page.get_by_role("button", name="Bekijk het voorbeeld").click()
    page.locator(".letter-preview").wait_for()
    return page


def _waiting(stage: Stage) -> Page:
    page = _page(stage, "staff", "/kantoor/gesprekken")
    page.get_by_role("link", name="Mogelijk gevaar").wait_for()
    return page


def _answering(stage: Stage) -> Page:
    page = _page(stage, "staff", _CONVERSATION)
    page.get_by_label("Uw bericht").fill("Dat kan. Haar naam gaat dan niet naar de webwinkel.")
    page.locator("[data-suggestions]").evaluate("part => part.scrollIntoView(false)")
    return page


def _standard_answer(stage: Stage) -> Locator:
    page = _page(stage, "administration", "/kantoor/standaardantwoorden")
    page.locator("summary").first.click()
    return page.locator("main .card").first


_REQUEST = "/kantoor/verzoek/{%s}"
_CONVERSATION = "/kantoor/gesprek/{conversation}"
_PICTURES: dict[str, Taking] = {
    "code-app": _at("newcomer", "/kantoor/tweede-factor"),
    "werklijst": _at("administration", "/kantoor/verzoeken"),
    "verzoek": _at("administration", _REQUEST % "working"),
    "staat-stil": _part("administration", _REQUEST % "still", ".clock"),
    "termijn": _clock,
    "voorbeeld": _granting,
    "standaardbrief": _template,
    "antwoord": _part("administration", _REQUEST % "answered", "[aria-labelledby=notities]"),
    "afwijzing": _refusing,
    "status": _at("parent", "/status/verzoek"),
    "gesprekken": _waiting,
    "gesprek": _answering,
    "standaardantwoorden": _standard_answer,
    "gemist": _part("manager", "/kantoor/gemist", ".missed"),
    "chat": lambda stage: stage.chat,
    "verzending": _at("administration", "/kantoor/verzending"),
    "koppelingen": _new_key,
    "school": _at("manager", "/kantoor/school/{school}"),
    "collega": _at("manager", "/kantoor/mensen/{colleague}"),
    "bewaren": _at("officer", "/kantoor/bewaartermijnen"),
    "logboek": _at("officer", "/kantoor/logboek"),
    "cijfers": _at("administration", "/kantoor/cijfers"),
}
