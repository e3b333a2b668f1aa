from dataclasses import replace

import pytest

from checks.check import CheckOptions, Skipped, Unresolved
from checks.sangong_detail import sangong_detail
from records.disclosure import Disclosure, Kind, Section
from records.evidence import Evidence
from records.finding import Finding
from records.surroundings import Surroundings
from records.table import Measure, TableKind
from tests.builders.disclosures import a_disclosure, a_row, a_table


def accounts(text: str, *, kind: Kind = Kind.FINAL_ACCOUNTS, **items: str) -> Disclosure:
    """A final account whose table prints what was spent, and whose text says something."""
    rows = [a_row(item.replace("_", "-"), {Measure.TOTAL: spent}) for item, spent in items.items()]
    table = a_table(TableKind.SANGONG, rows, caption="三公表")
    section = Section("（二）“三公”经费具体情况", 2, text, (25,), Evidence(page=25, text="三公"))
    return replace(a_disclosure(2024, tables=[table], kind=kind), sections=(section,))


def findings(disclosure: Disclosure) -> list[Finding]:
    return list(sangong_detail.function(disclosure, Surroundings(), CheckOptions()))


def test_money_spent_on_receptions_that_nobody_counts_is_found() -> None:
    (finding,) = findings(accounts("主要用于与国内相关单位交流工作。", reception="0.90"))
    assert finding.case == "missing"
    assert finding.message == "三公表“reception”为 0.90 万元（第 3 页），没有写明国内公务接待批次、国内公务接待人次。"


def test_all_the_counts_a_form_wants_pass() -> None:
    text = (
        "共执行因公出国（境）团组数1个；累计因公出国（境）1人次。没有购置车辆，年末实际保有量为15辆。"
        "公务接待10批次、152人次，全部为国内公务接待。"
    )
    assert not findings(accounts(text, abroad="4.69", vehicle_running="40.61", reception="0.90"))


def test_money_spent_on_receptions_that_were_none_is_found() -> None:
    (finding,) = findings(accounts("国内公务接待0批次，0人次。", reception="0.90"))
    assert finding.case == "zero"
    assert "国内公务接待批次 0 批次（第 25 页）、国内公务接待人次 0 人次（第 25 页）" in finding.message


def test_fewer_guests_than_receptions_cannot_be() -> None:
    (finding,) = findings(accounts("国内公务接待30批次，20人次。", reception="0.90"))
    assert finding.case == "fewer-persons"
    assert finding.message.startswith("国内公务接待人次 20 人次（第 25 页），少于国内公务接待批次 30 批次")


def test_as_many_guests_as_receptions_pass() -> None:
    assert not findings(accounts("国内公务接待30批次，30人次。", reception="0.90"))


def test_a_budget_need_not_count_but_what_it_counts_must_be_possible() -> None:
    assert not findings(accounts("按规定接待。", kind=Kind.BUDGET, reception="0.90"))
    assert findings(accounts("国内公务接待30批次，20人次。", kind=Kind.BUDGET, reception="0.90"))


def test_nothing_spent_needs_no_counts() -> None:
    with pytest.raises(Skipped):
        findings(accounts("没有发生公务接待。", reception="0.00"))


def test_counts_that_may_stand_on_an_unread_page_are_unresolved() -> None:
    with pytest.raises(Unresolved):
        findings(replace(accounts("主要用于交流工作。", reception="0.90"), unread_pages=(26,)))
