"""Refuses a POST that another site made this browser send.

Browsers say where a request comes from: Sec-Fetch-Site, and Origin in the older ones (OWASP calls
this verifying the source). A request without either is not made by a form in a browser.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import Request as HttpRequest
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.web.error_pages import error_page

_SAFE = ("GET", "HEAD", "OPTIONS")


class SameSiteOnly:
    """ASGI middleware for all paths but those that carry a key instead of a cookie."""

    def __init__(self, app: ASGIApp, *, except_under: tuple[str, ...] = ()) -> None:
        self._app = app
        self._except = except_under

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not self._may_pass(HttpRequest(scope)):
            await error_page(HttpRequest(scope), 403)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _may_pass(self, http: HttpRequest) -> bool:
        if http.method in _SAFE or http.url.path.startswith(self._except):
            return True
        site = http.headers.get("sec-fetch-site")
        if site is not None:
            return site == "same-origin"
        origin = http.headers.get("origin")
        return origin is not None and urlsplit(origin).netloc == http.headers.get("host")
