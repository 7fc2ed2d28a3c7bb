"""Files for a browser to save."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import Response


def as_download(content: bytes, media_type: str, name: str) -> Response:
    """Always saved, never shown in our own pages: what somebody sent us stays harmless."""
    disposition = f"attachment; filename*=UTF-8''{quote(name)}"
    return Response(content, media_type=media_type, headers={"Content-Disposition": disposition})
