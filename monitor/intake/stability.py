"""Decides when a file is complete: when nothing about it has changed for a while.

An event saying that a file was closed is not enough: over a network share it may not come, and a slow copy pauses.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from monitor.intake.listing import FileStamp, FoundFile


@dataclass(frozen=True, slots=True)
class Settling:
    """A file that is being waited for."""

    stamp: FileStamp
    since: float
    """When it was first seen like this, in seconds of a clock that never goes back."""


def settle(
    found: Iterable[FoundFile], waiting: Mapping[str, Settling], *, now: float, stable_for_seconds: float
) -> tuple[tuple[FoundFile, ...], dict[str, Settling]]:
    """Return the files that are complete, and what is to be waited for from now on.

    A file that is complete stays among the waiting: it is for the caller to leave out of `found` what was taken in.
    """
    now_waiting = {
        file.path: known
        if (known := waiting.get(file.path)) and known.stamp == file.stamp
        else Settling(file.stamp, now)
        for file in found
    }
    complete = tuple(
        FoundFile(path, settling.stamp)
        for path, settling in now_waiting.items()
        if now - settling.since >= stable_for_seconds and path in waiting
    )
    return complete, now_waiting
