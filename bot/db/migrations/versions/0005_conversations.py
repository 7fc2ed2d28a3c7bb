"""Conversations with their messages; what was passed on to people before becomes one of them."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from bot.encryption.cipher import decrypt, encrypt

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# The columns' types as they were at this revision, whatever bot.db.types says later.
_JSON = sa.JSON().with_variant(JSONB(), "postgresql")
_MOMENT = sa.DateTime(timezone=True)
_OLD = sa.table(
    "escalation",
    sa.column("id", sa.Uuid()),
    sa.column("filing_key", sa.String()),
    sa.column("conversation_id", sa.String()),
    sa.column("reason", sa.String()),
    sa.column("question", sa.Text()),
    sa.column("transcript", _JSON),
    sa.column("contact_email", sa.Text()),
    sa.column("state", sa.String()),
    sa.column("created_at", _MOMENT),
)
_NEW = sa.table(
    "escalation",
    sa.column("id", sa.Uuid()),
    sa.column("filing_key", sa.String()),
    sa.column("conversation_id", sa.Uuid()),
    sa.column("reason", sa.String()),
    sa.column("question", sa.Text()),
    sa.column("created_at", _MOMENT),
)
_CONVERSATION = sa.table(
    "conversation",
    sa.column("id", sa.Uuid()),
    sa.column("sender", sa.String()),
    sa.column("state", sa.String()),
    sa.column("reason", sa.String()),
    sa.column("waiting_since", _MOMENT),
    sa.column("contact_email", sa.Text()),
    sa.column("last_sequence", sa.Integer()),
    sa.column("visitor_read", sa.Integer()),
    sa.column("staff_read", sa.Integer()),
    sa.column("created_at", _MOMENT),
    sa.column("last_message_at", _MOMENT),
)
_MESSAGE = sa.table(
    "message",
    sa.column("conversation_id", sa.Uuid()),
    sa.column("sequence", sa.Integer()),
    sa.column("at", _MOMENT),
    sa.column("author", sa.String()),
    sa.column("text", sa.Text()),
    sa.column("pending", sa.Boolean()),
)


def upgrade() -> None:
    _create_conversation()
    _create_message()
    _create_conversation_event()
    _create_conversation_note()
    _create_standard_answer()
    _create_missed_question()
    op.add_column("school", sa.Column("chat", _JSON, nullable=False, server_default="{}"))
    passed_on = op.get_bind().execute(sa.select(_OLD).order_by(_OLD.c.created_at)).all()
    op.drop_table("escalation")
    _create_escalation()
    _take_over(passed_on)


def downgrade() -> None:
    rows = _put_back()
    op.drop_table("escalation")
    _create_old_escalation()
    if rows:
        op.bulk_insert(_OLD, rows)
    with op.batch_alter_table("school") as batch:
        batch.drop_column("chat")
    for table in ("missed_question", "standard_answer", "conversation_note"):
        op.drop_table(table)
    for table in ("conversation_event", "message", "conversation"):
        op.drop_table(table)


def _take_over(passed_on: Sequence[Any]) -> None:
    senders = list(dict.fromkeys(row.conversation_id for row in passed_on))
    for sender in senders:
        rows = [row for row in passed_on if row.conversation_id == sender]
        _add_conversation(sender, rows)


def _add_conversation(sender: str, rows: Sequence[Any]) -> None:
    identifier = uuid.uuid4()
    # Every call holds the conversation up to its moment: the longest one holds the most of it.
    lines = max((row.transcript for row in rows), key=len)
    is_open = any(row.state == "open" for row in rows)
    emails = [row.contact_email for row in rows if row.contact_email]
    conversation = {
        "id": identifier,
        "sender": sender,
        "state": "wacht_op_medewerker" if is_open else "gesloten",
        "reason": rows[-1].reason,
        "waiting_since": rows[0].created_at if is_open else None,
        "contact_email": _encrypted(emails[-1]) if emails else None,
        "last_sequence": len(lines),
        "visitor_read": len(lines),
        "staff_read": 0,
        "created_at": rows[0].created_at,
        "last_message_at": rows[-1].created_at,
    }
    op.bulk_insert(_CONVERSATION, [conversation])
    messages = [
        {
            "conversation_id": identifier,
            "sequence": number,
            "at": datetime.fromisoformat(line["at"]),
            "author": line["who"],
            "text": _encrypted(line["text"]),
            "pending": False,
        }
        for number, line in enumerate(lines, start=1)
    ]
    if messages:
        op.bulk_insert(_MESSAGE, messages)
    calls = [
        {
            "id": row.id,
            "filing_key": row.filing_key,
            "conversation_id": identifier,
            "reason": row.reason,
            "question": _encrypted(row.question),
            "created_at": row.created_at,
        }
        for row in rows
    ]
    op.bulk_insert(_NEW, calls)


def _put_back() -> list[dict[str, Any]]:
    connection = op.get_bind()
    conversations = {row.id: row for row in connection.execute(sa.select(_CONVERSATION))}
    return [
        {
            "id": call.id,
            "filing_key": call.filing_key,
            "conversation_id": conversations[call.conversation_id].sender,
            "reason": call.reason,
            "question": _decrypted(call.question),
            "transcript": _transcript(call.conversation_id),
            "contact_email": _decrypted(conversations[call.conversation_id].contact_email),
            "state": "open",
            "created_at": call.created_at,
        }
        for call in connection.execute(sa.select(_NEW).order_by(_NEW.c.created_at)).all()
    ]


def _transcript(conversation_id: uuid.UUID) -> list[dict[str, str]]:
    query = sa.select(_MESSAGE).where(_MESSAGE.c.conversation_id == conversation_id)
    rows = op.get_bind().execute(query.order_by(_MESSAGE.c.sequence)).all()
    return [
        {"who": row.author, "text": _decrypted(row.text) or "", "at": row.at.isoformat()}
        for row in rows
    ]


def _encrypted(text: str) -> str:
    return encrypt(text.encode()).decode()


def _decrypted(token: str | None) -> str | None:
    return decrypt(token.encode()).decode() if token else None


def _create_conversation() -> None:
    op.create_table(
        "conversation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid()),
        sa.Column("sender", sa.String(128), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(32)),
        sa.Column("state", sa.String(24), nullable=False),
        sa.Column("reason", sa.String(16)),
        sa.Column("waiting_since", _MOMENT),
        sa.Column("assignee_id", sa.Uuid()),
        sa.Column("topic", sa.String(64)),
        sa.Column("contact_email", sa.Text()),
        sa.Column("last_sequence", sa.Integer(), nullable=False),
        sa.Column("visitor_read", sa.Integer(), nullable=False),
        sa.Column("staff_read", sa.Integer(), nullable=False),
        sa.Column("visitor_seen_at", _MOMENT),
        sa.Column("claimed_until", _MOMENT),
        sa.Column("claimed_by", sa.String(64)),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("last_message_at", _MOMENT, nullable=False),
        sa.Column("closed_at", _MOMENT),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name="fk_conversation_school_id_school"
        ),
        sa.ForeignKeyConstraint(
            ["assignee_id"], ["account.id"], name="fk_conversation_assignee_id_account"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_conversation"),
        sa.UniqueConstraint("sender", name="uq_conversation_sender"),
        sa.UniqueConstraint("token_hash", name="uq_conversation_token_hash"),
    )
    op.create_index("ix_conversation_school_id", "conversation", ["school_id"])
    op.create_index("ix_conversation_assignee_id", "conversation", ["assignee_id"])
    op.create_index("ix_conversation_last_message_at", "conversation", ["last_message_at"])
    op.create_index(
        "ix_conversation_state_waiting_since", "conversation", ["state", "waiting_since"]
    )


def _create_message() -> None:
    op.create_table(
        "message",
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("author", sa.String(16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("data", sa.Text()),
        sa.Column("payload", sa.Text()),
        sa.Column("client_key", sa.String(64)),
        sa.Column("pending", sa.Boolean(), nullable=False),
        sa.Column("understood", sa.Text()),
        sa.Column("account_id", sa.Uuid()),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
            name="fk_message_conversation_id_conversation",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_message_account_id_account"
        ),
        sa.PrimaryKeyConstraint("conversation_id", "sequence", name="pk_message"),
        sa.UniqueConstraint(
            "conversation_id", "client_key", name="uq_message_conversation_id_client_key"
        ),
    )
    op.create_index("ix_message_pending_at", "message", ["pending", "at"])


def _create_conversation_event() -> None:
    op.create_table(
        "conversation_event",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("actor", sa.String(128), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("data", _JSON, nullable=False),
        _of_conversation("conversation_event"),
        sa.PrimaryKeyConstraint("id", name="pk_conversation_event"),
    )
    op.create_index(
        "ix_conversation_event_conversation_id", "conversation_event", ["conversation_id"]
    )


def _create_conversation_note() -> None:
    op.create_table(
        "conversation_note",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        _of_conversation("conversation_note"),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_conversation_note_account_id_account"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_conversation_note"),
    )
    op.create_index(
        "ix_conversation_note_conversation_id", "conversation_note", ["conversation_id"]
    )


def _create_standard_answer() -> None:
    op.create_table(
        "standard_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid()),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(128), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name="fk_standard_answer_school_id_school"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_standard_answer"),
    )
    op.create_index("ix_standard_answer_school_id", "standard_answer", ["school_id"])


def _create_missed_question() -> None:
    op.create_table(
        "missed_question",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid()),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("guesses", _JSON, nullable=False),
        sa.Column("why", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("question", sa.String(64)),
        sa.Column("judged_by", sa.String(128)),
        sa.Column("judged_at", _MOMENT),
        _of_conversation("missed_question"),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name="fk_missed_question_school_id_school"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_missed_question"),
    )
    op.create_index("ix_missed_question_conversation_id", "missed_question", ["conversation_id"])
    op.create_index("ix_missed_question_state_at", "missed_question", ["state", "at"])


def _create_escalation() -> None:
    op.create_table(
        "escalation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("filing_key", sa.String(128), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(16), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        _of_conversation("escalation"),
        sa.PrimaryKeyConstraint("id", name="pk_escalation"),
        sa.UniqueConstraint("filing_key", name="uq_escalation_filing_key"),
    )
    op.create_index("ix_escalation_conversation_id", "escalation", ["conversation_id"])


def _create_old_escalation() -> None:
    op.create_table(
        "escalation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("filing_key", sa.String(128), nullable=False),
        sa.Column("conversation_id", sa.String(128), nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("transcript", _JSON, nullable=False),
        sa.Column("contact_email", sa.Text()),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_escalation"),
        sa.UniqueConstraint("filing_key", name="uq_escalation_filing_key"),
    )
    op.create_index("ix_escalation_conversation_id", "escalation", ["conversation_id"])
    op.create_index("ix_escalation_state_created_at", "escalation", ["state", "created_at"])


def _of_conversation(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["conversation_id"],
        ["conversation.id"],
        name=f"fk_{table}_conversation_id_conversation",
        ondelete="CASCADE",
    )
