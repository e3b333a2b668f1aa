from dataclasses import replace

import pytest

from checks.check import Skipped, Unresolved
from checks.project_perf_missing import Options, project_perf_missing
from records.claim import Claim
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.finding import Finding
from records.performance import Project
from records.surroundings import Surroundings
from tests.builders.disclosures import a_claim, a_disclosure

NAMED = ("普法经费", "法律援助经费", "社区矫正经费", "人民调解经费", "设备购置费")


def naming(*names: str) -> Claim:
    text = f"项目支出3558.31万元，主要为{'、'.join(names)}等项目；其他支出0万元。"
    return replace(a_claim("project", amount="3558.31", text=text, page=21), name="项目支出")


def targeting(*names: str, claims: tuple[Claim, ...] = (naming(*NAMED),)) -> Disclosure:
    projects = tuple(Project(number, name, Evidence(page=30)) for number, name in enumerate(names, start=1))
    return replace(a_disclosure(claims=claims), projects=projects)


def findings(disclosure: Disclosure, minimum_tables: int = 4) -> list[Finding]:
    options = Options(minimum_tables=minimum_tables)
    return list(project_perf_missing.function(disclosure, Surroundings(), options))


def test_a_project_that_no_table_is_about_is_found() -> None:
    (finding,) = findings(targeting(*NAMED[:4]))
    assert finding.message == "文字在项目支出中列举了“设备购置费”（第 21 页），4 张绩效目标表中没有这个项目。"


def test_a_short_form_and_a_year_make_no_difference() -> None:
    assert not findings(targeting(*NAMED[:4], "2023年信息化设备购置经费"))


def test_a_form_that_has_tables_of_some_projects_only_is_not_judged() -> None:
    assert findings(targeting(*NAMED[:4]), minimum_tables=4)
    with pytest.raises(Skipped):
        findings(targeting(*NAMED[:4]), minimum_tables=5)


def test_lists_of_different_things_are_not_compared() -> None:
    assert not findings(targeting("普法经费", "物业管理费", "电梯电费", "党组织活动经费"))


def test_a_text_that_names_no_projects_is_skipped() -> None:
    with pytest.raises(Skipped):
        findings(targeting(*NAMED, claims=(a_claim("project", amount="3558.31", text="项目支出3558.31万元。"),)))


def test_tables_that_may_stand_on_an_unread_page_are_unresolved() -> None:
    with pytest.raises(Unresolved):
        findings(replace(targeting(*NAMED[:4]), unread_pages=(40,)))
