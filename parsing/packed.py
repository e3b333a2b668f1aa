"""Opens ZIP files, and the Office files that are ZIP files, only after what they claim to hold was judged."""

import zipfile
import zlib
from collections.abc import Iterable
from io import BytesIO
from itertools import pairwise

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits

DAMAGE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What the zipfile module raises at broken files; compressions it does not know are NotImplementedError."""

_DIRECTORY_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_RATIO_COUNTS_FROM = 1024 * 1024
"""Entries that unpack to less do no harm, however well they were packed."""


def opened(content: bytes, limits: Limits) -> zipfile.ZipFile:
    """Return the archive, none of whose entries was unpacked yet.

    No entry unpacks to more than its directory claims, because zipfile stops there; so the claims can be judged.

    Raises UnreadableDocument if it is damaged, encrypted, too large, packed too tightly, or its entries overlap.
    """
    # Every entry of the directory costs memory before zipfile can tell how many there are.
    if content.count(_DIRECTORY_ENTRY) > limits.max_entries:
        raise UnreadableDocument(Cause.TOO_LARGE, f"an archive of more than {limits.max_entries} entries")
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except DAMAGE as error:
        raise UnreadableDocument(Cause.DAMAGED, f"the archive cannot be opened: {error}") from error
    _judge(archive.infolist(), limits)
    return archive


def unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo | str) -> bytes:
    """Return the bytes of one entry. Raises UnreadableDocument if it is damaged, KeyError if there is none."""
    try:
        return archive.read(entry)
    except DAMAGE as error:
        raise UnreadableDocument(Cause.DAMAGED, f"an entry of the archive cannot be unpacked: {error}") from error


def _judge(entries: Iterable[zipfile.ZipInfo], limits: Limits) -> None:
    entries = tuple(entries)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise UnreadableDocument(Cause.ENCRYPTED, "the archive has entries protected by a password")
    total = sum(entry.file_size for entry in entries)
    if total > limits.max_unpacked_bytes:
        reason = f"the archive unpacks to {total} bytes; at most {limits.max_unpacked_bytes} are read"
        raise UnreadableDocument(Cause.TOO_LARGE, reason)
    for entry in entries:
        if entry.file_size > max(_RATIO_COUNTS_FROM, entry.compress_size * limits.max_ratio):
            reason = f"{entry.filename!r} unpacks to {entry.file_size} bytes from {entry.compress_size}"
            raise UnreadableDocument(Cause.TOO_LARGE, reason)
    spans = sorted((entry.header_offset, entry.header_offset + entry.compress_size) for entry in entries)
    if any(following < end for (_, end), (following, _) in pairwise(spans)):
        raise UnreadableDocument(Cause.UNSAFE_ARCHIVE, "entries of the archive overlap")
