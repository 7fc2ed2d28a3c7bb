"""Personal data is encrypted where it stood plain; names stay findable by keyed hashes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from bot.encryption.cipher import decrypt, encrypt
from bot.encryption.search import keyed_hash
from bot.requests.search_words import name_hashes

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# The columns' types as they were before this revision.
_JSON = sa.JSON().with_variant(JSONB(), "postgresql")
#: Columns that change their type: to text, which holds the encrypted value.
_RETYPED: dict[str, dict[str, sa.types.TypeEngine[Any]]] = {
    "request": {"child_birth_date": sa.Date(), "details": _JSON},
    "request_event": {"data": _JSON},
    "outbox_message": {"payload": _JSON},
    "account": {"email": sa.String(254)},
}
_OPTIONAL = ("child_birth_date",)
#: Every column whose values are encrypted.
_ENCRYPTED: dict[str, tuple[str, ...]] = {
    "request": (
        *("legal_hold", "child_name", "child_birth_date", "school", "group_name"),
        *("requester_name", "requester_email", "requester_phone", "details"),
    ),
    "request_event": ("data",),
    "request_note": ("author_name", "text"),
    "attachment": ("name", "content"),
    "letter": ("to_email", "subject", "body", "pdf"),
    "outbox_message": ("payload",),
    "webhook_target": ("secret",),
    "reading_log": ("actor_name",),
    "account": ("email", "name", "totp_secret"),
    "office_session": ("offered_secret",),
}


def upgrade() -> None:
    op.drop_index("ix_request_requester_email", "request")
    for table, columns in _RETYPED.items():
        with op.batch_alter_table(table) as batch:
            for name, old in columns.items():
                batch.alter_column(
                    name, existing_type=old, type_=sa.Text(), postgresql_using=f"{name}::text"
                )
    _create_search_word()
    _index_names()
    op.add_column("account", sa.Column("email_hash", sa.LargeBinary(32)))
    _hash_addresses()
    with op.batch_alter_table("account") as batch:
        batch.drop_constraint("uq_account_email", type_="unique")
        batch.alter_column("email_hash", existing_type=sa.LargeBinary(32), nullable=False)
        batch.create_unique_constraint("uq_account_email_hash", ["email_hash"])
    _change_all(encrypt)


def downgrade() -> None:
    _change_all(decrypt)
    with op.batch_alter_table("account") as batch:
        batch.drop_constraint("uq_account_email_hash", type_="unique")
        batch.drop_column("email_hash")
    op.drop_table("search_word")
    for table, columns in _RETYPED.items():
        with op.batch_alter_table(table) as batch:
            for name, old in columns.items():
                batch.add_column(sa.Column(f"{name}_plain", old))
        for name, old in columns.items():
            # No CAST on SQLite: it would make the number 2016 of "2016-03-12".
            value = f"{name}::{_postgres_name(old)}" if _on_postgres() else name
            op.execute(f"UPDATE {table} SET {name}_plain = {value}")  # noqa: S608
        with op.batch_alter_table(table) as batch:
            for name, old in columns.items():
                batch.drop_column(name)
                batch.alter_column(
                    f"{name}_plain",
                    new_column_name=name,
                    existing_type=old,
                    nullable=name in _OPTIONAL,
                )
    with op.batch_alter_table("account") as batch:
        batch.create_unique_constraint("uq_account_email", ["email"])
    op.create_index("ix_request_requester_email", "request", ["requester_email"])


def _on_postgres() -> bool:
    return op.get_bind().dialect.name == "postgresql"


def _postgres_name(old: sa.types.TypeEngine[Any]) -> str:
    if isinstance(old, sa.Date):
        return "date"
    return "varchar" if isinstance(old, sa.String) else "jsonb"


def _change_all(change: Callable[[bytes], bytes]) -> None:
    for name, columns in _ENCRYPTED.items():
        table = sa.Table(name, sa.MetaData(), autoload_with=op.get_bind())
        for row in _rows(table, columns):
            values = {
                column: _changed(value, change)
                for column, value in zip(columns, row[len(table.primary_key) :], strict=True)
                if value is not None
            }
            if values:
                op.get_bind().execute(table.update().where(_same(table, row)).values(values))


def _rows(table: sa.Table, columns: tuple[str, ...]) -> Iterator[sa.Row]:
    """Primary key, then the columns; one row in memory at a time, since some hold whole files."""
    keys = list(table.primary_key)
    bind = op.get_bind()
    for key in bind.execute(sa.select(*keys)).all():
        wanted = sa.select(*keys, *(table.c[name] for name in columns))
        yield bind.execute(wanted.where(_same(table, key))).one()


def _same(table: sa.Table, row: sa.Row) -> sa.ColumnElement[bool]:
    return sa.and_(*(key == value for key, value in zip(table.primary_key, row, strict=False)))


def _changed(value: Any, change: Callable[[bytes], bytes]) -> Any:
    return change(value.encode()).decode() if isinstance(value, str) else change(bytes(value))


def _index_names() -> None:
    request = sa.Table("request", sa.MetaData(), autoload_with=op.get_bind())
    words = sa.Table("search_word", sa.MetaData(), autoload_with=op.get_bind())
    for row in op.get_bind().execute(
        sa.select(request.c.id, request.c.child_name, request.c.requester_name)
    ):
        hashes = name_hashes(row.child_name, row.requester_name)
        if hashes:
            op.bulk_insert(
                words, [{"word_hash": one, "request_id": row.id} for one in sorted(hashes)]
            )


def _hash_addresses() -> None:
    account = sa.Table("account", sa.MetaData(), autoload_with=op.get_bind())
    for row in op.get_bind().execute(sa.select(account.c.id, account.c.email)).all():
        value = {"email_hash": keyed_hash(row.email.strip().casefold(), purpose="account")}
        op.get_bind().execute(account.update().where(account.c.id == row.id).values(value))


def _create_search_word() -> None:
    op.create_table(
        "search_word",
        sa.Column("word_hash", sa.LargeBinary(16), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["request.id"],
            name="fk_search_word_request_id_request",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("word_hash", "request_id", name="pk_search_word"),
    )
    op.create_index("ix_search_word_request_id", "search_word", ["request_id"])
