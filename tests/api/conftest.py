from tests.support.database import database_url, engine, migrated_file, session
from tests.support.systems import systems

__all__ = ["database_url", "engine", "migrated_file", "session", "systems"]
