from tests.support.database import database_url, engine, migrated_file, session
from tests.support.postgresql import postgresql_url

__all__ = ["database_url", "engine", "migrated_file", "postgresql_url", "session"]
