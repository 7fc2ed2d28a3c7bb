"""The outbox, its destinations, the keys of other systems, and two logs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# The columns' types as they were at this revision, whatever bot.db.types says later.
_JSON = sa.JSON().with_variant(JSONB(), "postgresql")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _create_outbox_message()
    _create_webhook_target()
    _create_api_key()
    _create_reading_log()
    _create_office_log()


def downgrade() -> None:
    op.drop_table("office_log")
    op.drop_table("reading_log")
    op.drop_table("api_key")
    op.drop_table("webhook_target")
    op.drop_table("outbox_message")


def _create_outbox_message() -> None:
    op.create_table(
        "outbox_message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("lane", sa.String(128), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Uuid()),
        sa.Column("school_id", sa.Uuid()),
        sa.Column("payload", _JSON, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("maybe_sent_before", sa.Boolean(), nullable=False),
        sa.Column("not_before", _MOMENT, nullable=False),
        sa.Column("claimed_at", _MOMENT),
        sa.Column("last_error", sa.Text()),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("sent_at", _MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_outbox_message"),
        sa.UniqueConstraint("lane", "position", name="uq_outbox_message_lane_position"),
    )
    op.create_index("ix_outbox_message_request_id", "outbox_message", ["request_id"])
    op.create_index("ix_outbox_message_school_id", "outbox_message", ["school_id"])
    op.create_index("ix_outbox_message_state_not_before", "outbox_message", ["state", "not_before"])


def _create_webhook_target() -> None:
    op.create_table(
        "webhook_target",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name="fk_webhook_target_school_id_school"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_webhook_target"),
    )
    op.create_index("ix_webhook_target_school_id", "webhook_target", ["school_id"])


def _create_api_key() -> None:
    op.create_table(
        "api_key",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("may_write", sa.Boolean(), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("last_used_at", _MOMENT),
        sa.Column("revoked_at", _MOMENT),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name="fk_api_key_school_id_school"),
        sa.PrimaryKeyConstraint("id", name="pk_api_key"),
        sa.UniqueConstraint("key_hash", name="uq_api_key_key_hash"),
    )
    op.create_index("ix_api_key_school_id", "api_key", ["school_id"])


def _create_reading_log() -> None:
    op.create_table(
        "reading_log",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("actor", sa.String(128), nullable=False),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid()),
        sa.Column("what", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reading_log"),
    )
    op.create_index("ix_reading_log_actor", "reading_log", ["actor"])
    op.create_index("ix_reading_log_at", "reading_log", ["at"])
    op.create_index("ix_reading_log_request_id", "reading_log", ["request_id"])
    op.create_index("ix_reading_log_school_id", "reading_log", ["school_id"])


def _create_office_log() -> None:
    op.create_table(
        "office_log",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("actor", sa.String(128), nullable=False),
        sa.Column("school_id", sa.Uuid()),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("data", _JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_office_log"),
    )
    op.create_index("ix_office_log_actor", "office_log", ["actor"])
    op.create_index("ix_office_log_at", "office_log", ["at"])
    op.create_index("ix_office_log_school_id", "office_log", ["school_id"])
