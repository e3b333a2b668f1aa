"""Lists the files of a watched root; nothing on the share is opened or changed."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What tells, without reading a file, that it was written again."""

    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file below a root."""

    path: str
    """Relative to the root, its parts joined by '/'."""
    stamp: FileStamp


@dataclass(frozen=True, slots=True)
class Listing:
    """What stood below a root at one moment."""

    identity: str
    """Tells the folder from another one mounted at the same path."""
    files: tuple[FoundFile, ...]
    unlisted: tuple[str, ...] = ()
    """Folders that could not be listed; nothing may be concluded about what is in them."""


class RootUnavailable(Exception):
    """The root cannot be listed: carries which, and why."""

    def __init__(self, root: Path, reason: str) -> None:
        self.root = root
        self.reason = reason
        super().__init__(f"{root}: {reason}")


def list_root(root: Path, ignore: Sequence[str]) -> Listing:
    """Return every regular file below a root, ignored names left out, symbolic links not followed.

    Raises RootUnavailable where the root itself cannot be listed.
    """
    try:
        status = root.stat()
        entries = _sorted_entries(root)
    except OSError as error:
        raise RootUnavailable(root, error.strerror or str(error)) from error
    unlisted: list[str] = []
    patterns = tuple(pattern.casefold() for pattern in ignore)
    files = tuple(_files(entries, "", patterns, unlisted))
    return Listing(f"{status.st_dev}:{status.st_ino}", files, tuple(unlisted))


def ignored(name: str, patterns: Sequence[str]) -> bool:
    """Return whether a name matches one of the patterns, which are given in lower case."""
    return any(fnmatchcase(name.casefold(), pattern) for pattern in patterns)


def _sorted_entries(folder: str | Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _files(
    entries: Sequence[os.DirEntry[str]], prefix: str, patterns: Sequence[str], unlisted: list[str]
) -> Iterator[FoundFile]:
    for entry in entries:
        path = prefix + entry.name
        if ignored(entry.name, patterns):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(_sorted_entries(entry.path), f"{path}/", patterns, unlisted)
                continue
            status = entry.stat(follow_symlinks=False)
        except FileNotFoundError:
            continue  # gone between listing and looking: the next scan tells
        except OSError:
            unlisted.append(path)
            continue
        if stat.S_ISREG(status.st_mode):
            yield FoundFile(path, FileStamp(status.st_size, status.st_mtime_ns))
