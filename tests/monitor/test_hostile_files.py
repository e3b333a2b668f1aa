"""What hostile files do to the service: nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.examination import Examined, read_all
from monitor.reader_process import Broken, ReaderProcess
from monitor.reading import KeptFile, Refused, Scanned
from monitor.recogniser import recogniser
from monitor.settings import ReaderSettings, Settings
from monitor.store.states import FAILED, State
from tests.builders.hostile import hostile_files
from tests.builders.processes import resident_megabytes, sessions

pytestmark = pytest.mark.skipif(not Path("/proc").is_dir(), reason="no /proc to look at processes in")

LIMITS = ReaderSettings(timeout_seconds=30, memory_megabytes=1024)
CAUSES = {
    "too-large": (
        *("bomb.pdf", "bomb-in-a-bomb.pdf", "bomb-of-objects.pdf", "many-small-bombs.pdf", "ten-thousand-pages.pdf"),
        *("bomb.zip", "bombs-in-bombs.zip", "many-entries.zip", "bomb.docx", "deep.docx"),
        *("bomb.xlsx", "shared-strings.xlsx", "deep.html", "deep-table.html", "one-row.csv"),
    ),
    "unsafe-archive": ("leads-out.zip", "absolute.zip", "link.zip", "overlapping.zip"),
    "encrypted": ("password.pdf", "password.zip"),
    "damaged": ("half.pdf", "half.docx", "half.xlsx", "half.zip", "billion-laughs.docx", "pages-in-a-loop.pdf"),
    "unsupported-format": ("noise", "nul.csv"),
    "empty": ("nothing", "empty.zip", "no-pages.pdf", "external-entity.docx"),
    "reader": ("forms-without-end.pdf",),
}
"""Of the files whose end may be one only. The forms of the last double forty times: only running into the limits shows
that, which is the reader's end too."""


def snapshot(folder: Path) -> dict[str, tuple[int, int]]:
    """Return every file below the folder with its size and time."""
    return {
        str(path): (path.lstat().st_size, path.lstat().st_mtime_ns) for path in folder.rglob("*") if not path.is_dir()
    }


def test_every_hostile_file_ends_in_a_named_state_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share, scratch = tmp_path / "share", tmp_path / "scratch"
    share.mkdir()
    for name, content in hostile_files().items():
        (share / name).write_bytes(content)
    monkeypatch.chdir(share)
    before, paths = snapshot(tmp_path), sorted(share.iterdir())
    with ReaderProcess(LIMITS, scratch=scratch) as reader, recogniser(Settings(), scratch) as recognising:
        read_all(paths[:5], reader, recognising)
        memory = resident_megabytes()
        ends = {each.path.name: each for each in read_all(paths, reader, recognising)}
        grown = resident_megabytes() - memory
        leaders = {int(each.name) for each in scratch.glob("*/sessions/*")}
    assert [(name, end) for name, end in ends.items() if end.state not in FAILED or not end.chinese] == []
    named = {name: cause for cause, names in CAUSES.items() for name in names}
    assert {name: cause_of(ends[name]) for name in named} == named
    assert {name for name, end in ends.items() if end.state is State.QUARANTINED} == set(CAUSES["reader"])
    assert grown < 20
    assert leaders
    assert leaders.isdisjoint(sessions().values())
    assert snapshot(tmp_path) == before
    assert not Path("/tmp/budgetwatch-was-here").exists()


def cause_of(end: Examined) -> str:
    cause, _, _ = (end.reason or "").partition(": ")
    return cause if end.state is not State.QUARANTINED else "reader"


@pytest.fixture(scope="module")
def reader() -> Iterator[ReaderProcess]:
    with ReaderProcess(LIMITS) as reader:
        yield reader


@pytest.mark.parametrize("source", ["ofd", "office", "paperless", "pdfplumber", "pypdf", "qpdf"])
def test_no_published_hostile_file_breaks_its_reader(corpus: Path, reader: ReaderProcess, source: str) -> None:
    for path in sorted((corpus / "hostile" / source).iterdir()):
        answer = reader.read(KeptFile(path, path.name, "0" * 64))
        assert not isinstance(answer, Broken), f"{path.name}: {answer.reason}"
        assert isinstance(answer, Refused | Scanned), path.name
