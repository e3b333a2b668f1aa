"""Opens files and their pages with pypdfium2, and closes them: left open, they stay in memory."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from ctypes import byref
from dataclasses import dataclass

import pypdfium2.raw as raw
from pypdfium2 import PdfDocument, PdfiumError

from parsing.failures import Cause, UnreadableDocument
from parsing.readers.pdfium.binding import Handle, handle_of

_END_MARK = b"%%EOF"
_END_MARK_WITHIN = 1024  # of the end, as every PDF reader allows


class UnopenedDocument(Exception):
    """pdfium cannot open the file; another engine may."""


class UnopenedPage(Exception):
    """pdfium cannot open the page; another engine may."""


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A file while it is open."""

    helper: PdfDocument
    pages: int


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page while it is open."""

    handle: Handle
    text: Handle
    """Of its text page."""
    objects: int
    characters: int
    left: float
    bottom: float
    right: float
    top: float
    """The part that is shown, in the space of the page, where up is up."""
    quarters: int
    """By how many quarters it is turned clockwise to be read."""


@contextmanager
def opened(content: bytes) -> Iterator[OpenDocument]:
    """Open a file, and close it afterwards.

    Raises UnreadableDocument if it is encrypted or cut short, UnopenedDocument if pdfium cannot make sense of it.
    """
    try:
        document = PdfDocument(content)
    except PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise UnreadableDocument(Cause.ENCRYPTED, "the PDF needs a password") from error
        raise UnopenedDocument(str(error)) from error
    with closing(document):
        if not raw.FPDF_DocumentHasValidCrossReferenceTable(document) and _END_MARK not in content[-_END_MARK_WITHIN:]:
            # pdfium would piece together what is left, and nobody would learn how many pages are missing.
            raise UnreadableDocument(
                Cause.DAMAGED, "the PDF is cut short: its end and its table of objects are missing"
            )
        yield OpenDocument(document, len(document))


@contextmanager
def opened_page(document: OpenDocument, number: int) -> Iterator[OpenPage]:
    """Open a page, counted from 1, and close it afterwards.

    Raises UnopenedPage if it is too damaged.
    """
    with ExitStack() as resources:
        try:
            page = resources.enter_context(closing(document.helper[number - 1]))
            text = resources.enter_context(closing(page.get_textpage()))
        except PdfiumError as error:
            raise UnopenedPage(str(error)) from error
        box = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page, byref(box))
        yield OpenPage(
            handle_of(page),
            handle_of(text),
            objects=raw.FPDFPage_CountObjects(page),
            characters=raw.FPDFText_CountChars(text),
            left=box.left,
            bottom=box.bottom,
            right=box.right,
            top=box.top,
            quarters=raw.FPDFPage_GetRotation(page),
        )
