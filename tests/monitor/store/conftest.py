"""Every test of the store runs on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.store.engine import Store, open_store
from tests.builders.database import NoPostgresql, PostgresqlServer, postgresql_server


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgresqlServer]:
    """Return a private server, or skip the test where PostgreSQL is not installed."""
    try:
        with postgresql_server() as running:
            yield running
    except NoPostgresql as missing:
        pytest.skip(str(missing))


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the URL of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'budgetwatch.db'}"
    server: PostgresqlServer = request.getfixturevalue("postgresql")
    return server.new_database()


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """Return an empty store."""
    opened = open_store(database_url)
    yield opened
    opened.close()
