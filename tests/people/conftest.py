import pytest

from tests.support.database import database_url, engine, migrated_file, session
from tests.support.people import board
from tests.support.signing_in import person

__all__ = ["board", "database_url", "engine", "migrated_file", "person", "session"]


@pytest.fixture(autouse=True)
def not_a_demonstration(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DEMO", "OIDC_ISSUER", "PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)
