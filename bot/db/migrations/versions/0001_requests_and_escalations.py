"""The queue of requests with their events, and the questions for a person."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# The columns' types as they were at this revision, whatever bot.db.types says later.
_JSON = sa.JSON().with_variant(JSONB(), "postgresql")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _create_request()
    _create_request_event()
    _create_escalation()


def downgrade() -> None:
    op.drop_table("escalation")
    op.drop_table("request_event")
    op.drop_table("request")


def _create_request() -> None:
    op.create_table(
        "request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(16), nullable=False),
        sa.Column("filing_key", sa.String(128), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("outcome", sa.String(32)),
        sa.Column("received_at", _MOMENT, nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("due_steps", _JSON, nullable=False),
        sa.Column("relation", sa.String(32), nullable=False),
        sa.Column("standing", sa.String(32), nullable=False),
        sa.Column("child_name", sa.Text(), nullable=False),
        sa.Column("child_birth_date", sa.Date()),
        sa.Column("school", sa.Text(), nullable=False),
        sa.Column("group_name", sa.Text()),
        sa.Column("requester_name", sa.Text(), nullable=False),
        sa.Column("requester_email", sa.Text(), nullable=False),
        sa.Column("requester_phone", sa.Text()),
        sa.Column("details", _JSON, nullable=False),
        sa.Column("conversation_id", sa.String(128)),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_request"),
        sa.UniqueConstraint("reference", name="uq_request_reference"),
        sa.UniqueConstraint("filing_key", name="uq_request_filing_key"),
    )
    op.create_index("ix_request_state_due_on", "request", ["state", "due_on"])
    op.create_index("ix_request_requester_email", "request", ["requester_email"])
    op.create_index("ix_request_conversation_id", "request", ["conversation_id"])


def _create_request_event() -> None:
    op.create_table(
        "request_event",
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("actor", sa.String(128), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("data", _JSON, nullable=False),
        sa.PrimaryKeyConstraint("request_id", "sequence", name="pk_request_event"),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["request.id"],
            name="fk_request_event_request_id_request",
            ondelete="RESTRICT",
        ),
    )
    op.create_index("ix_request_event_at", "request_event", ["at"])


def _create_escalation() -> None:
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
