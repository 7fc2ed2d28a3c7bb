"""Names with letters that people type without (Yıldız, Łukasz) get the hashes they are found by."""

from __future__ import annotations

import re
import unicodedata

import sqlalchemy as sa
from alembic import op

from bot.encryption.cipher import decrypt
from bot.requests.search_words import name_hashes

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

#: Other names have the hashes they had.
_CHANGED = re.compile("[ıłøđðħŧßæœþ]")


def upgrade() -> None:
    bind = op.get_bind()
    request = sa.Table("request", sa.MetaData(), autoload_with=bind)
    words = sa.Table("search_word", sa.MetaData(), autoload_with=bind)
    names = sa.select(request.c.id, request.c.child_name, request.c.requester_name)
    for identifier, *tokens in bind.execute(names).all():
        plain = [decrypt(token.encode()).decode() for token in tokens]
        if any(map(_has_changed, plain)):
            bind.execute(words.delete().where(words.c.request_id == identifier))
            hashes = [
                {"word_hash": one, "request_id": identifier} for one in sorted(name_hashes(*plain))
            ]
            op.bulk_insert(words, hashes)


def downgrade() -> None:
    # The earlier program finds these names by their basic letters, and anew once they are saved.
    pass


def _has_changed(name: str) -> bool:
    return bool(_CHANGED.search(unicodedata.normalize("NFKD", name.lower())))
