from dataclasses import replace

import pytest

from checks.check import Skipped, Unresolved
from checks.required_sections import load_required_sections
from checks.section_missing import Options, section_missing
from records.body import Scope
from records.disclosure import Disclosure, Kind, Section
from records.evidence import Evidence
from records.finding import Finding
from records.surroundings import Surroundings
from records.table import Table, TableKind
from tests.builders.contents import an_entry
from tests.builders.disclosures import a_disclosure, a_row, a_table

COMPLETE = {
    "一、部门职责及机构设置": "负责全区司法行政工作。",
    "二、部门预算安排的总体情况": "收支预算 900.00 万元。",
    "三、机关运行经费安排情况": "安排机关运行经费 116.01 万元。",
    "四、“三公”经费预算情况": "安排 14.16 万元，与上年持平。",
    "五、预算绩效信息": "设置总体绩效目标一项。",
    "六、政府采购预算情况": "安排政府采购 59.50 万元。",
    "七、国有资产信息": "上年末固定资产 326.37 万元。",
    "八、名词解释": "基本支出：指日常工作的支出。",
}


def telling(without: str = "", *, year: int = 2023, **other: str) -> Disclosure:
    """A narrative with every section but one, or with another text below one."""
    texts = {heading: text for heading, text in COMPLETE.items() if not without or without not in heading}
    sections = tuple(
        Section(heading, 2, next((new for word, new in other.items() if word in heading), text), (9,), Evidence(page=9))
        for heading, text in texts.items()
    )
    return replace(a_disclosure(year), sections=sections)


def findings(disclosure: Disclosure) -> list[Finding]:
    return list(section_missing.function(disclosure, Surroundings(), Options()))


def test_a_narrative_with_every_section_passes() -> None:
    assert not findings(telling())


@pytest.mark.parametrize("word", ["职责", "机关运行", "三公", "绩效", "采购", "资产", "名词"])
def test_each_section_that_is_not_there_is_found(word: str) -> None:
    (finding,) = findings(telling(word))
    assert finding.case == "missing"
    assert finding.evidence[0].absent


def test_the_finding_names_what_is_missing() -> None:
    (finding,) = findings(telling("资产"))
    assert finding.message == "说明文字没有写到国有资产占用（全文 7 节）。"


def test_a_sentence_in_another_section_is_enough() -> None:
    assert not findings(
        telling("资产", 机关运行="运行经费 116.01 万元。截至上年末共有车辆 6 辆，资产合计 326.37 万元。")
    )


def test_a_table_says_it_without_words() -> None:
    assets: Table = a_table(TableKind.ASSETS, [a_row("total", {})])
    assert not findings(replace(telling("资产"), tables=(assets,)))


def test_a_table_that_only_the_contents_list_may_be_in_another_file() -> None:
    listed = an_entry("十、项目支出绩效目标表", table=TableKind.PROJECT_PERFORMANCE)
    assert not findings(replace(telling("绩效"), contents=(listed,)))


def test_a_table_of_which_only_the_heading_is_there_may_be_in_another_file() -> None:
    heading = Section("十二、项目支出绩效目标表", 2, "", (2,), Evidence(page=2))
    disclosure = telling("绩效")
    assert not findings(replace(disclosure, sections=(heading, *disclosure.sections)))


def test_a_heading_with_nothing_below_it_is_found() -> None:
    (finding,) = findings(telling(采购=""))
    assert finding.case == "empty"
    assert finding.message == "“六、政府采购预算情况”（第 9 页）只有标题，没有内容。"


def test_saying_that_there_is_nothing_is_content() -> None:
    assert not findings(telling(采购="无。"))


def test_a_section_exactly_as_long_as_it_must_be_passes() -> None:
    assert not findings(telling(采购="预算五十九万五千"))
    assert findings(telling(采购="预算五十九万五"))


def test_lesser_headings_below_it_are_content() -> None:
    below = Section("（一）货物类采购五十万元", 3, "", (9,), Evidence(page=9))
    disclosure = telling(采购="")
    position = next(index for index, one in enumerate(disclosure.sections) if "采购" in one.heading) + 1
    sections = (*disclosure.sections[:position], below, *disclosure.sections[position:])
    assert not findings(replace(disclosure, sections=sections))


def test_an_early_year_and_a_unit_need_less() -> None:
    assert not findings(telling("资产", year=2017))
    assert not findings(replace(telling("机关运行"), scope=Scope.UNIT))


def test_what_may_stand_on_an_unread_page_is_unresolved() -> None:
    with pytest.raises(Unresolved):
        findings(replace(telling("资产"), unread_pages=(12,)))


def test_tables_alone_and_performance_targets_have_no_narrative_to_judge() -> None:
    with pytest.raises(Skipped):
        findings(a_disclosure())
    with pytest.raises(Skipped):
        findings(replace(telling(), kind=Kind.PERFORMANCE))


def test_the_sections_that_ship_have_keys_of_their_own() -> None:
    keys = [one.key for one in load_required_sections()]
    assert len(keys) == len(set(keys)) == len(COMPLETE)


def test_a_section_that_sends_the_reader_to_a_table_has_content() -> None:
    assert not findings(telling(绩效="见附表。"))
