import pytest

from checks.sum_row_split import sum_row_split
from records.finding import Outcome, Severity
from records.table import Table, TableKind
from tests.builders.disclosures import a_row, a_table
from tests.builders.sums import M, run, well_read


def split(total: str, basic: str, project: str) -> Table:
    sound = [a_row(code, {M.TOTAL: "3.00", M.BASIC: "1.00", M.PROJECT: "2.00"}) for code in ("205", "208")]
    row = a_row("204", {M.TOTAL: total, M.BASIC: basic, M.PROJECT: project}, page=7)
    return a_table(TableKind.EXPENDITURE, [row, *sound], caption="支出总表")


def test_a_row_whose_columns_do_not_add_up_is_found() -> None:
    (finding,) = run(sum_row_split, split("3188.25", "3000.00", "178.25")).findings
    assert finding.severity is Severity.ERROR
    assert (
        "3,188.25 万元（第 7 页），同行各列相加：basic 3,000.00＋project 178.25＝3,178.25 万元，相差 10.00 万元"
        in finding.message
    )


@pytest.mark.parametrize(
    ("total", "case"), [("3178.25", None), ("3178.26", None), ("3178.28", "rounding"), ("3178.29", "different")]
)
def test_the_tolerance_is_half_a_cent_for_the_total_and_each_column(total: str, case: str | None) -> None:
    assert [one.case for one in run(sum_row_split, split(total, "3000.00", "178.25")).findings] == (
        [case] if case else []
    )


def test_an_empty_column_is_zero() -> None:
    rows = [a_row("204", {M.TOTAL: "9.00", M.BASIC: "9.00"}), a_row("205", {M.TOTAL: "2.00", M.PROJECT: "2.00"})]
    assert run(sum_row_split, a_table(TableKind.GENERAL, rows)).outcome is Outcome.PASSED


def test_without_a_split_there_is_nothing_to_test() -> None:
    table = a_table(TableKind.EXPENDITURE, [a_row("204", {M.TOTAL: "9.00"})])
    assert run(sum_row_split, table).outcome is Outcome.SKIPPED


def test_a_table_whose_rows_mostly_fail_was_misread() -> None:
    rows = [a_row(code, {M.TOTAL: "9.00", M.BASIC: "1.00", M.PROJECT: "2.00"}) for code in ("204", "205")]
    assert run(sum_row_split, a_table(TableKind.GENERAL, rows)).outcome is Outcome.UNRESOLVED


@pytest.mark.parametrize(
    ("amounts", "found"),
    [
        ({M.TOTAL: "10.20", M.PRIOR: "12.00", M.CHANGE: "-1.80"}, 0),
        ({M.TOTAL: "10.20", M.PRIOR: "12.00", M.CHANGE: "1.80"}, 1),
        ({M.GENERAL: "10.00", M.FUND: "2.00", M.PRIOR: "3.00", M.CHANGE: "9.00"}, 0),
        ({M.TOTAL: "5.00", M.CHANGE: "5.00"}, 0),
        ({M.PRIOR: "5.00", M.CHANGE: "-4.00"}, 1),
    ],
)
def test_a_printed_change_is_this_years_number_less_last_years(amounts: dict[M, str], found: int) -> None:
    sound = [a_row(item, {M.TOTAL: "3.00", M.PRIOR: "1.00", M.CHANGE: "2.00"}) for item in ("abroad", "vehicle")]
    table = well_read(a_table(TableKind.SANGONG, [a_row("reception", amounts), *sound]))
    assert len(run(sum_row_split, table).findings) == found
