from dataclasses import replace

import pytest

from checks.identity_defect import identity_defect, is_short_for
from records.body import Body, Scope
from records.disclosure import Disclosure, Kind, Section
from records.finding import Outcome, Severity
from tests.builders.prose import a_project, a_section, a_text
from tests.builders.sums import run_on

PUTUO = Body("上海市普陀区财政局")


def disclosure(*headings: str, text: str = "") -> Disclosure:
    sections: list[Section] = [a_section(text, heading, pages=(18,)) for heading in headings]
    return a_text(*sections, fiscal_year=2024, kind=Kind.FINAL_ACCOUNTS, body=PUTUO)


def test_a_chapter_with_the_name_of_the_citys_bureau_is_a_warning() -> None:
    (finding,) = run_on(identity_defect, disclosure("第三部分 上海市财政局2024年度部门决算情况说明")).findings
    assert (finding.case, finding.severity) == ("other-name", Severity.WARNING)
    assert finding.message == (
        "“第三部分 上海市财政局2024年度部门决算情况说明”，标题（第 18 页），"
        "写的是“上海市财政局”，本文的公开主体是“上海市普陀区财政局”。"
    )


def test_a_sentence_that_gives_another_bodys_total_is_found_once() -> None:
    text = "上海市普陀区教育局2024年度收入支出总计10万元。\n上海市普陀区教育局2024年度收入支出总计10万元。"
    (finding,) = run_on(identity_defect, disclosure("一、总体情况", text=text)).findings
    assert "写的是“上海市普陀区教育局”" in finding.message


@pytest.mark.parametrize("total", ["财政拨款收、支总计均为", "本年支出合计"])
def test_the_totals_of_final_accounts_are_the_bodys_own_too(total: str) -> None:
    text = f"上海市普陀区教育局2024年度{total}10万元。"
    assert len(run_on(identity_defect, disclosure("四、总体情况", text=text)).findings) == 1


def test_the_own_name_and_a_sentence_about_somebody_else_pass() -> None:
    text = "上海市普陀区财政局2024年度收入支出总计10万元。按上海市教育局2024年部门预算批复执行。"
    assert run_on(identity_defect, disclosure("第一部分上海市普陀区财政局概况", text=text)).outcome is Outcome.PASSED


def test_a_name_that_is_given_as_an_alias_passes() -> None:
    other = disclosure("第一部分 上海市财政局概况")
    assert run_on(identity_defect, other, aliases=["上海市财政局"]).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("name", "whole", "expected"),
    [
        ("市城管执法局", "北京市城市管理综合行政执法局", True),
        ("省检察院", "江苏省人民检察院", True),
        ("西安市发改委", "西安市发展和改革委员会", True),
        ("普陀区财政局", "上海市普陀区财政局", True),
        ("上海市财政局", "上海市普陀区财政局", False),
        ("苏州市审计局", "无锡市审计局", False),
    ],
)
def test_an_abbreviation_leaves_out_words_but_not_the_district(name: str, whole: str, expected: bool) -> None:
    assert is_short_for(name, whole) is expected


def test_a_unit_whose_project_belongs_to_another_body_is_told() -> None:
    project = replace(a_project(), body="315003 秦皇岛市抚宁公证处")
    unit = replace(a_text(project, body=Body("秦皇岛市抚宁区司法局")), scope=Scope.UNIT)
    (finding,) = run_on(identity_defect, unit).findings
    assert finding.case == "other-unit"
    assert not run_on(identity_defect, replace(unit, scope=Scope.DEPARTMENT)).findings


def test_a_units_own_office_passes() -> None:
    project = replace(a_project(), body="315001秦皇岛市抚宁区司法局本级")
    unit = replace(a_text(project, body=Body("秦皇岛市抚宁区司法局")), scope=Scope.UNIT)
    assert run_on(identity_defect, unit).outcome is Outcome.PASSED


def test_a_heading_of_the_other_kind_is_remarked() -> None:
    budget = a_text(a_section("", "二、机构设置及部门决算单位构成"))
    (finding,) = run_on(identity_defect, budget).findings
    assert (finding.case, finding.severity) == ("other-kind", Severity.INFO)
    assert not run_on(identity_defect, replace(budget, kind=Kind.FINAL_ACCOUNTS)).findings


def test_without_headings_and_projects_the_check_is_skipped() -> None:
    assert run_on(identity_defect, a_text()).outcome is Outcome.SKIPPED
