from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from checks.prior_document_bridge import prior_document_bridge
from checks.runner import run_checks
from checks.settings import default_settings
from records.claim import Claim, Stage
from records.disclosure import Disclosure, Kind
from records.finding import CheckRun, Outcome, Severity
from records.surroundings import surroundings_among
from records.table import Row, Table, TableKind
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table
from tests.builders.sums import M, a_coded_table, income_side, misread, well_read

FINAL, BUDGET = Kind.FINAL_ACCOUNTS, Kind.BUDGET


def run(disclosure: Disclosure, *others: Disclosure) -> CheckRun:
    surroundings = surroundings_among(disclosure, others)
    (outcome,) = run_checks(disclosure, surroundings, default_settings([prior_document_bridge]))
    return outcome


def disclosed(year: int, kind: Kind, tables: Sequence[Table] = (), claims: Sequence[Claim] = ()) -> Disclosure:
    return a_disclosure(year, kind=kind, tables=[well_read(table) for table in tables], claims=claims)


def summary(*items: tuple[str, str]) -> Table:
    return a_table(TableKind.SUMMARY, income_side(*items), caption="收支总表", page=4)


def initial(item: str, text: str, column: str = "年初预算数") -> Row:
    row = a_row(item, {M.BUDGET: text})
    return replace(row, facts=tuple(replace(f, evidence=replace(f.evidence, column=column)) for f in row.facts))


def sangong(row: Row) -> Table:
    return a_table(TableKind.SANGONG, [row], caption="“三公”经费支出决算表", page=14)


BUDGETED = disclosed(
    2024, BUDGET, [a_table(TableKind.SANGONG, [a_row("reception", {M.TOTAL: "8.00"})], caption="“三公”经费支出表")]
)


def test_an_initial_budget_that_the_budget_did_not_print_is_an_error_with_both_documents() -> None:
    (finding,) = run(disclosed(2024, FINAL, [sangong(initial("reception", "9.00"))]), BUDGETED).findings
    assert (finding.severity, finding.case) == (Severity.ERROR, "initial-budget")
    assert (
        "同年预算公开的“reception”total为 8.00 万元（《2024年部门预算.pdf》第 3 页），相差 1.00 万元。"
        in finding.message
    )
    assert finding.evidence[1].document == "2024年部门预算.pdf"


@pytest.mark.parametrize(
    ("text", "case"), [("8.00", None), ("8.01", None), ("8.02", "rounding"), ("8.03", "initial-budget")]
)
def test_two_printings_may_differ_by_one_quantum(text: str, case: str | None) -> None:
    findings = run(disclosed(2024, FINAL, [sangong(initial("reception", text))]), BUDGETED).findings
    assert [one.case for one in findings] == ([case] if case else [])


def test_a_budget_column_that_does_not_say_initial_may_be_the_adjusted_one() -> None:
    table = sangong(initial("reception", "9.00", column="全年预算数"))
    assert run(disclosed(2024, FINAL, [table]), BUDGETED).outcome is Outcome.SKIPPED


def test_an_item_of_the_text_is_found_in_the_budget_by_its_code() -> None:
    rows = [a_row("204", {M.TOTAL: "90.00"}, label="公共安全支出")]
    general = a_table(TableKind.GENERAL, rows, caption="一般公共预算支出表", page=9)
    claim = a_claim(
        "function-item",
        amount="100.00",
        year=2024,
        path=("公共安全支出",),
        text="公共安全支出（类）。年初预算为100.00万元",
    )
    final = disclosed(2024, FINAL, [general], [replace(claim, stage=Stage.BUDGET)])
    (finding,) = run(final, disclosed(2024, BUDGET, [general])).findings
    assert finding.subject.measure == "公共安全支出"


def test_what_is_carried_in_must_be_what_was_carried_out() -> None:
    final = disclosed(2024, FINAL, [summary(("carried-in", "30.00"))])
    (finding,) = run(final, disclosed(2023, FINAL, [summary(("carried-out", "36.00"))])).findings
    assert (finding.severity, finding.case) == (Severity.WARNING, "opening-balance")
    assert finding.message.endswith("相差 -6.00 万元。")


def test_the_carry_over_of_a_fund_is_compared_item_by_item() -> None:
    def fund(measure: M, text: str) -> Table:
        return a_table(TableKind.FUND, [a_row("21208", {measure: text})], caption="政府性基金决算表")

    final = disclosed(2024, FINAL, [fund(M.CARRIED_IN, "5.00")])
    assert run(final, disclosed(2023, FINAL, [fund(M.CARRIED_OUT, "5.00")])).outcome is Outcome.PASSED
    assert run(final, disclosed(2023, FINAL, [fund(M.CARRIED_OUT, "7.00")])).outcome is Outcome.FOUND


@pytest.mark.parametrize(
    ("carried", "outcome"), [("36.00", Outcome.PASSED), ("20.00", Outcome.PASSED), ("37.00", Outcome.FOUND)]
)
def test_a_budget_may_carry_in_less_than_the_account_carried_out_but_not_more(carried: str, outcome: Outcome) -> None:
    budget = disclosed(2024, BUDGET, [summary(("carried-in", carried))])
    assert run(budget, disclosed(2023, FINAL, [summary(("carried-out", "36.00"))])).outcome is outcome


def test_last_years_column_is_compared_with_last_years_document() -> None:
    table = a_table(
        TableKind.SANGONG, [a_row("reception", {M.TOTAL: "9.00", M.PRIOR: "9.50"})], caption="“三公”经费支出表"
    )
    earlier = disclosed(2024, BUDGET, [table])
    budget = disclosed(2025, BUDGET, [table])
    (finding,) = run(budget, earlier).findings
    assert (finding.case, finding.actual, finding.expected) == ("prior-column", Decimal(95_000), Decimal(90_000))


def test_a_difference_within_a_thousandth_is_only_a_remark() -> None:
    final = disclosed(2024, FINAL, [summary(("carried-in", "36000.00"))])
    (finding,) = run(final, disclosed(2023, FINAL, [summary(("carried-out", "36036.00"))])).findings
    assert (finding.severity, finding.case) == (Severity.INFO, "small")


def test_a_total_may_contain_what_was_carried_in_or_not() -> None:
    table = a_table(TableKind.SUMMARY, [initial("income-total", "70.00")], caption="收支决算总表")
    budget = disclosed(2024, BUDGET, [summary(("income-year", "70.00"), ("income-total", "75.00"))])
    assert run(disclosed(2024, FINAL, [table]), budget).outcome is Outcome.PASSED


def test_a_doubtful_table_of_the_other_document_is_not_believed() -> None:
    doubtful = misread(a_coded_table(TableKind.GENERAL, (("204", "8.50"),)))
    table = a_table(TableKind.GENERAL, [initial("204", "8.00")], caption="支出决算表")
    assert run(disclosed(2024, FINAL, [table]), a_disclosure(2024, tables=[doubtful])).outcome is Outcome.SKIPPED


def test_without_another_document_there_is_nothing_to_compare() -> None:
    assert run(disclosed(2024, FINAL, [sangong(initial("reception", "9.00"))])).outcome is Outcome.SKIPPED
