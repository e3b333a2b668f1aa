"""Looks into PDF files with pdfplumber: the reference for pdfium, and the second opinion on its doubtful pages."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import cache
from io import BytesIO

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.page import Page as PlumberPage

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.readers.boxes import area, common, moved
from parsing.readers.drawing import UNKNOWN_CHARACTER, Drawing, Letter, Turn
from parsing.readers.plumber_visible import PlumberObject, box_of, inked, letters_shown


def drawings(content: bytes, limits: Limits) -> Iterator[Drawing]:
    """Yield what each page shows, one page in memory at a time.

    Raises UnreadableDocument if the file is encrypted or damaged, or has too many pages; MemoryError is let through.
    """
    try:
        with pdfplumber.open(BytesIO(content)) as document:
            if len(document.pages) > limits.max_pages:
                count = len(document.pages)
                raise UnreadableDocument(Cause.TOO_LARGE, f"{count} pages; at most {limits.max_pages} are read")
            for page in document.pages:
                with closing(page):  # or the objects of every page stay in memory
                    drawing = _drawing(page, limits)
                yield drawing
    except UnreadableDocument:
        raise
    except Exception as error:  # a damaged file may break the library anywhere
        causes = tuple(_causes(error))
        if any(isinstance(cause, MemoryError) for cause in causes):
            raise
        if any(isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError) for cause in causes):
            raise UnreadableDocument(Cause.ENCRYPTED, "the PDF needs a password") from error
        raise UnreadableDocument(Cause.DAMAGED, f"{type(causes[-1]).__name__}: {causes[-1]}") from error


@contextmanager
def second_opinion(content: bytes, limits: Limits) -> Iterator[Callable[[int], Drawing | None]]:
    """Give a function that returns what one page shows, counted from 1, or None where it cannot be read either.

    The file is opened when the first page is asked for.
    """
    with ExitStack() as resources:
        document = cache(lambda: resources.enter_context(pdfplumber.open(BytesIO(content))))

        def drawing_of(number: int) -> Drawing | None:
            try:
                page = document().pages[number - 1]
                with closing(page):
                    return _drawing(page, limits)
            except MemoryError:
                raise
            except Exception:  # a damaged file may break the library anywhere
                return None

        yield drawing_of


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield the error and what lies under it; pdfplumber hands on the library's error as an argument of its own."""
    cause: object = error
    while isinstance(cause, BaseException):
        yield cause
        cause = cause.__cause__ or cause.__context__ or next(iter(cause.args), None)


def _drawing(page: PlumberPage, limits: Limits) -> Drawing:
    sheet = common(page.mediabox, page.cropbox)
    origin = sheet[:2]
    seen = page.filter(inked)
    too_many = len(seen.edges) > limits.max_rulings
    tables = [] if too_many else sorted(seen.find_tables(), key=lambda table: area(table.bbox))
    return Drawing(
        sheet=moved(sheet, origin),
        letters=tuple(_letter(letter, page, origin) for letter in letters_shown(page, sheet)),
        tables=tuple(tuple(moved(cell, origin) for cell in table.cells) for table in tables),
        pictures=tuple(moved(common(box_of(image), sheet), origin) for image in page.images),
        curves=len(page.curves),
        crowded=too_many,
    )


def _letter(letter: PlumberObject, page: PlumberPage, origin: tuple[float, float]) -> Letter:
    a, b, _, _, right, up = letter["matrix"]
    text = UNKNOWN_CHARACTER if letter["text"].startswith("(cid:") else letter["text"]
    box = moved(box_of(letter), origin)
    if abs(a) > abs(b):
        return Letter(text, box, page.height - up + page.mediabox[1] - origin[1])
    baseline = right + page.mediabox[0] - origin[0]
    return Letter(text, box, baseline, Turn.UPWARD if b > 0 else Turn.DOWNWARD)
