"""Events hurry the scan; losing them loses nothing else."""

import shutil
from pathlib import Path
from threading import Event

import pytest

from monitor.intake.watch import Watcher


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def test_a_new_file_asks_for_a_scan(root: Path) -> None:
    news = Event()
    watcher = Watcher([root], news)
    watcher.start()
    (root / "预算.pdf").write_bytes(b"x")
    assert news.wait(5)
    watcher.stop()


def test_a_root_that_was_replaced_is_watched_again(root: Path) -> None:
    news = Event()
    watcher = Watcher([root], news)
    watcher.start()
    shutil.rmtree(root)
    watcher.tend()
    root.mkdir()
    watcher.tend()
    news.clear()
    (root / "预算.pdf").write_bytes(b"x")
    assert news.wait(5)
    watcher.stop()


def test_a_root_that_is_not_there_does_not_stop_the_others(root: Path) -> None:
    news = Event()
    watcher = Watcher([root.parent / "share", root], news)
    watcher.start()
    (root / "预算.pdf").write_bytes(b"x")
    assert news.wait(5)
    watcher.stop()
