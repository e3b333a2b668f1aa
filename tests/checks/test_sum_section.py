import pytest

from checks.sum_section import sum_section
from records.finding import Outcome, Severity
from records.table import Row, Side, TableKind
from tests.builders.disclosures import a_row, a_table
from tests.builders.sums import M, a_coded_table, a_summary, income_side, run


def test_a_yearly_total_that_is_not_the_sum_of_the_classes_is_found() -> None:
    (finding,) = run(sum_section, a_summary(housing="719.34")).findings
    assert finding.severity is Severity.ERROR
    assert finding.subject.item == "expenditure-year"
    assert "4 个分项之和为 12,528.56＋5,103.09＋588.23＋719.34＝18,939.22 万元，相差 10.00 万元" in finding.message


def test_a_summary_that_adds_up_passes() -> None:
    assert run(sum_section, a_summary()).outcome is Outcome.PASSED


@pytest.mark.parametrize(("housing", "case"), [("729.36", None), ("729.39", "rounding"), ("729.40", "different")])
def test_the_tolerance_grows_with_the_number_of_items(housing: str, case: str | None) -> None:
    assert [one.case for one in run(sum_section, a_summary(housing=housing)).findings] == ([case] if case else [])


def test_rows_of_which_are_not_added_again() -> None:
    rows = [
        *income_side(("income:fiscal", "9.00")),
        a_row("income:general", {M.TOTAL: "9.00"}, side=Side.INCOME, of_which=True),
        *income_side(("income:other", "1.00"), ("income-total", "10.00")),
    ]
    assert run(sum_section, a_table(TableKind.SUMMARY, rows)).outcome is Outcome.PASSED


def test_the_fiscal_income_is_the_sum_of_its_budgets_where_the_form_prints_several() -> None:
    def rows(*budgets: tuple[str, str]) -> list[Row]:
        shares = [a_row(item, {M.TOTAL: text}, side=Side.INCOME, of_which=True) for item, text in budgets]
        return [*income_side(("income:fiscal", "9.00")), *shares, *income_side(("income-total", "9.00"))]

    both = rows(("income:general", "5.00"), ("income:fund", "3.00"))
    (finding,) = run(sum_section, a_table(TableKind.SUMMARY, both)).findings
    assert finding.subject.measure == "total:budgets"
    assert run(sum_section, a_table(TableKind.SUMMARY, rows(("income:general", "5.00")))).outcome is Outcome.PASSED


def test_tables_with_one_side_have_no_sections() -> None:
    assert run(sum_section, a_coded_table(TableKind.GENERAL, (("204", "9.00"),))).outcome is Outcome.SKIPPED
