from dataclasses import replace
from decimal import Decimal

import pytest

from checks.function_vs_economic import function_vs_economic
from records.finding import Outcome, Severity
from records.table import Quality, Table, TableKind
from tests.builders.disclosures import a_row, a_table
from tests.builders.sums import M, run, well_read


def general(housing: str = "729.34", *, measure: M = M.BASIC, total: str = "15390.91", repeated: int = 1) -> Table:
    rows = [a_row("2210201", {measure: housing}, label="住房公积金", page=10)] * repeated
    table = a_table(
        TableKind.GENERAL, [a_row("total", {measure: total}, page=10), *rows], caption="一般公共预算支出表", page=10
    )
    return well_read(table)


def basic(housing: str = "729.34", *, total: str = "15390.91") -> Table:
    rows = [
        a_row("total", {M.TOTAL: total}, page=11),
        a_row("30113", {M.TOTAL: housing}, label="住房公积金", page=11),
    ]
    return well_read(a_table(TableKind.BASIC, rows, caption="基本支出表", page=11))


def test_an_item_that_the_two_classifications_print_differently_is_found() -> None:
    (finding,) = run(function_vs_economic, general(), basic("719.34")).findings
    assert (finding.severity, finding.difference) == (Severity.WARNING, Decimal(-100_000))
    assert finding.message == (
        "一般公共预算支出表“2210201 住房公积金”basic为 729.34 万元（第 10 页），"
        "基本支出表“30113 住房公积金”total为 719.34 万元（第 11 页），相差 10.00 万元。"
    )


def test_an_item_that_both_print_alike_passes() -> None:
    assert run(function_vs_economic, general(), basic()).outcome is Outcome.PASSED


@pytest.mark.parametrize(("housing", "case"), [("729.35", None), ("729.36", "rounding"), ("729.37", "different")])
def test_two_printings_may_differ_by_one_quantum(housing: str, case: str | None) -> None:
    findings = run(function_vs_economic, general(), basic(housing)).findings
    assert [one.case for one in findings] == ([case] if case else [])


def test_without_a_column_for_basic_expenditure_the_whole_item_is_compared() -> None:
    outcomes = [run(function_vs_economic, general(measure=M.TOTAL), basic(one)).outcome for one in ("729.34", "719.34")]
    assert outcomes == [Outcome.PASSED, Outcome.FOUND]


def test_tables_whose_totals_differ_speak_of_different_money() -> None:
    assert run(function_vs_economic, general(), basic("719.34", total="15000.00")).outcome is Outcome.SKIPPED


def test_an_item_printed_for_several_units_is_not_compared() -> None:
    assert run(function_vs_economic, general(repeated=2), basic("719.34")).outcome is Outcome.SKIPPED


def test_a_doubtful_table_is_unresolved() -> None:
    doubtful = replace(basic("719.34"), quality=Quality(9, 1))
    assert run(function_vs_economic, general(), doubtful).outcome is Outcome.UNRESOLVED


def test_an_economic_item_printed_once_an_item_of_the_government_classification_is_added_up() -> None:
    split = [a_row("30113", {M.TOTAL: text}, label="住房公积金", page=11) for text in ("642.79", "86.55")]
    economic = replace(basic(), rows=(*basic().rows[:1], *split))
    assert run(function_vs_economic, general(), economic).outcome is Outcome.PASSED
    (finding,) = run(function_vs_economic, general("719.34"), economic).findings
    assert "合计 729.34 万元" in finding.message


def test_personnel_and_public_are_basic_where_the_form_prints_project_money_beside_them() -> None:
    amounts = {M.TOTAL: "346.40", M.PERSONNEL: "306.60", M.PUBLIC: "0.00", M.PROJECT: "39.80"}
    table = replace(general(), rows=(*general().rows[:1], a_row("2080505", amounts, page=10)))
    pension = a_row("30108", {M.TOTAL: "306.60"}, page=11)
    assert (
        run(function_vs_economic, table, replace(basic(), rows=(*basic().rows[:1], pension))).outcome is Outcome.PASSED
    )
