"""What happens with a request besides the moves of the office's table: by its name in a course."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache

import typst
from sqlalchemy.orm import Session

from bot.demo import written
from bot.people.models import Account
from bot.portal.answering import ACTOR, answer, take_back
from bot.requests.attachments import add_attachment
from bot.requests.checklists import checklist_for
from bot.requests.editing import add_note, set_legal_hold, tick
from bot.requests.models import Request
from bot.requests.workflow import DONE
from bot.settings import Settings


@dataclass(slots=True)
class Scene:
    """One request on its way: who works it, and what was put ready to be sent with the answer."""

    session: Session
    request: Request
    worker: Account
    rng: random.Random
    settings: Settings
    files: list[uuid.UUID] = field(default_factory=list)
    question: tuple[str, str] = ("", written.ANSWER_BY_ITSELF)

    @property
    def actor(self) -> str:
        return str(self.worker.id)

    def day(self, moment: datetime) -> date:
        return moment.astimezone(self.settings.timezone).date()


def _note(scene: Scene, at: datetime) -> None:
    text = scene.rng.choice(written.NOTES)
    name = scene.worker.name
    add_note(scene.session, scene.request, text, actor=scene.actor, actor_name=name, at=at)


def _file_of_the_office(scene: Scene, at: datetime) -> None:
    if scene.request.kind != "inzage":
        return
    file = add_attachment(
        scene.session,
        scene.request,
        name="kopie-dossier.pdf",
        content=_copy_of_a_file(),
        from_requester=False,
        actor=scene.actor,
        at=at,
    )
    scene.files.append(file.id)


@cache
def _copy_of_a_file() -> bytes:
    source = b'#set text(lang: "nl")\n= Kopie uit het dossier\nDit blad is verzonnen.'
    return typst.compile(source)


def _check(share: float) -> Callable[[Scene, datetime], None]:
    def check(scene: Scene, at: datetime) -> None:
        items = checklist_for(scene.request)
        for item in items[: round(share * len(items))]:
            tick(scene.session, scene.request, item.key, done=True, actor=scene.actor, at=at)

    return check


def _hold(scene: Scene, at: datetime) -> None:
    set_legal_hold(scene.session, scene.request, written.HOLD, actor=scene.actor, at=at)


def _parent_answers(scene: Scene, at: datetime) -> None:
    if scene.request.state != DONE:
        answer(scene.session, scene.request, scene.question[1], at)


def _parent_adds_file(scene: Scene, at: datetime) -> None:
    add_attachment(
        scene.session,
        scene.request,
        name=written.FILE_NAME,
        content=written.FILE_TEXT.encode(),
        from_requester=True,
        actor=ACTOR,
        at=at,
    )


def _parent_takes_back(scene: Scene, at: datetime) -> None:
    take_back(scene.session, scene.request, at)


Play = Callable[[Scene, datetime], None]
OFFICE: Mapping[str, Play] = {
    "notitie": _note,
    "stuk": _file_of_the_office,
    "half_nakijken": _check(0.5),
    "nakijken": _check(1),
    "bewaren": _hold,
}
PARENT: Mapping[str, Play] = {
    "antwoord": _parent_answers,
    "bestand": _parent_adds_file,
    "intrekken": _parent_takes_back,
}
