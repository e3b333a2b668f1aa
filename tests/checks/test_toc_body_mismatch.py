from collections.abc import Sequence
from dataclasses import replace

import pytest

from checks.check import Skipped, Unresolved
from checks.toc_body_mismatch import Options, toc_body_mismatch
from records.disclosure import ContentsEntry, Disclosure, Section
from records.evidence import Evidence
from records.finding import Finding, Severity
from records.surroundings import Surroundings
from records.table import Table, TableKind
from tests.builders.contents import an_entry
from tests.builders.disclosures import a_disclosure, a_row, a_table

HEADINGS = ("一、主要职责", "二、机构设置情况", "三、政府采购情况说明", "四、名词解释")
TABLES = {
    "一、收支总表": TableKind.SUMMARY,
    "二、收入总表": TableKind.INCOME,
    "三、支出总表": TableKind.EXPENDITURE,
    "四、财政拨款收支总表": TableKind.FISCAL,
    "五、一般公共预算支出表": TableKind.GENERAL,
    "六、一般公共预算基本支出表": TableKind.BASIC,
    "七、政府采购支出表": TableKind.PROCUREMENT,
}


def a_list(*, headings: Sequence[str] = HEADINGS, tables: Sequence[str] = tuple(TABLES)) -> tuple[ContentsEntry, ...]:
    return (
        an_entry("第一部分 部门概况", level=1),
        *(an_entry(heading) for heading in headings),
        an_entry("第二部分 2023年部门预算表", level=1, table=TableKind.OTHER),
        *(an_entry(table, table=TABLES.get(table, TableKind.OTHER)) for table in tables),
    )


def a_section(heading: str, text: str = "略。") -> Section:
    return Section(heading, 2, text, (3,), Evidence(page=3, caption=heading, text=heading))


def printed(*, headings: Sequence[str] = HEADINGS, tables: Sequence[str] = tuple(TABLES)) -> Disclosure:
    """A disclosure that lists four headings and seven tables, and prints these."""
    grids: list[Table] = [a_table(TABLES[each], [a_row("total", {})], caption=each, page=8) for each in tables]
    return replace(
        a_disclosure(tables=grids), contents=a_list(), sections=tuple(a_section(heading) for heading in headings)
    )


def findings(disclosure: Disclosure, fuzzy: float = 0.92) -> list[Finding]:
    return list(toc_body_mismatch.function(disclosure, Surroundings(), Options(fuzzy=fuzzy)))


def without(texts: Sequence[str], one: str) -> tuple[str, ...]:
    assert one in texts
    return tuple(text for text in texts if text != one)


def test_a_body_that_holds_what_is_listed_passes() -> None:
    assert not findings(printed())


def test_a_heading_that_is_listed_and_not_printed_is_found() -> None:
    (finding,) = findings(printed(headings=without(HEADINGS, "四、名词解释")))

    assert (finding.case, finding.severity) == ("heading-missing", Severity.WARNING)
    assert finding.message == "目录（第 2 页）列有“四、名词解释”，正文没有这一部分。"
    assert finding.evidence[0].page == 2


def test_a_table_that_is_listed_and_not_printed_is_found() -> None:
    (finding,) = findings(printed(tables=without(tuple(TABLES), "七、政府采购支出表")))

    assert (finding.case, finding.severity) == ("table-missing", Severity.WARNING)
    assert finding.message == "目录（第 2 页）列有“七、政府采购支出表”，正文没有这张表。"


def test_the_nine_tables_are_left_to_the_check_that_requires_them() -> None:
    assert not findings(printed(tables=without(tuple(TABLES), "五、一般公共预算支出表")))


def test_a_table_said_to_be_empty_is_not_missed() -> None:
    disclosure = printed(tables=without(tuple(TABLES), "七、政府采购支出表"))
    said = a_section("三、政府采购情况说明", "本部门2023年没有政府采购。")

    assert not findings(replace(disclosure, sections=(*disclosure.sections, said)))


@pytest.mark.parametrize(
    "heading",
    [
        "（一）主要职责",
        "一、石家庄市司法局主要职责",
        "一、2023年度部门主要职责",
        "一、主要职责（详见附表1-3）",
        "一、 主 要 职 责：",
        "关于“主要职责”的情况",
    ],
)
def test_the_same_title_may_be_printed_otherwise(heading: str) -> None:
    assert not findings(printed(headings=(heading, *HEADINGS[1:])))


def test_a_title_within_the_text_is_enough() -> None:
    disclosure = printed(headings=HEADINGS[:3])
    said = a_section("五、其他", "专业性较强的名词解释：基本支出，指日常工作的支出。")

    assert not findings(replace(disclosure, sections=(*disclosure.sections, said)))


def test_a_heading_that_is_worded_otherwise_below_the_same_number_is_named_with_both() -> None:
    (finding,) = findings(printed(headings=("一、主要职能", *HEADINGS[1:3], "四、名称解释")))

    assert (finding.case, finding.severity) == ("renamed", Severity.INFO)
    assert finding.message == (
        "目录（第 2 页）与正文的标题不一致：“一、主要职责”在正文为“一、主要职能”（第 3 页）；"
        "“四、名词解释”在正文为“四、名称解释”（第 3 页）。"
    )
    assert len(finding.evidence) == 4


def test_titles_as_alike_as_asked_for_are_the_same() -> None:
    disclosure = printed(headings=("一、主要职责", "二、机构设置情况", "三、政府釆购情况说明", "四、名词解释"))

    assert [finding.case for finding in findings(disclosure, fuzzy=0.92)] == ["renamed"], "five of six characters"
    assert not findings(disclosure, fuzzy=0.83)


def test_a_table_of_the_nine_that_is_not_listed_is_found() -> None:
    disclosure = replace(printed(), contents=a_list(tables=without(tuple(TABLES), "三、支出总表")))
    cases = {finding.case: finding.message for finding in findings(disclosure)}

    assert cases["unlisted"] == "正文有“三、支出总表”（第 8 页），目录（第 2 页）没有列出。"
    assert cases["numbering"] == "目录（第 2 页）的序号跳号：“二、收入总表”之后是“四、财政拨款收支总表”。"


def test_a_list_of_headings_alone_need_not_name_the_tables() -> None:
    assert not findings(replace(printed(), contents=a_list(tables=())))


def test_tables_listed_twice_for_department_and_unit_pass() -> None:
    disclosure = printed()
    again = (an_entry("第三部分 2023年单位预算表", level=1), *disclosure.contents[-len(TABLES) :])

    assert not findings(replace(disclosure, contents=(*disclosure.contents, *again)))


def test_tables_that_may_be_in_another_file_are_not_judged() -> None:
    with pytest.raises(Unresolved, match="in another file"):
        findings(printed(tables=()))


def test_what_may_stand_on_a_page_that_was_not_read_is_not_missed() -> None:
    assert not findings(replace(printed(), unread_pages=(7,)))
    with pytest.raises(Unresolved, match="could not be read"):
        findings(replace(printed(headings=HEADINGS[:3]), unread_pages=(7,)))


def test_titles_that_were_recognised_in_pictures_are_not_compared_letter_by_letter() -> None:
    assert not findings(replace(printed(), ocr_pages=(2, 3)))
    with pytest.raises(Unresolved, match="to the letter"):
        findings(replace(printed(headings=("一、主要职贵", *HEADINGS[1:])), ocr_pages=(2, 3)))


def test_nothing_to_compare_is_skipped() -> None:
    with pytest.raises(Skipped):
        findings(a_disclosure())


def test_the_pages_that_are_wrong_are_one_finding() -> None:
    disclosure = printed()
    pages = (3, 3, 3, 3, 8, 8, 8, 8, 8, 11, 12)
    entries = [entry for entry in disclosure.contents if entry.level == 2]
    listed = tuple(replace(entry, page=page) for entry, page in zip(entries, pages, strict=True))
    (finding,) = findings(replace(disclosure, contents=listed))

    assert (finding.case, finding.severity) == ("page", Severity.INFO)
    assert finding.message == (
        "目录（第 2 页）的页码与正文不符：“六、一般公共预算基本支出表”列在第 11 页，实在第 8 页；"
        "“七、政府采购支出表”列在第 12 页，实在第 8 页。"
    )


SENTENCE = "收支预算总表支出栏、基本支出表、项目支出表按支出功能分类和经济分类科目编制。"


def telling(text: str) -> Disclosure:
    disclosure = printed()
    return replace(disclosure, sections=(*disclosure.sections, a_section("五、支出说明", text)))


def test_a_table_the_text_names_that_is_not_there_is_found() -> None:
    (finding,) = findings(telling(f"{SENTENCE}各项目绩效详见项目支出绩效目标表。另见项目支出表。"))[:1]

    assert (finding.case, finding.severity) == ("reference", Severity.INFO)
    assert finding.message == "文字写到“项目支出表”（第 3 页），公开的表中没有这张表。"
    assert finding.evidence[0].text


@pytest.mark.parametrize(
    "text",
    [
        "详见政府采购支出表。",
        "本部门没有预算项目，项目支出表公开空表。",
        "上年《项目支出表》无此项级科目。",
        "组织填报了二十项项目支出绩效目标表。",
        "一般公共预算项目支出表另行公开。",
    ],
)
def test_other_mentions_of_tables_pass(text: str) -> None:
    assert not findings(telling(text))


def test_a_file_with_few_tables_may_have_a_companion_with_the_one_named() -> None:
    disclosure = telling(SENTENCE)
    assert not findings(replace(disclosure, tables=disclosure.tables[:4], contents=()))
