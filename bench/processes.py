"""Looks at how much memory processes have, as the kernel shows it."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_PROCESSES = Path("/proc")


def megabytes_now(process: int) -> float:
    """Return how much memory a process has; nothing for one that has ended."""
    return _megabytes(process, "VmRSS")


def megabytes_at_most(process: int) -> float:
    """Return how much memory a process has had at most; nothing for one that has ended."""
    return _megabytes(process, "VmHWM")


def descendants(process: int) -> Iterator[int]:
    """Yield the processes that a process has begun, and those that these have begun."""
    children: defaultdict[int, list[int]] = defaultdict(list)
    for entry in _PROCESSES.iterdir():
        if entry.name.isdecimal():
            with suppress(OSError):  # it ended while we looked
                children[int((entry / "stat").read_text().rpartition(")")[2].split()[1])].append(int(entry.name))
    waiting = [process]
    while waiting:
        begun = children[waiting.pop()]
        yield from begun
        waiting += begun


def _megabytes(process: int, field: str) -> float:
    with suppress(OSError):
        for line in (_PROCESSES / str(process) / "status").read_text(encoding="utf-8").splitlines():
            if line.startswith(f"{field}:"):
                return int(line.split()[1]) / 1024
    return 0.0
