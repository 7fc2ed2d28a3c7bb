from tests.support.database import database_url, engine, migrated_file, session
from tests.support.people import board
from tests.support.systems import systems

__all__ = ["board", "database_url", "engine", "migrated_file", "session", "systems"]
