"""Files with a request: checked on what they really are, and on size."""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection, Sequence
from datetime import datetime

import filetype
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.requests.events import record
from bot.requests.models import Attachment, Request

LARGEST_BYTES = 15 * 1024 * 1024
MOST_PER_REQUEST = 50
# What a school or a parent sends; nothing that runs or can hide a script.
MEDIA_TYPES = {
    "application/pdf": (".pdf",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "video/mp4": (".mp4", ".m4v"),
    "text/plain": (".txt",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (".docx",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (".xlsx",),
    "application/vnd.oasis.opendocument.text": (".odt",),
}
_KINDS_NL = "pdf, jpg, png, mp4, txt, docx, xlsx of odt"
_NOT_IN_NAMES = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|\u202a-\u202e\u2066-\u2069]")


class FileRefused(ValueError):
    """This file cannot be taken; the text says why, in Dutch."""


def media_type_of(name: str, content: bytes) -> str:
    """What the file is, by its first bytes and its name together. Raises FileRefused."""
    if not content:
        raise FileRefused("Dit bestand is leeg.")
    if len(content) > LARGEST_BYTES:
        raise FileRefused("Dit bestand is groter dan 15 MB. Deel het op of maak het kleiner.")
    guess = filetype.guess(content[:8192])
    found = guess.mime if guess is not None else _text_or_nothing(content)
    if not name.lower().endswith(MEDIA_TYPES.get(found, ("\0",))):
        raise FileRefused(f"Dit soort bestand kan niet. Kies {_KINDS_NL}.")
    return found


def add_attachment(
    session: Session,
    request: Request,
    *,
    name: str,
    content: bytes,
    from_requester: bool,
    actor: str,
    at: datetime,
) -> Attachment:
    """Stores the file with its event. Raises FileRefused."""
    media_type = media_type_of(name, content)
    count = session.scalar(
        select(func.count()).select_from(Attachment).where(Attachment.request_id == request.id)
    )
    if (count or 0) >= MOST_PER_REQUEST:
        raise FileRefused(f"Er zijn al {MOST_PER_REQUEST} bestanden. Bel of mail de school.")
    attachment = Attachment(
        request_id=request.id,
        from_requester=from_requester,
        name=clean_name(name),
        media_type=media_type,
        size=len(content),
        content=content,
        added_at=at,
        added_by=actor,
    )
    session.add(attachment)
    session.flush()
    data = {"attachment_id": str(attachment.id), "from_requester": from_requester}
    record(session, request, at=at, actor=actor, kind="bestand_toegevoegd", data=data)
    return attachment


def attachments_by_id(
    session: Session, request: Request, ids: Collection[uuid.UUID]
) -> Sequence[Attachment]:
    """Those of this request, oldest first; ids of other requests find nothing."""
    return session.scalars(
        select(Attachment)
        .where(Attachment.request_id == request.id, Attachment.id.in_(ids))
        .order_by(Attachment.added_at)
    ).all()


def clean_name(name: str) -> str:
    """A name that is safe in a header and in a folder, at most 120 characters."""
    plain = _NOT_IN_NAMES.sub("_", name).strip(" .") or "bestand"
    stem, dot, ending = plain.rpartition(".")
    # The ending says what opens the file, so a long name loses its middle.
    return plain if len(plain) <= 120 else f"{stem[:110]}{dot}{ending[:9]}"


def _text_or_nothing(content: bytes) -> str:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "" if "\0" in text else "text/plain"
