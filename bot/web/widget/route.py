"""/widget.js: for any page on any site, compressed, and asked for again only when it changed."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache

from starlette.requests import Request as HttpRequest
from starlette.responses import Response
from starlette.routing import Route

from bot.web.widget.bundle import bundle

_HEADERS = {
    # Asked for again after an hour; a day old is better than a page that waits, or than none.
    "Cache-Control": "public, max-age=3600, stale-while-revalidate=86400, stale-if-error=86400",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Vary": "Accept-Encoding",
}


@dataclass(frozen=True, slots=True)
class Script:
    """The widget as bytes, plain and compressed; `tag` names its contents."""

    plain: bytes
    compressed: bytes
    tag: str


@cache
def script() -> Script:
    """Made once for this process."""
    plain = bundle().encode()
    tag = hashlib.sha256(plain).hexdigest()[:20]
    return Script(plain, gzip.compress(plain, 9, mtime=0), tag)


def widget_route() -> Route:
    return Route("/widget.js", _widget)


async def _widget(http: HttpRequest) -> Response:
    made = script()
    # Weak: the same for both encodings.
    headers = {**_HEADERS, "ETag": f'W/"{made.tag}"'}
    if made.tag in http.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    content = made.plain
    if "gzip" in http.headers.get("accept-encoding", ""):
        content, headers["Content-Encoding"] = made.compressed, "gzip"
    return Response(content, media_type="text/javascript", headers=headers)
