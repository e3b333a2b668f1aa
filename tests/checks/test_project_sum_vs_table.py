from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from checks.project_costs import core_name
from checks.project_sum_vs_table import project_sum_vs_table
from records.amount import Quantity
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.finding import Outcome, Severity
from records.performance import Indicator, Project, Target
from records.table import Row, Table, TableKind
from tests.builders.disclosures import a_disclosure, a_row, a_table, wan
from tests.builders.prose import a_section
from tests.builders.sums import M, run_on, well_read

EXAM = "法律职业资格考试经费"


def a_project(
    name: str, budget: str | None = None, *, cost: str = "", operator: str = "≤", caption: str = ""
) -> Project:
    indicators = []
    if cost:
        value = Quantity(Decimal(cost), "万元", Decimal("0.01"))
        target = Target(f"{operator}{cost}万元", operator, value)
        indicators = [
            Indicator("产出指标", "成本指标", "资金成本", "", target, "", Evidence(page=31, text=target.text))
        ]
    return Project(
        1,
        name,
        Evidence(page=30, caption=caption),
        budget=wan(budget) if budget else None,
        indicators=tuple(indicators),
    )


def expenditure(total: str = "200.00", exam: str = "140.00") -> Table:
    rows: list[Row] = [
        a_row("total", {M.PROJECT: total}, label="合计", page=7),
        a_row("204", {M.PROJECT: total}, label="公共安全支出", page=7),
        a_row("20406", {M.PROJECT: total}, label="司法", page=7),
        a_row("2040608", {M.PROJECT: exam}, label="国家统一法律职业资格考试", page=7),
    ]
    return well_read(a_table(TableKind.EXPENDITURE, rows, caption="部门预算支出总表", page=7))


def with_projects(*projects: Project, tables: Sequence[Table] = ()) -> Disclosure:
    return replace(a_disclosure(tables=tables or [expenditure()]), projects=projects)


def test_projects_that_cost_more_than_all_project_expenditure_are_found_with_the_sum_written_out() -> None:
    disclosure = with_projects(a_project("普法", "150.00"), a_project("调解", "60.00"))
    (finding,) = run_on(project_sum_vs_table, disclosure).findings
    assert (finding.severity, finding.case) == (Severity.WARNING, "total")
    assert finding.message == (
        "项目“普法”为 150.00 万元（第 30 页），项目“调解”为 60.00 万元（第 30 页），合计 150.00＋60.00＝210.00 万元，"
        "大于部门预算支出总表“合计”project的 200.00 万元（第 7 页），多 10.00 万元。"
    )


@pytest.mark.parametrize(
    ("second", "case"), [("50.00", None), ("50.01", None), ("50.03", "rounding"), ("50.04", "total")]
)
def test_the_sum_may_exceed_the_total_by_rounding_alone(second: str, case: str | None) -> None:
    findings = run_on(
        project_sum_vs_table, with_projects(a_project("普法", "150.00"), a_project("调解", second))
    ).findings
    assert [one.case for one in findings] == ([case] if case else [])


def test_fewer_projects_than_the_total_pass() -> None:
    assert run_on(project_sum_vs_table, with_projects(a_project("普法", "20.00"))).outcome is Outcome.PASSED


def test_two_tables_of_one_project_that_do_not_fit_its_item_are_found() -> None:
    (finding,) = run_on(
        project_sum_vs_table, with_projects(a_project(EXAM, cost="90"), a_project(EXAM, cost="90"))
    ).findings
    assert (finding.case, finding.subject.item, finding.difference) == ("item", "2040608", Decimal(400_000))
    assert "合计 90.00＋90.00＝180.00 万元" in finding.message


def test_a_project_that_is_already_greater_than_the_item_may_stand_in_another_one() -> None:
    disclosure = with_projects(
        a_project(EXAM, cost="90"), a_project(EXAM, cost="90"), tables=[expenditure(exam="80.00")]
    )
    assert run_on(project_sum_vs_table, disclosure).outcome is Outcome.PASSED


def test_an_amount_that_must_be_reached_is_no_cost() -> None:
    disclosure = with_projects(a_project("普法", cost="900", operator="≥"))
    assert run_on(project_sum_vs_table, disclosure).outcome is Outcome.SKIPPED


def test_a_table_of_all_the_money_of_a_kind_does_not_count_beside_its_projects() -> None:
    whole = a_project("商贸流通发展专项资金", "170.00", caption="2022年专项资金总体绩效目标表")
    assert run_on(project_sum_vs_table, with_projects(whole, a_project("普法", "150.00"))).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("caption", "total", "outcome"),
    [
        ("项目支出预算情况表", "200.00", Outcome.PASSED),
        ("项目支出预算情况表", "190.00", Outcome.FOUND),
        ("财政拨款项目支出表", "190.00", Outcome.SKIPPED),
    ],
)
def test_a_list_of_every_project_adds_up_to_the_project_expenditure(caption: str, total: str, outcome: Outcome) -> None:
    listed = a_table(TableKind.PROJECTS, [a_row("total", {M.TOTAL: total}, label="合计")], caption=caption)
    assert run_on(project_sum_vs_table, with_projects(tables=[expenditure(), listed])).outcome is outcome


@pytest.mark.parametrize(
    ("name", "core"), [(EXAM, "法律职业资格考试"), ("物业管理等费用", "物业管理等"), ("社区矫正专项经费", "社区矫正")]
)
def test_the_core_of_a_name_is_what_the_money_is_for(name: str, core: str) -> None:
    assert core_name(name) == core


def managed(text: str) -> Disclosure:
    sentence = f"本单位共11个项目纳入绩效目标管理，涉及财政性资金合计{text}，占财政性资金总额的比例为100%。"
    return replace(a_disclosure(tables=[expenditure("5200.10")]), sections=(a_section(sentence),))


def test_what_the_text_says_of_all_projects_is_the_project_expenditure() -> None:
    (finding,) = run_on(project_sum_vs_table, managed("5,022.1万元")).findings
    assert (finding.severity, finding.case) == (Severity.WARNING, "stated")
    assert finding.message == (
        "文字所称纳入绩效管理的全部项目的资金为 5,022.10 万元（第 6 页），"
        "部门预算支出总表“合计”project为 5,200.10 万元（第 7 页），相差 178.00 万元。"
    )
    assert not run_on(project_sum_vs_table, managed("5,200.1万元")).findings


@pytest.mark.parametrize(
    "text",
    [
        "本部门共5个项目实行绩效目标管理，涉及财政性资金合计5,086万元。",
        "本部门整体支出纳入绩效目标管理，涉及财政性资金4,651.67万元，占比100%。",
    ],
)
def test_money_of_some_projects_or_of_everything_is_not_compared(text: str) -> None:
    disclosure = replace(a_disclosure(tables=[expenditure()]), sections=(a_section(text),))
    assert run_on(project_sum_vs_table, disclosure).outcome is Outcome.SKIPPED


def test_the_projects_may_be_those_of_one_source_or_those_that_are_listed() -> None:
    fund = [a_row("total", {M.PROJECT: "943.80"})]
    general = [a_row("total", {M.PROJECT: "4256.30"})]
    projects = [
        a_row("total", {M.TOTAL: "25434.48"}),
        a_row("公车", {M.TOTAL: "15.00"}),
        a_row("医疗", {M.TOTAL: "7.00"}),
    ]
    disclosure = managed("5,200.1万元")
    tables = [
        expenditure("9999.99"),
        well_read(a_table(TableKind.GENERAL, general)),
        well_read(a_table(TableKind.FUND, fund)),
    ]
    assert run_on(project_sum_vs_table, replace(disclosure, tables=tuple(tables))).outcome is Outcome.PASSED
    listed = replace(
        managed("22万元"), tables=(expenditure("25434.48"), well_read(a_table(TableKind.PROJECTS, projects)))
    )
    assert run_on(project_sum_vs_table, listed).outcome is Outcome.PASSED
