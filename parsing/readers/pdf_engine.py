"""Looks into PDF files: with pdfium, and with pdfplumber where pdfium fails or its answer is doubtful."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.readers import plumber_engine
from parsing.readers.drawing import Drawing
from parsing.readers.pdf_preflight import refuse_bombs
from parsing.readers.pdfium.engine import drawing_of
from parsing.readers.pdfium.pages import OpenDocument, UnopenedDocument, UnopenedPage, opened, opened_page

Engine = Callable[[bytes, Limits], Iterator[Drawing]]
"""Yields what each page of a file shows, as `drawings` does."""
SecondOpinion = Callable[[int], Drawing | None]
"""Returns what one page shows, counted from 1, or None where it cannot be opened."""


def drawings(content: bytes, limits: Limits) -> Iterator[Drawing]:
    """Yield what each page shows, one page in memory at a time.

    Raises UnreadableDocument if the file is encrypted or damaged, unpacks to too much, or has too many pages or
    characters.
    """
    refuse_bombs(content, limits)
    with ExitStack() as resources:
        try:
            document = resources.enter_context(opened(content))
        except UnopenedDocument:
            document = None
        if document is None:
            yield from plumber_engine.drawings(content, limits)
        else:
            second = resources.enter_context(plumber_engine.second_opinion(content, limits))
            yield from _drawings(document, second, limits)


def _drawings(document: OpenDocument, second: SecondOpinion, limits: Limits) -> Iterator[Drawing]:
    if document.pages > limits.max_pages:
        raise UnreadableDocument(Cause.TOO_LARGE, f"{document.pages} pages; at most {limits.max_pages} are read")
    lost = 0
    for number in range(1, document.pages + 1):
        first = _first(document, number, limits)
        drawing = first if first and not doubtful(first) else better(first, second(number))
        lost += drawing.lost
        if lost == document.pages:
            raise UnreadableDocument(Cause.DAMAGED, f"none of its {lost} pages can be opened")
        yield drawing


def _first(document: OpenDocument, number: int, limits: Limits) -> Drawing | None:
    try:
        with opened_page(document, number) as page:
            return drawing_of(page, limits)
    except UnopenedPage:
        return None


def doubtful(drawing: Drawing) -> bool:
    """Return whether letters or cells may be missing.

    Letters without a character are no doubt: where no font says what they stand for, pdfplumber guesses.
    """
    return drawing.lost_letters or (drawing.lost_cells and not drawing.crowded)


def better(first: Drawing | None, second: Drawing | None) -> Drawing:
    """Return the drawing that shows more, the first where they show the same; a page neither could read is lost."""
    if first is None or second is None:
        return first or second or Drawing(sheet=(0, 0, 0, 0), lost=True)
    more_letters = first.lost_letters and len(second.printed) > len(first.printed)
    return second if more_letters or len(second.tables) > len(first.tables) else first
