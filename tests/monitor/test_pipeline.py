"""What becomes of a document on its way, whatever its reader does."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from checks.registry import ALL
from checks.settings import default_settings
from monitor.intake.keep import keep_copy
from monitor.intake.listing import FileStamp
from monitor.pipeline import Pipeline, check_next, read_next, recognise_next
from monitor.reader_process import ReaderProcess
from monitor.reading import KeptFile, Refused, Scanned, Understood
from monitor.settings import ReaderSettings
from monitor.store.engine import Store, open_store
from monitor.store.ledger import Listed, mark_received, record_sighting
from monitor.store.states import State
from monitor.store.status import Status, status
from monitor.versions import check_versions
from records.disclosure import Document
from records.table import Measure, TableKind
from tests.builders.disclosures import a_disclosure, a_row, a_table

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def read_by_content(file: KeptFile) -> Understood | Refused | Scanned:
    """Break on a file that says so, leave pictures alone, and understand any other file as one small budget."""
    content = file.path.read_bytes()
    if b"crash" in content:
        raise RuntimeError("xref")
    if b"scan" in content:
        return Scanned("pdf", 14)
    return a_small_budget(file)


def recognise_by_content(file: KeptFile) -> Understood | Refused:
    """Break on pictures that say so, and understand any others as one small budget of as many pages as were told."""
    if b"smudge" in file.path.read_bytes():
        raise RuntimeError("bad allocation")
    return replace(a_small_budget(file), pages=file.pages)


def a_small_budget(file: KeptFile) -> Understood:
    rows = [a_row("204", {Measure.TOTAL: "500.00"}), a_row("20406", {Measure.TOTAL: "500.00"})]
    disclosure = a_disclosure(tables=[a_table(TableKind.EXPENDITURE, rows)])
    return Understood("txt", None, replace(disclosure, documents=(Document(file.name, file.sha256, "txt", None),)))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    yield store
    store.close()


@pytest.fixture
def pipeline(store: Store, tmp_path: Path) -> Iterator[Pipeline]:
    settings = default_settings(ALL)
    with (
        ReaderProcess(ReaderSettings(), read_by_content) as reader,
        ReaderProcess(ReaderSettings(), recognise_by_content) as recogniser,
    ):
        yield Pipeline(
            store=store,
            reader=reader,
            recogniser=recogniser,
            kept=tmp_path / "kept",
            checks=settings,
            reader_version="1",
            versions=check_versions(settings),
            retry_after=timedelta(0),
            now=lambda: NOON,
        )


def receive(pipeline: Pipeline, folder: Path, content: bytes) -> Path:
    """Take in a file; return where its copy stands."""
    file = folder / "预算.txt"
    file.write_bytes(content)
    found = file.stat()
    copy = keep_copy(file, FileStamp(found.st_size, found.st_mtime_ns), pipeline.kept)
    kept = copy.path.relative_to(pipeline.kept).as_posix()
    with pipeline.store.write() as session:
        listed = Listed(file.name, found.st_size, found.st_mtime_ns)
        file_id, _ = record_sighting(session, str(folder), listed, NOON)
        mark_received(session, file_id, copy.sha256, kept=kept, now=NOON)
    return copy.path


def known(store: Store) -> Status:
    with store.read() as session:
        return status(session)


def states(store: Store) -> dict[State, int]:
    return {state: count for state, count in known(store).counts.items() if count}


def test_a_document_goes_one_step_at_a_time(pipeline: Pipeline, tmp_path: Path) -> None:
    receive(pipeline, tmp_path, b"a budget")
    assert not check_next(pipeline)
    assert read_next(pipeline)
    assert states(pipeline.store) == {State.READ: 1}
    assert not read_next(pipeline)
    assert check_next(pipeline)
    assert states(pipeline.store) == {State.CHECKED: 1}
    assert not check_next(pipeline)


def test_a_document_that_breaks_its_reader_three_times_is_set_aside_with_its_reason(
    pipeline: Pipeline, tmp_path: Path
) -> None:
    receive(pipeline, tmp_path, b"crash")
    for _ in range(2):
        assert read_next(pipeline)
        assert states(pipeline.store) == {State.RECEIVED: 1}
    assert read_next(pipeline)
    assert not read_next(pipeline)
    (failure,) = known(pipeline.store).failures
    assert failure.state is State.QUARANTINED
    assert failure.reason == "the reader broke: RuntimeError: xref"
    assert failure.reason_chinese.startswith("读取程序在处理该文件时意外中断")


def test_a_kept_copy_that_is_away_is_not_the_documents_fault(pipeline: Pipeline, tmp_path: Path) -> None:
    copy = receive(pipeline, tmp_path, b"a budget")
    away = copy.rename(copy.with_name("away"))
    clock = iter(NOON + timedelta(minutes=minutes) for minutes in range(100))
    pipeline = replace(pipeline, now=lambda: next(clock))
    for _ in range(5):
        assert read_next(pipeline)
    away.rename(copy)
    assert read_next(pipeline)
    assert states(pipeline.store) == {State.READ: 1}


def test_a_stop_in_the_middle_of_a_reading_does_not_count_against_the_document(
    pipeline: Pipeline, tmp_path: Path
) -> None:
    receive(pipeline, tmp_path, b"a budget")
    for _ in range(5):
        stopping = ReaderProcess(ReaderSettings(), read_by_content)
        stopping.interrupt()
        assert read_next(replace(pipeline, reader=stopping))
    assert read_next(pipeline)
    assert states(pipeline.store) == {State.READ: 1}


def test_a_document_with_pictures_goes_to_the_recogniser_and_the_reader_reads_on(
    pipeline: Pipeline, tmp_path: Path
) -> None:
    receive(pipeline, tmp_path, b"a scan")
    assert not recognise_next(pipeline)
    assert read_next(pipeline)
    assert states(pipeline.store) == {State.SCANNED: 1}
    assert known(pipeline.store).oldest_waiting == NOON
    assert not read_next(pipeline)
    assert recognise_next(pipeline)
    assert states(pipeline.store) == {State.READ: 1}
    assert not recognise_next(pipeline)


def test_pictures_that_break_the_recogniser_three_times_are_set_aside(pipeline: Pipeline, tmp_path: Path) -> None:
    receive(pipeline, tmp_path, b"a scan with a smudge")
    assert read_next(pipeline)
    for _ in range(3):
        assert states(pipeline.store) == {State.SCANNED: 1}
        assert recognise_next(pipeline)
    (failure,) = known(pipeline.store).failures
    assert (failure.state, failure.reason) == (State.QUARANTINED, "the reader broke: RuntimeError: bad allocation")
