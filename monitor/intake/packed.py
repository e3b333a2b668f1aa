"""Keeps the files that a child took out of an archive, as it keeps those that land in a folder."""

from collections.abc import Sequence
from pathlib import Path

from monitor.intake.keep import keep_copy
from monitor.intake.listing import FileStamp
from monitor.store.archives import PackedFile


def keep_packed(folder: Path, names: Sequence[str], kept: Path) -> tuple[PackedFile, ...]:
    """Keep a copy of each file; they stand in the folder under the numbers 0, 1, 2 …, in the order of their names.

    The hashes are our own: nothing that the child says of the content is believed. Raises OSError.
    """
    return tuple(_keep(folder / str(number), name, kept) for number, name in enumerate(names))


def _keep(file: Path, name: str, kept: Path) -> PackedFile:
    found = file.lstat()
    copy = keep_copy(file, FileStamp(found.st_size, found.st_mtime_ns), kept)
    return PackedFile(name, copy.sha256, copy.path.relative_to(kept).as_posix())
