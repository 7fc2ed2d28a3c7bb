"""Files and letters of a request."""

from __future__ import annotations

from starlette.responses import Response

from bot.audit.reading_log import ATTACHMENT, LETTER
from bot.letters.models import Letter
from bot.office.pages.request_page import show
from bot.office.reading import has_read
from bot.requests.attachments import LARGEST_BYTES, FileRefused, add_attachment
from bot.requests.models import Attachment, Request
from bot.web.downloads import as_download
from bot.web.visit import NotFound, Visit, see_other


def add(visit: Visit) -> Response:
    request: Request = visit.subject
    upload = visit.upload("bestand")
    if upload is None:
        return show(visit, error="Kies eerst een bestand.")
    try:
        add_attachment(
            visit.session,
            request,
            name=upload.filename or "",
            content=upload.file.read(LARGEST_BYTES + 1),
            from_requester=False,
            actor=visit.viewer.actor,
            at=visit.now,
        )
    except FileRefused as error:
        return show(visit, error=str(error))
    return see_other(f"/kantoor/verzoek/{request.reference}#bestanden")


def download(visit: Visit) -> Response:
    file = visit.session.get(Attachment, visit.identifier(visit.path("file")))
    if file is None or file.request_id != visit.subject.id:
        raise NotFound
    has_read(visit, visit.subject, ATTACHMENT)
    return as_download(file.content, file.media_type, file.name)


def letter(visit: Visit) -> Response:
    found = visit.session.get(Letter, visit.identifier(visit.path("letter")))
    if found is None or found.request_id != visit.subject.id:
        raise NotFound
    has_read(visit, visit.subject, LETTER)
    name = f"brief-{visit.subject.reference}-{found.kind}.pdf"
    return as_download(found.pdf, "application/pdf", name)
