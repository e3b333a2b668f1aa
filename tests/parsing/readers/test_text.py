import re
from pathlib import Path

import pytest

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.pages import Grid, TextLine
from parsing.reader import read_bytes, read_file
from tests.builders.text import cell_a_line, tabbed

HEADING = ("序号", "科目编码", "科目名称", "合计")
TOTAL = ("1", "", "合计", "18949.22")
CLASS = ("2", "204", "公共安全支出", "12528.56")


def blocks_of(text: str) -> tuple[TextLine | Grid, ...]:
    (page,) = read_bytes(text.encode(), Limits()).pages
    assert page.number is None
    return page.blocks


def texts_of(grid: TextLine | Grid) -> list[tuple[str, ...]]:
    assert isinstance(grid, Grid)
    return [tuple(cell.text for cell in row) for row in grid.rows]


def line_of(text: str) -> str:
    (line,) = blocks_of(text)
    assert isinstance(line, TextLine)
    return line.text


def test_lines_with_tabs_are_the_rows_of_a_grid() -> None:
    caption, grid, note = blocks_of("部门预算支出总表\n\n" + tabbed((HEADING, TOTAL, CLASS)) + "注：空表列示。\n")
    assert isinstance(caption, TextLine)
    assert isinstance(note, TextLine)
    assert (caption.text, note.text) == ("部门预算支出总表", "注：空表列示。")
    assert texts_of(grid) == [HEADING, TOTAL, CLASS]


def test_rows_keep_the_number_of_cells_the_file_gives_them() -> None:
    (grid,) = blocks_of("序号\t收入\n\t项目\t预算数\t\n")
    assert texts_of(grid) == [("序号", "收入"), ("", "项目", "预算数", "")]


def test_every_cell_and_line_knows_its_line_in_the_file() -> None:
    first, grid = blocks_of("\n\n部门预算支出总表\n\n" + tabbed((HEADING, TOTAL)))
    assert first.place.line == 3
    assert isinstance(grid, Grid)
    assert [row[-1].place.line for row in grid.rows] == [5, 6]


def test_a_contents_entry_is_text_although_a_tab_leads_to_its_page() -> None:
    lines = blocks_of("部门预算收支总表.....\t3\n三、工作保障措施……\t21\n")
    assert [type(line) for line in lines] == [TextLine, TextLine]


def test_the_rule_a_converter_draws_under_a_heading_is_no_row() -> None:
    (grid,) = blocks_of("绩效目标\t1.通过培训提高能力\n------\t-----------\n一级指标\t二级指标\n")
    assert texts_of(grid) == [("绩效目标", "1.通过培训提高能力"), ("一级指标", "二级指标")]


def test_a_paragraph_indented_by_a_tab_is_text() -> None:
    assert line_of("\t按照预算管理有关规定，收支全部反映在预算中。\n") == "按照预算管理有关规定，收支全部反映在预算中。"


@pytest.mark.parametrize(
    ("left", "printed"),
    [
        ("**秦皇岛市抚宁区司法局**  ", "秦皇岛市抚宁区司法局"),
        ("#### （一）总体绩效目标", "（一）总体绩效目标"),
        (
            "- 1、**一般公共预算拨款收入**：指市级财政当年拨付的资金。",
            "1、一般公共预算拨款收入：指市级财政当年拨付的资金。",
        ),
        ("一、总体绩效目标 TC 总体绩效目标 \\f A \\l 1 ", "一、总体绩效目标"),
        ("[bookmark: _Toc_2_2_0000000002]部门预算收入总表", "部门预算收入总表"),
        ('部门预算收入总表 HYPERLINK \\l "_Toc123" ', "部门预算收入总表"),
        ("<b>绩效目标</b>", "绩效目标"),
        ("\f\ufeff单位：万元", "单位：万元"),
        ("再犯罪率<3%，合格率>95%", "再犯罪率<3%，合格率>95%"),
        ("对社区矫正对象定位覆盖率=100次", "对社区矫正对象定位覆盖率=100次"),
        ("12. TCL 空调机 2 台", "12. TCL 空调机 2 台"),
        ("-5.00", "-5.00"),
    ],
)
def test_only_what_the_converter_left_is_taken_out(left: str, printed: str) -> None:
    assert line_of(left) == printed


def test_paragraphs_in_tags_are_the_lines_of_their_cell() -> None:
    (grid,) = blocks_of("<b>绩效目标</b>\t<p>1.完善体系</p> <p>2.加强监督</p>\t\n")
    assert texts_of(grid) == [("绩效目标", "1.完善体系\n2.加强监督", "")]


def test_word_s_cells_a_line_are_put_together_into_rows() -> None:
    (grid,) = blocks_of(cell_a_line((HEADING, TOTAL, CLASS)))
    assert texts_of(grid) == [HEADING, TOTAL, CLASS]
    assert isinstance(grid, Grid)
    assert grid.rows[1][3].place.line == 9


def test_a_cell_s_further_paragraphs_stay_in_it_and_the_table_goes_on() -> None:
    goals = ("绩效目标", "1.增强法治意识。\n2.提供法律援助。\n3.提高知晓度。")
    (grid,) = blocks_of(cell_a_line((HEADING, TOTAL, goals, ("一级指标", "二级指标"))))
    assert texts_of(grid) == [HEADING, TOTAL, goals, ("一级指标", "二级指标")]


def test_a_paragraph_after_a_blank_one_stays_in_its_cell_when_its_number_follows() -> None:
    text = cell_a_line((TOTAL,)) + "\t绩效目标\n\t1.定位管理。\n     \n\n2.心理矫治。\n\n\n \n注：无。\n"
    grid, note = blocks_of(text)
    assert texts_of(grid) == [TOTAL, ("绩效目标", "1.定位管理。\n2.心理矫治。")]
    assert isinstance(note, TextLine)


def test_two_empty_lines_end_a_table_of_cells_a_line() -> None:
    first, caption, second = blocks_of(cell_a_line((TOTAL, CLASS)) + "\n2.法制宣传绩效目标表\n" + cell_a_line((TOTAL,)))
    assert texts_of(first) == [TOTAL, CLASS]
    assert isinstance(caption, TextLine)
    assert texts_of(second) == [TOTAL]


@pytest.mark.parametrize("write", [tabbed, cell_a_line])
def test_the_row_of_body_year_and_unit_above_a_table_is_text(write: object) -> None:
    assert callable(write)
    preamble = ("315秦皇岛市海港区司法局", "预算年度：2023", "单位：万元")
    *lines, grid = blocks_of("部门预算收支总表\n" + write((preamble, HEADING, TOTAL)))
    assert [line.text for line in lines if isinstance(line, TextLine)] == ["部门预算收支总表", *preamble]
    assert texts_of(grid) == [HEADING, TOTAL]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_encodings_and_line_ends_make_no_difference(encoding: str, line_end: str) -> None:
    text = "部门预算支出总表\n\n" + tabbed((HEADING, TOTAL))
    content = text.replace("\n", line_end).encode(encoding)
    assert read_bytes(content, Limits()).pages[0].blocks == blocks_of(text)


def test_a_blank_text_is_empty() -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read_bytes(" \n\t\n\u3000".encode(), Limits())
    assert refused.value.cause is Cause.EMPTY


def test_a_text_beyond_the_limit_is_too_large() -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read_bytes("预算".encode(), Limits(max_characters=1))
    assert refused.value.cause is Cause.TOO_LARGE


def test_no_number_of_a_published_text_is_lost(corpus: Path) -> None:
    for path in sorted((corpus / "seeds").glob("*.txt")):
        printed = re.sub(r"\[bookmark: [^]]*]| TC .*\\l \d", "", path.read_text("utf-8-sig"))
        (page,) = read_file(path, Limits()).pages
        read = "\n".join(
            block.text if isinstance(block, TextLine) else "\n".join(cell.text for row in block.rows for cell in row)
            for block in page.blocks
        )
        assert sorted(re.findall(r"\d[\d.]*", read)) == sorted(re.findall(r"\d[\d.]*", printed)), path.name
