"""Reads PDF files: ruled tables, and the text outside them, page by page."""

from collections.abc import Callable, Sequence

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.pages import Page
from parsing.readers.drawn_page import page_of
from parsing.readers.pdf_engine import Engine, drawings

ReadScans = Callable[[bytes, Sequence[Page], Limits], tuple[Page, ...]]
"""Takes a file and its pages and returns these pages, those that are pictures read as far as that is possible."""


def read_pdf(
    content: bytes, limits: Limits, engine: Engine = drawings, read_scans: ReadScans | None = None
) -> tuple[Page, ...]:
    """Read every page's text and ruled tables, in the order printed.

    Text keeps its printed form; nothing is converted. A page that is a picture and was not read is marked as unread.

    Raises UnreadableDocument if the file is encrypted, damaged or too large, or if no page can be read; `read_scans`
    may raise as well.
    """
    pages = _pages(content, limits, engine)
    if read_scans:
        pages = read_scans(content, pages, limits)
    if not any(page.blocks and (page.ocr or not page.unread) for page in pages):
        cause = Cause.NO_TEXT if any(page.unread for page in pages) else Cause.EMPTY
        raise UnreadableDocument(cause, f"none of its {len(pages)} pages has text that can be read")
    return pages


def _pages(content: bytes, limits: Limits, engine: Engine) -> tuple[Page, ...]:
    pages: list[Page] = []
    characters = 0
    for number, drawing in enumerate(engine(content, limits), start=1):
        characters += len(drawing.letters)
        if characters > limits.max_characters:
            raise UnreadableDocument(Cause.TOO_LARGE, f"more than {limits.max_characters} characters by page {number}")
        pages.append(page_of(drawing, number))
    if not pages:
        raise UnreadableDocument(Cause.EMPTY, "the PDF has no pages")
    return tuple(pages)
