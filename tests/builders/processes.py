"""Looks at the processes of this machine, as the kernel shows them."""

import os
from contextlib import suppress
from pathlib import Path

_PROCESSES = Path("/proc")


def sessions() -> dict[int, int]:
    """Return the session of every process that is not dead, by its number."""
    found = {}
    for process in _PROCESSES.iterdir():
        if process.name.isdecimal():
            with suppress(OSError):  # it ended while we looked
                state, _, _, session = (process / "stat").read_text().rpartition(")")[2].split()[:4]
                if state not in "ZX":
                    found[int(process.name)] = int(session)
    return found


def commands_with(word: str) -> list[int]:
    """Return the processes whose command holds the word."""
    found = []
    for process in sessions():
        with suppress(OSError):
            if word.encode() in (_PROCESSES / str(process) / "cmdline").read_bytes():
                found.append(process)
    return found


def resident_megabytes() -> float:
    """Return how much memory this process has."""
    pages = int((_PROCESSES / "self" / "statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2
