"""One order over all events, for systems that read what happened since; and an index for paging."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_PAGES = "ix_request_school_id_received_at_id"


def upgrade() -> None:
    op.create_index(_PAGES, "request", ["school_id", "received_at", "id"])
    _create_event_place()
    op.create_table(
        "event_counter",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_event_counter"),
    )
    _number_earlier_events()


def downgrade() -> None:
    op.drop_table("event_counter")
    op.drop_table("event_place")
    op.drop_index(_PAGES, "request")


def _create_event_place() -> None:
    op.create_table(
        "event_place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer()),
        sa.ForeignKeyConstraint(
            ["request_id", "sequence"],
            ["request_event.request_id", "request_event.sequence"],
            name="fk_event_place_request_id_sequence_request_event",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_event_place"),
        sa.UniqueConstraint("position", name="uq_event_place_position"),
        sa.UniqueConstraint("request_id", "sequence", name="uq_event_place_request_id_sequence"),
    )


def _number_earlier_events() -> None:
    # The sequence before the moment within a request: two clocks may differ a little.
    op.execute(
        "INSERT INTO event_place (request_id, sequence, position) "
        "SELECT request_id, sequence, row_number() OVER (ORDER BY told_at, request_id, sequence) "
        "FROM (SELECT request_id, sequence, max(at) OVER "
        "(PARTITION BY request_id ORDER BY sequence) AS told_at FROM request_event) AS told"
    )
    op.execute("INSERT INTO event_counter (id, last) SELECT 1, count(*) FROM event_place")
