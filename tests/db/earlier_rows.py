"""One board as every release would have kept it: the values of today's columns, before encryption.

A migration that adds a table or a column is tested as soon as it is filled in here, and fails the
test until then.
"""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.people.models import email_hash
from bot.requests.search_words import name_hashes
from bot.tokens import hash_token

Row = dict[str, Any]
RECEIVED = datetime(2026, 11, 16, 9, 30, tzinfo=UTC)
CLOSED = datetime(2026, 11, 20, 15, 0, 12, 250_000, tzinfo=UTC)
FILED = datetime(2026, 11, 19, 8, 15, tzinfo=UTC)
LATER = FILED + timedelta(minutes=5)
FAR = datetime(2099, 1, 1, tzinfo=UTC)


def _id(number: int) -> uuid.UUID:
    return uuid.UUID(int=0xD0551E << 100 | number)


COMPLAINT, ACCESS = _id(1), _id(2)
SCHOOL, ACCOUNT = _id(10), _id(11)
WAITING, TALKING = _id(20), _id(21)
REFERENCE, CHILD = "DW-K7MH3-9XQ47", "Sanne Ünal-de Vries"
QUESTION = "Mag de school Sanne filmen? 📹"

_COMPLAINT: Row = {
    "id": COMPLAINT,
    "reference": "DW-WPJTH-QYEEY",
    "filing_key": "gesprek-0:een",
    "kind": "klacht",
    "state": "afgehandeld",
    "outcome": "ingetrokken",
    "received_at": RECEIVED,
    "received_on": date(2026, 11, 16),
    "due_on": date(2026, 12, 14),
    "due_steps": [
        {"rule": "ontvangst", "day": "2026-11-16", "why_nl": "ontvangen"},
        {"rule": "weken", "day": "2026-12-14", "why_nl": "vier weken later"},
    ],
    "complaint_term_weeks": 4,
    "pauses": [["2026-11-17", "2026-11-18"]],
    "extended_on": date(2026, 11, 18),
    "late_on": date(2026, 12, 15),
    "closed_at": CLOSED,
    "legal_hold": "de rechter kijkt er nog naar",
    "anonymised_on": None,
    "checklist": ["gegevens_gezocht"],
    "school_id": SCHOOL,
    "assignee_id": ACCOUNT,
    "version": 7,
    "relation": "verzorger",
    "standing": "allowed",
    "child_name": "Job Bakker",
    "child_birth_date": None,
    "school": "De Regenboog",
    "group_name": None,
    "requester_name": "Anna O'Bakker",
    "requester_email": "anna@voorbeeld.nl",
    "requester_phone": None,
    "details": {"subject": "Rondgemaild", "details": "Aan “iedereen”, met cijfers: 6½"},
    "conversation_id": None,
    "created_at": RECEIVED,
    "updated_at": CLOSED,
}
_ACCESS: Row = _COMPLAINT | {
    "id": ACCESS,
    "reference": REFERENCE,
    "filing_key": "gesprek-1:een",
    "kind": "inzage",
    "state": "ontvangen",
    "outcome": None,
    "received_at": FILED,
    "received_on": date(2026, 11, 19),
    "due_on": date(2026, 12, 21),
    "due_steps": [
        {"rule": "ontvangst", "day": "2026-11-19", "why_nl": "ontvangen"},
        {"rule": "maand", "day": "2026-12-19", "why_nl": "een maand later"},
        {"rule": "weekend", "day": "2026-12-21", "why_nl": "de maandag daarna"},
    ],
    "complaint_term_weeks": None,
    "pauses": [],
    "extended_on": None,
    "late_on": None,
    "closed_at": None,
    "legal_hold": None,
    "checklist": [],
    "assignee_id": None,
    "version": 1,
    "relation": "ouder_met_gezag",
    "child_name": CHILD,
    "child_birth_date": date(2016, 3, 12),
    "group_name": "groep 6",
    "requester_name": "Mo el Amrani",
    "requester_email": "mo@voorbeeld.nl",
    "requester_phone": "+31612345678",
    "details": {"subject": "Het hele dossier", "period": "vanaf 2024", "copy": "ja"},
    "conversation_id": "gesprek-1",
    "created_at": FILED,
    "updated_at": FILED,
}
#: One that was erased by way of its names: a release since 0003 leaves these behind.
_ANONYMOUS: Row = _COMPLAINT | {
    "id": _id(3),
    "reference": "X-0a1b2c3d4e5f",
    "filing_key": "X-5f4e3d2c1b0a",
    "legal_hold": None,
    "anonymised_on": date(2026, 11, 22),
    "checklist": [],
    "assignee_id": None,
    **dict.fromkeys(("relation", "standing", "child_name", "school"), ""),
    **dict.fromkeys(("requester_name", "requester_email"), ""),
    "details": {},
}


def _event(request_id: uuid.UUID, sequence: int, at: datetime, kind: str, **data: Any) -> Row:
    values = {"request_id": request_id, "sequence": sequence, "at": at}
    return values | {"actor": "aanvrager", "kind": kind, "data": data}


# In the order of their places.
_EVENTS = [
    _event(COMPLAINT, 1, RECEIVED, "ontvangen"),
    _event(ACCESS, 1, FILED, "ontvangen"),
    _event(COMPLAINT, 2, CLOSED, "afgehandeld", outcome="ingetrokken", why="Het is opgelost"),
]


def _places() -> list[Row]:
    return [
        {"id": n, "request_id": one["request_id"], "sequence": one["sequence"], "position": n}
        for n, one in enumerate(_EVENTS, start=1)
    ]


def _search_words() -> list[Row]:
    return [
        {"word_hash": word, "request_id": row["id"]}
        for row in (_COMPLAINT, _ACCESS)
        for word in name_hashes(row["child_name"], row["requester_name"])
    ]


def _school(identifier: uuid.UUID, slug: str, name: str, **changed: Any) -> Row:
    values: Row = {
        "id": identifier,
        "slug": slug,
        "name": name,
        "street": "Kerklaan 1",
        "postcode": "3512 AB",
        "city": "Utrecht",
        "phone": "030-1234567",
        "email": f"info@{slug}.example",
        "fg_name": "Fatima Bakker",
        "fg_email": "fg@bestuur.example",
        "complaint_term_weeks": 4,
        "confirms_receipt": True,
        "is_public_body": False,
        "letterhead": {"colour": "#1f4e79"},
        "office_hours": [["08:30", "16:00"], None],
        "chat": {"name": "Wijsneus"},
        "created_at": RECEIVED,
    }
    return values | changed


def _message(conversation: uuid.UUID, sequence: int, author: str, text: str, **more: Any) -> Row:
    values: Row = dict.fromkeys(("data", "payload", "client_key", "understood", "account_id"))
    values |= {"conversation_id": conversation, "sequence": sequence, "pending": False}
    at = FILED + timedelta(seconds=sequence)
    return values | {"at": at, "author": author, "text": text} | more


def _conversation(identifier: uuid.UUID, sender: str, **changed: Any) -> Row:
    values: Row = {
        "id": identifier,
        "school_id": SCHOOL,
        "sender": sender,
        "token_hash": hash_token(sender),
        "state": "bot",
        "reason": None,
        "waiting_since": None,
        "assignee_id": None,
        "topic": "inzage/recht",
        "contact_email": None,
        "last_sequence": 2,
        "visitor_read": 2,
        "staff_read": 0,
        "visitor_seen_at": LATER,
        "claimed_until": None,
        "claimed_by": None,
        "created_at": FILED,
        "last_message_at": LATER,
        "closed_at": None,
    }
    return values | changed


def rows() -> dict[str, list[Row]]:
    """Table -> its rows."""
    return {
        "request": [_COMPLAINT, _ACCESS, _ANONYMOUS],
        "request_event": _EVENTS,
        "event_place": _places(),
        "event_counter": [{"id": 1, "last": len(_EVENTS)}],
        "search_word": _search_words(),
        **_office(),
        **_on_requests(),
        **_leaving(),
        **_conversations(),
    }


def _office() -> dict[str, list[Row]]:
    account = {
        "id": ACCOUNT,
        "email": "Els@school.example",
        "email_hash": email_hash("Els@school.example"),
        "name": "Els de Wit",
        "password_hash": "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2g",
        "must_change_password": True,
        "totp_secret": "JBSWY3DPEHPK3PXP",
        "totp_last_step": 59_000_000,
        "recovery_hashes": ["a1", "b2"],
        "oidc_issuer": "https://login.example",
        "oidc_subject": "els",
        "disabled_at": CLOSED,
        "created_at": RECEIVED,
        "last_signed_in_at": LATER,
    }
    return {
        "school": [
            _school(SCHOOL, "regenboog", "De Regenboog"),
            _school(_id(12), "ster", "De Ster", confirms_receipt=False, complaint_term_weeks=6),
        ],
        "school_holiday": [
            {
                "id": _id(13),
                "school_id": SCHOOL,
                "name": "Kerstvakantie",
                "first": date(2026, 12, 19),
                "last": date(2027, 1, 3),
            }
        ],
        "account": [account],
        "membership": [
            {"id": _id(14), "account_id": ACCOUNT, "school_id": SCHOOL, "role": "administratie"},
            {"id": _id(15), "account_id": ACCOUNT, "school_id": None, "role": "medewerker"},
        ],
        "office_session": [
            {
                "token_hash": hash_token("els"),
                "account_id": ACCOUNT,
                "complete": True,
                "offered_secret": "KRSXG5CTMVRXEZLU",
                "created_at": FILED,
                "seen_at": LATER,
                "expires_at": FAR,
            }
        ],
        "rate_bucket": [{"key_hash": hash_token("adres"), "tokens": 2.5, "updated_at": LATER}],
        "saved_view": [
            {"id": _id(16), "account_id": ACCOUNT, "name": "mijn klachten", "query": "soort=klacht"}
        ],
        "retention_term": [{"kind": "klacht", "months": 12, "action": "verwijderen"}],
    }


def _on_requests() -> dict[str, list[Row]]:
    return {
        "request_note": [
            {
                "id": _id(30),
                "request_id": ACCESS,
                "at": LATER,
                "author": str(ACCOUNT),
                "author_name": "Els de Wit",
                "text": "Moeder belde: liever op papier.",
            }
        ],
        "attachment": [
            {
                "id": _id(31),
                "request_id": ACCESS,
                "from_requester": True,
                "name": "rapport groep 5.pdf",
                "media_type": "application/pdf",
                "size": 17,
                "content": b"%PDF-1.7\n\x00\xff\xfe x\n",
                "added_at": LATER,
                "added_by": "aanvrager",
            }
        ],
        "letter": [
            {
                "id": _id(32),
                "request_id": ACCESS,
                "kind": "ontvangst",
                "to_email": "mo@voorbeeld.nl",
                "subject": "Uw verzoek om inzage",
                "body": "Beste Mo el Amrani,\n\nWij kregen uw verzoek.",
                "pdf": b"%PDF-1.7\n\x80\n",
                "attachment_ids": [str(_id(31))],
                "created_at": LATER,
                "created_by": "systeem",
            }
        ],
        "letter_template": [
            {
                "id": _id(33),
                "school_id": SCHOOL,
                "kind": "ontvangst",
                "subject": "Ontvangen",
                "body": "Dank u wel.",
                "updated_at": RECEIVED,
                "updated_by": str(ACCOUNT),
            }
        ],
        "destruction": [
            {
                "id": _id(34),
                "request_id": _id(99),
                "school_id": SCHOOL,
                "kind": "wissen",
                "outcome": "toegewezen",
                "received_on": date(2024, 9, 2),
                "closed_on": date(2024, 9, 20),
                "months": 24,
                "action": "verwijderen",
                "at": RECEIVED,
            }
        ],
        "status_link": [
            {
                "token_hash": hash_token("link"),
                "request_id": ACCESS,
                "created_at": FILED,
                "expires_at": FAR,
                "used_at": LATER,
            }
        ],
        "status_session": [
            {"token_hash": hash_token("ouder"), "request_id": ACCESS, "expires_at": FAR}
        ],
    }


def _leaving() -> dict[str, list[Row]]:
    return {
        "outbox_message": [
            {
                "id": _id(40),
                "channel": "mail",
                "lane": f"{ACCESS}:mail",
                "position": 1,
                "request_id": ACCESS,
                "school_id": SCHOOL,
                "payload": {"to": "mo@voorbeeld.nl", "subject": "Ontvangen", "text": "Dag Mo"},
                "state": "bezig",
                "attempts": 2,
                "maybe_sent_before": True,
                "not_before": LATER,
                "claimed_at": LATER,
                "last_error": "ConnectionRefusedError",
                "created_at": FILED,
                "sent_at": CLOSED,
            }
        ],
        "webhook_target": [
            {
                "id": _id(41),
                "school_id": SCHOOL,
                "url": "https://systeem.example/hook",
                "secret": "whsec-1",
                "active": True,
                "created_at": FILED,
            }
        ],
        "api_key": [
            {
                "id": _id(42),
                "school_id": SCHOOL,
                "name": "leerlingvolgsysteem",
                "key_hash": hash_token("sleutel"),
                "may_write": True,
                "created_at": FILED,
                "last_used_at": LATER,
                "revoked_at": CLOSED,
            }
        ],
        "reading_log": [
            {
                "id": _id(43),
                "at": LATER,
                "actor": str(ACCOUNT),
                "actor_name": "Els de Wit",
                "request_id": ACCESS,
                "school_id": SCHOOL,
                "what": "verzoek",
            }
        ],
        "office_log": [
            {
                "id": _id(44),
                "at": LATER,
                "actor": str(ACCOUNT),
                "school_id": SCHOOL,
                "kind": "school_gewijzigd",
                "data": {"fields": ["phone"]},
            }
        ],
        "tracker_erasure": [{"sender": "gesprek-weg", "asked_at": LATER}],
    }


def _conversations() -> dict[str, list[Row]]:
    waiting = {
        "state": "wacht_op_medewerker",
        "reason": "gevraagd",
        "waiting_since": LATER,
        "contact_email": "mo@voorbeeld.nl",
    }
    held = {
        "state": "bij_medewerker",
        "assignee_id": ACCOUNT,
        "claimed_until": LATER,
        "claimed_by": "web-1",
        "closed_at": CLOSED,
    }
    return {
        "conversation": [
            _conversation(WAITING, "gesprek-1", **waiting),
            _conversation(TALKING, "gesprek-2", **held),
        ],
        "message": [
            _message(WAITING, 1, "bezoeker", QUESTION),
            _message(WAITING, 2, "bot", "Een medewerker leest dit."),
            _message(
                TALKING,
                1,
                "bezoeker",
                "Inzage",
                payload="/verzoek_inzage",
                client_key="7f3a",
                understood=[["inzage/recht", 0.91]],
            ),
            _message(
                TALKING,
                2,
                "medewerker",
                "Ja, dat mag.",
                data={"custom": {"vraag": "inzage/recht"}},
                account_id=ACCOUNT,
            ),
        ],
        "escalation": [
            {
                "id": _id(50),
                "filing_key": "gesprek-1:vraag",
                "conversation_id": WAITING,
                "reason": "gevraagd",
                "question": QUESTION,
                "created_at": LATER,
            }
        ],
        "conversation_event": [
            {
                "id": _id(51),
                "conversation_id": WAITING,
                "at": LATER,
                "actor": "bezoeker",
                "kind": "geroepen",
                "data": {"from": "bot", "to": "wacht_op_medewerker"},
            }
        ],
        "conversation_note": [
            {
                "id": _id(52),
                "conversation_id": WAITING,
                "at": LATER,
                "account_id": ACCOUNT,
                "text": "Els belt Mo morgen.",
            }
        ],
        "standard_answer": [
            {
                "id": _id(53),
                "school_id": SCHOOL,
                "title": "Groet",
                "text": "Goedemiddag!",
                "updated_at": LATER,
                "updated_by": str(ACCOUNT),
            }
        ],
        "missed_question": [
            {
                "id": _id(54),
                "conversation_id": WAITING,
                "school_id": SCHOOL,
                "at": LATER,
                "text": "En hoe zit dat met Sanne?",
                "guesses": ["inzage/recht", "fotos/website"],
                "why": "niet_begrepen",
                "state": "gekozen",
                "question": "inzage/recht",
                "judged_by": str(ACCOUNT),
                "judged_at": CLOSED,
            }
        ],
    }
