"""Plays the course of one request, act by act, up to now: through the office's own services."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.audit.reading_log import REQUEST, log_reading
from bot.demo import written
from bot.demo.calendar import midnight_after, office_moment, parents_moment
from bot.demo.courses import Act
from bot.demo.scenes import OFFICE, PARENT, Scene
from bot.handling.moves import MOVES, is_possible
from bot.handling.perform import Doing, draft, perform, situation
from bot.requests.clock_change import mark_late
from bot.requests.editing import assign

_SYSTEM = "systeem"
_WHY = {"verlengen": written.EXTENDED, "heropenen": written.REOPENED}


def play(scene: Scene, acts: Sequence[Act], now: datetime, *, confirms_receipt: bool) -> None:
    """Everything that has happened by now; the rest of the course is still to come."""
    at = scene.request.received_at
    if confirms_receipt:
        _move(scene, "bevestigen", at + timedelta(seconds=40), _SYSTEM)
    elif acts:
        acts = (Act("bevestigen", 0, 1), *acts)
    for act in acts:
        at = _moment_of(scene, act, at)
        if at > now:
            break
        _become_late(scene, at)
        _play(scene, act.what, at)
    _become_late(scene, now)


def _moment_of(scene: Scene, act: Act, before: datetime) -> datetime:
    rng = scene.rng
    day = scene.day(before) + timedelta(days=rng.randint(act.soonest, act.latest))
    moment_on = parents_moment if act.what in PARENT else office_moment
    at = moment_on(day, rng, scene.settings)
    return at if at > before else before + timedelta(minutes=rng.randint(2, 9))


def _play(scene: Scene, what: str, at: datetime) -> None:
    if what in PARENT:
        PARENT[what](scene, at)
        return
    _read(scene, at - timedelta(minutes=1))
    if what in OFFICE:
        OFFICE[what](scene, at)
        return
    if what == "beginnen":
        assign(scene.session, scene.request, scene.worker.id, actor=scene.actor, at=at)
    _move(scene, what, at, scene.actor)


def _move(scene: Scene, key: str, at: datetime, actor: str) -> None:
    """Skips what is not possible on this day: a course is made for every date of the year."""
    session, request, move = scene.session, scene.request, MOVES[key]
    day = scene.day(at)
    if not is_possible(move, situation(session, request, day)):
        return
    doing = Doing(
        move=move,
        actor=actor,
        at=at,
        day=day,
        version=request.version,
        status_address=f"{scene.settings.public_url}/status",
        why=_WHY.get(key, ""),
        attachment_ids=tuple(scene.files) if move.outcome else (),
    )
    text = draft(session, request, doing, _own_part(scene, key)) if move.letter else None
    perform(session, request, doing, text)


def _own_part(scene: Scene, key: str) -> str:
    if key == "vraag_stellen":
        scene.question = scene.rng.choice(written.QUESTIONS)
        return scene.question[0]
    return written.own_part(key, scene.request.kind, scene.rng)


def _become_late(scene: Scene, at: datetime) -> None:
    """What the worker would have written down in the night after the last day."""
    request = scene.request
    seen = midnight_after(request.due_on, scene.settings)
    if seen < at:
        mark_late(scene.session, request, day=scene.day(seen), at=seen)


def _read(scene: Scene, at: datetime) -> None:
    log_reading(
        scene.session,
        request_id=scene.request.id,
        school_id=scene.request.school_id,
        what=REQUEST,
        actor=scene.actor,
        actor_name=scene.worker.name,
        at=at,
    )
