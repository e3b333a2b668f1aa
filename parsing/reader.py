"""Reads a file of any known format into pages."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from parsing.failures import Cause, UnreadableDocument
from parsing.formats import (
    CHINESE_NAMES,
    CSV,
    DOC,
    DOCX,
    ENCRYPTED_OFFICE,
    HTML,
    IMAGE,
    MHTML,
    PDF,
    TEXT,
    UNKNOWN,
    XLS,
    XLSX,
    ZIP,
    format_of,
)
from parsing.limits import Limits
from parsing.packed import opened
from parsing.pages import Page, Reading
from parsing.readers.delimited import read_csv
from parsing.readers.doc import read_doc
from parsing.readers.docx import read_docx
from parsing.readers.image import read_image
from parsing.readers.ocr.picture import OpenPictureReader, open_picture_reader
from parsing.readers.ocr.scans import with_scans_read
from parsing.readers.office.program import OfficeProgram
from parsing.readers.pdf import read_pdf
from parsing.readers.text import read_text
from parsing.readers.web_page import read_html, read_mhtml
from parsing.readers.xls import read_xls
from parsing.readers.xlsx import read_xlsx

Reader = Callable[[bytes, Limits], tuple[Page, ...]]


def readers(office: OfficeProgram, pictures: OpenPictureReader | None) -> Mapping[str, Reader]:
    """Return the reader of each format that is read."""
    return {
        PDF: partial(read_pdf, read_scans=partial(with_scans_read, open_reader=pictures)),
        IMAGE: partial(read_image, open_reader=pictures),
        TEXT: read_text,
        CSV: read_csv,
        HTML: read_html,
        MHTML: read_mhtml,
        DOCX: read_docx,
        DOC: partial(read_doc, program=office),
        XLSX: read_xlsx,
        XLS: read_xls,
    }


def read_file(
    path: Path,
    limits: Limits,
    office: OfficeProgram | None = None,
    pictures: OpenPictureReader | None = open_picture_reader,
) -> Reading:
    """Read the file as `read_bytes` does. Raises the same, and OSError where the file itself cannot be opened."""
    size = path.stat().st_size
    _refuse_size(size, limits)  # before its bytes are in memory
    return read_bytes(path.read_bytes(), limits, office, pictures)


def read_bytes(
    content: bytes,
    limits: Limits,
    office: OfficeProgram | None = None,
    pictures: OpenPictureReader | None = open_picture_reader,
) -> Reading:
    """Read the content of a file, its format told from its bytes; `office` is LibreOffice where it is not `soffice`.

    Raises UnreadableDocument, and PicturesLeft where it has pages that are pictures and `pictures` is None.
    """
    _refuse_size(len(content), limits)
    form = format_of(content)
    read = readers(office or OfficeProgram(), pictures).get(form)
    if form == ZIP:
        opened(content, limits)  # a broken or unsafe archive is told so, rather than to be an archive
    if read is None:
        raise _unsupported(form)
    return Reading(form, read(content, limits))


def _unsupported(form: str) -> UnreadableDocument:
    if form == ENCRYPTED_OFFICE:
        return UnreadableDocument(Cause.ENCRYPTED, "an Office document protected by a password")
    if form == UNKNOWN:
        return UnreadableDocument(Cause.UNSUPPORTED_FORMAT, "the bytes are of no known format")
    named = f"文件为{CHINESE_NAMES[form]}，暂不支持读取，请人工查看，或请发布单位提供 PDF、Word 或 Excel 格式。"
    return UnreadableDocument(Cause.UNSUPPORTED_FORMAT, f"{form} files are not read", named)


def _refuse_size(size: int, limits: Limits) -> None:
    if not size:
        raise UnreadableDocument(Cause.EMPTY, "the file has no bytes")
    if size > limits.max_bytes:
        raise UnreadableDocument(Cause.TOO_LARGE, f"{size} bytes; at most {limits.max_bytes} are read")
