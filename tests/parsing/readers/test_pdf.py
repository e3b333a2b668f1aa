from pathlib import Path

import pytest
from reportlab.lib.colors import blue, white

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.pages import Grid, Page, TextLine
from parsing.reader import read_file
from parsing.readers import pdf_engine, plumber_engine
from parsing.readers.pdf import read_pdf
from parsing.readers.pdf_engine import Engine
from tests.builders.pdf import HEIGHT, LATIN, WIDTH, PdfPrinter

INCOME = (("项目", "预算数"), ("一、一般公共预算拨款收入", "18551.05"), ("本年收入合计", "18551.05"))


@pytest.fixture(params=(pdf_engine.drawings, plumber_engine.drawings), ids=("pdfium", "pdfplumber"))
def engine(request: pytest.FixtureRequest) -> Engine:
    chosen: Engine = request.param
    return chosen


def pages_of(printer: PdfPrinter, engine: Engine, limits: Limits | None = None) -> tuple[Page, ...]:
    return read_pdf(printer.printed(), limits or Limits(), engine)


def refusal(content: bytes, engine: Engine, limits: Limits | None = None) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as refused:
        read_pdf(content, limits or Limits(), engine)
    return refused.value


def texts_of(page: Page) -> list[str | list[tuple[str, ...]]]:
    return [
        block.text if isinstance(block, TextLine) else [tuple(cell.text for cell in row) for row in block.rows]
        for block in page.blocks
    ]


def test_captions_and_tables_come_in_the_order_printed(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.table(60, 120, (200, 100), INCOME)
    printer.text(60, 260, "注：本表反映部门本年度的总收支。")
    printer.text(200, 60, "部门预算收支总表", size=18)
    printer.text(60, 100, "315 石家庄市司法局")
    printer.text(300, 100, "单位：万元")
    (page,) = pages_of(printer, engine)
    assert texts_of(page) == [
        "部门预算收支总表",
        "315 石家庄市司法局 单位：万元",
        list(INCOME),
        "注：本表反映部门本年度的总收支。",
    ]


def test_a_caption_that_touches_its_table_stays_outside(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.text(60, 109, "部门预算收支总表", size=12)
    printer.table(60, 120, (200, 100), INCOME)
    (page,) = pages_of(printer, engine)
    assert texts_of(page) == ["部门预算收支总表", list(INCOME)]


def test_positions_under_a_merged_cell_are_covered_and_empty_cells_are_not(engine: Engine) -> None:
    printer = PdfPrinter()
    heading = (("序号", "收入", ""), ("", "项目", "预算数"), ("1", "事业收入", ""))
    printer.table(60, 120, (60, 150, 100), heading, spans={(0, 0): (2, 1), (0, 1): (1, 2)})
    (page,) = pages_of(printer, engine)
    (grid,) = page.blocks
    assert isinstance(grid, Grid)
    assert [[cell.covered for cell in row] for row in grid.rows] == [
        [False, False, True],
        [True, False, False],
        [False, False, False],
    ]
    assert grid.rows[2][2].text == ""
    assert grid.rows[1][0].place.bbox == grid.rows[0][0].place.bbox


def test_the_lines_of_a_cell_are_kept_as_printed(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.table(60, 120, (100, 100), (("机关事业单位基本\n养老保险缴费", "112.26"), ("合计", "112.26")))
    (page,) = pages_of(printer, engine)
    assert texts_of(page) == [[("机关事业单位基本\n养老保险缴费", "112.26"), ("合计", "112.26")]]


def test_places_are_points_from_the_top_left_of_their_page(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.text(60, 60, "封面")
    printer.next_page()
    printer.table(60, 120, (200, 100), INCOME)
    _, page = pages_of(printer, engine)
    (grid,) = page.blocks
    assert isinstance(grid, Grid)
    place = grid.rows[1][1].place
    assert place.page == page.number == 2
    assert place.bbox == pytest.approx((260, 144, 360, 168), abs=0.5)


def test_white_grounds_are_not_rulings(engine: Engine) -> None:
    printer = PdfPrinter()
    for row in range(4):
        for column in range(3):
            printer.fill(60 + column * 100, 100 + row * 24, 100, 24, white)
            printer.text(62 + column * 100, 102 + row * 24, "收入")
    (page,) = pages_of(printer, engine)
    assert texts_of(page) == ["收入 收入 收入"] * 4


def test_paths_that_are_not_painted_are_not_rulings(engine: Engine) -> None:
    printer = PdfPrinter()
    for row in range(4):
        for column in range(3):
            printer.unpainted(60 + column * 100, 100 + row * 24, 100, 24)
            printer.text(62 + column * 100, 102 + row * 24, "收入")
    (page,) = pages_of(printer, engine)
    assert texts_of(page) == ["收入 收入 收入"] * 4


def test_a_frame_around_the_page_is_no_table_and_hides_none(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.frame(30, 30, WIDTH - 60, HEIGHT - 60)
    printer.text(60, 60, "部门预算收支总表")
    printer.table(60, 120, (200, 100), INCOME)
    (page,) = pages_of(printer, engine)
    assert texts_of(page) == ["部门预算收支总表", list(INCOME)]


def test_text_nobody_can_see_is_not_read(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.text(60, 60, "看得见")
    printer.text(60, HEIGHT + 50, "页面之外")
    printer.text(60, 100, "白底白字", colour=white)
    printer.fill(60, 140, 100, 20, blue)
    printer.text(62, 142, "蓝底白字", colour=white)
    printer.turned_text(100, 500, "内部资料", 45)
    (page,) = pages_of(printer, engine)
    assert texts_of(page) == ["看得见", "蓝底白字"]


def test_digits_set_a_little_lower_stay_in_their_line(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.text(60, 100, "普陀区财政局")
    printer.text(120, 102, "2024", font=LATIN)
    printer.text(143, 100, "年度部门决算")
    printer.text(60, 118, "单位：万元")
    (page,) = pages_of(printer, engine)
    assert texts_of(page) == ["普陀区财政局2024年度部门决算", "单位：万元"]


def test_letters_drawn_twice_to_look_bold_are_read_once(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.text(60, 100, "收支总表2233")
    printer.text(60.2, 100, "收支总表2233")
    (page,) = pages_of(printer, engine)
    assert texts_of(page) == ["收支总表2233"]


def test_text_turned_a_quarter_is_read_along_its_own_direction(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.text(200, 100, "项目支出绩效目标表说明")
    printer.turned_text(100, 300, "一级指标", 90)
    printer.turned_text(120, 200, "二级指标", -90)
    (page,) = pages_of(printer, engine)
    assert sorted(map(str, texts_of(page))) == ["一级指标", "二级指标", "项目支出绩效目标表说明"]
    assert not page.unread


def test_a_page_that_lies_on_its_side_is_marked_as_unread(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.text(60, 60, "石家庄市司法局2023年部门预算")
    printer.next_page()
    printer.turned_text(100, 300, "部门预算收支总表", 90)
    assert [page.unread for page in pages_of(printer, engine)] == [False, True]


def test_a_scanned_page_among_printed_ones_is_marked_as_unread(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.text(60, 60, "部门预算收支总表")
    printer.next_page()
    printer.picture(0, 0, WIDTH, HEIGHT - 40)
    printer.text(300, HEIGHT - 30, "- 24 -")
    assert [page.unread for page in pages_of(printer, engine)] == [False, True]


def test_a_chart_beside_the_narrative_or_a_picture_behind_it_is_not_missed_text(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.picture(100, 200, 300, 300)
    printer.text(60, 60, "2023年预算收支安排18949.22万元，较2022年预算减少7442.01万元。")
    printer.next_page()
    printer.picture(0, 0, WIDTH, HEIGHT)
    printer.text(60, 60, "石家庄市司法局2023年部门预算信息公开")
    assert [page.unread for page in pages_of(printer, engine)] == [False, False]


def test_a_file_of_pictures_has_no_text(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.picture(0, 0, WIDTH, HEIGHT)
    printer.next_page()
    printer.picture(0, 0, WIDTH, HEIGHT)
    assert refusal(printer.printed(), engine).cause is Cause.NO_TEXT


def test_blank_pages_are_empty(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.next_page()
    assert refusal(printer.printed(), engine).cause is Cause.EMPTY


def test_a_file_that_needs_a_password_is_encrypted(engine: Engine) -> None:
    printer = PdfPrinter(user_password="secret")
    printer.text(60, 60, "部门预算收支总表")
    assert refusal(printer.printed(), engine).cause is Cause.ENCRYPTED


def test_a_file_encrypted_without_a_password_to_open_it_is_read(engine: Engine) -> None:
    printer = PdfPrinter(user_password="")
    printer.text(60, 60, "18949.22", font=LATIN)  # reportlab spoils Chinese fonts in encrypted files
    (page,) = pages_of(printer, engine)
    assert texts_of(page) == ["18949.22"]


def test_a_file_cut_short_is_damaged_and_says_why(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.table(60, 120, (200, 100), INCOME)
    content = printer.printed()
    refused = refusal(content[: len(content) * 9 // 10], engine)
    assert refused.cause is Cause.DAMAGED
    assert refused.__cause__ is not None


def test_more_pages_or_characters_than_allowed_are_too_many(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.text(60, 60, "第一页")
    printer.next_page()
    printer.text(60, 60, "第二页")
    content = printer.printed()
    assert refusal(content, engine, Limits(max_pages=1)).cause is Cause.TOO_LARGE
    assert refusal(content, engine, Limits(max_characters=5)).cause is Cause.TOO_LARGE
    assert len(read_pdf(content, Limits(max_pages=2, max_characters=6), engine)) == 2


def test_a_page_with_more_rulings_than_allowed_gives_its_text_and_is_marked_as_unread(engine: Engine) -> None:
    printer = PdfPrinter()
    printer.text(60, 60, "石家庄市司法局2023年部门预算")
    printer.next_page()
    printer.table(60, 120, (200, 100), INCOME)
    _, page = pages_of(printer, engine, Limits(max_rulings=3))
    assert texts_of(page)[0] == "项目 预算数"
    assert page.unread


def test_published_files_have_tables_on_regular_pages(corpus: Path) -> None:
    for path in sorted((corpus / "real" / "shpt").glob("*.pdf")):
        pages = read_file(path, Limits()).pages
        grids = [block for page in pages for block in page.blocks if isinstance(block, Grid)]
        assert len(grids) >= 10, path.name
        assert all(len({len(row) for row in grid.rows}) == 1 for grid in grids), path.name
        assert not any(page.unread for page in pages), path.name
