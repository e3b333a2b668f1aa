import pytest

from checks.balance_total import balance_total
from records.finding import Outcome
from records.table import TableKind
from tests.builders.disclosures import a_table
from tests.builders.sums import a_coded_table, a_summary, expenditure_side, income_side, run, well_read


def test_income_and_expenditure_that_differ_are_found() -> None:
    table = well_read(a_summary(expenditure_total="18939.22"))
    bridge, balance = sorted(run(balance_total, table).findings, key=lambda one: one.subject.measure, reverse=True)
    assert bridge.subject.item == "expenditure-total"
    assert (
        "“income-total”total为 18,949.22 万元（第 3 页），“expenditure-total”total为 18,939.22 万元" in balance.message
    )


def test_a_misprinted_total_is_told_once_and_its_other_sum_follows_from_it() -> None:
    table = well_read(a_summary(expenditure_total="18939.22"))
    first, second = run(balance_total, table).findings
    assert (first.caused_by, second.caused_by) == (None, first.fingerprint)


def test_the_sums_of_one_total_have_fingerprints_of_their_own() -> None:
    table = well_read(a_summary(income_total="18959.22"))
    findings = run(balance_total, table).findings
    assert [one.subject.item for one in findings] == ["income-total", "income-total"]
    assert len({one.fingerprint for one in findings}) == 2


def test_a_balanced_summary_passes() -> None:
    assert run(balance_total, a_summary()).outcome is Outcome.PASSED


def test_a_summary_without_carried_rows_passes() -> None:
    rows = [*income_side(("income-total", "9.00")), *expenditure_side(("expenditure-total", "9.00"))]
    assert run(balance_total, a_table(TableKind.SUMMARY, rows)).outcome is Outcome.PASSED


@pytest.mark.parametrize(("total", "case"), [("9.01", None), ("9.02", "rounding"), ("9.03", "different")])
def test_two_printings_may_differ_by_one_quantum(total: str, case: str | None) -> None:
    rows = [*income_side(("income-total", "9.00")), *expenditure_side(("expenditure-total", total))]
    table = well_read(a_table(TableKind.SUMMARY, rows))
    assert [one.case for one in run(balance_total, table).findings] == ([case] if case else [])


def test_other_tables_need_not_balance() -> None:
    assert run(balance_total, a_coded_table(TableKind.GENERAL, (("204", "9.00"),))).outcome is Outcome.SKIPPED
