from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.pages import Grid
from parsing.reader import read_bytes
from tests.builders.blocks import COVERED, Shown, shown
from tests.builders.web import a_page, links, placed, ruled, sheet_of

HEADING = "<tr><th>科目编码</th><th>科目名称</th><th>合计</th></tr>"
TOTAL = "<tr><td></td><td>合计</td><td>18949.22</td></tr>"
GRID = [("科目编码", "科目名称", "合计"), ("", "合计", "18949.22")]
ARTICLE = "<h1>2026 年部门预算</h1><p>" + "预算收入 5 万元。" * 30 + "</p>"
ARTICLE_SHOWN = ["2026 年部门预算", "预算收入 5 万元。" * 30]


def read(body: str, head: str = "") -> list[Shown]:
    return shown(read_bytes(a_page(body, head).encode(), Limits()).pages)


def refusal(content: bytes, limits: Limits | None = None) -> Cause:
    with pytest.raises(UnreadableDocument) as refused:
        read_bytes(content, limits or Limits())
    return refused.value.cause


def test_paragraphs_and_tables_stand_in_their_order() -> None:
    assert read(f"<p>支出总表</p><table>{HEADING}{TOTAL}</table><div>注：无。</div>") == ["支出总表", GRID, "注：无。"]


def test_words_in_several_tags_are_one_line_and_breaks_part_lines() -> None:
    assert read("<p>支出<span>486</span><b>.50</b>\n 万元<br>其中：\n基本支出</p>") == [
        "支出486.50 万元",
        "其中： 基本支出",
    ]


def test_places_are_lines_and_cells() -> None:
    (page,) = read_bytes(a_page(f"<p>甲</p><table>{HEADING}{TOTAL}</table>").encode(), Limits()).pages
    line, grid = page.blocks
    assert isinstance(grid, Grid)
    assert (page.number, line.place.line, grid.rows[1][2].place.cell) == (None, 1, "第1个表第2行第3格")


def test_cells_that_reach_over_others_cover_them() -> None:
    rows = (
        "<tr><td rowspan=2>序号</td><td colspan='2'>收入</td></tr><tr><td>项目</td><td>预算数</td></tr>"
        "<tr><td>1</td><td>一、财政拨款</td><td>5</td></tr>"
    )
    assert read(f"<table>{rows}</table>") == [
        [("序号", "收入", COVERED), (COVERED, "项目", "预算数"), ("1", "一、财政拨款", "5")]
    ]


def test_a_cell_reaches_no_further_than_its_table() -> None:
    assert read("<table><tr><td rowspan=60000>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>") == [
        [("甲", "乙"), (COVERED, "丙")]
    ]


def test_a_table_that_only_arranges_the_page_is_not_seen() -> None:
    body = f"<table><tr><td><p>支出总表</p><table>{HEADING}{TOTAL}</table></td></tr><tr><td>注：无。</td></tr></table>"
    assert read(body) == ["支出总表", GRID, "注：无。"]


def test_scripts_styles_comments_and_what_is_hidden_are_not_text() -> None:
    hidden = "<p style='display: none'>隐</p><script>var a='算'</script><style>p{}</style><!-- 注 --><input value=x>"
    assert read(f"<p>预算</p>{hidden}<table><tr style='display:none'><td>甲</td><td>乙</td></tr></table>") == ["预算"]


def test_menus_are_left_out_by_their_links() -> None:
    assert read(f"<div><ul>{links(9)}</ul></div>{ARTICLE}<table><tr><td>{links(5)}</td></tr></table>") == ARTICLE_SHOWN


def test_links_to_annexes_and_within_the_page_are_of_the_document() -> None:
    annexes = links(4, target="/files/{}.pdf")
    contents = links(4, target="#part{}")
    assert read(f"{ARTICLE}<ul>{annexes}</ul><ul>{contents}</ul>")[2:] == [f"栏目{n}" for n in (0, 1, 2, 3)] * 2


def test_what_is_named_as_the_site_s_is_left_out_but_never_the_article() -> None:
    body = f'<div class="header-top">政府网站</div><div id="mainNav">{ARTICLE}</div><div class="footer">某市政府</div>'
    assert read(body) == ARTICLE_SHOWN


@pytest.mark.parametrize(
    "line",
    [
        "版权所有：某市人民政府",
        "滇ICP备07000700号-1",
        "主办单位：昆明市人民政府",
        "当前位置：首页 > 公开",
        "首页 > 公告公示 > 正文",
        "【打印】",
    ],
)
def test_lines_that_every_page_of_a_site_has_are_left_out(line: str) -> None:
    assert read(f"{ARTICLE}<p>{line}</p>") == ARTICLE_SHOWN


def test_the_names_a_page_gives_its_site_and_column_are_no_text_of_it() -> None:
    head = '<meta name="ColumnName" content="部门预决算"><meta name="ArticleTitle" content="2026 年部门预算">'
    assert read(f"<div>部门预决算</div>{ARTICLE}", head) == ARTICLE_SHOWN


def test_the_same_words_in_a_table_or_a_sentence_stay() -> None:
    sentence = "主办单位：本单位全年共主办会议 3 次，安排会议费 5 万元，" + "用于研究部署全市工作，" * 8
    assert read(f"<p>{sentence}</p><table><tr><td>主办单位：</td><td>甲</td></tr></table>") == [
        sentence,
        [("主办单位：", "甲")],
    ]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "gb2312"),
        ("utf-8-sig", ""),
        ("gb18030", "gb2312"),
        ("gb18030", ""),
        ("gb18030", "utf-8"),
        ("big5", "big5"),
        ("utf-16", ""),
    ],
)
def test_encodings_are_told_from_the_bytes_before_what_is_declared(encoding: str, declared: str) -> None:
    head = f'<meta charset="{declared}">' if declared else ""
    page = a_page("<p>部門預算收支總表</p>", head).encode(encoding)
    assert shown(read_bytes(page, Limits()).pages) == ["部門預算收支總表"]


def test_a_byte_of_no_encoding_costs_one_character() -> None:
    page = a_page("<p>收支总表</p><p>x</p>").encode().replace(b"x", b"\xff")
    assert shown(read_bytes(page, Limits()).pages)[0] == "收支总表"


def test_what_a_server_would_have_replaced_is_not_text() -> None:
    page = '<%@ page pageEncoding="UTF-8"%>\n<html><body><p>${title}预算</p><%@ include file="a.jsp"%></body></html>'
    reading = read_bytes(page.encode(), Limits())
    assert (reading.format, shown(reading.pages)) == ("html", ["预算"])


def test_thousands_of_open_tags_lose_nothing() -> None:
    assert read("<font>" * 400 + "<p>预算</p>") == ["预算"]


def test_endless_nesting_is_too_large() -> None:
    assert refusal(a_page("<div>" * 100_000 + "预算").encode()) is Cause.TOO_LARGE


def test_pages_of_a_converted_pdf_keep_their_numbers_and_tables() -> None:
    cells = (ruled(50, 100, 100, 20), ruled(150, 100, 100, 20), ruled(50, 120, 100, 20), ruled(150, 120, 100, 20))
    texts = (
        placed(60, 105, "项目"),
        placed(160, 105, "预算数"),
        placed(60, 125, "合计"),
        placed(160, 125, "28,685.65"),
    )
    body = f"<p>预算公开</p>{sheet_of(placed(60, 50, '封面'))}{sheet_of(placed(60, 50, '总表'), *cells, *texts)}"
    pages = read_bytes(a_page(body).encode(), Limits()).pages
    assert [page.number for page in pages] == [None, 1, 2]
    assert shown(pages) == ["预算公开", "封面", "总表", [("项目", "预算数"), ("合计", "28,685.65")]]


def test_a_page_saved_as_one_file_is_read() -> None:
    message = MIMEMultipart("related")
    message.attach(MIMEText(a_page("<p>预算</p>"), "html", "gb18030"))
    reading = read_bytes(message.as_bytes(), Limits())
    assert (reading.format, shown(reading.pages)) == ("mhtml", ["预算"])


@pytest.mark.parametrize(
    ("body", "limits", "cause"),
    [
        ("<p> </p>", Limits(), Cause.EMPTY),
        ("<p>预算收支</p>", Limits(max_characters=3), Cause.TOO_LARGE),
        ("<table><tr><td colspan=1000>甲</td></tr></table>", Limits(max_cells=999), Cause.TOO_LARGE),
    ],
)
def test_pages_without_text_or_beyond_a_limit_are_refused(body: str, limits: Limits, cause: Cause) -> None:
    assert refusal(a_page(body).encode(), limits) is cause
