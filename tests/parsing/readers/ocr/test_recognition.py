"""Printed pages are scanned and read back, with the models of the extra."""

import numpy as np
import pytest
from PIL import Image

from parsing.limits import Limits
from parsing.pages import Grid
from parsing.readers.ocr.picture import PagePicture, PictureReader, open_picture_reader
from parsing.readers.ocr.recognised_page import recognised_page
from tests.builders.pdf import LATIN, PdfPrinter
from tests.builders.scans import pictures_of

SCALE = 200 / 72
ROWS = [
    ("Item", "2025", "2024"),
    ("Total", "18,949.22", "26,391.23"),
    ("Salaries", "7,442.01", "0.00"),
    ("Other", "5", "-12.5"),
]


@pytest.fixture(scope="module")
def reader() -> PictureReader:
    return open_picture_reader()


def a_budget() -> bytes:
    """Print a line and a table, in letters that no machine lacks."""
    printer = PdfPrinter()
    printer.text(60, 60, "Budget 2025: 18,949.22", font=LATIN)
    for row, texts in enumerate(ROWS):
        for column, text in enumerate(texts):
            printer.frame(60 + 150 * column, 100 + 24 * row, 150, 24)
            printer.text(64 + 150 * column, 106 + 24 * row, text, font=LATIN)
    return printer.printed()


def rows_of(grid: Grid) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row) for row in grid.rows]


@pytest.mark.parametrize(("dots", "degrees", "grain"), [(200, 0, 0), (150, 0.4, 8), (300, -1.0, 4)])
def test_a_scan_gives_the_text_and_the_table_that_were_printed(
    reader: PictureReader, dots: int, degrees: float, grain: float
) -> None:
    (image,) = pictures_of(a_budget(), dots_per_inch=dots, degrees=degrees, grain=grain)
    page = recognised_page(PagePicture(image, dots / 72), 7, Limits(), reader)
    assert page is not None
    line, grid = page.blocks
    assert not isinstance(line, Grid)
    assert line.text.replace(" ", "") == "Budget2025:18,949.22"
    assert isinstance(grid, Grid)
    assert rows_of(grid) == ROWS
    assert (page.number, page.ocr, page.unread) == (7, True, False)
    assert grid.place.bbox == pytest.approx((60, 100, 510, 196), abs=6)


@pytest.mark.parametrize("picture", [Image.new("L", (1654, 2339), 255), Image.new("L", (60, 60), 0)])
def test_an_empty_or_tiny_page_gives_nothing(reader: PictureReader, picture: Image.Image) -> None:
    assert recognised_page(PagePicture(picture, SCALE), 1, Limits(), reader) is None


def test_what_is_no_text_is_not_made_into_some(reader: PictureReader) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (800, 800)).astype(np.uint8)
    assert recognised_page(PagePicture(Image.fromarray(noise), SCALE), 1, Limits(), reader) is None


def test_a_page_on_its_head_is_not_read(reader: PictureReader) -> None:
    (image,) = pictures_of(a_budget())
    page = recognised_page(PagePicture(image.rotate(180), SCALE), 1, Limits(), reader)
    assert page is None
