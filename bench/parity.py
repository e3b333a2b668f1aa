"""Compares the cells of every page with those plain pdfplumber finds, and proves the reason where they differ.

A reason is proved by putting right what pdfplumber gets wrong: then the cells are the same. No page is listed by hand;
one whose difference stays is unexplained, is printed, and makes the program fail.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from io import BytesIO
from itertools import combinations

import pdfplumber
from pdfplumber.page import Page as PlumberPage
from pdfplumber.utils.exceptions import PdfminerException
from pypdfium2 import PdfDocument

from bench.corpus import hostile_pdf_files, pdf_files
from bench.reference import Fault, ReadCell, reference_cells, without_blanks
from bench.results import record
from bench.sight import Sheet
from parsing.failures import UnreadableDocument
from parsing.limits import Limits
from parsing.pages import Grid, Page
from parsing.readers.pdf import read_pdf

SAME_PLACE = 1.0
"""In points; both tell places to a hundredth, but lines near one another are made one in another order."""
SAME = "same"
UNREAD = "the page is handed on as unread"
UNEXPLAINED = "unexplained"


def main() -> None:
    """Compare, print and record; end with a failure where a page is unexplained."""
    verdicts: Counter[str] = Counter()
    for path in (*pdf_files(), *hostile_pdf_files()):
        for number, verdict in enumerate(verdicts_on(path.read_bytes()), start=1):
            verdicts[verdict] += 1
            if verdict == UNEXPLAINED:
                print(f"unexplained: {path} page {number}")
    pages, same, unexplained = verdicts.total(), verdicts.pop(SAME, 0), verdicts.pop(UNEXPLAINED, 0)
    figures = {"pages": pages, "same": same, "different": verdicts.total(), "unexplained": unexplained}
    record("cells_as_pdfplumber", {**figures, "reasons": dict(verdicts.most_common())})
    sys.exit(1 if unexplained else 0)


def verdicts_on(content: bytes) -> Iterator[str]:
    """Yield for each page whether its cells are the same, or why not; nothing where either cannot open the file."""
    with ExitStack() as resources:
        try:
            pages = read_pdf(content, Limits())
            reference = resources.enter_context(pdfplumber.open(BytesIO(content)))
        except (UnreadableDocument, PdfminerException):
            return
        document = resources.enter_context(closing(PdfDocument(content)))
        for page, plain in zip(pages, reference.pages, strict=True):
            with closing(plain):
                yield _verdict(page, plain, document)


def _verdict(page: Page, plain: PlumberPage, document: PdfDocument) -> str:
    """Return whether the cells are the same, or the fewest faults of pdfplumber without which they would be."""
    ours = _cells(page)
    if not differences(ours, reference_cells(plain, ())):
        return SAME
    if page.unread:
        return UNREAD
    sheet = Sheet(document, plain.page_number)
    for number in range(1, len(Fault) + 1):
        for faults in combinations(Fault, number):
            if not differences(ours, reference_cells(plain, faults, sheet)):
                return "; ".join(faults)
    return UNEXPLAINED


def _cells(page: Page) -> list[ReadCell]:
    """Return the cells of a page's tables that are printed, a merged one once."""
    grids = (block for block in page.blocks if isinstance(block, Grid))
    cells = (cell for grid in grids for row in grid.rows for cell in row if not cell.covered)
    return [ReadCell(cell.place.bbox, without_blanks(cell.text)) for cell in cells if cell.place.bbox]


def differences(cells: Iterable[ReadCell], others: Iterable[ReadCell]) -> int:
    """Return how many cells have no other of the same text at the same place."""
    by_text: defaultdict[str, list[ReadCell]] = defaultdict(list)
    for other in others:
        by_text[other.text].append(other)
    missing = 0
    for cell in cells:
        candidates = by_text[cell.text]
        twin = next((index for index, other in enumerate(candidates) if _same_place(cell, other)), None)
        if twin is None:
            missing += 1
        else:
            del candidates[twin]
    return missing + sum(map(len, by_text.values()))


def _same_place(cell: ReadCell, other: ReadCell) -> bool:
    return all(abs(mine - theirs) <= SAME_PLACE for mine, theirs in zip(cell.bbox, other.bbox, strict=True))


if __name__ == "__main__":
    main()
