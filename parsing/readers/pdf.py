"""Reads PDF files: ruled tables, and the text outside them, page by page."""

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.pages import Page
from parsing.readers.drawn_page import page_of
from parsing.readers.pdf_engine import Engine, drawings


def read_pdf(content: bytes, limits: Limits, engine: Engine = drawings) -> tuple[Page, ...]:
    """Read every page's text and ruled tables, in the order printed.

    Text keeps its printed form; nothing is converted. A page that is a picture is marked as unread.

    Raises UnreadableDocument if the file is encrypted, damaged or too large, or if no page can be read.
    """
    pages: list[Page] = []
    characters = 0
    for number, drawing in enumerate(engine(content, limits), start=1):
        characters += len(drawing.letters)
        if characters > limits.max_characters:
            raise UnreadableDocument(Cause.TOO_LARGE, f"more than {limits.max_characters} characters by page {number}")
        pages.append(page_of(drawing, number))
    if not pages:
        raise UnreadableDocument(Cause.EMPTY, "the PDF has no pages")
    if not any(page.blocks and not page.unread for page in pages):
        cause = Cause.NO_TEXT if any(page.unread for page in pages) else Cause.EMPTY
        raise UnreadableDocument(cause, f"none of its {len(pages)} pages has text that can be read")
    return tuple(pages)
