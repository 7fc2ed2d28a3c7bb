"""What the engine still has to forget."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tracker_erasure",
        sa.Column("sender", sa.String(128), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sender", name="pk_tracker_erasure"),
    )
    op.create_index("ix_tracker_erasure_asked_at", "tracker_erasure", ["asked_at"])


def downgrade() -> None:
    op.drop_index("ix_tracker_erasure_asked_at", "tracker_erasure")
    op.drop_table("tracker_erasure")
