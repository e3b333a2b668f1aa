from dataclasses import replace
from decimal import Decimal

import pytest

from checks.part_exceeds_whole import part_exceeds_whole
from checks.share_phrases import load_share_phrases
from records.disclosure import Disclosure, Section
from records.evidence import Evidence
from records.finding import Outcome, Severity
from records.performance import Project
from records.property import Purchase, PurchaseRow
from records.table import Side, Table, TableKind
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table, wan
from tests.builders.sums import M, a_coded_table, run, run_on

AWARDED = (
    "本部门2024年度政府采购金额（以合同签订为准）为{total}万元，其中：货物采购金额{total}万元。"
    "在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额21.07万元；"
    "在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额{beside}万元。"
)


def with_text(text: str) -> Disclosure:
    evidence = Evidence(page=21, text="（二）政府采购支出情况")
    return replace(a_disclosure(), sections=(Section("（二）政府采购支出情况", 2, text, (21,), evidence),))


def expenditure() -> Table:
    rows = (("total", "200.00"), ("204", "120.00"), ("208", "80.00"))
    return a_coded_table(TableKind.EXPENDITURE, rows, caption="支出总表")


def general(justice: str) -> Table:
    return a_coded_table(TableKind.GENERAL, (("204", justice), ("208", "50.00")), caption="一般公共预算支出表", page=9)


def test_an_item_of_the_general_budget_greater_than_all_of_it_is_found_with_both_places() -> None:
    (finding,) = run(part_exceeds_whole, expenditure(), general("210.00")).findings
    assert (finding.severity, finding.case) == (Severity.ERROR, "table")
    assert (finding.actual, finding.expected) == (Decimal(2_100_000), Decimal(1_200_000))
    assert finding.message == (
        "一般公共预算支出表“204”total为 210.00 万元（第 9 页），"
        "大于支出总表“204”total的 120.00 万元（第 7 页），多 90.00 万元。"
    )
    assert [evidence.page for evidence in finding.evidence] == [9, 7]


@pytest.mark.parametrize(
    ("justice", "case"),
    [("119.00", None), ("120.00", None), ("120.01", None), ("120.02", "rounding"), ("120.03", "table")],
)
def test_a_part_may_exceed_its_whole_by_rounding_alone(justice: str, case: str | None) -> None:
    findings = run(part_exceeds_whole, expenditure(), general(justice)).findings
    assert [one.case for one in findings] == ([case] if case else [])


def test_a_row_of_which_is_compared_with_the_row_it_stands_under() -> None:
    rows = [
        a_row("income:fiscal", {M.TOTAL: "90.00"}, label="财政拨款收入", side=Side.INCOME),
        a_row("204", {M.TOTAL: "10.00"}, label="公共安全支出", side=Side.EXPENDITURE),
        a_row("income:general", {M.TOTAL: "95.00"}, label="一般公共预算", side=Side.INCOME, of_which=True),
    ]
    (finding,) = run(part_exceeds_whole, a_table(TableKind.SUMMARY, rows)).findings
    assert "大于summary表“财政拨款收入”total的 90.00 万元" in finding.message


def test_a_change_may_be_greater_than_the_change_of_its_whole() -> None:
    rows = [
        a_row("vehicle", {M.CHANGE: "-2.00"}),
        a_row("vehicle-running", {M.CHANGE: "3.00"}, of_which=True),
    ]
    assert run(part_exceeds_whole, a_table(TableKind.SANGONG, rows)).outcome is Outcome.SKIPPED


def test_what_an_exact_sum_tests_is_left_to_it() -> None:
    rows = [
        a_row("vehicle", {M.TOTAL: "2.00"}),
        a_row("vehicle-purchase", {M.TOTAL: "0.00"}, of_which=True),
        a_row("vehicle-running", {M.TOTAL: "3.00"}, of_which=True),
    ]
    assert run(part_exceeds_whole, a_table(TableKind.SANGONG, rows)).outcome is Outcome.SKIPPED


def test_an_item_of_the_sangong_greater_than_their_sum_is_found() -> None:
    rows = [a_row("sangong", {M.TOTAL: "5.00"}), a_row("reception", {M.TOTAL: "8.00"})]
    (finding,) = run(part_exceeds_whole, a_table(TableKind.SANGONG, rows)).findings
    assert finding.difference == Decimal(30_000)


def test_the_parts_a_text_gives_may_not_together_exceed_what_it_gives_as_their_whole() -> None:
    claims = [a_claim("expenditure-total", amount="100.00"), a_claim("basic", amount="60.00")]
    (finding,) = run_on(part_exceeds_whole, a_disclosure(claims=[*claims, a_claim("project", amount="50.00")])).findings
    assert (finding.severity, finding.case) == (Severity.WARNING, "narrative")
    assert "合计 60.00＋50.00＝110.00 万元，大于文字所称“expenditure-total”的 100.00 万元" in finding.message


def test_of_several_amounts_the_smallest_part_is_set_against_the_largest_whole() -> None:
    amounts = [("basic", "60.00"), ("basic", "40.00"), ("public", "50.00"), ("public", "20.00")]
    claims = [a_claim(subject, amount=amount) for subject, amount in amounts]
    assert run_on(part_exceeds_whole, a_disclosure(claims=claims)).outcome is Outcome.PASSED


def test_last_year_is_not_compared_with_this_year() -> None:
    claims = [a_claim("basic", amount="60.00"), a_claim("public", amount="90.00", year=2022)]
    assert run_on(part_exceeds_whole, a_disclosure(claims=claims)).outcome is Outcome.SKIPPED


def test_contracts_with_smaller_firms_that_exceed_all_contracts_are_found() -> None:
    (finding,) = run_on(part_exceeds_whole, with_text(AWARDED.format(total="21.07", beside="21.07"))).findings
    assert (finding.severity, finding.difference) == (Severity.WARNING, Decimal(210_700))
    assert "合计 21.07＋21.07＝42.14 万元" in finding.message
    assert finding.message.endswith(
        "大于文字所称“政府采购金额（以合同签订为准）”的 21.07 万元（第 21 页），多 21.07 万元。"
    )


def test_contracts_with_smaller_firms_within_all_contracts_pass() -> None:
    assert (
        run_on(part_exceeds_whole, with_text(AWARDED.format(total="42.14", beside="21.07"))).outcome is Outcome.PASSED
    )


def test_fiscal_money_of_a_project_beyond_its_budget_is_found() -> None:
    project = Project(1, "普法经费", Evidence(page=30), budget=wan("257.00"), fiscal_funding=wan("275.00"))
    (finding,) = run_on(part_exceeds_whole, replace(a_disclosure(), projects=(project,))).findings
    assert finding.subject.place == "普法经费"


def test_a_reserved_share_beyond_the_purchase_is_found() -> None:
    purchase = Purchase(
        PurchaseRow.ITEM,
        Evidence(page=40),
        name="便携式计算机",
        amount=wan("3.00"),
        reserved_for_smaller_firms=wan("3.30"),
    )
    (finding,) = run_on(part_exceeds_whole, replace(a_disclosure(), purchases=(purchase,))).findings
    assert "“便携式计算机”金额的 3.00 万元" in finding.message


def test_without_parts_there_is_nothing_to_test() -> None:
    assert run(part_exceeds_whole, expenditure()).outcome is Outcome.SKIPPED


def test_every_share_phrase_has_a_key_of_its_own() -> None:
    keys = [share.key for share in load_share_phrases()]
    assert len(set(keys)) == len(keys) > 0
