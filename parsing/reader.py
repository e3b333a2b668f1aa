"""Reads a file of any known format into pages."""

from pathlib import Path

from parsing.failures import Cause, UnreadableDocument
from parsing.formats import PDF, TEXT, UNKNOWN, format_of
from parsing.limits import Limits
from parsing.pages import Reading
from parsing.readers.pdf import read_pdf
from parsing.readers.text import read_text


def read_file(path: Path, limits: Limits) -> Reading:
    """Read the file.

    Raises UnreadableDocument, and OSError where the file itself cannot be opened.
    """
    size = path.stat().st_size
    _refuse_size(size, limits)  # before its bytes are in memory
    return read_bytes(path.read_bytes(), limits)


def read_bytes(content: bytes, limits: Limits) -> Reading:
    """Read the content of a file, its format told from its bytes.

    Raises UnreadableDocument.
    """
    _refuse_size(len(content), limits)
    form = format_of(content)
    if form == PDF:
        return Reading(PDF, read_pdf(content, limits))
    if form == TEXT:
        return Reading(TEXT, read_text(content, limits))
    if form == "encrypted-office":
        raise UnreadableDocument(Cause.ENCRYPTED, "an Office document protected by a password")
    reason = "the bytes are of no known format" if form == UNKNOWN else f"{form} files are not read yet"
    raise UnreadableDocument(Cause.UNSUPPORTED_FORMAT, reason)


def _refuse_size(size: int, limits: Limits) -> None:
    if not size:
        raise UnreadableDocument(Cause.EMPTY, "the file has no bytes")
    if size > limits.max_bytes:
        raise UnreadableDocument(Cause.TOO_LARGE, f"{size} bytes; at most {limits.max_bytes} are read")
