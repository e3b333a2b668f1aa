"""Keeps a copy of every file taken in, named by its SHA-256, so that what was read can be read again."""

import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from monitor.intake.listing import FileStamp

CHUNK_BYTES = 1024 * 1024
UNFINISHED_FOLDER = ".unfinished"


class ChangedWhileCopying(Exception):
    """The file was written to while it was copied; it is not complete after all."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that was taken in."""

    sha256: str
    size: int
    path: Path
    """Its copy."""


def kept_path(kept: Path, sha256: str) -> Path:
    """Return where the copy of a file with that hash stands."""
    return kept / sha256[:2] / sha256


def keep_copy(source: Path, stamp: FileStamp, kept: Path) -> Kept:
    """Copy a file while hashing it; the copy appears whole or not at all, whatever happens meanwhile.

    Raises ChangedWhileCopying when it is no longer as it was listed, OSError when it cannot be read or kept.
    """
    unfinished = kept / UNFINISHED_FOLDER
    unfinished.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=unfinished)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as copy:
            sha256, size = _copy(source, stamp, copy)
            copy.flush()
            os.fsync(copy.fileno())
        target = kept_path(kept, sha256)
        target.parent.mkdir(exist_ok=True)
        temporary.replace(target)
        _sync_folder(target.parent)
    finally:
        temporary.unlink(missing_ok=True)
    return Kept(sha256, size, target)


def clear_unfinished(kept: Path) -> None:
    """Remove the copies, and the folders of readings, that a kill left unfinished."""
    for leftover in (kept / UNFINISHED_FOLDER).glob("*"):
        if leftover.is_dir():
            shutil.rmtree(leftover, ignore_errors=True)
        else:
            leftover.unlink(missing_ok=True)


def _copy(source: Path, stamp: FileStamp, copy: BinaryIO) -> tuple[str, int]:
    digest = hashlib.sha256()
    size = 0
    # A name that became a link since it was listed must not lead out of the root.
    with os.fdopen(os.open(source, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC), "rb") as original:
        while chunk := original.read(CHUNK_BYTES):
            digest.update(chunk)
            size += len(chunk)
            copy.write(chunk)
        status = os.fstat(original.fileno())
    if FileStamp(status.st_size, status.st_mtime_ns) != stamp or size != stamp.size:
        raise ChangedWhileCopying(str(source))
    return digest.hexdigest(), size


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
