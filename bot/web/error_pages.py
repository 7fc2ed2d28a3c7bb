"""What a person sees when something cannot be shown: what happened, what to do next."""

from __future__ import annotations

from starlette.requests import Request as HttpRequest
from starlette.responses import HTMLResponse, Response

from bot.web.templating import templates

_PAGES = {
    400: ("Dit kwam niet goed over", "Ga terug en probeer het nog een keer."),
    403: (
        "Dit mag niet vanaf deze pagina",
        "Open de pagina opnieuw in uw browser en probeer het nog een keer.",
    ),
    404: (
        "Deze pagina is er niet",
        "Het adres klopt niet, of u hebt hier geen toegang. Ga terug, of begin opnieuw.",
    ),
    405: ("Dit kan hier niet", "Ga terug en gebruik de knoppen op de pagina."),
    413: ("Dit bestand is te groot", "Kies een bestand van hoogstens 15 MB."),
    429: ("Te vaak geprobeerd", "Wacht een kwartier en probeer het dan opnieuw."),
    500: (
        "Er ging iets mis bij ons",
        "Er is niets half opgeslagen. Probeer het over een paar minuten opnieuw.",
    ),
    503: (
        "Het systeem is even niet bereikbaar",
        "Er is niets half opgeslagen. Probeer het over een paar minuten opnieuw.",
    ),
}
_CONVERSATIONS = "/kantoor/gesprek/"
# The same for who may not see it, so that it tells nobody what exists.
_NO_CONVERSATION = (
    "Dit gesprek is er niet",
    "Een ouder kan zijn gesprek altijd zelf wissen, en na een tijd wissen wij het. Dan is er niets "
    "meer om te beantwoorden. Of u hebt geen toegang tot dit gesprek.",
)


def error_page(http: HttpRequest, status: int) -> Response:
    path = http.url.path
    title, advice = _PAGES.get(status, _PAGES[500])
    home, onward = "/kantoor" if path.startswith("/kantoor") else "/status", "Opnieuw beginnen"
    if status == 404 and path.startswith(_CONVERSATIONS):
        title, advice = _NO_CONVERSATION
        home, onward = "/kantoor/gesprekken", "Naar alle gesprekken"
    page = (
        templates()
        .get_template("error.html")
        .render(title=title, advice=advice, home=home, onward=onward)
    )
    return HTMLResponse(page, status_code=status)
