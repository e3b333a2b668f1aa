from collections.abc import Callable

import pytest

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.pages import Grid, Reading
from parsing.reader import read_bytes
from parsing.readers.xlsx import read_xlsx
from tests.builders.blocks import COVERED, Shown, shown
from tests.builders.excel import Number, SheetPlan, an_xls, an_xlsx, sheet
from tests.builders.packed import bomb

Write = Callable[..., bytes]
HEADING = ("科目编码", "科目名称", "合计")
CLASS = ("204", "公共安全支出", Number("12528.559999999999", "0.00"))

both_formats = pytest.mark.parametrize("write", [an_xlsx, an_xls])


def reading(content: bytes) -> Reading:
    return read_bytes(content, Limits())


def read(content: bytes) -> list[Shown]:
    return shown(reading(content).pages)


def refusal(content: bytes, limits: Limits | None = None) -> Cause:
    with pytest.raises(UnreadableDocument) as refused:
        read_bytes(content, limits or Limits())
    return refused.value.cause


@both_formats
def test_titles_are_lines_and_the_rest_is_a_grid(write: Write) -> None:
    plan = sheet("Sheet1", ("部门预算支出总表", "", ""), ("", "", "单位：万元"), HEADING, CLASS, merges=["A1:C1"])
    assert read(write(plan)) == [
        "部门预算支出总表",
        "单位：万元",
        [HEADING, ("204", "公共安全支出", "12528.56")],
    ]


@both_formats
def test_a_sheet_without_a_title_is_led_by_its_name(write: Write) -> None:
    assert read(write(sheet("支出总表", HEADING, CLASS)))[0] == "支出总表"


@both_formats
def test_codes_stay_whole_and_texts_stay_texts(write: Write) -> None:
    plan = sheet("表", ("编码", "名称"), (Number("2010101"), "行政运行"), ("0201", "其他"))
    assert read(write(plan))[1] == [("编码", "名称"), ("2010101", "行政运行"), ("0201", "其他")]


@both_formats
def test_merged_cells_cover_others(write: Write) -> None:
    rows = (("序号", "收入", ""), ("", "项目", "预算数"), ("1", "一、财政拨款", Number("5")))
    assert read(write(sheet("总表", *rows, merges=["A1:A2", "B1:C1"])))[1] == [
        ("序号", "收入", COVERED),
        (COVERED, "项目", "预算数"),
        ("1", "一、财政拨款", "5"),
    ]


@both_formats
def test_a_heading_merged_over_some_columns_is_no_title(write: Write) -> None:
    plan = sheet("总表", ("", "2023 年预算数", ""), ("项目", "合计", "基本支出"), merges=["B1:C1"])
    assert read(write(plan))[1] == [("", "2023 年预算数", COVERED), ("项目", "合计", "基本支出")]


@both_formats
def test_every_text_knows_its_cell(write: Write) -> None:
    (page,) = reading(write(sheet("支出总表", ("支出表", "", ""), HEADING, CLASS))).pages
    caption, grid = page.blocks
    assert isinstance(grid, Grid)
    assert (page.number, caption.place.cell, grid.rows[1][2].place.cell) == (None, "支出总表!A1", "支出总表!C3")


@both_formats
def test_hidden_sheets_rows_and_columns_are_not_read(write: Write) -> None:
    cells = {"A1": "项目", "B1": "内部", "C1": "金额", "A2": "甲", "C2": "5", "A3": "乙", "C3": "6"}
    plan = SheetPlan("表", cells, hidden_rows=[2], hidden_columns=[2])
    assert read(write(plan, SheetPlan("底稿", {"A1": "底"}, state="hidden"))) == [
        "表",
        [("项目", "金额"), ("乙", "6")],
    ]


@both_formats
def test_a_sheet_that_hides_its_zeros_shows_none(write: Write) -> None:
    cells: dict[str, str | Number] = {"A1": "项目", "B1": "金额", "A2": "甲", "B2": Number("0", "0.00")}
    assert read(write(SheetPlan("表", cells, shows_zeros=False)))[1] == [("项目", "金额"), ("甲", "")]


@both_formats
def test_a_cell_in_the_far_corner_costs_nothing(write: Write) -> None:
    last = "IV65536" if write is an_xls else "XFD1048576"
    assert read(write(SheetPlan("表", {"A1": "项目", "B1": "金额", last: "完"})))[1:] == [[("项目", "金额")], "完"]


@both_formats
def test_two_tables_on_a_sheet_are_told_apart_by_a_blank_row_and_a_title(write: Write) -> None:
    plan = sheet("表", ("收入表", ""), ("项目", "金额"), ("", ""), ("支出表", ""), ("科目", "金额"))
    assert read(write(plan)) == ["收入表", [("项目", "金额")], "支出表", [("科目", "金额")]]


@both_formats
def test_a_total_without_amounts_below_blank_rows_is_of_the_table(write: Write) -> None:
    plan = sheet("表", HEADING, ("204", "公共安全支出", ""), ("", "", ""), ("合计", "", ""), merges=["A4:B4"])
    assert read(write(plan))[1] == [HEADING, ("204", "公共安全支出", ""), ("合计", COVERED, "")]


@both_formats
def test_a_title_merged_over_some_columns_of_the_table_above_begins_another(write: Write) -> None:
    plan = sheet("表", HEADING, ("", "", ""), ("支出表", "", ""), ("科目", "金额", ""), merges=["A3:B3"])
    assert read(write(plan))[1:] == [[HEADING], "支出表", [("科目", "金额")]]


@both_formats
def test_text_on_a_sheet_is_lines(write: Write) -> None:
    assert read(write(sheet("说明", ("编制说明",), ("一、收入。\n二、支出。",)))) == [
        "编制说明",
        "一、收入。",
        "二、支出。",
    ]


@both_formats
def test_each_sheet_is_a_page_and_blank_ones_are_none(write: Write) -> None:
    content = write(sheet("一", ("甲",)), sheet("空", ("",)), sheet("二", ("乙",)))
    assert [shown([page]) for page in reading(content).pages] == [["甲"], ["乙"]]


@both_formats
def test_a_workbook_that_shows_nothing_is_empty(write: Write) -> None:
    assert refusal(write(sheet("空", (" ",)))) is Cause.EMPTY


@both_formats
def test_too_many_cells_are_too_large(write: Write) -> None:
    content = write(sheet("表", HEADING, HEADING))
    assert refusal(content, Limits(max_cells=5)) is Cause.TOO_LARGE
    assert read_bytes(content, Limits(max_cells=6)).pages


def a_sheet_part(*rows: str) -> dict[str, bytes | str]:
    return {"xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{''.join(rows)}</sheetData></worksheet>"}


def test_a_formula_whose_value_was_not_saved_marks_its_page_as_unread() -> None:
    row = "<row><c t='inlineStr'><is><t>合计</t></is></c><c><f>SUM(B2:B9)</f></c></row>"
    (page,) = read_xlsx(an_xlsx(sheet("表", ("甲",)), extra=a_sheet_part(row)), Limits())
    assert (shown([page]), page.unread) == (["合计"], True)


def test_texts_within_cells_lose_their_phonetic_guide_and_their_escapes() -> None:
    row = "<row><c t='inlineStr'><is><r><t>预_x000D_</t></r><r><t>算</t></r><rPh><t>yusuan</t></rPh></is></c></row>"
    (page,) = read_xlsx(an_xlsx(sheet("表", ("甲",)), extra=a_sheet_part(row)), Limits())
    assert shown([page]) == ["预算"]


def test_cells_without_references_stand_one_after_the_other() -> None:
    row = "<row><c t='str'><v>项目</v></c><c t='b'><v>1</v></c><c t='e'><v>#REF!</v></c></row>"
    (page,) = read_xlsx(an_xlsx(sheet("表", ("甲",)), extra=a_sheet_part(row)), Limits())
    assert shown([page]) == ["表", [("项目", "TRUE", "#REF!")]]


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (bomb("xl/workbook.xml", 20), Cause.TOO_LARGE),
        (an_xlsx(sheet("表", ("甲",)), extra={"xl/worksheets/sheet1.xml": "<worksheet><"}), Cause.DAMAGED),
        (an_xlsx(sheet("表", ("甲",)), extra={"xl/workbook.xml": "<workbook"}), Cause.DAMAGED),
        (an_xlsx(SheetPlan("表", {"A1": "甲", "B9": "乙"}, merges=["A1:XFD1048576"] * 3)), None),
        (an_xls(sheet("表", ("甲", "乙"))).replace(b"\x09\x08\x10\x00", bytes(4)), Cause.DAMAGED),
    ],
)
def test_hostile_workbooks_end_in_a_named_state(content: bytes, cause: Cause | None) -> None:
    if cause is None:
        assert reading(content).pages
    else:
        assert refusal(content) is cause


def test_a_workbook_of_repeated_strings_beyond_the_limit_is_too_large() -> None:
    cells = {f"A{row}": "预" * 1000 for row in range(1, 300)}
    assert refusal(an_xlsx(SheetPlan("表", cells)), Limits(max_characters=100_000)) is Cause.TOO_LARGE


def test_formats_that_the_file_names_by_number_only_are_known() -> None:
    styles = "<styleSheet><cellXfs><xf numFmtId='43'/><xf numFmtId='10'/></cellXfs></styleSheet>"
    row = "<row><c s='0'><v>1234.5</v></c><c s='0'><v>0</v></c><c s='1'><v>0.0119</v></c></row>"
    content = an_xlsx(sheet("表", ("甲",)), extra={**a_sheet_part(row), "xl/styles.xml": styles})
    assert shown(read_xlsx(content, Limits())) == ["表", [("1,234.50", "-", "1.19%")]]
