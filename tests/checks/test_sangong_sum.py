import pytest

from checks.sangong_sum import sangong_sum
from records.finding import Outcome, Severity
from records.table import TableKind
from tests.builders.disclosures import a_row, a_table
from tests.builders.sums import M, a_coded_table, a_sangong_table, run, well_read


def test_a_total_that_is_not_the_sum_of_the_three_items_is_found() -> None:
    table = well_read(a_sangong_table(reception="7.00"))
    (finding,) = run(sangong_sum, table).findings
    assert finding.severity is Severity.ERROR
    assert "112.40 万元（第 14 页），2 个分项之和为 104.40＋7.00＝111.40 万元，相差 1.00 万元" in finding.message


def test_a_coarser_printing_of_the_same_value_passes() -> None:
    assert run(sangong_sum, a_sangong_table(sangong="112.4")).outcome is Outcome.PASSED


@pytest.mark.parametrize(("reception", "case"), [("8.01", None), ("8.03", "rounding"), ("8.04", "different")])
def test_the_tolerance_is_that_of_the_numbers_printed(reception: str, case: str | None) -> None:
    table = well_read(a_sangong_table(reception=reception))
    assert [one.case for one in run(sangong_sum, table).findings] == ([case] if case else [])


def test_a_total_with_meetings_and_training_is_not_required_to_be_the_sangong() -> None:
    table = a_sangong_table(total="122.40", meeting="4.00", training="6.00")
    assert run(sangong_sum, table).outcome is Outcome.PASSED


def test_budget_and_final_columns_are_found_apart() -> None:
    rows = [
        a_row("sangong", {M.BUDGET: "5.00", M.TOTAL: "4.00"}),
        a_row("abroad", {M.BUDGET: "1.00", M.TOTAL: "1.00"}),
        a_row("vehicle", {M.BUDGET: "1.00", M.TOTAL: "1.00"}),
        a_row("reception", {M.BUDGET: "1.00", M.TOTAL: "1.00"}),
    ]
    table = well_read(a_table(TableKind.SANGONG, rows))
    assert {one.subject.measure for one in run(sangong_sum, table).findings} == {"budget", "total"}


def test_without_the_table_there_is_nothing_to_test() -> None:
    assert run(sangong_sum, a_coded_table(TableKind.GENERAL, (("204", "9.00"),))).outcome is Outcome.SKIPPED


def test_an_empty_table_has_nothing_to_test() -> None:
    assert run(sangong_sum, a_table(TableKind.SANGONG, [a_row("sangong", {})])).outcome is Outcome.SKIPPED


@pytest.mark.parametrize(
    ("bodies", "found"),
    [
        (("13.13", "10.89"), 0),
        (("24.02", "13.13", "10.89"), 0),
        (("24.02",), 0),
        (("13.13", "11.89"), 1),
    ],
)
def test_what_all_bodies_spend_is_the_sum_of_each_or_of_those_below_the_first(
    bodies: tuple[str, ...], found: int
) -> None:
    listed = [a_row(f"某市水文站{number}/sangong", {M.TOTAL: text}) for number, text in enumerate(bodies)]
    table = well_read(a_table(TableKind.SANGONG, [a_row("sangong", {M.TOTAL: "24.02"}), *listed]))
    assert len(run(sangong_sum, table).findings) == found
