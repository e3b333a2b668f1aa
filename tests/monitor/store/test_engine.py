import multiprocessing
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel

from monitor.store import mail_schema, schema
from monitor.store.engine import NewerSchema, Store, StoreUnavailable, open_store
from monitor.store.migrate import back_up
from monitor.store.moments import moment, set_moment

BEGINNING = datetime(2024, 1, 1, tzinfo=UTC)
DECLARED = (schema, mail_schema)


def count_up(url: str, times: int) -> None:
    store = open_store(url)
    for _ in range(times):
        with store.write() as session:
            set_moment(session, "counter", (moment(session, "counter") or BEGINNING) + timedelta(seconds=1))
    store.close()


def write_and_break(store: Store) -> float:
    with store.write() as session:
        set_moment(session, "last-scan", BEGINNING)
        session.flush()
        return 1 / 0


def test_no_count_of_four_processes_is_lost(database_url: str) -> None:
    open_store(database_url).close()
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=count_up, args=(database_url, 100)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0, 0, 0]
    store = open_store(database_url)
    with store.read() as session:
        assert moment(session, "counter") == BEGINNING + timedelta(seconds=400)
    store.close()


def test_a_block_that_raises_changes_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        write_and_break(store)
    with store.read() as session:
        assert moment(session, "last-scan") is None


def test_a_read_session_cannot_write(store: Store) -> None:
    with pytest.raises(DBAPIError), store.read() as session:
        set_moment(session, "last-scan", BEGINNING)


def test_a_reader_sees_one_state_while_a_writer_commits(store: Store) -> None:
    with store.read() as reading:
        assert moment(reading, "last-scan") is None
        with store.write() as writing:
            set_moment(writing, "last-scan", BEGINNING)
        reading.expire_all()
        assert moment(reading, "last-scan") is None


def test_a_time_comes_back_in_utc_and_one_without_zone_is_refused(store: Store) -> None:
    with store.write() as session:
        set_moment(session, "digest-due", datetime.fromisoformat("2024-03-01T08:30:00+08:00"))
    with store.read() as session:
        due = moment(session, "digest-due")
    assert due == datetime(2024, 3, 1, 0, 30, tzinfo=UTC)
    assert due.utcoffset() == timedelta(0)
    with pytest.raises(Exception, match="no time zone"), store.write() as session:
        set_moment(session, "digest-due", datetime(2024, 3, 1))  # noqa: DTZ001 (the point of the test)


def test_the_migrations_make_the_schema_that_the_code_declares(database_url: str) -> None:
    open_store(database_url).close()
    engine = create_engine(database_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()


def test_a_backup_holds_what_was_committed_while_a_writer_is_at_work(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'budgetwatch.db'}"
    store = open_store(url)
    with store.write() as session:
        set_moment(session, "last-scan", BEGINNING)
    with store.write() as session:
        set_moment(session, "last-scan", BEGINNING + timedelta(days=1))
        session.flush()
        copy = back_up(create_engine(url), "before-0001")
    store.close()
    assert copy == tmp_path / "budgetwatch.db.before-0001"
    kept = open_store(f"sqlite:///{copy}")
    with kept.read() as session:
        assert moment(session, "last-scan") == BEGINNING
    kept.close()


def test_a_newer_schema_is_refused_and_left_as_it_is(database_url: str) -> None:
    open_store(database_url).close()
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerSchema, match="has schema 9999"):
        open_store(database_url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "9999"
    engine.dispose()


def test_a_database_that_cannot_be_opened_is_named_without_its_password(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="nowhere"):
        open_store(f"sqlite:///{tmp_path / 'nowhere' / 'budgetwatch.db'}")
    with pytest.raises(StoreUnavailable) as refused:
        open_store("postgresql://budgetwatch:secret@127.0.0.1:1/budgetwatch")
    assert "secret" not in str(refused.value)
    with pytest.raises(StoreUnavailable, match="not supported"):
        open_store("mysql://localhost/budgetwatch")


def test_a_file_that_is_no_database_is_refused_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "budgetwatch.db"
    path.write_bytes(b"%PDF-1.4 this is no database at all" * 100)
    with pytest.raises(StoreUnavailable, match=r"budgetwatch\.db"):
        open_store(f"sqlite:///{path}")


def test_sqlite_writes_ahead_so_that_readers_never_wait(tmp_path: Path) -> None:
    path = tmp_path / "budgetwatch.db"
    open_store(f"sqlite:///{path}").close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()
