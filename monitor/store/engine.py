"""Opens the database and hands out sessions: one writer at a time, readers never wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlmodel import Session

from monitor.store.migrate import (
    NewerSchema,
    StoreUnavailable,
    current_revision,
    newest_revision,
    refuse_newer,
    upgrade,
)

__all__ = ["NewerSchema", "Session", "Store", "StoreUnavailable", "open_store"]

BUSY_TIMEOUT_SECONDS = 30
"""How long a writer waits for another before it gives up."""
WRITERS_LOCK = 0x62756467
"""The key of PostgreSQL's advisory lock that writers hold; any number that no other application takes."""


class Store:
    """Everything that is durable. Operations are functions of this package that take one of its sessions."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writing = engine.execution_options(writes=True)

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Yield a session that may write; commits at the end, or changes nothing if the block raises.

        There is one writer at a time, so what the session reads stays true until it commits.
        """
        with Session(self._writing) as session, session.begin():
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Yield a session that sees one unchanging state of the database and cannot write."""
        with Session(self._engine) as session, session.begin():
            yield session

    def close(self) -> None:
        """Give all connections back."""
        self._engine.dispose()


def open_store(url: str) -> Store:
    """Open the database at an SQLAlchemy URL (sqlite:///PATH or postgresql://…), bringing its schema up to date.

    Raises StoreUnavailable if it cannot be opened, and its kind NewerSchema if a later Budgetwatch has written it.
    """
    engine = _engine(url)
    try:
        upgrade(engine.execution_options(writes=True, foreign_keys=False))
    except DBAPIError as error:
        engine.dispose()
        raise _unavailable(engine, error) from error
    except StoreUnavailable:
        engine.dispose()
        raise
    return Store(engine)


def is_up_to_date(url: str) -> bool:
    """Return whether the database has the newest schema, changing nothing; an SQLite file must be there.

    Raises as `open_store` does.
    """
    engine = _engine(url)
    try:
        with engine.connect() as connection:
            revision = current_revision(connection)
    except DBAPIError as error:
        raise _unavailable(engine, error) from error
    finally:
        engine.dispose()
    if revision is not None:
        refuse_newer(revision)
    return revision == newest_revision()


def _unavailable(engine: Engine, error: DBAPIError) -> StoreUnavailable:
    shown = engine.url.render_as_string(hide_password=True)
    return StoreUnavailable(f"cannot open the database {shown}: {error.orig}")


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        # The text may hold a password, so it is not repeated.
        raise StoreUnavailable("the database URL cannot be understood; use sqlite:///PATH or postgresql://…") from error
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(parsed, connect_args={"timeout": BUSY_TIMEOUT_SECONDS})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    elif parsed.get_backend_name() == "postgresql":
        engine = create_engine(parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
        event.listen(engine, "begin", _begin_postgresql)
    else:
        raise StoreUnavailable(f"{parsed.drivername} is not supported; use sqlite:///PATH or postgresql://…")
    return engine


def _prepare_sqlite(connection: Any, record: object) -> None:  # noqa: ARG001 (SQLAlchemy's signature)
    # As it comes, the driver begins a transaction only at the first write. Two processes that read, reckon and write
    # then overwrite each other without an error: 577 of 800 counts were lost. So the driver begins nothing, and we
    # begin every transaction ourselves, below.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    # In NORMAL a power cut may undo what was committed last, and a mail that was sent would be sent again.
    connection.execute("PRAGMA synchronous = FULL")


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    writes = options.get("writes", False)
    # Alembic rebuilds a table by dropping the old one, which foreign keys would forbid.
    connection.exec_driver_sql(f"PRAGMA foreign_keys = {int(options.get('foreign_keys', True))}")
    connection.exec_driver_sql(f"PRAGMA query_only = {int(not writes)}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get("writes", False):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_TIMEOUT_SECONDS}s'")
        # READ COMMITTED would lose updates as SQLite does, so writers take turns here as they do there.
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
