from tests.support.chat import fake, site, visitor
from tests.support.database import database_url, engine, migrated_file, session

__all__ = ["database_url", "engine", "fake", "migrated_file", "session", "site", "visitor"]
