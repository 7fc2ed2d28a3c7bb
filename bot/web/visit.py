"""One request of a browser: the transaction, who is looking, and what was sent."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request as HttpRequest
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.db.session import session_scope
from bot.parsing.clean import storable
from bot.people.models import OfficeSession
from bot.people.viewer import Viewer
from bot.settings import Settings
from bot.web.network import caller_network
from bot.web.templating import templates


class NotFound(Exception):
    """There is nothing here, or not for this person: the same page for both."""


@dataclass(slots=True)
class Visit:
    """Made by the door that the browser came in by; handlers use it and nothing else."""

    http: HttpRequest
    session: Session
    settings: Settings
    now: datetime
    today: date
    only_reads: bool = False
    form: FormData = field(default_factory=FormData)
    signed_in: OfficeSession | None = None
    _viewer: Viewer | None = None
    #: What a path names: a request of the queue, a school.
    subject: Any = None

    @property
    def viewer(self) -> Viewer:
        if self._viewer is None:
            raise NotFound
        return self._viewer

    @viewer.setter
    def viewer(self, viewer: Viewer) -> None:
        self._viewer = viewer

    @property
    def has_viewer(self) -> bool:
        return self._viewer is not None

    @property
    def posted(self) -> bool:
        """Was a form sent? Anything else only looks: HEAD reaches every page that GET does."""
        return self.http.method == "POST"

    @property
    def address(self) -> str:
        """The network that the browser is on, for limits; never stored as it is."""
        return caller_network(self.http)

    def text(self, name: str, *, longest: int = 20_000) -> str:
        """A form field; the empty text when it was not sent. Browsers send CRLF."""
        value = self.form.get(name)
        return _typed(value)[:longest] if isinstance(value, str) else ""

    def texts(self, name: str) -> list[str]:
        """All values of a field that may be sent more than once."""
        return [_typed(value) for value in self.form.getlist(name) if isinstance(value, str)]

    def all_texts(self) -> dict[str, str]:
        """Field -> its value, without files."""
        return {name: self.text(name) for name in self.form}

    def query(self, name: str) -> str:
        """A value from the address; the empty text when it is not there."""
        return storable(self.http.query_params.get(name, ""))

    def upload(self, name: str) -> UploadFile | None:
        """A file; None when none was chosen."""
        value = self.form.get(name)
        return value if isinstance(value, UploadFile) and value.filename else None

    def identifier(self, text: str) -> uuid.UUID:
        """Raises NotFound for what is no identifier."""
        try:
            return uuid.UUID(text)
        except ValueError as error:
            raise NotFound from error

    def path(self, name: str) -> str:
        return storable(str(self.http.path_params[name]))

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A short transaction beside one that only reads; else the one of this visit."""
        if not self.only_reads:
            yield self.session
            return
        bind = self.session.get_bind()
        assert isinstance(bind, Engine)
        with session_scope(bind) as session:
            yield session

    def render(self, page: str, /, *, status: int = 200, **values: Any) -> Response:
        html = templates().get_template(page).render(visit=self, **values)
        return HTMLResponse(html, status_code=status)


def _typed(value: str) -> str:
    return storable(value).replace("\r\n", "\n")


def see_other(address: str) -> RedirectResponse:
    """After a POST: reloading the next page does nothing again."""
    return RedirectResponse(address, status_code=303)
