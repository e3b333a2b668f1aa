from pathlib import Path

import pytest

from parsing.failures import Cause, NotADisclosure, UnreadableDocument
from parsing.knowledge_files import Knowledge, load_knowledge
from parsing.limits import Limits
from parsing.pages import Page, Reading
from parsing.reader import read_file
from parsing.understanding import understand
from records.body import Scope
from records.disclosure import Disclosure, Document, Kind
from tests.builders.narrative import lines_of

DOCUMENT = Document("2023年部门预算.txt", "0" * 64, "txt", None)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def understood(knowledge: Knowledge, *lines: str) -> Disclosure:
    return understand(Reading("txt", (Page(1, lines_of(*lines)), Page(2, (), unread=True))), DOCUMENT, knowledge)


def test_a_narrative_is_understood(knowledge: Knowledge) -> None:
    disclosure = understood(
        knowledge,
        "石家庄市司法局2023年部门预算",
        "一、收支预算情况",
        "2023年预算收支安排18949.22万元，较2022年预算减少7442.01万元。",
    )

    assert disclosure.body.name == "石家庄市司法局"
    assert (disclosure.kind, disclosure.fiscal_year, disclosure.scope) == (Kind.BUDGET, 2023, Scope.DEPARTMENT)
    assert [claim.subject for claim in disclosure.claims] == ["total"]
    assert [section.heading for section in disclosure.sections] == ["一、收支预算情况"]
    assert disclosure.documents == (DOCUMENT,)
    assert disclosure.unread_pages == (2,)


def test_what_the_list_of_contents_names_is_no_section(knowledge: Knowledge) -> None:
    listed = ("第一部分 部门预算说明", "一、收支预算情况", "二、名词解释", "第二部分 公开报表")
    disclosure = understood(
        knowledge,
        "石家庄市司法局2023年部门预算",
        "目录",
        *listed,
        *listed[:2],
        "2023年预算收支安排18949.22万元，较2022年预算减少7442.01万元。",
    )

    assert [entry.title for entry in disclosure.contents] == ["部门预算说明", "收支预算情况", "名词解释", "公开报表"]
    assert [section.heading for section in disclosure.sections] == ["第一部分部门预算说明", "一、收支预算情况"]


def test_the_pages_that_were_recognised_are_told(knowledge: Knowledge) -> None:
    lines = lines_of("石家庄市司法局2023年部门预算", "2023年预算收支安排18949.22万元。")
    pages = (Page(1, lines, ocr=True), Page(2, (), unread=True), Page(3, lines))
    disclosure = understand(Reading("pdf", pages), DOCUMENT, knowledge)
    assert (disclosure.ocr_pages, disclosure.unread_pages) == ((1,), (2,))


def test_a_notice_is_no_disclosure(knowledge: Knowledge) -> None:
    with pytest.raises(NotADisclosure) as raised:
        understood(knowledge, "关于召开全市司法行政工作会议的通知", "会议于5月8日召开。")

    assert raised.value.chinese == "文件不是预算、决算或绩效文本。"


def test_an_empty_form_is_no_disclosure(knowledge: Knowledge) -> None:
    with pytest.raises(NotADisclosure, match="empty form"):
        understood(knowledge, "上海市 XX 局", "2024 年度部门决算", "一、收支情况", "2024年度收入支出总计0万元。")


def test_a_title_without_tables_and_figures_is_no_disclosure(knowledge: Knowledge) -> None:
    with pytest.raises(NotADisclosure, match="neither tables nor figures"):
        understood(knowledge, "石家庄市司法局2023年部门预算", "按照《预算法》规定，现予以公开。")


@pytest.mark.parametrize(
    ("lines", "unknown"),
    [
        (("2023年部门预算", "一、收支预算", "2023年收支总预算5万元。"), "body"),
        (("石家庄市司法局部门预算", "一、收支预算", "收支总预算5万元。"), "fiscal year"),
    ],
)
def test_an_untold_body_or_year_is_never_guessed(knowledge: Knowledge, lines: tuple[str, ...], unknown: str) -> None:
    with pytest.raises(UnreadableDocument, match=f"does not tell the {unknown}") as raised:
        understood(knowledge, *lines)

    assert raised.value.cause is Cause.IDENTITY_UNKNOWN


def test_a_published_budget_is_understood_as_a_whole(corpus: Path, knowledge: Knowledge) -> None:
    reading = read_file(next((corpus / "seeds").glob("000_*")), Limits())

    disclosure = understand(reading, DOCUMENT, knowledge)

    assert disclosure.body.name == "石家庄市司法局"
    assert len(disclosure.tables) == 12
    assert len(disclosure.projects) == 49
    assert len(disclosure.claims) == 22
    assert len(disclosure.assets) == 6


def test_a_blank_form_of_a_published_template_is_no_disclosure(corpus: Path, knowledge: Knowledge) -> None:
    reading = read_file(next((corpus / "real" / "shpt").glob("bb5707_*")), Limits())

    with pytest.raises(NotADisclosure):
        understand(reading, DOCUMENT, knowledge)
