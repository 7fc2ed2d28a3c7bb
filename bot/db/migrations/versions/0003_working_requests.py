"""What the office adds to a request: clock, notes, files, letters, and the parent's way in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# The columns' types as they were at this revision, whatever bot.db.types says later.
_JSON = sa.JSON().with_variant(JSONB(), "postgresql")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _create_request_note()
    _create_attachment()
    _create_letter()
    _create_letter_template()
    _create_saved_view()
    _create_retention_term()
    _create_destruction()
    _create_status_link()
    _create_status_session()
    _extend_request()
    _fill_in_earlier_requests()


def downgrade() -> None:
    with op.batch_alter_table("request") as request:
        request.drop_constraint("fk_request_school_id_school", type_="foreignkey")
        request.drop_constraint("fk_request_assignee_id_account", type_="foreignkey")
        for name in ("school_id_state_due_on", "closed_at", "assignee_id"):
            request.drop_index(f"ix_request_{name}")
        for column in _request_columns():
            request.drop_column(column.name)
    op.drop_table("status_session")
    op.drop_table("status_link")
    op.drop_table("destruction")
    op.drop_table("retention_term")
    op.drop_table("saved_view")
    op.drop_table("letter_template")
    op.drop_table("letter")
    op.drop_table("attachment")
    op.drop_table("request_note")


def _create_request_note() -> None:
    op.create_table(
        "request_note",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("author", sa.String(128), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["request.id"],
            name="fk_request_note_request_id_request",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_request_note"),
    )
    op.create_index("ix_request_note_request_id", "request_note", ["request_id"])


def _create_attachment() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("from_requester", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.String(128), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("added_at", _MOMENT, nullable=False),
        sa.Column("added_by", sa.String(128), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["request.id"],
            name="fk_attachment_request_id_request",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_attachment"),
    )
    op.create_index("ix_attachment_request_id", "attachment", ["request_id"])


def _create_letter() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("to_email", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("attachment_ids", _JSON, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("created_by", sa.String(128), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name="fk_letter_request_id_request", ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_letter"),
    )
    op.create_index("ix_letter_request_id", "letter", ["request_id"])


def _create_letter_template() -> None:
    op.create_table(
        "letter_template",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
        sa.Column("updated_by", sa.String(128), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name="fk_letter_template_school_id_school"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_letter_template"),
        sa.UniqueConstraint("school_id", "kind", name="uq_letter_template_school_id_kind"),
    )


def _create_saved_view() -> None:
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_saved_view_account_id_account"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_saved_view"),
    )
    op.create_index("ix_saved_view_account_id", "saved_view", ["account_id"])


def _create_retention_term() -> None:
    op.create_table(
        "retention_term",
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("kind", name="pk_retention_term"),
    )


def _create_destruction() -> None:
    op.create_table(
        "destruction",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid()),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("outcome", sa.String(32)),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(16), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_destruction"),
    )
    op.create_index("ix_destruction_request_id", "destruction", ["request_id"])
    op.create_index("ix_destruction_school_id", "destruction", ["school_id"])


def _create_status_link() -> None:
    op.create_table(
        "status_link",
        sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.Column("used_at", _MOMENT),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["request.id"],
            name="fk_status_link_request_id_request",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_hash", name="pk_status_link"),
    )
    op.create_index("ix_status_link_expires_at", "status_link", ["expires_at"])
    op.create_index("ix_status_link_request_id", "status_link", ["request_id"])


def _create_status_session() -> None:
    op.create_table(
        "status_session",
        sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["request.id"],
            name="fk_status_session_request_id_request",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_hash", name="pk_status_session"),
    )
    op.create_index("ix_status_session_expires_at", "status_session", ["expires_at"])
    op.create_index("ix_status_session_request_id", "status_session", ["request_id"])


def _extend_request() -> None:
    with op.batch_alter_table("request") as request:
        for column in _request_columns():
            request.add_column(column)
        request.create_index("ix_request_assignee_id", ["assignee_id"])
        request.create_index("ix_request_closed_at", ["closed_at"])
        request.create_index("ix_request_school_id_state_due_on", ["school_id", "state", "due_on"])
        request.create_foreign_key(
            "fk_request_assignee_id_account", "account", ["assignee_id"], ["id"]
        )
        request.create_foreign_key("fk_request_school_id_school", "school", ["school_id"], ["id"])


def _request_columns() -> list[sa.Column[Any]]:
    # Defaults of the database for the rows that are there already.
    return [
        sa.Column("complaint_term_weeks", sa.Integer()),
        sa.Column("pauses", _JSON, nullable=False, server_default="[]"),
        sa.Column("extended_on", sa.Date()),
        sa.Column("late_on", sa.Date()),
        sa.Column("closed_at", _MOMENT),
        sa.Column("legal_hold", sa.Text()),
        sa.Column("anonymised_on", sa.Date()),
        sa.Column("checklist", _JSON, nullable=False, server_default="[]"),
        sa.Column("school_id", sa.Uuid()),
        sa.Column("assignee_id", sa.Uuid()),
        sa.Column("version", sa.Integer(), nullable=False, server_default="1"),
    ]


def _fill_in_earlier_requests() -> None:
    request = sa.table(
        "request",
        *(
            sa.column(name, kind)
            for name, kind in (
                ("id", sa.Uuid()),
                ("kind", sa.String()),
                ("state", sa.String()),
                ("received_on", sa.Date()),
                ("due_steps", _JSON),
                ("updated_at", _MOMENT),
                ("closed_at", _MOMENT),
                ("complaint_term_weeks", sa.Integer()),
            )
        ),
    )
    connection = op.get_bind()
    connection.execute(
        request.update()
        .where(request.c.state == "afgehandeld")
        .values(closed_at=request.c.updated_at)
    )
    complaints = connection.execute(
        sa.select(request.c.id, request.c.received_on, request.c.due_steps).where(
            request.c.kind == "klacht"
        )
    ).all()
    for row in complaints:
        # The second step of the count is the end of the term, before any weekend or holiday.
        days = date.fromisoformat(row.due_steps[1]["day"]) - row.received_on
        connection.execute(
            request.update()
            .where(request.c.id == row.id)
            .values(complaint_term_weeks=days // timedelta(weeks=1))
        )
