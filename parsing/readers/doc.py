"""Reads Word documents of the older, binary format (.doc) through LibreOffice."""

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.pages import Page
from parsing.readers.docx import read_docx
from parsing.readers.office.program import OfficeProgram, as_docx

_SECTOR = 512
_BEGINNING = b"\xec\xa5"
"""Of the stream that holds the document, which begins a sector."""
_FLAGS_AT = 10
_ENCRYPTED = 0x0100


def read_doc(content: bytes, limits: Limits, program: OfficeProgram) -> tuple[Page, ...]:
    """Read the document as LibreOffice understands it; places are those of the same document as .docx.

    Raises UnreadableDocument if it is encrypted, damaged, too large or without text, or LibreOffice is missing.
    """
    if _is_encrypted(content):
        raise UnreadableDocument(Cause.ENCRYPTED, "a Word document protected by a password")
    (converted,) = as_docx((content,), program)
    if converted is None:
        raise UnreadableDocument(Cause.DAMAGED, "LibreOffice could not convert the document, or not in time")
    return read_docx(converted, limits)


def _is_encrypted(content: bytes) -> bool:
    """Return whether the header of the document, the first two bytes of a sector tell it, has its flag set."""
    starts = range(_SECTOR, len(content) - _FLAGS_AT, _SECTOR)
    headers = (content[start : start + _FLAGS_AT + 2] for start in starts if content.startswith(_BEGINNING, start))
    header = next(headers, bytes(_FLAGS_AT + 2))
    return bool(int.from_bytes(header[_FLAGS_AT:], "little") & _ENCRYPTED)
