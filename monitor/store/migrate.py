"""Brings the schema of a database up to date, in one transaction that other processes wait for."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine


class StoreUnavailable(Exception):
    """The database cannot be used; says why and what to do."""


class NewerSchema(StoreUnavailable):
    """A later Budgetwatch has written the database."""

    def __init__(self, revision: str, known: str) -> None:
        self.revision = revision
        super().__init__(
            f"the database has schema {revision}, this Budgetwatch knows schemas up to {known}. "
            "Install the later version again, or restore the backup made before it was installed."
        )


def upgrade(engine: Engine) -> None:
    """Run the migrations that the database does not have yet, after a backup where it holds anything.

    Raises NewerSchema, leaving the database as it is.
    """
    with engine.begin() as connection:
        present = current_revision(connection)
        if present == newest_revision():
            return
        if present is not None:
            refuse_newer(present)
            back_up(engine, f"before-{present}")
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def newest_revision() -> str:
    """Return the revision of the schema that this Budgetwatch works with."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def refuse_newer(revision: str) -> None:
    """Raise NewerSchema if the revision is of a later Budgetwatch."""
    scripts = ScriptDirectory.from_config(_config())
    if revision not in {script.revision for script in scripts.walk_revisions()}:
        raise NewerSchema(revision, scripts.get_current_head() or "")


def current_revision(connection: Connection) -> str | None:
    """Return the revision of the schema in the database; None where it has none of ours."""
    return MigrationContext.configure(connection).get_current_revision()


def back_up(engine: Engine, label: str) -> Path | None:
    """Copy a database file beside itself and return the copy; PostgreSQL has its own ways, which we leave alone."""
    path = engine.url.database
    if engine.dialect.name != "sqlite" or not path or path == ":memory:":
        return None
    copy = Path(f"{path}.{label}")
    # A connection of its own sees what is committed, whatever transaction the caller is in.
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def _config() -> Config:
    config = Config()
    # Alembic reads % in an option as the beginning of a reference to another one.
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config
