"""A file may break its reader in any way; the service learns how, and reads the next one."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Timer

import pytest

from monitor.reader_process import Breakdown, Broken, Interrupted, ReaderProcess
from monitor.reading import KeptFile, Refused, Understood
from monitor.settings import ReaderSettings
from monitor.store.states import State
from parsing.limits import Limits


def read_as_named(file: KeptFile) -> Understood | Refused:
    """Behave as the file's name says, as a hostile file would make a reader behave."""
    match file.name:
        case "endless":
            while True:
                time.sleep(0.01)
        case "crash":
            os._exit(139)
        case "greedy":
            return Refused(State.UNREADABLE, str(len(bytearray(2**31))), "", "pdf")
        case "wrapped":
            try:
                bytearray(2**31)
            except MemoryError as error:
                raise ValueError("broken page") from error
        case "native":
            raise RuntimeError("Non-zero status code returned while running Conv node: std::bad_alloc")
        case "faulty":
            raise KeyError("Resources")
    return Refused(State.NOT_A_DISCLOSURE, "a letter", "不是预决算文本。", "pdf", 1)


@pytest.fixture(scope="module")
def reader() -> Iterator[ReaderProcess]:
    settings = ReaderSettings(timeout_seconds=1.5, memory_megabytes=512)
    with ReaderProcess(settings, read_as_named) as reader:
        yield reader


def a_file(name: str) -> KeptFile:
    return KeptFile(Path(name), name, "0" * 64)


@pytest.mark.parametrize(
    ("name", "breakdown", "reason"),
    [
        ("endless", Breakdown.TIMEOUT, "reading took longer than 1.5 s and was stopped"),
        ("crash", Breakdown.CRASH, "the reader process died (exit status 139)"),
        ("greedy", Breakdown.MEMORY, "reading needed more than 512 MB of memory"),
        ("wrapped", Breakdown.MEMORY, "reading needed more than 512 MB of memory"),
        ("native", Breakdown.MEMORY, "reading needed more than 512 MB of memory"),
        ("faulty", Breakdown.CRASH, "the reader broke: KeyError: 'Resources'"),
    ],
)
def test_a_file_that_breaks_its_reader_is_named_and_the_next_is_read(
    reader: ReaderProcess, name: str, breakdown: Breakdown, reason: str
) -> None:
    assert reader.read(a_file(name)) == Broken(breakdown, reason)
    assert isinstance(reader.read(a_file("letter")), Refused)


def test_a_stop_in_the_middle_of_a_file_is_not_the_files_fault() -> None:
    with ReaderProcess(ReaderSettings(timeout_seconds=30), read_as_named) as reader:
        reading = reader.start(a_file("endless"))
        Timer(1, reader.interrupt).start()
        with pytest.raises(Interrupted):
            reading.answer()


def test_a_file_of_pictures_gets_time_for_each_page_but_no_more_than_may_be_recognised() -> None:
    settings = ReaderSettings(timeout_seconds=0.5)
    with ReaderProcess(settings, read_as_named, seconds_a_page=0.4) as reader:
        assert reader.read(replace(a_file("endless"), pages=2)) == Broken(
            Breakdown.TIMEOUT, "reading took longer than 1.3 s and was stopped"
        )
        assert reader.longest_seconds == pytest.approx(0.5 + 0.4 * Limits().max_recognised_pages)
