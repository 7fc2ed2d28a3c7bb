"""Requests that fill every page: long names, every state, files, letters, what failed and what is old."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot import clock
from bot.handling.moves import MOVES
from bot.handling.perform import Doing, draft, perform
from bot.outbox.lanes import MAIL, enqueue
from bot.outbox.models import OutboxMessage
from bot.outbox.states import DROPPED, FAILED
from bot.people.models import Account
from bot.portal.answering import answer
from bot.requests.attachments import add_attachment
from bot.requests.editing import add_note, set_legal_hold
from bot.requests.models import Request
from tests.browser.site import Site

SLUG = "ster"
LONG_NAME = "Wilhelmina-Alexandra van der Burchgraeff-Oudenhoven tot Zwartewaterland"
_LONG_MAIL = f"{'wilhelmina.alexandra.van.der.' * 2}burchgraeff@een-lang-maildomein.voorbeeld.nl"
# Name -> kind, days since it was filed.
_FILED = {
    "late": ("bezwaar", 45),
    "soon": ("klacht", 26),
    "asked": ("correctie", 2),
    "still": ("camerabeelden", 2),
    "closed": ("verwijderen", 2),
    "withdrawn": ("zienswijze", 2),
    "old": ("toestemming_intrekken", 1500),
    "kept": ("inzage", 1500),
    "homeless": ("inzage", 2),
}


def file_all(site: Site) -> dict[str, str]:
    """Name in the showcase -> reference."""
    long = {
        "requester_name": LONG_NAME,
        "child_name": LONG_NAME.replace("Wilhelmina", "Sophie"),
        "subject": "Alles wat er over haar is opgeschreven, ook in de mail. " * 12 + "x" * 120,
    }
    found = {"full": site.file("inzage", email=_LONG_MAIL, slug=SLUG, **long)}
    for name, (kind, days) in _FILED.items():
        filed = clock.now() - timedelta(days=days)
        found[name] = site.file(kind, email=f"toon-{name}@voorbeeld.nl", slug=SLUG, now=filed)
    return found


def work_all(session: Session, references: dict[str, str], account: Account) -> None:
    requests = {
        name: session.scalars(select(Request).where(Request.reference == reference)).one()
        for name, reference in references.items()
    }
    _fill(session, requests["full"], account)
    _move(session, requests["asked"], "vraag_stellen", "Welke naam bedoelt u?")
    _move(session, requests["still"], "identiteit_vragen", "Wilt u ons bellen?")
    _move(session, requests["withdrawn"], "intrekking_vastleggen", "")
    for name in ("closed", "old", "kept"):
        at = requests[name].received_at + timedelta(days=1)
        _move(session, requests[name], "beginnen", at=at)
        _move(session, requests[name], "afwijzen", at=at)
    set_legal_hold(session, requests["kept"], "Rechtszaak", actor="systeem", at=clock.now())
    requests["homeless"].school_id = None
    _fail_to_send(session, requests["late"])
    # What still has to be sent is not erased.
    old = OutboxMessage.request_id.in_([requests["old"].id, requests["kept"].id])
    session.execute(update(OutboxMessage).where(old).values(state=DROPPED))


def _move(
    session: Session, request: Request, key: str, note: str = "Omdat.", at: datetime | None = None
) -> None:
    at = at or clock.now()
    doing = Doing(
        move=MOVES[key],
        actor="systeem",
        at=at,
        day=at.date(),
        version=request.version,
        status_address="https://school.voorbeeld.nl/status",
    )
    text = draft(session, request, doing, note) if doing.move.letter else None
    perform(session, request, doing, text)


def _fill(session: Session, request: Request, account: Account) -> None:
    who = {"actor": str(account.id), "at": clock.now()}
    files = {f"{'lange-bestandsnaam-' * 6}.txt": True, "dossier.txt": False}
    for name, mine in files.items():
        add_attachment(session, request, name=name, content=b"x", from_requester=mine, **who)
    add_note(session, request, "Gebeld met de ouder. " * 20, actor_name=LONG_NAME, **who)
    set_legal_hold(session, request, "Er loopt een zaak bij de rechtbank.", **who)
    request.assignee_id = account.id
    for key in ("bevestigen", "beginnen", "verlengen", "vraag_stellen"):
        _move(session, request, key)
    answer(session, request, "Het gaat over groep 6. " * 10, clock.now())


def _fail_to_send(session: Session, request: Request) -> None:
    message = enqueue(
        session,
        channel=MAIL,
        lane=f"{request.id}:toon",
        payload={"to": "weg@voorbeeld.nl", "subject": "x", "text": "x"},
        at=clock.now(),
        request_id=request.id,
        school_id=request.school_id,
    )
    message.state, message.attempts, message.maybe_sent_before = FAILED, 12, True
    message.last_error = "De mailserver kent dit adres niet."
    session.flush()
