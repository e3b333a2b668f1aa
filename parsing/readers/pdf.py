"""Reads PDF files: ruled tables, and the text outside them, page by page."""

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.pages import Grid, Page, Place, TextLine
from parsing.readers.drawing import Drawing, Letter
from parsing.readers.letters import lines_of
from parsing.readers.pdf_engine import drawings
from parsing.readers.ruled_table import fill, ruled_table


def read_pdf(content: bytes, limits: Limits) -> tuple[Page, ...]:
    """Read every page's text and ruled tables, in the order printed.

    Text keeps its printed form; nothing is converted. A page that is a picture is marked as unread.

    Raises UnreadableDocument if the file is encrypted, damaged or too large, or if no page can be read.
    """
    pages: list[Page] = []
    characters = 0
    for number, drawing in enumerate(drawings(content, limits), start=1):
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


def page_of(drawing: Drawing, number: int) -> Page:
    """Return the page with its lines and grids from top to bottom."""
    letters: tuple[Letter, ...] = drawing.letters
    grids: list[Grid] = []
    for cells in () if drawing.sideways else drawing.tables:
        table = ruled_table(cells)
        if table.columns < 2:  # a frame around text, or a page border; nothing is lost by reading it as lines
            continue
        grid, letters = fill(table, letters, number)
        grids.append(grid)
    lines = (TextLine(line.text, Place(page=number, bbox=line.bbox)) for line in lines_of(letters))
    return Page(number, tuple(sorted((*grids, *lines), key=_top)), drawing.unread)


def _top(block: Grid | TextLine) -> float:
    return block.place.bbox[1] if block.place.bbox else 0.0
