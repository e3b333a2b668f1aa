from pathlib import Path

import pytest

from parsing.knowledge_files import load_knowledge
from parsing.limits import Limits
from parsing.narrative.contents import Contents, contents_of
from parsing.pages import TextLine
from parsing.reader import read_file
from parsing.readers.docx import read_docx
from parsing.tables.gathering import printed_tables
from records.table import TableKind
from tests.builders.narrative import lines_of, printed_lines
from tests.builders.word import a_docx, paragraph, run, word_field

KNOWLEDGE = load_knowledge()
LIST = ("目  录", "第一部分 部门概况", "一、主要职责", "二、机构设置", "第二部分 2026年部门预算表", "一、收支总表")
PARTS = ("目录", "第一部分 概况", "第二部分 收支", "第三部分 说明")
BODY = ("第一部分 部门概况", "一、主要职责", "拟订全市规划。")


def read(*lines: TextLine) -> Contents:
    return contents_of(lines, KNOWLEDGE)


def titles(contents: Contents) -> list[str]:
    return [entry.title for entry in contents.entries]


def test_every_entry_is_read_with_its_number_its_level_and_its_place() -> None:
    entries = read(*printed_lines(*LIST, page=2), *printed_lines(*BODY, page=3)).entries

    assert [(entry.numbering, entry.ordinal, entry.title, entry.level) for entry in entries] == [
        ("第一部分", 1, "部门概况", 1),
        ("一、", 1, "主要职责", 2),
        ("二、", 2, "机构设置", 2),
        ("第二部分", 2, "2026年部门预算表", 1),
        ("一、", 1, "收支总表", 2),
    ]
    assert {entry.evidence.page for entry in entries} == {2}
    assert entries[1].evidence.text == "一、主要职责"
    assert entries[1].evidence.bbox


def test_the_list_is_not_left_among_the_lines() -> None:
    contents = read(*printed_lines("某局", *LIST, page=2), *printed_lines(*BODY, page=3))

    assert [line.text for line in contents.rest] == ["某局", *BODY]


def test_a_body_that_begins_on_the_page_of_the_list_is_none_of_it() -> None:
    contents = read(*printed_lines(*LIST, *BODY, page=2))

    assert len(contents.entries) == 5
    assert [line.text for line in contents.rest] == list(BODY)


def test_leaders_and_page_numbers_are_taken_off() -> None:
    entries = read(
        *lines_of(
            "目录",
            "一、总体目标.....\t1",
            "二、分项目标……… 12",
            "三、保障措施\t 3",
            "四、名词解释 ．．．．20",
            "第一部分",
        )
    ).entries

    assert [(entry.title, entry.page) for entry in entries] == [
        ("总体目标", 1),
        ("分项目标", 12),
        ("保障措施", 3),
        ("名词解释", 20),
    ]


def test_a_title_over_two_lines_is_one_entry() -> None:
    long = "九、一般公共预算“三公”经费、会议费、培训费以及其他各项支出的安排情况"
    contents = read(*printed_lines(*LIST, "二、收入总表", long, "预算表", "十、支出总表", page=2))

    assert titles(contents)[-2:] == [
        "一般公共预算“三公”经费、会议费、培训费以及其他各项支出的安排情况预算表",
        "支出总表",
    ]


def test_a_title_may_go_on_on_the_next_page_where_the_next_number_follows() -> None:
    long = "二、一般公共预算“三公”经费、会议费、培训费以及其他各项支出的安排情"
    contents = read(*printed_lines(*LIST, long, page=1), *printed_lines("况表", "三、政府采购表", *BODY, page=2))

    assert titles(contents)[-2:] == ["一般公共预算“三公”经费、会议费、培训费以及其他各项支出的安排情况表", "政府采购表"]


def test_a_leader_behind_the_second_line_closes_a_title() -> None:
    contents = read(*lines_of(*PARTS, "一、关于财政拨款收支预算情况的总体说明（含上年结转结余", "资金）.....5"))

    assert titles(contents)[-1] == "关于财政拨款收支预算情况的总体说明（含上年结转结余资金）"


def test_words_over_several_entries_are_no_entries() -> None:
    contents = read(
        *lines_of(
            "2023 年部门预算信息公开目录",
            "部门预算公开表",
            "部门预算收支总表.....\t3",
            "部门预算收入总表.....\t5",
            "部门预算信息公开情况说明",
            "一、部门职责.....\t18",
            "二、名词解释.....\t20",
            "部门预算收支总表",
        )
    )

    assert titles(contents) == ["部门预算收支总表", "部门预算收入总表", "部门职责", "名词解释"]
    assert [line.text for line in contents.rest][-1] == "部门预算收支总表"


def test_a_list_without_title_begins_at_a_first_part_that_comes_again() -> None:
    contents = read(*lines_of("某局 2026 年预算公开", *LIST[1:], "部门概况", "一、主要职责", "拟订全市规划。"))

    assert len(contents.entries) == 5


def test_numbers_may_go_on_below_the_next_part() -> None:
    entries = read(*printed_lines("目录", "第一部分 概况", "一、职能", "第二部分 收支", "二、收支说明", page=2)).entries

    assert [entry.level for entry in entries] == [1, 2, 1, 2]


def test_a_number_before_a_year_is_a_number() -> None:
    entries = read(
        *lines_of("目录", "22.戒毒项目绩效目标表.....26", "23.2024年消防项目绩效目标表.....27", *LIST[2:4])
    ).entries

    assert (entries[1].ordinal, entries[1].title) == (23, "2024年消防项目绩效目标表")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("一、部门预算收支总表", TableKind.SUMMARY),
        ("九、项目支出绩效目标表", TableKind.PROJECT_PERFORMANCE),
        ("十五、新增车辆调配表", TableKind.OTHER),
        ("二、收支总表情况说明", None),
        ("三、名词解释", None),
    ],
)
def test_an_entry_that_names_a_table_tells_its_kind(title: str, kind: TableKind | None) -> None:
    assert read(*lines_of(*PARTS, title)).entries[-1].table is kind


def test_a_catalogue_spoken_of_in_the_text_is_no_list() -> None:
    lines = lines_of("政府集中采购目录", "政府采购预算按目录编制。", "一、货物", "二、服务")

    assert read(*lines) == Contents((), lines)


def test_the_field_of_a_word_document_is_read() -> None:
    entries = [
        paragraph(word_field(' TOC \\o "1-2" ', "一、主要职责\t1")),
        *(paragraph(run(f"{each}\t2")) for each in LIST[1:]),
    ]
    pages = read_docx(a_docx(paragraph(run("目录")), *entries), Limits())
    contents = contents_of(printed_tables(pages, KNOWLEDGE).lines, KNOWLEDGE)

    assert len(contents.entries) == 6
    assert {entry.page for entry in contents.entries} == {1, 2}


def test_published_lists_are_read_whole(corpus: Path) -> None:
    expected = {"000_fa9022e23a85d6e8.txt": 18, "002_3654fc522bad4158.txt": 32, "003_0e0ca6b7649d2b1c.txt": 12}
    for name, count in expected.items():
        pages = read_file(corpus / "seeds" / name, Limits()).pages
        assert len(contents_of(printed_tables(pages, KNOWLEDGE).lines, KNOWLEDGE).entries) == count, name
