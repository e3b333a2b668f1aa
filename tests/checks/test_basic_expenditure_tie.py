from dataclasses import replace

import pytest

from checks.basic_expenditure_tie import basic_expenditure_tie
from records.finding import Outcome, Severity
from records.table import Table, TableKind
from tests.builders.disclosures import a_row, a_table
from tests.builders.sums import M, a_coded_table, misread, run, well_read


def functional(basic: str, **split: str) -> Table:
    amounts = {M.TOTAL: "18949.22", M.BASIC: basic} | {M(name): text for name, text in split.items()}
    return well_read(a_table(TableKind.GENERAL, [a_row("total", amounts)], caption="一般公共预算支出表", page=10))


def economic(total: str, personnel: str = "14048.39", public: str = "1342.52") -> Table:
    row = a_row("total", {M.TOTAL: total, M.PERSONNEL: personnel, M.PUBLIC: public}, page=12)
    return well_read(a_table(TableKind.BASIC, [row], caption="一般公共预算基本支出表", page=12))


def test_basic_expenditure_that_two_tables_print_differently_is_found() -> None:
    (finding,) = run(basic_expenditure_tie, functional("15390.91"), economic("15380.91")).findings
    assert finding.severity is Severity.ERROR
    assert "15,390.91 万元" in finding.message
    assert "15,380.91 万元（第 12 页），相差 10.00 万元" in finding.message


def test_basic_expenditure_printed_alike_passes() -> None:
    assert run(basic_expenditure_tie, functional("15390.91"), economic("15390.91")).outcome is Outcome.PASSED


@pytest.mark.parametrize(("printed", "case"), [("15390.92", None), ("15390.93", "rounding"), ("15390.94", "different")])
def test_two_printings_may_differ_by_one_quantum(printed: str, case: str | None) -> None:
    findings = run(basic_expenditure_tie, functional("15390.91"), economic(printed)).findings
    assert [one.case for one in findings] == ([case] if case else [])


def test_personnel_and_public_are_compared_where_both_tables_print_them() -> None:
    table = functional("15390.91", personnel="14048.39", public="1300.00")
    (finding,) = run(basic_expenditure_tie, table, economic("15390.91")).findings
    assert finding.subject.measure == "public"


def test_a_final_account_prints_personnel_and_public_instead_of_a_total() -> None:
    closing = well_read(a_coded_table(TableKind.BASIC, (("personnel", "95.36"), ("public", "10.23"))))
    assert run(basic_expenditure_tie, functional("105.59"), closing).outcome is Outcome.PASSED
    (finding,) = run(basic_expenditure_tie, functional("106.58"), closing).findings
    assert "“personnel”total“public”total合计 105.59 万元" in finding.message
    assert len(finding.evidence) == 3


def test_only_one_of_the_two_rows_is_no_total() -> None:
    closing = well_read(a_coded_table(TableKind.BASIC, (("personnel", "95.36"),)))
    assert run(basic_expenditure_tie, functional("106.58"), closing).outcome is Outcome.SKIPPED


def test_of_two_economic_tables_one_that_agrees_is_enough() -> None:
    assert not run(basic_expenditure_tie, functional("15390.91"), economic("16000.00"), economic("15390.91")).findings


def test_without_the_economic_table_there_is_nothing_to_compare() -> None:
    assert run(basic_expenditure_tie, functional("15390.91")).outcome is Outcome.SKIPPED


def test_a_doubtful_economic_table_is_not_compared() -> None:
    doubtful = misread(a_coded_table(TableKind.BASIC, (("total", "9.00"), ("301", "5.00"))))
    assert run(basic_expenditure_tie, functional("15390.91"), doubtful).outcome is Outcome.UNRESOLVED


def test_a_table_of_all_expenditure_by_personnel_and_public_is_no_table_of_basic_expenditure() -> None:
    closing = a_coded_table(TableKind.BASIC, (("personnel", "3111.55"), ("public", "1042.73")))
    of_all = well_read(replace(closing, caption="一般公共预算财政拨款决算表（二）"))
    table = well_read(a_table(TableKind.GENERAL, [a_row("total", {M.TOTAL: "4154.28", M.BASIC: "3389.69"})]))
    assert run(basic_expenditure_tie, table, of_all).outcome is Outcome.SKIPPED
