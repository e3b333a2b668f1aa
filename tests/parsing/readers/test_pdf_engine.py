from dataclasses import replace

import pytest
from reportlab.lib.colors import black, blue, lightgrey, white

from parsing.limits import Limits
from parsing.pages import Grid, Page, TextLine
from parsing.readers import pdf_engine, plumber_engine
from parsing.readers.drawing import UNKNOWN_CHARACTER, Drawing, Letter
from parsing.readers.pdf import read_pdf
from parsing.readers.pdf_engine import Engine, better, doubtful
from tests.builders.pdf import HEIGHT, LATIN, WIDTH, PdfPrinter
from tests.builders.pdf_changes import (
    cropped,
    in_forms,
    turned,
    with_unicode,
    without_unicode,
    written_downward,
)

ENGINES = pytest.mark.parametrize(
    "engine", [pdf_engine.drawings, plumber_engine.drawings], ids=("pdfium", "pdfplumber")
)
SHEET = (0.0, 0.0, WIDTH, HEIGHT)
CELLS = ((0.0, 0.0, 50.0, 20.0), (50.0, 0.0, 100.0, 20.0))
INCOME = (("项目", "预算数"), ("一、一般公共预算拨款收入", "18551.05"), ("本年收入合计", "18551.05"))


def a_page() -> PdfPrinter:
    printer = PdfPrinter()
    printer.text(60, 60, "部门预算收支总表")
    printer.table(60, 120, (200, 100), INCOME)
    return printer


def texts_of(page: Page) -> list[str | list[tuple[str, ...]]]:
    return [
        block.text if isinstance(block, TextLine) else [tuple(cell.text for cell in row) for row in block.rows]
        for block in page.blocks
    ]


def cell_of(page: Page, row: int, column: int) -> tuple[float, float, float, float] | None:
    (grid,) = (block for block in page.blocks if isinstance(block, Grid))
    return grid.rows[row][column].place.bbox


@ENGINES
@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_page_is_read_as_it_is_shown(engine: Engine, quarters: int) -> None:
    (page,) = read_pdf(turned(a_page().printed(), quarters), Limits(), engine)
    assert texts_of(page) == ["部门预算收支总表", list(INCOME)]
    assert cell_of(page, 1, 1) == pytest.approx((260, 144, 360, 168), abs=0.5)
    assert not page.unread


@ENGINES
def test_what_is_outside_the_crop_box_is_not_read_and_places_count_from_its_corner(engine: Engine) -> None:
    printer = a_page()
    printer.text(60, 20, "页眉之外")
    (page,) = read_pdf(cropped(printer.printed(), 30, 0, WIDTH, HEIGHT - 50), Limits(), engine)
    assert texts_of(page) == ["部门预算收支总表", list(INCOME)]
    assert cell_of(page, 1, 1) == pytest.approx((230, 94, 330, 118), abs=0.5)


@ENGINES
def test_forms_are_read_where_they_are_placed(engine: Engine) -> None:
    (page,) = read_pdf(in_forms(a_page().printed()), Limits(), engine)
    assert texts_of(page) == ["部门预算收支总表", list(INCOME)]
    assert cell_of(page, 1, 1) == pytest.approx((260, 144, 360, 168), abs=0.5)


def test_letters_whose_font_does_not_say_what_they_are_make_a_page_unread() -> None:
    printer = PdfPrinter()
    printer.text(60, 60, "18949.22 7442.01 26391.23", font=LATIN)
    (drawing,) = pdf_engine.drawings(without_unicode(printer.printed()), Limits())
    assert {letter.text for letter in drawing.letters} == {UNKNOWN_CHARACTER}
    assert drawing.unread


@ENGINES
def test_a_glyph_may_stand_for_several_characters(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.text(60, 60, "ABC", font=LATIN)
    (drawing,) = engine(with_unicode(printer.printed(), {0x41: "ff", 0x42: "ffi", 0x43: "𠮷"}), Limits())
    assert [letter.text for letter in drawing.letters] == ["ff", "ffi", "𠮷"]


@ENGINES
def test_text_written_downward_stands_in_lines_of_one_letter(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.text(60, 60, "产出指标")
    (page,) = read_pdf(written_downward(printer.printed()), Limits(), engine)
    assert texts_of(page) == ["产", "出", "指", "标"]


@ENGINES
def test_a_hyphen_at_the_end_of_a_line_is_kept(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.text(60, 60, "2025-", font=LATIN)
    printer.text(60, 75, "2027", font=LATIN)
    (page,) = read_pdf(printer.printed(), Limits(), engine)
    assert texts_of(page) == ["2025-", "2027"]


@ENGINES
def test_letters_drawn_twice_at_the_same_place_are_read_once(engine: Engine) -> None:
    printer = PdfPrinter()
    for text in "收支收支总表", "收支收支总表":
        for index, letter in enumerate(text):
            printer.text(60 + 10 * index, 60, letter)
    (page,) = read_pdf(printer.printed(), Limits(), engine)
    assert texts_of(page) == ["收支收支总表"]


def test_what_is_clipped_away_is_not_read() -> None:
    printer = PdfPrinter()
    with printer.clipped(50, 100, 300, 60):
        printer.table(60, 110, (120, 100), INCOME)
        printer.text(60, 200, "下一页的内容")
    (page,) = read_pdf(printer.printed(), Limits())
    assert texts_of(page) == [list(INCOME[:2])]


def test_a_filled_cell_that_goes_over_the_end_of_the_page_ends_where_it_is_clipped() -> None:
    printer = PdfPrinter()
    with printer.clipped(50, 100, 400, 60):
        printer.fill(60, 112, 60, 200, lightgrey)
        printer.table(60, 112, (60,), (("",),) * 8, spans={(0, 0): (8, 1)})
        printer.table(120, 112, (100, 100), (("数量指标", "10"), ("质量指标", "100")))
    (page,) = read_pdf(printer.printed(), Limits())
    (grid,) = page.blocks
    assert isinstance(grid, Grid)
    assert [[cell.covered for cell in row] for row in grid.rows] == [[False] * 3, [True, False, False]]
    assert grid.rows[0][0].place.bbox == pytest.approx((60, 112, 120, 160), abs=0.5)


def test_white_letters_are_read_on_a_picture_and_on_a_fill_within_a_form() -> None:
    printer = PdfPrinter()
    printer.fill(60, 140, 100, 20, blue)
    printer.text(62, 142, "蓝底白字", colour=white)
    printer.picture(60, 200, 100, 20)
    printer.text(62, 202, "图上白字", colour=white)
    printer.text(62, 302, "白底白字", colour=white)
    (page,) = read_pdf(in_forms(printer.printed()), Limits())
    assert texts_of(page) == ["蓝底白字", "图上白字"]


def test_a_drawing_that_may_lack_cells_or_letters_is_doubtful() -> None:
    letter = Letter("元", (0, 0, 10, 10), 9)
    plain = Drawing(SHEET, letters=(letter,))
    assert not doubtful(plain)
    assert doubtful(replace(plain, lost_cells=True))
    assert not doubtful(replace(plain, lost_cells=True, crowded=True))
    assert doubtful(replace(plain, lost_letters=True))


def test_a_page_with_lines_as_if_for_a_table_and_no_cell_between_them_is_doubtful() -> None:
    printer = PdfPrinter()
    for number in range(4):
        printer.fill(60, 120 + 24 * number, 200, 0.5, black)
        printer.fill(280 + 24 * number, 120, 0.5, 200, black)
    (drawing,) = pdf_engine.drawings(printer.printed(), Limits())
    assert doubtful(drawing)
    printer = a_page()
    assert not any(map(doubtful, pdf_engine.drawings(printer.printed(), Limits())))


def test_of_two_drawings_the_one_that_shows_more_is_taken() -> None:
    letter = Letter("元", (0, 0, 10, 10), 9)
    first = Drawing(SHEET, letters=(letter,), lost_letters=True)
    assert better(first, Drawing(SHEET, letters=(letter, letter))).letters == (letter, letter)
    assert better(first, Drawing(SHEET, letters=())) is first
    assert better(Drawing(SHEET, lost_cells=True), Drawing(SHEET, tables=(CELLS,))).tables == (CELLS,)
    assert better(first, None) is first


def test_a_page_no_engine_can_open_is_marked_as_unread() -> None:
    assert better(None, None).unread
