"""Pages of schools as they are out there, on another origin than the chat."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request as HttpRequest
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

PLAIN, STRICT, HOSTILE = "/school", "/streng", "/wild"
_NICE = """
body { margin: 0; font: 1rem/1.6 Georgia, serif; color: #222; background: #fff; }
main { max-width: 44rem; margin: 3rem auto; padding: 0 1rem; }
@media (prefers-color-scheme: dark) { body { background: #14171a; color: #e4e6e8; } }
"""
# What is found on real sites, all at once.
_HOSTILE = """
html { font-size: 62.5%; }
* { font-size: 31px !important; color: #0f0 !important; background: #f0f !important;
    text-transform: uppercase !important; letter-spacing: 9px !important; line-height: 3 !important;
    display: block !important; position: static !important; z-index: -1 !important;
    float: left !important; transform: rotate(2deg) !important; opacity: .4 !important; }
body { transform: translateZ(0); overflow: hidden; font-family: fantasy; direction: rtl; }
body > *:last-child { display: none !important; visibility: hidden !important; }
button, textarea, input { border: 9px dashed red !important; width: 1px !important; }
dossierwijzer-chat { display: none !important; width: 0 !important; }
.panel, .log, .item, .bubble { visibility: hidden !important; margin: 99px !important; }
"""
_PAGE = """<!doctype html>
<html lang="nl">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>De Regenboog</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="{css}">
  <script src="{chat}/widget.js" data-school="regenboog" defer></script>
</head>
<body>
  <main>
    <h1>Basisschool De Regenboog</h1>
    <p>Welkom bij onze school. <a href="#">Lees het nieuws</a>.</p>
    <noscript><p>Vragen over de gegevens van uw kind? Bel <a href="tel:0123456789">0123-456789</a>
    of mail <a href="mailto:info@regenboog.example">info@regenboog.example</a>.</p></noscript>
  </main>
</body>
</html>"""


def host_site(chat: str) -> Starlette:
    """The site of a school whose pages carry the chat that is served at `chat`."""
    # The widget's origin for scripts and fetching, and nothing else; no inline style, no HTML sinks.
    strict = (
        f"default-src 'none'; script-src {chat}; connect-src {chat}; style-src 'self'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )

    def page(css: str, policy: str | None = None):
        async def show(http: HttpRequest) -> Response:
            headers = {"Content-Security-Policy": policy} if policy else None
            return HTMLResponse(_PAGE.format(chat=chat, css=css), headers=headers)

        return show

    def sheet(text: str):
        async def show(http: HttpRequest) -> Response:
            return PlainTextResponse(text, media_type="text/css")

        return show

    return Starlette(
        routes=[
            Route(PLAIN, page("/gewoon.css")),
            Route(STRICT, page("/gewoon.css", strict)),
            Route(HOSTILE, page("/wild.css")),
            Route("/gewoon.css", sheet(_NICE)),
            Route("/wild.css", sheet(_HOSTILE)),
        ]
    )
