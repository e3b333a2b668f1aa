"""Takes the files out of an archive, in memory: nothing is written anywhere.

Each file of an archive is a document of its own; whoever takes files in reads them one by one.
"""

import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath, PureWindowsPath

from parsing.failures import Cause, UnreadableDocument
from parsing.formats import ZIP, format_of
from parsing.limits import Limits
from parsing.packed import opened, unpacked

_UTF8_NAME = 0x800
_UNIX_MODE_SHIFT = 16
_BEGINNING = b"PK"
_LONGEST_NAME = 1000
_UNPRINTABLE = "\N{REPLACEMENT CHARACTER}"
_RESIDUE_FOLDERS = frozenset({"__MACOSX"})
_RESIDUE_FILES = frozenset({"thumbs.db", "desktop.ini"})
_RESIDUE_BEGINNINGS = (".", "~$")


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive."""

    name: str
    """Its path within the archive, with slashes; that of a file in an inner archive begins with that archive's."""
    content: bytes


def is_archive(path: Path, limits: Limits) -> bool:
    """Return whether the file is a ZIP archive that may be unpacked, and no Office file. Raises OSError."""
    with path.open("rb") as file:
        if file.read(len(_BEGINNING)) != _BEGINNING or path.stat().st_size > limits.max_bytes:
            return False
    return format_of(path.read_bytes()) == ZIP


def members(content: bytes, limits: Limits) -> Iterator[Member]:
    """Yield the files of a ZIP archive and of the archives within it, in the order packed.

    Folders and what operating systems leave behind are passed over. Names are UTF-8 where the archive or the bytes say
    so, GB18030 otherwise, as Chinese Windows writes them.

    Raises UnreadableDocument for the whole archive if any entry is encrypted, a link, leads out of the archive or
    overlaps another, if anything is beyond the limits, if bytes are damaged, or if there is no file in it; the files
    yielded before were sound.
    """
    empty = True
    for member in _members(content, limits, nesting=1):
        empty = False
        yield member
    if empty:
        raise UnreadableDocument(Cause.EMPTY, "the archive holds no files")


def _members(content: bytes, limits: Limits, nesting: int) -> Iterator[Member]:
    if nesting > limits.max_nesting:
        raise UnreadableDocument(Cause.TOO_LARGE, f"archives within archives, more than {limits.max_nesting} deep")
    archive = opened(content, limits)
    for entry in archive.infolist():
        _refuse_unsafe(entry)
    left = limits.max_unpacked_bytes - sum(entry.file_size for entry in archive.infolist())
    for entry in archive.infolist():
        name = _name_of(entry)
        if entry.is_dir() or _is_residue(name):
            continue
        file = unpacked(archive, entry)
        if format_of(file) != ZIP:
            yield Member(name, file)
            continue
        for inner in _members(file, replace(limits, max_unpacked_bytes=left), nesting + 1):
            left -= len(inner.content)
            yield Member(f"{name}/{inner.name}", inner.content)


def _refuse_unsafe(entry: zipfile.ZipInfo) -> None:
    name = _name_of(entry)
    if stat.S_ISLNK(entry.external_attr >> _UNIX_MODE_SHIFT):
        raise UnreadableDocument(Cause.UNSAFE_ARCHIVE, f"the entry {name!r} is a link")
    if len(name) > _LONGEST_NAME:
        raise UnreadableDocument(Cause.UNSAFE_ARCHIVE, f"the name of an entry has {len(name)} characters")
    if name.startswith("/") or PureWindowsPath(name).drive or ".." in PurePosixPath(name).parts:
        raise UnreadableDocument(Cause.UNSAFE_ARCHIVE, f"the entry {name!r} leads out of the archive")


def _name_of(entry: zipfile.ZipInfo) -> str:
    name = entry.filename
    if not entry.flag_bits & _UTF8_NAME:
        name = _renamed(name)
    name = name.replace("\\", "/")
    return "".join(letter if letter.isprintable() else _UNPRINTABLE for letter in name)


def _renamed(name: str) -> str:
    """Return a name zipfile took for code page 437, as it was meant."""
    packed = name.encode("cp437", errors="replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return packed.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name


def _is_residue(name: str) -> bool:
    path = PurePosixPath(name)
    return (
        bool(_RESIDUE_FOLDERS.intersection(path.parts))
        or path.name.lower() in _RESIDUE_FILES
        or path.name.startswith(_RESIDUE_BEGINNINGS)
    )
