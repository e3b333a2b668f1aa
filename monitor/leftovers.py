"""Ends the processes that a dead reader left: whatever it started stays in its session, also after its own death."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_PROCESSES = Path("/proc")
_DEAD = (b"Z", b"X")
_PAUSE_SECONDS = 0.01


def announce(folder: Path) -> None:
    """Make this process the leader of a session, and leave its number in the folder."""
    os.setsid()
    (folder / str(os.getpid())).touch()


def end_leftovers(folder: Path) -> None:
    """End what is left of the sessions announced in the folder whose leader is dead; without the folder, of none."""
    for announced in folder.glob("*"):
        leader = int(announced.name)
        if not _lives(leader):
            end_session(leader)
            announced.unlink(missing_ok=True)


def end_session(leader: int) -> None:
    """End every process of a session but this one, also those started meanwhile.

    Where there is no /proc, only those that stayed in the group of its leader.
    """
    if not _PROCESSES.is_dir():
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(leader, signal.SIGKILL)
        return
    while members := tuple(_members(leader)):
        for member in members:
            with suppress(ProcessLookupError):
                os.kill(member, signal.SIGKILL)
        time.sleep(_PAUSE_SECONDS)


def _members(leader: int) -> Iterator[int]:
    for process in _PROCESSES.iterdir():
        if process.name.isdecimal() and int(process.name) != os.getpid():
            with suppress(OSError):  # it ended while we looked
                state, _, _, session = (process / "stat").read_bytes().rpartition(b")")[2].split()[:4]
                if int(session) == leader and state not in _DEAD:
                    yield int(process.name)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's, so that the number was given anew
        return True
    return True
