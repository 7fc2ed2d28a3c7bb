"""The parent's status page."""

from __future__ import annotations

from starlette.responses import Response

from bot.audit.reading_log import readings_of
from bot.letters.kinds import LETTERS
from bot.letters.models import Letter
from bot.people.rate_limit import STATUS_WRITE, TooOften, spend, too_often_nl
from bot.portal.answering import ACTOR, AnswerRefused, answer, take_back
from bot.portal.links import close, is_open, mail_link, request_of, use_link
from bot.portal.view import view_for_parent
from bot.requests.attachments import LARGEST_BYTES, FileRefused, add_attachment
from bot.requests.events import record
from bot.requests.models import Attachment, Request
from bot.requests.workflow import DONE
from bot.web.downloads import as_download
from bot.web.visit import NotFound, Visit, see_other

COOKIE = "status"
_PATH = "/status"


def ask(visit: Visit) -> Response:
    """Reference and e-mail address; the answer is the same whether they belong together or not."""
    if not visit.posted:
        return visit.render("status_ask.html", error="")
    try:
        mail_link(
            visit.session,
            reference=visit.text("kenmerk", longest=60),
            email=visit.text("email", longest=254),
            address=visit.address,
            settings=visit.settings,
            now=visit.now,
        )
    except TooOften as error:
        return visit.render("status_ask.html", status=429, error=too_often_nl(error))
    return see_other(f"{_PATH}/verstuurd")


def sent(visit: Visit) -> Response:
    return visit.render("status_sent.html")


def link(visit: Visit) -> Response:
    """A GET spends nothing: programs that check mail for bad links open them too."""
    token = visit.path("token")
    if not visit.posted:
        works = is_open(visit.session, token, visit.now)
        return visit.render("status_link.html", works=works, status=200 if works else 410)
    opened = use_link(visit.session, token, visit.now)
    if opened is None:
        return visit.render("status_link.html", works=False, status=410)
    response = see_other(f"{_PATH}/verzoek")
    response.set_cookie(
        COOKIE,
        opened,
        path=_PATH,
        httponly=True,
        samesite="lax",
        secure=visit.settings.public_url.startswith("https:"),
    )
    return response


def show(visit: Visit) -> Response:
    return _page(visit, _request(visit))


def reply(visit: Visit) -> Response:
    request = _request(visit)
    try:
        _may_write(visit, request)
        answer(visit.session, request, visit.text("antwoord"), visit.now)
    except TooOften as error:
        return _page(visit, request, error=too_often_nl(error), status=429)
    except AnswerRefused as error:
        return _page(visit, request, error=str(error))
    return see_other(f"{_PATH}/verzoek?gedaan=antwoord")


def add_file(visit: Visit) -> Response:
    request = _request(visit)
    upload = visit.upload("bestand")
    if upload is None:
        return _page(visit, request, error="Kies eerst een bestand.")
    if request.state == DONE:
        return _page(visit, request, error="Dit is al afgehandeld. Neem contact op met de school.")
    try:
        _may_write(visit, request)
        add_attachment(
            visit.session,
            request,
            name=upload.filename or "",
            content=upload.file.read(LARGEST_BYTES + 1),
            from_requester=True,
            actor=ACTOR,
            at=visit.now,
        )
    except TooOften as error:
        return _page(visit, request, error=too_often_nl(error), status=429)
    except FileRefused as error:
        return _page(visit, request, error=str(error))
    return see_other(f"{_PATH}/verzoek?gedaan=bestand")


def withdraw(visit: Visit) -> Response:
    """Asks first; the second page does it."""
    request = _request(visit)
    if not visit.posted:
        return visit.render("status_withdraw.html", request=request)
    try:
        take_back(visit.session, request, visit.now)
    except AnswerRefused as error:
        return _page(visit, request, error=str(error))
    return see_other(f"{_PATH}/verzoek?gedaan=ingetrokken")


def readers(visit: Visit) -> Response:
    """Who opened this request: the parent may know (AVG artikel 15)."""
    request = _request(visit)
    try:
        _may_write(visit, request)
    except TooOften as error:
        return _page(visit, request, error=too_often_nl(error), status=429)
    record(visit.session, request, at=visit.now, actor=ACTOR, kind="inzage_in_logboek")
    return visit.render("status_readers.html", readings=readings_of(visit.session, request.id))


def letter(visit: Visit) -> Response:
    request = _request(visit)
    found = visit.session.get(Letter, visit.identifier(visit.path("letter")))
    if found is None or found.request_id != request.id:
        raise NotFound
    name = f"{LETTERS[found.kind].title_nl} {request.reference}.pdf"
    return as_download(found.pdf, "application/pdf", name)


def file(visit: Visit) -> Response:
    """What the parent sent, and what went with a letter; not what the office keeps for itself."""
    request = _request(visit)
    found = visit.session.get(Attachment, visit.identifier(visit.path("file")))
    shown = {str(one.id) for one in view_for_parent(visit.session, request, visit.today).files}
    if found is None or str(found.id) not in shown:
        raise NotFound
    return as_download(found.content, found.media_type, found.name)


def leave(visit: Visit) -> Response:
    close(visit.session, visit.http.cookies.get(COOKIE, ""))
    response = see_other(_PATH)
    response.delete_cookie(COOKIE, path=_PATH)
    return response


def _request(visit: Visit) -> Request:
    found = request_of(visit.session, visit.http.cookies.get(COOKIE, ""), visit.now)
    if found is None:
        raise NotFound
    return found


def _may_write(visit: Visit, request: Request) -> None:
    """Raises TooOften: nobody fills the school's queue by itself."""
    spend(visit.session, STATUS_WRITE, str(request.id), visit.now)


_DONE_NL = {
    "antwoord": "Uw antwoord is bij de school.",
    "bestand": "Uw bestand is bij de school.",
    "ingetrokken": "Uw verzoek is ingetrokken.",
}


def _page(visit: Visit, request: Request, error: str = "", status: int = 0) -> Response:
    return visit.render(
        "status.html",
        status=status or (422 if error else 200),
        error=error,
        done=_DONE_NL.get(visit.query("gedaan"), ""),
        request=request,
        view=view_for_parent(visit.session, request, visit.today),
        typed=visit.text("antwoord") if error else "",
    )
