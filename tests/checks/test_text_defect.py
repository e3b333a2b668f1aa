from dataclasses import replace

import pytest

from checks.text_defect import text_defect
from records.disclosure import Section
from records.finding import Finding, Outcome, Severity
from records.performance import Project
from tests.builders.prose import a_project, a_section, a_text, an_indicator
from tests.builders.sums import run_on


def findings(*parts: Section | Project) -> tuple[Finding, ...]:
    return run_on(text_defect, a_text(*parts)).findings


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("资金使用效益的意见意见；加大宣传力度", "doubled"),
        ("办理各类案件的的优秀率", "doubled"),
        ("纪律严明明", "doubled"),
        ("党的二十大精神 and 省委", "doubled"),
        ("减少6.03万元万元", "doubled"),
        ("国有资本经营预算财政拨款。。", "punctuation"),
    ],
)
def test_a_slip_is_remarked_wherever_it_stands(text: str, case: str) -> None:
    for part in (a_section(text), a_project(text)):
        (finding,) = findings(part)
        assert (finding.case, finding.severity) == (case, Severity.INFO)


@pytest.mark.parametrize(
    "text", ["工程工程款", "服务服务对象", "达到目的的情况", "构建共建共治共享的格局", "B and C", "高高兴兴"]
)
def test_words_that_may_stand_twice_pass(text: str) -> None:
    assert not findings(a_section(text), a_project(text))


@pytest.mark.parametrize(
    ("goal", "case"),
    [("开展宣传”12348“法律援助", "quotes"), ("《通知》（石司〔2016〕69号", "brackets"), ("依据《通知", "brackets")],
)
def test_marks_that_do_not_pair_are_remarked_in_what_projects_say(goal: str, case: str) -> None:
    assert [one.case for one in findings(a_project(goal))] == [case]
    assert not findings(a_section(goal)), "a section's paragraph may be cut by a page"


def test_an_ordinal_closes_no_bracket() -> None:
    assert not findings(a_project("1)办理案件；2)开展“普法”（含宣传）"))


def test_percent_spelt_out_is_remarked_only_beside_the_sign() -> None:
    spelt, signed = an_indicator("结案率", target="≥85百分率"), an_indicator("满意率", target="≥95%")
    (finding,) = findings(a_project(indicators=[spelt, signed]))
    assert finding.case == "unit-style"
    assert finding.evidence[0].text == "≥85百分率"
    assert not findings(a_project(indicators=[spelt]))


def test_one_kind_is_one_finding() -> None:
    (finding,) = findings(a_project("意见意见", "场所场所"))
    assert finding.message.startswith("重复或夹杂的文字，2 处：“意见意见”")


def test_pages_recognised_from_a_picture_are_not_judged() -> None:
    scanned = replace(a_text(a_section("意见意见")), ocr_pages=(6,))
    assert run_on(text_defect, scanned).outcome is Outcome.SKIPPED


def test_a_letter_within_a_year_is_remarked() -> None:
    (finding,) = findings(a_section("2026A 年，本局主要任务是：进一步深化改革。"))
    assert finding.case == "doubled"
    assert not findings(a_section("2026年，A类项目继续实施。"))


def test_a_section_whose_last_sentence_stops_at_a_comma_is_remarked() -> None:
    (finding,) = findings(a_section("机关运行经费指各项资金。2026年本部门机关运行经费安排604.53万元，"))
    assert finding.case == "unfinished"
    assert "“2026年本部门机关运行经费安排604.53万元，”" in finding.message
    assert not findings(a_section("2026年安排604.53万元，其中：\n办公费，\n印刷费。"))
