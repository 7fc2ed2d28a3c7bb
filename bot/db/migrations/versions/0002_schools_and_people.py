"""The board's schools, the people of the office and who is signed in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# The columns' types as they were at this revision, whatever bot.db.types says later.
_JSON = sa.JSON().with_variant(JSONB(), "postgresql")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _create_school()
    _create_school_holiday()
    _create_account()
    _create_membership()
    _create_office_session()
    _create_rate_bucket()


def downgrade() -> None:
    op.drop_table("rate_bucket")
    op.drop_table("office_session")
    op.drop_table("membership")
    op.drop_table("account")
    op.drop_table("school_holiday")
    op.drop_table("school")


def _create_school() -> None:
    op.create_table(
        "school",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("slug", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("street", sa.Text(), nullable=False),
        sa.Column("postcode", sa.String(8), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("fg_name", sa.Text(), nullable=False),
        sa.Column("fg_email", sa.Text(), nullable=False),
        sa.Column("complaint_term_weeks", sa.Integer(), nullable=False),
        sa.Column("confirms_receipt", sa.Boolean(), nullable=False),
        sa.Column("is_public_body", sa.Boolean(), nullable=False),
        sa.Column("letterhead", _JSON, nullable=False),
        sa.Column("office_hours", _JSON, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_school"),
        sa.UniqueConstraint("slug", name="uq_school_slug"),
    )


def _create_school_holiday() -> None:
    op.create_table(
        "school_holiday",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name="fk_school_holiday_school_id_school"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_school_holiday"),
    )
    op.create_index("ix_school_holiday_school_id", "school_holiday", ["school_id"])


def _create_account() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text()),
        sa.Column("must_change_password", sa.Boolean(), nullable=False),
        sa.Column("totp_secret", sa.Text()),
        sa.Column("totp_last_step", sa.Integer(), nullable=False),
        sa.Column("recovery_hashes", _JSON, nullable=False),
        sa.Column("oidc_issuer", sa.Text()),
        sa.Column("oidc_subject", sa.Text()),
        sa.Column("disabled_at", _MOMENT),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("last_signed_in_at", _MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("email", name="uq_account_email"),
        sa.UniqueConstraint(
            "oidc_issuer", "oidc_subject", name="uq_account_oidc_issuer_oidc_subject"
        ),
    )


def _create_membership() -> None:
    op.create_table(
        "membership",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid()),
        sa.Column("role", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_membership_account_id_account"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name="fk_membership_school_id_school"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_membership"),
    )
    op.create_index("ix_membership_account_id", "membership", ["account_id"])


def _create_office_session() -> None:
    op.create_table(
        "office_session",
        sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("offered_secret", sa.Text()),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("seen_at", _MOMENT, nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name="fk_office_session_account_id_account"
        ),
        sa.PrimaryKeyConstraint("token_hash", name="pk_office_session"),
    )
    op.create_index("ix_office_session_account_id", "office_session", ["account_id"])
    op.create_index("ix_office_session_expires_at", "office_session", ["expires_at"])


def _create_rate_bucket() -> None:
    op.create_table(
        "rate_bucket",
        sa.Column("key_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("tokens", sa.Double(), nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("key_hash", name="pk_rate_bucket"),
    )
    op.create_index("ix_rate_bucket_updated_at", "rate_bucket", ["updated_at"])
