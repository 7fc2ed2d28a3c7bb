from tests.support.database import database_url, engine, migrated_file, session
from tests.support.postgresql import postgresql, postgresql_url

__all__ = [
    "database_url",
    "engine",
    "migrated_file",
    "postgresql",
    "postgresql_url",
    "session",
]
