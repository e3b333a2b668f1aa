import numpy as np
import pytest
from PIL import Image, ImageDraw

from parsing.readers.ocr.rulings import Pixels, ink_of, ruled_tables, rulings_around

SCALE = 200 / 72
CROSSINGS = 1_000
ROWS, COLUMNS = (100, 150, 200, 250), (100, 400, 700)


def sheet() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("L", (900, 600), 255)
    return image, ImageDraw.Draw(image)


def a_table(width: int = 2, darkness: int = 0) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """Return a table of three rows and two columns, and who draws on it."""
    image, draw = sheet()
    for row in ROWS:
        draw.line((COLUMNS[0], row, COLUMNS[-1], row), darkness, width)
    for column in COLUMNS:
        draw.line((column, ROWS[0], column, ROWS[-1]), darkness, width)
    return image, draw


def ink(image: Image.Image) -> Pixels:
    return ink_of(np.asarray(image, np.uint8), SCALE)


def cells(image: Image.Image, crossings: int = CROSSINGS) -> list[int] | None:
    """Return how many cells each table has."""
    tables = ruled_tables(ink(image), SCALE, crossings)
    return None if tables is None else [len(table) for table in tables]


@pytest.mark.parametrize(("width", "darkness"), [(1, 0), (2, 0), (5, 0), (2, 190)])
def test_thin_thick_and_faint_rulings_enclose_cells(width: int, darkness: int) -> None:
    assert cells(a_table(width, darkness)[0]) == [6]


def test_places_are_points() -> None:
    tables = ruled_tables(ink(a_table()[0]), SCALE, CROSSINGS)
    assert tables is not None
    left, top, right, bottom = min(tables[0])
    assert (left, top) == pytest.approx((COLUMNS[0] / SCALE, ROWS[0] / SCALE), abs=1)
    assert (right, bottom) == pytest.approx((COLUMNS[1] / SCALE, ROWS[1] / SCALE), abs=1)


def test_a_ruling_with_gaps_is_one() -> None:
    image, draw = a_table()
    for gap in range(120, 700, 60):
        draw.line((gap, ROWS[1], gap + 4, ROWS[1]), 255, 4)
    assert cells(image) == [6]


def test_a_short_ruling_that_steps_aside_is_one() -> None:
    image, draw = a_table()
    draw.line((600, ROWS[1], 600, ROWS[1] + 30), 0, 2)
    draw.line((602, ROWS[1] + 30, 602, ROWS[2]), 0, 2)
    assert cells(image) == [7]


def test_the_strokes_of_letters_and_filled_areas_are_no_rulings() -> None:
    image, draw = a_table()
    for left, top, size in ((420, 210, 30), (480, 210, 30), (100, 20, 60), (200, 20, 60)):  # 日, as text and as title
        draw.rectangle((left, top, left + size, top + size), None, 0, 3)
        draw.line((left, top + size // 2, left + size, top + size // 2), 0, 3)
    draw.rectangle((100, 400, 700, 440), 0)
    assert cells(image) == [6]


def test_a_page_without_rulings_has_no_table_and_one_with_too_many_is_not_looked_into() -> None:
    assert cells(sheet()[0]) == []
    assert cells(a_table()[0], crossings=11) is None


def test_only_the_rulings_around_cells_are_taken_away() -> None:
    image, draw = a_table()
    draw.line((100, 500, 700, 500), 0, 2)
    tables = ruled_tables(ink(image), SCALE, CROSSINGS)
    assert tables is not None
    taken = rulings_around(tables, ink(image), SCALE) > 0
    assert taken[ROWS[1], 300]
    assert not taken[500].any()
