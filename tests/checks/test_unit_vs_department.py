from collections.abc import Mapping
from dataclasses import replace

import pytest

from checks.runner import run_checks
from checks.settings import default_settings
from checks.unit_vs_department import unit_vs_department
from records.body import Body, Scope
from records.disclosure import Disclosure, Kind, Section
from records.evidence import Evidence
from records.finding import CheckRun, Outcome, Severity
from records.surroundings import surroundings_among
from records.table import TableKind
from tests.builders.disclosures import BUREAU, a_disclosure, a_row, a_table
from tests.builders.sums import M, a_coded_table

PRISON = Body("石家庄市第二强制隔离戒毒所", region="河北省石家庄市")
LIST = "从预算单位构成看，纳入部门预算的单位包括：石家庄市司法局（本级）和石家庄市第二强制隔离戒毒所。"


def department(amount: str = "150.00") -> Disclosure:
    table = a_coded_table(TableKind.GENERAL, (("2040601", amount),), caption="一般公共预算支出表", page=10)
    section = Section("三、部门预算单位构成", 1, LIST, (2,), Evidence(page=2))
    return replace(a_disclosure(tables=[table]), sections=(section,))


def unit(amount: str, body: Body = BUREAU, *, fiscal_year: int = 2023, kind: Kind = Kind.BUDGET) -> Disclosure:
    table = a_coded_table(TableKind.GENERAL, (("2040601", amount),), caption="支出表", page=12)
    return a_disclosure(fiscal_year, tables=[table], scope=Scope.UNIT, body=body, kind=kind)


def run(disclosure: Disclosure, *others: Disclosure) -> CheckRun:
    surroundings = surroundings_among(disclosure, others)
    (outcome,) = run_checks(disclosure, surroundings, default_settings([unit_vs_department]))
    return outcome


def test_a_unit_of_the_same_name_that_spends_more_than_its_department_is_found() -> None:
    (finding,) = run(department(), unit("160.00")).findings
    assert (finding.severity, finding.case) == (Severity.ERROR, "exceeds")
    assert finding.message == (
        "单位的“2040601”total为 160.00 万元（《2023年部门预算.pdf》第 12 页），"
        "大于部门的“2040601”total 150.00 万元（第 10 页），相差 10.00 万元。"
    )


@pytest.mark.parametrize(
    ("amount", "case"), [("90.00", None), ("150.01", None), ("150.02", "rounding"), ("150.03", "exceeds")]
)
def test_a_unit_may_spend_less_and_more_only_by_rounding(amount: str, case: str | None) -> None:
    assert [one.case for one in run(department(), unit(amount)).findings] == ([case] if case else [])


def test_units_that_together_spend_more_are_found() -> None:
    (finding,) = run(department(), unit("100.00"), unit("60.00", PRISON)).findings
    assert "2 个单位的“2040601”total合计 100.00＋60.00＝160.00 万元" in finding.message


@pytest.mark.parametrize(
    "other",
    [
        unit("999.00", Body("保定市戒毒所")),
        unit("999.00", replace(PRISON, region="河北省保定市")),
        unit("999.00", fiscal_year=2022),
        unit("999.00", kind=Kind.FINAL_ACCOUNTS),
    ],
    ids=["not listed", "another region", "another year", "another kind"],
)
def test_what_is_no_unit_of_the_department_is_not_compared(other: Disclosure) -> None:
    assert run(department(), other).outcome is Outcome.SKIPPED


def test_the_unit_itself_is_left_to_its_department() -> None:
    assert run(unit("160.00"), department()).outcome is Outcome.SKIPPED


def sangong(bodies: Mapping[str, str], total: str = "9.00") -> Disclosure:
    rows = [a_row("reception", {M.TOTAL: total})]
    rows += [a_row(f"{body}/reception", {M.TOTAL: text}) for body, text in bodies.items()]
    return a_disclosure(tables=[a_table(TableKind.SANGONG, rows, caption="“三公”表")])


def test_bodies_listed_in_one_table_add_up() -> None:
    assert run(sangong({"司法局": "4.00", "戒毒所": "5.00"})).outcome is Outcome.PASSED
    (finding,) = run(sangong({"司法局": "4.00", "戒毒所": "3.00"})).findings
    assert (finding.severity, finding.case) == (Severity.ERROR, "bodies")
    assert "小于部门的" in finding.message


def test_a_single_body_in_the_table_is_no_list() -> None:
    assert run(sangong({"司法局": "4.00"})).outcome is Outcome.SKIPPED
