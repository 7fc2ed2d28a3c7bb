from tests.support.database import database_url, engine, migrated_file, session

__all__ = ["database_url", "engine", "migrated_file", "session"]
