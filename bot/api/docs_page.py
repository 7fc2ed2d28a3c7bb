"""/docs: the documentation as one page, made here: it asks nothing of any third party."""

from __future__ import annotations

import re

from markupsafe import Markup, escape
from starlette.requests import Request as HttpRequest
from starlette.responses import HTMLResponse, Response

from bot.api.docs_view import operations, shapes
from bot.api.problems import PROBLEMS
from bot.settings import load_settings
from bot.web.templating import templates

_CODE = re.compile(r"`([^`]+)`")


async def docs_page(http: HttpRequest) -> Response:
    document = http.app.openapi()
    base = f"{load_settings().public_url}{document['servers'][0]['url']}"
    page = templates().get_template("api_docs.html")
    html = page.render(
        about=document["info"],
        base=base,
        operations=operations(document, base),
        shapes=shapes(document),
        problems=PROBLEMS.values(),
        prose=prose,
        marked=marked,
    )
    return HTMLResponse(html)


def prose(text: str) -> Markup:
    """The text in paragraphs."""
    paragraphs = (Markup("<p>{}</p>").format(marked(part)) for part in text.split("\n\n"))
    return Markup("\n").join(paragraphs)


def marked(text: str) -> Markup:
    """The text escaped, with what stands between backticks as code."""
    pieces = (
        Markup("<code>{}</code>").format(piece) if number % 2 else escape(piece)
        for number, piece in enumerate(_CODE.split(text))
    )
    return Markup("").join(pieces)
