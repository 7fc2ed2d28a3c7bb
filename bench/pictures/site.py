"""The chat on the demonstration school's own page, in the middle of a conversation."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time
from pathlib import Path

from playwright.sync_api import Browser, Page
from sqlalchemy.orm import Session

from bot import clock
from bot.conversations.opening import hash_token
from bot.demo.calendar import working_moment
from bot.demo.people import make_people
from bot.demo.schools import PRIMARY, make_schools
from bot.demo.talking import play
from bot.demo.talks import TALKS
from bot.settings import load_settings
from bot.web.demo_site.routes import SCHOOL
from tests.browser.chromium import Watch
from tests.browser.site import running_site

_SIZE = {"width": 1100, "height": 700}
_AT = time(10, 5)


@contextmanager
def chat_of_a_parent(folder: Path, browser: Browser) -> Iterator[Page]:
    """A site of its own: only a demonstration has the school's pages, and its office says it is one."""
    token = secrets.token_urlsafe(32)
    with running_site(folder, fill=lambda session: _talk(session, token), demo=True) as site:
        context = Watch(site.address).open(
            browser, viewport=_SIZE, timezone_id=str(load_settings().timezone)
        )
        remembered = json.dumps({f"dossierwijzer:{SCHOOL['slug']}:token": json.dumps(token)})
        context.add_init_script(f"Object.assign(localStorage, {remembered})")
        page = context.new_page()
        page.goto("/demo/")
        page.get_by_role("button", name="open de chat").click()
        # From the visitor's first question on: before it stands how the chat began.
        asked = page.get_by_role("log").get_by_role("article").filter(has_text="schoolfotograaf")
        asked.first.evaluate("question => question.scrollIntoView()")
        yield page


def _talk(session: Session, token: str) -> None:
    """Of the conversations there, the first at this school; in office hours, whatever time it is."""
    now, today, settings = clock.now(), clock.today(), load_settings()
    schools = make_schools(session, now, today)
    cast = make_people(session, schools, now)
    talk = next(one for one in TALKS if one.sector == PRIMARY and one.minutes)
    conversation = play(
        session,
        talk.steps,
        school=schools[talk.sector],
        who=cast.staff[talk.who],
        settings=settings,
        began=working_moment(today, 1, _AT, settings),
    )
    conversation.token_hash = hash_token(token)
