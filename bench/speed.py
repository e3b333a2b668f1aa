"""Measures how much faster PDF files are read than by plain pdfplumber, in one process and one run.

Both read each file in turn, several times over, so that whatever else the machine does falls on both; of each file the
best time counts. Ours is measured to the end: pages with lines, tables, cells and their text.
"""

import time
from collections.abc import Callable
from io import BytesIO

import pdfplumber

from bench.corpus import pdf_files
from bench.results import record
from parsing.failures import UnreadableDocument
from parsing.limits import Limits
from parsing.readers.pdf import read_pdf

ROUNDS = 3


def main() -> None:
    """Measure, print and record."""
    ours = theirs = 0.0
    pages = 0
    files = pdf_files()
    for path in files:
        content = path.read_bytes()
        pages += _pages(content)
        taken = [(_seconds(_read, content), _seconds(_extract, content)) for _ in range(ROUNDS)]
        ours += min(mine for mine, _ in taken)
        theirs += min(other for _, other in taken)
    record(
        "tables_with_cells",
        {
            "files": len(files),
            "pages": pages,
            "times_as_fast_as_pdfplumber": round(theirs / ours, 2),
            "pages_a_second": round(pages / ours),
            "pages_a_second_pdfplumber": round(pages / theirs, 1),
        },
    )


def _seconds(work: Callable[[bytes], None], content: bytes) -> float:
    begin = time.process_time()
    work(content)
    return time.process_time() - begin


def _read(content: bytes) -> None:
    try:
        read_pdf(content, Limits())
    except UnreadableDocument:  # every page is a picture; they have been looked at all the same
        return


def _extract(content: bytes) -> None:
    with pdfplumber.open(BytesIO(content)) as document:
        for page in document.pages:
            page.extract_tables()
            page.close()


def _pages(content: bytes) -> int:
    with pdfplumber.open(BytesIO(content)) as document:
        return len(document.pages)


if __name__ == "__main__":
    main()
