"""The cookie of a signed-in browser."""

from __future__ import annotations

from starlette.responses import Response

from bot.office.gate import COOKIE
from bot.people.sessions import LONGEST
from bot.web.visit import Visit

_PATH = "/kantoor"


def remember(visit: Visit, response: Response, token: str) -> Response:
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(LONGEST.total_seconds()),
        path=_PATH,
        httponly=True,
        # Lax, so that a link in a mail to the office opens; POSTs are checked by origin as well.
        samesite="lax",
        secure=visit.settings.public_url.startswith("https:"),
    )
    return response


def forget(response: Response) -> Response:
    response.delete_cookie(COOKIE, path=_PATH)
    return response
