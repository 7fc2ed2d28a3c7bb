"""/demo: three pages of De Papieren Vlieger, only where the demonstration is on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request as HttpRequest
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Mount, Route

from bot.demo.schools import CITY, PRIMARY, SCHOOLS
from bot.schools.editing import slug_of
from bot.settings import load_settings

_HERE = Path(__file__).parent
#: Address, file, and what it is called in the menu.
PAGES = (
    ("/", "home.html", "Onze school"),
    ("/praktisch", "practical.html", "Praktisch"),
    ("/privacy", "privacy.html", "Privacy"),
)
_OURS = next(one for one in SCHOOLS if one.sector == PRIMARY)
#: As the demonstration's own database has it.
SCHOOL = {
    "slug": slug_of(_OURS.name),
    "name": _OURS.name,
    "street": _OURS.street,
    "city": f"{_OURS.postcode} {CITY}",
    "phone": _OURS.phone,
    "email": _OURS.email,
}
# What a school with a strict policy needs for the chat: its script, and the chat's address to talk to.
_POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def demo_site() -> Mount:
    pages = [Route(path, _page(file)) for path, file, _ in PAGES]
    return Mount("/demo", routes=[*pages, Route("/site.css", _style_sheet)])


def _page(file: str) -> Callable[[HttpRequest], Awaitable[Response]]:
    async def show(http: HttpRequest) -> Response:
        _only_in_demo()
        html = _templates().get_template(file).render(here=file, pages=PAGES, school=SCHOOL)
        return HTMLResponse(html, headers={"Content-Security-Policy": _POLICY})

    return show


async def _style_sheet(http: HttpRequest) -> Response:
    _only_in_demo()
    return FileResponse(_HERE / "site.css", media_type="text/css")


def _only_in_demo() -> None:
    if not load_settings().demo:
        raise HTTPException(404)


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
