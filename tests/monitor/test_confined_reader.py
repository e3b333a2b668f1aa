"""What a reader may not do, whatever a file makes it do."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from monitor.confinement import NotConfined, confine_to
from monitor.reader_process import Breakdown, Broken, ReaderProcess
from monitor.reading import KeptFile, Refused
from monitor.settings import ReaderSettings
from monitor.store.states import State
from parsing.readers.office.program import OfficeProgram, as_docx
from tests.builders.processes import commands_with, sessions
from tests.builders.programs import forking_sleeper

REPOSITORY = Path(__file__).parents[2]


def misbehave(file: KeptFile) -> Refused:
    """Do what the file's name says."""
    match file.name:
        case "connect":
            socket.create_connection(("127.0.0.1", 9), timeout=1)
        case "resolve":
            socket.getaddrinfo("localhost", 80)
        case "write":
            file.path.write_text("changed")
        case "write through a program":
            subprocess.run(["/bin/sh", "-c", f"echo changed > '{file.path}'"], check=True)
        case "office":
            as_docx([b"a document"], OfficeProgram((sys.executable, str(file.path)), timeout_seconds=60))
        case "crash":
            os._exit(139)
        case "scratch":
            Path("mine").write_text("here")
            tempfile.mkstemp()
            return Refused(State.UNREADABLE, f"{Path.cwd()} {tempfile.gettempdir()}", "", "txt")
    return Refused(State.UNREADABLE, "nothing happened", "", "txt")


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[ReaderProcess]:
    with ReaderProcess(ReaderSettings(timeout_seconds=2), misbehave, scratch=tmp_path / "scratch") as reader:
        reader.warm_up()
        yield reader


def confinable() -> bool:
    """Return whether the kernel confines processes, as a process of its own finds out."""
    child = os.fork()
    if child == 0:
        try:
            confine_to(Path(tempfile.gettempdir()))
        except NotConfined:
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def wait_for(happened: Callable[[], object], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


@pytest.mark.parametrize("deed", ["connect", "resolve"])
def test_a_reader_has_no_network(reader: ReaderProcess, tmp_path: Path, deed: str) -> None:
    answer = reader.read(KeptFile(tmp_path / "file", deed, ""))
    reason = "the reader broke: PermissionError: a reader of files has no network"
    assert answer == Broken(Breakdown.CRASH, reason)


@pytest.mark.skipif(not confinable(), reason="this kernel confines no process (Landlock)")
@pytest.mark.parametrize("deed", ["write", "write through a program"])
def test_a_reader_changes_nothing_outside_its_folder(reader: ReaderProcess, tmp_path: Path, deed: str) -> None:
    file = tmp_path / "file"
    file.write_text("as it was")
    assert isinstance(reader.read(KeptFile(file, deed, "")), Broken)
    assert file.read_text() == "as it was"


def test_a_reader_works_in_a_folder_of_its_own_which_is_gone_afterwards(reader: ReaderProcess, tmp_path: Path) -> None:
    answer = reader.read(KeptFile(tmp_path / "file", "scratch", ""))
    assert isinstance(answer, Refused)
    folder, temporary = map(Path, answer.reason.split())
    assert folder == temporary
    assert folder.is_relative_to(tmp_path / "scratch")
    assert not folder.exists()


def test_a_closed_reader_leaves_no_folder(tmp_path: Path) -> None:
    with ReaderProcess(ReaderSettings(), misbehave, scratch=tmp_path) as reader:
        assert isinstance(reader.read(KeptFile(Path("file"), "crash", "")), Broken)
        assert list(tmp_path.iterdir())
    assert list(tmp_path.iterdir()) == []


def test_what_a_stopped_reader_started_is_ended_with_it(reader: ReaderProcess, tmp_path: Path) -> None:
    program = forking_sleeper(tmp_path)
    reading = reader.start(KeptFile(program, "office", ""))
    wait_for(lambda: len(commands_with(str(program))) == 2)
    answer = reading.answer()
    assert isinstance(answer, Broken)
    assert answer.breakdown is Breakdown.TIMEOUT
    wait_for(lambda: not commands_with(str(program)), seconds=2)


def test_what_a_reader_started_is_ended_with_the_service(tmp_path: Path) -> None:
    program = forking_sleeper(tmp_path)
    with ReaderProcess(ReaderSettings(), misbehave, scratch=tmp_path / "scratch") as reader:
        reader.start(KeptFile(program, "office", ""))
        wait_for(lambda: len(commands_with(str(program))) == 2)
    assert not commands_with(str(program))


def test_a_reader_ends_with_a_coordinator_that_is_killed(tmp_path: Path) -> None:
    program = forking_sleeper(tmp_path)
    script = (
        "from pathlib import Path\n"
        "from monitor.reader_process import ReaderProcess\n"
        "from monitor.settings import ReaderSettings\n"
        "from tests.monitor.test_confined_reader import misbehave, KeptFile\n"
        "if __name__ == '__main__':\n"
        f"    with ReaderProcess(ReaderSettings(), misbehave, scratch=Path({str(tmp_path)!r})) as reader:\n"
        f"        reader.read(KeptFile(Path({str(program)!r}), 'office', ''))\n"
    )
    (tmp_path / "coordinator.py").write_text(script)
    command = [sys.executable, str(tmp_path / "coordinator.py")]
    coordinator = subprocess.Popen(command, env={"PYTHONPATH": str(REPOSITORY)})
    wait_for(lambda: len(commands_with(str(program))) == 2, seconds=30)
    leaders = {int(each.name) for each in tmp_path.glob("*/sessions/*")}
    coordinator.send_signal(signal.SIGKILL)
    coordinator.wait()
    wait_for(lambda: not leaders.intersection(sessions().values()))
    assert not commands_with(str(program))
