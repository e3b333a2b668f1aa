"""The scan of a published document says what the same pages say as they were typeset."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from parsing.limits import Limits
from parsing.pages import Grid, Page
from parsing.readers.ocr.picture import open_picture_reader
from parsing.readers.ocr.scans import with_scans_read
from parsing.readers.pdf import read_pdf

PAGES = (1, 5, 12)
"""The contents, and pages with the end of one table and the beginning of the next; bench/ocr.py reads all 14."""
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@pytest.fixture(scope="module")
def scanned_and_printed(corpus: Path) -> list[tuple[Page, Page]]:
    unread = [Page(number, (), unread=True) for number in PAGES]
    scan = (corpus / "typeset" / "002_scan.pdf").read_bytes()
    printed = read_pdf((corpus / "typeset" / "002.pdf").read_bytes(), Limits())
    recognised = with_scans_read(scan, unread, Limits(), open_picture_reader)
    return [(page, printed[number - 1]) for number, page in zip(PAGES, recognised, strict=True)]


def texts_of(page: Page) -> Iterator[str]:
    for block in page.blocks:
        texts = [cell.text for row in block.rows for cell in row] if isinstance(block, Grid) else [block.text]
        yield from ("".join(text.split()) for text in texts)


def numbers_of(page: Page) -> Counter[str]:
    return Counter(number for text in texts_of(page) for number in NUMBER.findall(text))


def shapes_of(page: Page) -> list[tuple[int, int]]:
    return [(len(block.rows), len(block.rows[0])) for block in page.blocks if isinstance(block, Grid)]


def test_at_least_99_of_100_numbers_are_right_and_hardly_one_is_wrong(
    scanned_and_printed: list[tuple[Page, Page]],
) -> None:
    printed, recognised = Counter[str](), Counter[str]()
    for scan, page in scanned_and_printed:
        printed += numbers_of(page)
        recognised += numbers_of(scan)
    assert (printed & recognised).total() >= 0.99 * printed.total()
    assert (recognised - printed).total() <= 0.002 * printed.total()


def test_the_tables_have_the_rows_and_columns_that_were_printed(scanned_and_printed: list[tuple[Page, Page]]) -> None:
    for scan, page in scanned_and_printed:
        assert shapes_of(scan) == shapes_of(page), page.number
        assert (scan.ocr, scan.unread) == (True, False), page.number
