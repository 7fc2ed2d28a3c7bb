"""The handbook names every page of the office, and nothing that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.destruction.terms import ACTIONS_NL
from bot.handling.moves import MOVES
from bot.knowledge.readability import flesch_douma
from bot.letters.kinds import LETTERS
from bot.office.gate import Page
from bot.office.routes import PAGES
from bot.people.roles import ROLES_NL
from bot.requests.kinds import KINDS
from bot.schools.editing import TEXT_FIELDS
from bot.web.words import KINDS_NL, OUTCOMES_NL, STATES_NL

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = ROOT / "docs" / "handboek"
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in HANDBOOK.glob("*.md")}
_LARGEST_TOGETHER = 2_000_000
_EASY_ENOUGH = 55
_LINK = re.compile(r"(!?)\[([^\]]+)\]\(([^)]+)\)")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
# The title of a paragraph in a list, with a mark at its end.
_TITLE = re.compile(r"^(- |\d\. )\*\*[^*]+[.:?”]\*\*", re.MULTILINE)


def address(page: Page) -> str:
    return "`/kantoor" + re.sub(r"\{[^}]+\}", "…", page.path) + "`"


def links(text: str, *, pictures: bool) -> list[tuple[str, str]]:
    """(text, where to) of each link or picture."""
    return [(words, to) for mark, words, to in _LINK.findall(text) if bool(mark) == pictures]


def on_screens() -> str:
    """Every word that a page of the office or a letter's title can show."""
    folders = ("office", "portal", "web")
    pages = [path for name in folders for path in (ROOT / "bot" / name).rglob("*.html")]
    tables = [KINDS_NL, STATES_NL, OUTCOMES_NL, ROLES_NL, TEXT_FIELDS, ACTIONS_NL]
    return " ".join(
        [
            *(re.sub(r"\s+", " ", path.read_text(encoding="utf-8")) for path in pages),
            *(move.title_nl for move in MOVES.values()),
            *(letter.title_nl for letter in LETTERS.values()),
            *(value for table in tables for value in table.values()),
        ]
    )


@pytest.mark.parametrize("page", [p for p in PAGES if "GET" in p.methods], ids=lambda p: p.path)
def test_every_page_of_the_office_is_named(page: Page) -> None:
    assert address(page) in TEXTS["README.md"]


def test_no_page_is_named_that_is_not_there() -> None:
    there = {address(page) for page in PAGES}
    named = {f"`{found}`" for found in re.findall(r"`(/kantoor[^`]*)`", "\n".join(TEXTS.values()))}
    assert named - there == set()


@pytest.mark.parametrize("name", TEXTS)
def test_links_lead_somewhere(name: str) -> None:
    broken = [to for _, to in links(TEXTS[name], pictures=False) if to not in TEXTS]
    assert broken == []


def test_every_text_is_reached_from_the_first_page() -> None:
    reached = {to for _, to in links(TEXTS["README.md"], pictures=False)}
    assert reached | {"README.md"} == set(TEXTS)


def test_pictures_exist_have_words_and_are_all_used() -> None:
    used = [one for text in TEXTS.values() for one in links(text, pictures=True)]
    files = {f"plaatjes/{path.name}" for path in (HANDBOOK / "plaatjes").iterdir()}
    assert {to for _, to in used} == files
    assert [words for words, _ in used if len(words) < 15] == []


def test_pictures_are_small_enough_to_keep() -> None:
    sizes = [path.stat().st_size for path in (HANDBOOK / "plaatjes").iterdir()]
    assert sum(sizes) < _LARGEST_TOGETHER


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_bold_in_a_sentence_stands_on_a_screen(name: str) -> None:
    screens = on_screens().casefold()
    names = [" ".join(words.split()) for words in _BOLD.findall(_TITLE.sub("", TEXTS[name]))]
    assert [words for words in names if words.casefold() not in screens] == []


def test_every_kind_of_request_has_its_own_part() -> None:
    headings = re.findall(r"^## (.+?) \(", TEXTS["per-soort.md"], re.MULTILINE)
    assert headings == [KINDS_NL[kind] for kind in KINDS]


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "README.md"])
def test_the_texts_read_easily(name: str) -> None:
    lines = [line for line in TEXTS[name].splitlines() if not line.startswith(("#", "|", "!"))]
    plain = re.sub(r"\[([^\]]+)\]\([^)]+\)|[*`{}]", r"\1", "\n".join(lines))
    sentences = re.sub(r"(?<![.:!?])\n(?=\S)", " ", plain)
    assert flesch_douma(sentences) >= _EASY_ENOUGH
