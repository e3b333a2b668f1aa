"""A file that ends its reader, or runs over a limit, is tried three times and then set aside."""

import os
import time
from datetime import timedelta
from pathlib import Path

import pytest

from checks.registry import ALL
from checks.settings import default_settings
from monitor.pipeline import Pipeline, read_next
from monitor.reader_process import ReaderProcess
from monitor.reading import KeptFile, Refused
from monitor.settings import ReaderSettings
from monitor.store.engine import open_store
from monitor.store.states import State
from monitor.versions import check_versions
from tests.monitor.test_pipeline import NOON, known, receive, states


def read_as_told(file: KeptFile) -> Refused:
    """Do what the file says."""
    match file.path.read_bytes():
        case b"crash":
            os._exit(139)
        case b"stay":
            time.sleep(60)
        case b"grow":
            bytearray(2**31)
    return Refused(State.NOT_A_DISCLOSURE, "a letter", "不是预决算文本。", "txt")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"crash", "the reader process died (exit status 139)"),
        (b"stay", "reading took longer than 0.5 s and was stopped"),
        (b"grow", "reading needed more than 512 MB of memory"),
    ],
)
def test_three_crashes_or_overruns_set_a_file_aside_and_the_next_is_read(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    settings, limits = default_settings(ALL), ReaderSettings(timeout_seconds=0.5, memory_megabytes=512)
    store = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    with ReaderProcess(limits, read_as_told) as reader:
        reader.warm_up()
        pipeline = Pipeline(
            store=store,
            reader=reader,
            recogniser=reader,
            kept=tmp_path / "kept",
            checks=settings,
            reader_version="1",
            versions=check_versions(settings),
            retry_after=timedelta(0),
            now=lambda: NOON,
        )
        receive(pipeline, tmp_path, content)
        for _ in range(2):
            assert read_next(pipeline)
            assert states(store) == {State.RECEIVED: 1}
        assert read_next(pipeline)
        assert not read_next(pipeline)
        (failure,) = known(store).failures
        assert (failure.state, failure.reason) == (State.QUARANTINED, reason)
        receive(pipeline, tmp_path, b"a letter")
        assert read_next(pipeline)
    assert known(store).counts[State.NOT_A_DISCLOSURE] == 1
    store.close()
