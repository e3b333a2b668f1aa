from dataclasses import replace

import pytest

from checks.check import Skipped
from checks.project_list_narrative import Options, project_list_narrative
from records.evidence import Evidence
from records.finding import Finding, Mode
from records.performance import Project
from records.property import Purchase, PurchaseRow
from records.surroundings import Surroundings
from tests.builders.disclosures import a_claim, a_disclosure


def findings(said: str = "", projects: str = "", purchases: str = "") -> list[Finding]:
    claim = a_claim("project", amount="3558.31", text=f"project3558.31万元，主要为{said}。", page=21)
    disclosure = replace(
        a_disclosure(claims=[claim] if said else []),
        projects=tuple(
            Project(number, name, Evidence(page=30)) for number, name in enumerate(projects.split("、"), 1) if name
        ),
        purchases=tuple(
            Purchase(PurchaseRow.ITEM, Evidence(page=40), project=name) for name in purchases.split("、") if name
        ),
    )
    return list(project_list_narrative.function(disclosure, Surroundings(), Options()))


def test_it_ships_as_a_trial() -> None:
    assert project_list_narrative.mode is Mode.SHADOW


def test_a_project_of_the_text_without_a_performance_table_is_found() -> None:
    (finding,) = findings("普法经费、法律援助经费、社区矫正经费", "法律援助经费、社区矫正经费")
    assert finding.message == "绩效目标表没有文字所列的项目“普法经费”（第 21 页）。"


def test_a_project_that_the_text_leaves_out_is_found_unless_it_lists_no_more_than_some() -> None:
    projects = "普法经费、法律援助经费、社区矫正经费、人民调解经费"
    (finding,) = findings("普法经费、法律援助经费、社区矫正经费", projects)
    assert "文字没有绩效目标表所列的项目“人民调解经费”" in finding.message
    assert not findings("普法经费、法律援助经费、社区矫正经费等", projects)


def test_a_project_that_is_bought_for_and_has_no_performance_table_is_found() -> None:
    (finding,) = findings(projects="普法经费、法律援助经费", purchases="普法经费、法律援助经费、物业管理费、公用经费")
    assert "“物业管理费”" in finding.message
    assert "公用经费" not in finding.message


def test_short_forms_years_and_a_few_other_letters_are_the_same_project() -> None:
    assert not findings(
        "普法经费（含宣传）、监所改建项目缺口资金、第二强制隔离戒毒所改建资金",
        "2023年普法专项经费、监所改建缺口资金、市第二强戒隔离戒毒所改建资金",
    )


def test_lists_of_different_things_are_not_compared() -> None:
    assert not findings("办公费、印刷费、差旅费、普法经费", "普法经费、法律援助经费")


def test_exactly_as_many_missing_as_found_are_lists_of_different_things() -> None:
    assert not findings("普法经费、法律援助经费、维修改造、设备购置", "普法经费、法律援助经费等")


def test_one_list_alone_is_compared_with_nothing() -> None:
    with pytest.raises(Skipped):
        findings(projects="普法经费")
