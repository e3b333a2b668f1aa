import pytest

from checks.template_residue import template_residue
from records.disclosure import Section
from records.finding import Finding, Outcome, Severity
from records.performance import Project
from records.table import Table, TableKind
from tests.builders.disclosures import a_table
from tests.builders.prose import a_project, a_section, a_text
from tests.builders.sums import run_on

FUND = "政府性基金收入预算0万元，与上年相比增加（减少）0万元，增长（减少）0%。"


def findings(*parts: Section | Project | Table) -> tuple[Finding, ...]:
    return run_on(template_residue, a_text(*parts)).findings


def test_words_of_which_one_was_to_be_struck_out_are_told_once_with_their_sentences() -> None:
    (finding,) = findings(a_section(FUND + FUND.replace("政府性基金", "其他资金")))
    assert (finding.case, finding.severity) == ("choice", Severity.WARNING)
    assert finding.message.startswith("文中有 2 处没有二者择一：“政府性基金收入预算0万元，与上年相比增加（减少）0万元")
    assert "“三、支出预算情况说明”一节（第 6 页）" in finding.message
    assert len(finding.evidence) == 2


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("无政府性基金收支的，仍保留该表格式，并在本表下方作下述说明：", "instruction"),
        ("（按“部门预算公开08表”中实际发生的事项填写）", "instruction"),
        ("若无涉密项目，则备注写“备注：无”", "instruction"),
        ("纳入（单位名称）预算编制范围的单位包括：", "placeholder"),
        ("××局2024年度部门决算", "placeholder"),
        ("2019年政府性基金支出预算支出万元。", "blank"),
        ("比上年减少3.00万元，主要原因是。", "blank"),
    ],
)
def test_what_the_form_says_to_whoever_fills_it_in_is_found(text: str, case: str) -> None:
    assert [one.case for one in findings(a_section(text))] == [case]


@pytest.mark.parametrize(
    "text",
    [
        "与上年相比增加3.00万元，主要原因是人员增加（下同）。",
        "以上数据单位为万元。",
        "公务用车1辆（京A××××5）",
        "配置XXL型防护服",
        "按规定提请根据本单位实际修改章程",
        "预算支出120万元，增长5%。",
    ],
)
def test_ordinary_text_passes(text: str) -> None:
    assert not findings(a_section(text))


def test_a_placeholder_is_found_in_headings_captions_and_goals() -> None:
    found = findings(
        a_section("", "第二部分上海市普陀区XX局2024年度部门决算表"),
        a_table(TableKind.SUMMARY, [], caption="XX局收支总表", page=9),
        a_project("保障XX工作"),
    )
    assert [one.message[:18] for one in found] == ["文中有 3 处没有填写的占位符：“第"]


def test_a_heading_may_speak_of_increases_and_decreases() -> None:
    assert not findings(a_section("", "（二）增加（减少）的原因"))


def test_without_text_the_check_is_skipped() -> None:
    assert run_on(template_residue, a_text()).outcome is Outcome.SKIPPED
