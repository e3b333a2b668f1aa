import pytest

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.pages import Grid, TextLine
from parsing.readers.docx import read_docx
from tests.builders.blocks import COVERED, Shown, shown
from tests.builders.excel import an_xls, an_xlsx, sheet
from tests.builders.packed import bomb, encrypted, packed
from tests.builders.word import (
    STRICT,
    a_docx,
    cell,
    embedded_object,
    numbered,
    numbering,
    open_field,
    paragraph,
    picture,
    run,
    table,
    table_row,
    text_box,
    word_field,
)

HEADING = ("序号", "科目名称", "合计")
TOTAL = ("1", "合计", "18949.22")


def read(*body: str) -> list[Shown]:
    return shown(read_docx(a_docx(*body), Limits()))


def refusal(content: bytes, limits: Limits | None = None) -> Cause:
    with pytest.raises(UnreadableDocument) as refused:
        read_docx(content, limits or Limits())
    return refused.value.cause


def test_paragraphs_and_tables_stand_in_their_order() -> None:
    body = (paragraph("部门预算支出总表"), table(HEADING, TOTAL), paragraph("注：单位为万元。"))
    assert read(*body) == ["部门预算支出总表", [HEADING, TOTAL], "注：单位为万元。"]


def test_a_place_is_the_paragraph_counted_through_the_document_and_the_cell() -> None:
    (page,) = read_docx(a_docx(paragraph("支出总表"), paragraph(" "), table(HEADING, TOTAL)), Limits())
    caption, grid = page.blocks
    assert page.number is None
    assert isinstance(grid, Grid)
    assert (caption.place.page, caption.place.line) == (None, 1)
    assert (grid.rows[1][2].place.line, grid.rows[1][2].place.cell) == (8, "第1个表第2行第3格")


def test_merged_cells_cover_those_to_their_right_and_below() -> None:
    rows = table(
        (cell("序号", merge="restart"), cell("收入", span=2)), (cell("", merge="continue"), "项目", "预算数"), TOTAL
    )
    assert read(rows) == [[("序号", "收入", COVERED), (COVERED, "项目", "预算数"), TOTAL]]


def test_a_row_that_begins_further_right_keeps_its_columns() -> None:
    moved = table_row("项目", "预算数", properties='<w:gridBefore w:val="1"/>')
    body = table(HEADING).replace("</w:tbl>", f"{moved}</w:tbl>")
    assert read(body) == [[HEADING, ("", "项目", "预算数")]]


def test_only_the_results_of_fields_are_printed() -> None:
    entry = word_field("HYPERLINK \\l _Toc1", run("一、收支总表\t") + word_field("PAGEREF _Toc1 \\h", "18"))
    heading = paragraph("一、总体绩效目标", word_field('TC "总体绩效目标" \\f A \\l 1'))
    assert read(paragraph(entry), heading) == ["一、收支总表\t18", "一、总体绩效目标"]


def test_a_field_over_several_paragraphs_hides_none_of_them() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    separated = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    ended = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = (paragraph(begun, separated, "一、概况\t1"), paragraph("二、表\t2", ended), paragraph("正文"))
    assert read(*body) == ["一、概况\t1", "二、表\t2", "正文"]


def test_a_field_that_never_ends_hides_nothing_behind_its_paragraph() -> None:
    assert read(paragraph("甲", open_field("PAGE")), paragraph("乙")) == ["甲", "乙"]


def test_what_was_deleted_is_not_printed_and_what_was_inserted_is() -> None:
    revised = paragraph(
        "预算", f"<w:del>{run('22')}</w:del>", f"<w:ins>{run('18')}</w:ins>", f"<w:moveFrom>{run('9')}</w:moveFrom>"
    )
    removed = table_row("删", "去", properties="<w:del/>")
    rows = table(("甲", "乙")).replace("</w:tbl>", f"{removed}<w:ins>{table_row('丙', '丁')}</w:ins></w:tbl>")
    assert read(revised, rows) == ["预算18", [("甲", "乙"), ("丙", "丁")]]


def test_hidden_text_is_not_printed() -> None:
    assert read(paragraph("收支总表", run("内部", "<w:vanish/>"), run("（一）", '<w:vanish w:val="0"/>'))) == [
        "收支总表（一）"
    ]


def test_a_text_box_is_read_once() -> None:
    assert read(paragraph("封面", text_box("2023 年部门预算"))) == ["封面", "2023 年部门预算"]


def test_line_breaks_part_lines_and_tabs_stay() -> None:
    body = paragraph(run("甲"), "<w:r><w:br/></w:r>", run("乙"), "<w:r><w:tab/></w:r>", run("丙"))
    assert read(body, table((cell("甲", "乙"), "丙"))) == ["甲", "乙\t丙", [("甲\n乙", "丙")]]


def test_signs_of_symbol_fonts_are_read_where_they_mean_something() -> None:
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
    ornament = '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>'
    assert read(paragraph(ornament, sign, "95%")) == ["≥95%"]


def test_a_table_in_a_cell_is_read_as_a_table() -> None:
    assert read(table((cell("说明", table(HEADING, TOTAL)), "印章"))) == ["说明", [HEADING, TOTAL], "印章"]


def test_rows_around_a_table_in_a_cell_stay_a_table() -> None:
    body = table(("项目", "金额"), (cell(table(HEADING, TOTAL), span=2),), ("合计", "5"))
    assert read(body) == [[("项目", "金额")], [HEADING, TOTAL], [("合计", "5")]]


def test_a_table_that_only_frames_text_is_text() -> None:
    assert read(table((cell("一、概况", "二、收支"),))) == ["一、概况", "二、收支"]


def test_tables_that_word_joined_are_parted_where_no_ruling_is_shared() -> None:
    first = (cell("项目编码", span=2), cell("130306", span=3), cell("项目名称", span=2))
    second = (cell("一级指标", span=3), cell("二级指标", span=3), "三级指标")
    assert read(table(first, second)) == [
        [("项目编码", "130306", "项目名称")],
        [("一级指标", "二级指标", "三级指标")],
    ]


def test_grid_columns_at_which_no_cell_begins_are_no_columns() -> None:
    assert read(table((cell("甲", span=3), cell("乙", span=2)), (cell("丙", span=3), cell("丁", span=2)))) == [
        [("甲", "乙"), ("丙", "丁")]
    ]


def test_paragraphs_that_word_numbers_carry_their_numbers() -> None:
    related: dict[str, tuple[str, bytes | str]] = {
        "numbering.xml": ("numbering", numbering(("chineseCounting", "%1、"), ("decimal", "%1.%2")))
    }
    body = [paragraph(text, properties=numbered(level)) for text, level in (("概况", 0), ("收支", 0), ("总表", 1))]
    assert shown(read_docx(a_docx(*body, related=related), Limits())) == ["一、概况", "二、收支", "二.1 总表"]


@pytest.mark.parametrize("write", [an_xls, an_xlsx])
def test_the_sheet_of_an_embedded_workbook_is_read_where_it_stands(write: object) -> None:
    assert callable(write)
    workbook = write(sheet("公开01表", HEADING, TOTAL), sheet("公开02表", ("不", "显示")))
    content = a_docx(paragraph(embedded_object("oleObject")), related={"o.bin": ("oleObject", workbook)})
    (page,) = read_docx(content, Limits())
    assert (shown([page]), page.unread) == (["公开01表", [HEADING, TOTAL]], False)


def test_an_embedded_object_that_is_no_workbook_marks_the_page_as_unread() -> None:
    content = a_docx(paragraph("图", embedded_object("oleObject")), related={"o.bin": ("oleObject", b"?")})
    assert read_docx(content, Limits())[0].unread


def test_a_picture_as_large_as_a_table_marks_the_page_as_unread() -> None:
    for size, unread in (((400, 300), True), ((100, 100), False)):
        (page,) = read_docx(a_docx(paragraph("公章", picture(*size))), Limits())
        assert page.unread is unread


def test_a_document_of_pictures_has_no_text_and_one_of_nothing_is_empty() -> None:
    assert refusal(a_docx(paragraph(picture(400, 300)))) is Cause.NO_TEXT
    assert refusal(a_docx(paragraph(" "))) is Cause.EMPTY


def test_both_editions_of_the_standard_are_read() -> None:
    assert shown(read_docx(a_docx(paragraph("预算"), namespace=STRICT), Limits())) == ["预算"]


def test_content_controls_are_looked_into() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('目录')}</w:sdtContent></w:sdt>"
    assert read(control) == ["目录"]


def test_entities_are_not_followed() -> None:
    prologue = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY f "预算">]>'
    body = "<w:p><w:r><w:t>甲&e;&f;</w:t></w:r></w:p>"
    assert shown(read_docx(a_docx(body, prologue=prologue), Limits())) == ["甲"]


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (packed({"word/document.xml": "<w:document"}), Cause.DAMAGED),
        (packed({"word/other.xml": "<a/>"}), Cause.DAMAGED),
        (a_docx(paragraph("甲"))[:-40], Cause.DAMAGED),
        (encrypted({"word/document.xml": "<a/>"}), Cause.ENCRYPTED),
        (bomb("word/document.xml", 20), Cause.TOO_LARGE),
        (a_docx(table((cell("甲", span=999_999_999), "乙"))), Cause.TOO_LARGE),
        (a_docx("<w:sdt>" * 5000 + paragraph("甲") + "</w:sdt>" * 5000), Cause.DAMAGED),
    ],
)
def test_hostile_documents_end_in_a_named_state(content: bytes, cause: Cause) -> None:
    assert refusal(content) is cause


def test_a_document_beyond_a_limit_is_too_large() -> None:
    content = a_docx(paragraph("预算"), table(HEADING))
    assert refusal(content, Limits(max_characters=4)) is Cause.TOO_LARGE
    assert refusal(content, Limits(max_cells=2)) is Cause.TOO_LARGE
    assert refusal(content, Limits(max_entries=3)) is Cause.TOO_LARGE
    assert refusal(content, Limits(max_unpacked_bytes=100)) is Cause.TOO_LARGE
    assert refusal(content, Limits(max_markup_bytes=100)) is Cause.TOO_LARGE
    assert isinstance(read_docx(content, Limits(max_cells=3, max_entries=4))[0].blocks[0], TextLine)


def test_numbers_of_thousands_of_digits_are_not_taken_for_numbers() -> None:
    digits = "9" * 5000
    sized = picture(400, 300).replace('cx="', f'cx="{digits}')
    assert read(
        table((f'<w:tc><w:tcPr><w:gridSpan w:val="{digits}"/></w:tcPr>{paragraph("甲", sized)}</w:tc>', "乙"))
    ) == [[("甲", "乙")]]
