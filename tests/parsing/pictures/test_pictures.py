"""Marks stand where the cells are printed, however the page is stored."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from parsing.limits import Limits
from parsing.pages import TextLine
from parsing.pictures.marks import HIGHLIGHT, MARK, TABLES
from parsing.pictures.no_picture import NoPicture
from parsing.pictures.pictures import picture_of_page, picture_of_place
from parsing.pictures.sheets import MOST_DOTS, NO_PAGES, SCALE, WIDEST, scale_for
from parsing.readers.image import PAGE_WIDTH
from parsing.readers.ocr.picture import PictureReader, PictureReaderMissing
from parsing.readers.pdf import read_pdf
from records.evidence import BoundingBox
from tests.builders.drawn import around_colour, opened
from tests.builders.pdf import HEIGHT, LATIN, ROW_HEIGHT, WIDTH, PdfPrinter
from tests.builders.pdf_changes import cropped, turned

ROWS = (("Item", "Amount"), ("Education", "18551.05"), ("Total", "18551.05"))
LEFT, TOP, COLUMNS = 60, 120, (200, 100)
AMOUNT: BoundingBox = (LEFT + COLUMNS[0], TOP + ROW_HEIGHT, LEFT + sum(COLUMNS), TOP + 2 * ROW_HEIGHT)
"""Where the amount of Education stands."""
HALF_A_POINT = 0.5 * SCALE


def a_page(*, spans: dict[tuple[int, int], tuple[int, int]] | None = None) -> bytes:
    printer = PdfPrinter()
    printer.text(LEFT, 60, "Budget", font=LATIN, size=18)
    printer.table(LEFT, TOP, COLUMNS, ROWS, spans)
    return printer.printed()


def box_of(content: bytes, text: str) -> BoundingBox:
    """Return the box that the reader gives the first cell or line with the text."""
    (page,) = read_pdf(content, Limits())
    for block in page.blocks:
        for found in (block,) if isinstance(block, TextLine) else (cell for row in block.rows for cell in row):
            if found.text == text and found.place.bbox:
                return found.place.bbox
    raise AssertionError(f"{text} is not on the page")


def drawn(answer: bytes | NoPicture) -> Image.Image:
    assert isinstance(answer, bytes)
    return opened(answer)


def no_reader() -> PictureReader:
    raise PictureReaderMissing


def test_the_place_is_marked_and_its_row_and_heading_are_shown() -> None:
    content = a_page()
    assert box_of(content, "18551.05") == pytest.approx(AMOUNT, abs=0.5)
    picture = drawn(picture_of_place(content, 1, AMOUNT, Limits()))
    frame = around_colour(picture, MARK)
    assert frame is not None
    # From 45 points above the table to 60 below the row, and 24 beside it.
    assert picture.size == pytest.approx((348 * SCALE, 153 * SCALE), abs=2)
    assert frame == pytest.approx((222.5 * SCALE, 67.5 * SCALE, 325.5 * SCALE, 94.5 * SCALE), abs=2)
    assert around_colour(picture.crop(frame), HIGHLIGHT)


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_page_is_marked_as_it_is_shown(quarters: int) -> None:
    content = a_page()
    upright = around_colour(drawn(picture_of_place(content, 1, AMOUNT, Limits())), MARK)
    changed = turned(content, quarters)
    box = box_of(changed, "18551.05")
    assert around_colour(drawn(picture_of_place(changed, 1, box, Limits())), MARK) == pytest.approx(upright, abs=2)


def test_places_count_from_the_corner_of_the_crop_box() -> None:
    changed = cropped(a_page(), 30, 0, WIDTH, HEIGHT - 50)
    box = box_of(changed, "18551.05")
    picture = drawn(picture_of_page(changed, 1, Limits()))
    assert box == pytest.approx((AMOUNT[0] - 30, AMOUNT[1] - 50, AMOUNT[2] - 30, AMOUNT[3] - 50), abs=0.5)
    cells = around_colour(picture, TABLES[0])
    assert cells == pytest.approx([side * SCALE for side in (30, 70, 330, 142)], abs=3)


def test_a_page_is_drawn_with_its_cells_and_a_merged_one_as_one() -> None:
    apart = drawn(picture_of_page(a_page(), 1, Limits()))
    merged = drawn(picture_of_page(a_page(spans={(0, 0): (1, 2)}), 1, Limits()))
    between = tuple(round(side * SCALE) for side in (AMOUNT[0] - 3, TOP + 6, AMOUNT[0] + 3, TOP + 18))
    assert apart.size == pytest.approx((WIDTH * SCALE, HEIGHT * SCALE), abs=2)
    assert around_colour(apart, TABLES[0]) == pytest.approx([side * SCALE for side in (60, 120, 360, 192)], abs=3)
    left, top, right, bottom = between
    assert around_colour(apart.crop((left, top, right, bottom)), TABLES[0])
    assert around_colour(merged.crop((left, top, right, bottom)), TABLES[0]) is None


def test_each_table_has_a_colour_of_its_own() -> None:
    printer = PdfPrinter()
    printer.table(LEFT, 100, COLUMNS, ROWS)
    printer.table(LEFT, 400, COLUMNS, ROWS)
    picture = drawn(picture_of_page(printer.printed(), 1, Limits()))
    first, second = (around_colour(picture, colour) for colour in TABLES[:2])
    assert first
    assert second
    assert first[3] < 400 * SCALE - HALF_A_POINT < second[3]


def test_a_recognised_place_is_marked_on_the_page_once_straightened() -> None:
    """The box is that of the ruled field once level; the image has it askew by two degrees."""
    page = Image.new("L", (1190, 1684), 255)
    draw = ImageDraw.Draw(page)
    for top in range(200, 1400, 60):
        draw.rectangle((150, top, 1000, top + 60), outline=0, width=3)
    file = BytesIO()
    page.rotate(2, Image.Resampling.BICUBIC, fillcolor=255).save(file, "PNG")
    points = PAGE_WIDTH / 1190
    row = (150 * points, 800 * points, 1000 * points, 860 * points)
    picture = drawn(picture_of_place(file.getvalue(), 1, row, Limits(), recognised=True))
    frame = around_colour(picture, MARK)
    assert frame is not None
    left, top, right, bottom = (round(side) for side in frame)
    # Within the mark runs the ruling, level from end to end, and nowhere else is there ink.
    inside = picture.convert("L").crop((left + 12, top + 12, right - 12, bottom - 12))
    assert min(inside.tobytes()) > 128


@pytest.mark.parametrize(
    ("content", "page", "box", "reason"),
    [
        ("支出总表\n".encode(), 1, AMOUNT, "the format has no pages"),
        (a_page(), 2, AMOUNT, "the file has no page 2"),
        (a_page(), 0, AMOUNT, "the file has no page 0"),
        (a_page(), 1, (700.0, 10.0, 800.0, 20.0), "the place is not on page 1"),
        (b"%PDF-1.4\nnothing", 1, AMOUNT, "the page cannot be drawn"),
        (b"\x89PNG\r\n\x1a\nnothing", 1, AMOUNT, "damaged: the image cannot be decoded"),
    ],
)
def test_what_cannot_be_drawn_says_why(content: bytes, page: int, box: BoundingBox, reason: str) -> None:
    answer = picture_of_place(content, page, box, Limits())
    assert isinstance(answer, NoPicture)
    assert answer.chinese
    assert answer.reason.startswith(reason)


def test_formats_without_pages_have_no_pictures_of_pages_either() -> None:
    assert picture_of_page("支出总表\n".encode(), 1, Limits()) == NO_PAGES


def test_a_scan_that_cannot_be_read_here_is_drawn_all_the_same() -> None:
    printer = PdfPrinter()
    printer.picture(0, 0, WIDTH, HEIGHT)
    picture = drawn(picture_of_page(printer.printed(), 1, Limits(), no_reader))
    assert all(around_colour(picture, colour) is None for colour in TABLES)


@pytest.mark.parametrize(("width", "height"), [(595, 842), (1191, 842), (14_400, 14_400), (100, 14_400), (0, 0)])
def test_no_page_becomes_a_picture_larger_than_the_bounds(width: float, height: float) -> None:
    scale = scale_for(width, height)
    assert 0 < scale <= SCALE
    assert width * scale <= WIDEST + 1
    assert width * height * scale**2 <= MOST_DOTS * 1.001
