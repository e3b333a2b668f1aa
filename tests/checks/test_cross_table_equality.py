import pytest

from checks.cross_table_equality import cross_table_equality
from records.disclosure import Kind
from records.finding import Outcome, Severity
from records.table import Row, Side, Table, TableKind
from tests.builders.disclosures import a_row, a_table
from tests.builders.sums import M, a_coded_table, a_summary, expenditure_side, income_side, misread, run, well_read

CLASSES = (("204", "12528.56"), ("208", "5103.09"), ("210", "588.23"), ("221", "729.34"))


def expenditure(total: str = "18949.22", *, housing: str = "729.34", caption: str = "部门预算支出总表") -> Table:
    rows = (("total", total), *CLASSES[:3], ("221", housing))
    return well_read(a_coded_table(TableKind.EXPENDITURE, rows, caption=caption))


def general(total: str = "18949.22", *, housing: str = "729.34") -> Table:
    rows = (("total", total), *CLASSES[:3], ("221", housing))
    return well_read(a_coded_table(TableKind.GENERAL, rows, caption="一般公共预算支出表", page=10))


def fiscal(share: str, *, granted: str = "18551.05", measure: M = M.GENERAL) -> Table:
    def row(item: str, text: str) -> Row:
        return a_row(item, {M.TOTAL: text, measure: text}, side=Side.EXPENDITURE)

    rows = [
        *income_side((f"income:{measure}", granted)),
        *(row(*one) for one in CLASSES),
        row("expenditure-year", share),
    ]
    return well_read(a_table(TableKind.FISCAL, rows, caption="财政拨款收支总表", page=8))


def test_totals_that_two_tables_print_differently_are_found_with_both_places() -> None:
    (finding,) = run(cross_table_equality, a_summary(), expenditure("18939.22")).findings
    assert finding.severity is Severity.ERROR
    assert finding.message == (
        "部门预算收支总表“expenditure-total”total为 18,949.22 万元（第 3 页），"
        "部门预算支出总表“total”total为 18,939.22 万元（第 7 页），相差 10.00 万元。"
    )
    assert [evidence.page for evidence in finding.evidence] == [3, 7]


def test_tables_that_agree_pass() -> None:
    assert run(cross_table_equality, a_summary(), expenditure(), general()).outcome is Outcome.PASSED


@pytest.mark.parametrize(("total", "case"), [("18949.23", None), ("18949.24", "rounding"), ("18949.25", "different")])
def test_two_printings_may_differ_by_one_quantum(total: str, case: str | None) -> None:
    assert [one.case for one in run(cross_table_equality, a_summary(), expenditure(total)).findings] == (
        [case] if case else []
    )


@pytest.mark.parametrize(("housing", "case"), [("729.36", None), ("729.38", "rounding"), ("729.39", "different")])
def test_a_class_may_differ_by_twice_as_much(housing: str, case: str | None) -> None:
    findings = run(cross_table_equality, a_summary(), expenditure(housing=housing)).findings
    assert [one.case for one in findings] == ([case] if case else [])


@pytest.mark.parametrize("printed", ["18949.22", "18551.05"])
def test_the_income_table_may_or_may_not_contain_what_was_carried_in(printed: str) -> None:
    income = well_read(a_coded_table(TableKind.INCOME, (("total", printed),)))
    assert run(cross_table_equality, a_summary(), income).outcome is Outcome.PASSED


def test_an_income_total_that_is_neither_is_found() -> None:
    income = well_read(a_coded_table(TableKind.INCOME, (("total", "18000.00"),)))
    assert len(run(cross_table_equality, a_summary(), income).findings) == 1


def test_the_yearly_income_column_is_the_yearly_income() -> None:
    income = well_read(a_table(TableKind.INCOME, [a_row("total", {M.TOTAL: "18949.22", M.YEAR_INCOME: "18949.22"})]))
    (finding,) = run(cross_table_equality, a_summary(), income).findings
    assert finding.subject.measure == "total=year-income"


@pytest.mark.parametrize(
    ("share", "granted", "total", "found"),
    [
        ("18949.22", "18551.05", "18949.22", 0),
        ("18949.22", "18551.05", "18551.05", 0),
        ("18949.22", "18551.05", "18000.00", 1),
    ],
)
def test_the_general_column_is_the_general_table_with_or_without_what_was_carried_in(
    share: str, granted: str, total: str, found: int
) -> None:
    table = well_read(a_coded_table(TableKind.GENERAL, (("total", total),)))
    assert len(run(cross_table_equality, fiscal(share, granted=granted), table).findings) == found


def test_the_fund_column_is_the_fund_table() -> None:
    table = well_read(a_coded_table(TableKind.FUND, (("total", "47.91"),)))
    assert len(run(cross_table_equality, fiscal("57.91", granted="57.91", measure=M.FUND), table).findings) == 1


def test_a_fiscal_table_without_columns_is_compared_where_all_its_money_is_general() -> None:
    rows = [
        *income_side(("income:general", "5.00"), ("carried-in:general", "1.00"), ("income-total", "6.00")),
        *expenditure_side(("expenditure-total", "6.00")),
    ]
    table = well_read(a_table(TableKind.FISCAL, rows))
    assert not run(
        cross_table_equality, table, well_read(a_coded_table(TableKind.GENERAL, (("total", "6.00"),)))
    ).findings
    assert run(cross_table_equality, table, well_read(a_coded_table(TableKind.GENERAL, (("total", "7.00"),)))).findings
    rows[0] = a_row("income:general", {M.TOTAL: "4.00"}, side=Side.INCOME)
    mixed = well_read(a_table(TableKind.FISCAL, rows))
    assert not run(
        cross_table_equality, mixed, well_read(a_coded_table(TableKind.GENERAL, (("total", "7.00"),)))
    ).findings


def test_general_rows_are_compared_with_all_rows_only_where_the_totals_agree() -> None:
    assert len(run(cross_table_equality, expenditure(), general(housing="700.00")).findings) == 1
    assert not run(cross_table_equality, expenditure(), general("18000.00", housing="700.00")).findings


def test_money_from_elsewhere_leaves_the_general_table_smaller() -> None:
    assert not run(cross_table_equality, a_summary(), expenditure(), general("18000.00")).findings


def test_where_all_money_is_general_the_totals_must_agree() -> None:
    summary = a_table(
        TableKind.SUMMARY,
        [
            *income_side(("income:general", "9.00"), ("income-total", "9.00")),
            *expenditure_side(("expenditure-total", "9.00")),
        ],
    )
    nine = well_read(a_coded_table(TableKind.EXPENDITURE, (("total", "9.00"),)))
    eight = well_read(a_coded_table(TableKind.GENERAL, (("total", "8.00"),)))
    (finding,) = run(cross_table_equality, summary, nine, eight).findings
    assert (finding.subject.table, finding.subject.place) == ("expenditure", "general")


def test_where_all_money_is_general_the_classes_of_summary_and_fiscal_table_must_agree_with_the_general_table() -> None:
    rows = [
        *income_side(("income:general", "9.00"), ("income-total", "9.00")),
        *expenditure_side(("204", "4.00"), ("208", "5.00"), ("expenditure-total", "9.00")),
    ]
    general_table = well_read(a_coded_table(TableKind.GENERAL, (("total", "9.00"), ("204", "5.00"), ("208", "4.00"))))
    for kind in (TableKind.SUMMARY, TableKind.FISCAL):
        findings = run(cross_table_equality, well_read(a_table(kind, rows)), general_table).findings
        assert [(one.subject.table, one.subject.item) for one in findings] == [(kind, "204"), (kind, "208")]


def test_a_fiscal_table_is_general_where_its_other_money_is_printed_as_nothing() -> None:
    nothing = [
        a_row(name, {M.TOTAL: "0.00"}, side=Side.INCOME)
        for name in ("政府性基金拨款", "国有资本经营拨款", "政府性基金拨款结转", "国有资本经营拨款结转")
    ]
    rows = [*income_side(("income:general", "5.00"), ("一般公共预算拨款结转", "1.00"), ("income-total", "6.00"))]
    closing = expenditure_side(("expenditure-total", "6.00"))
    table = well_read(a_table(TableKind.FISCAL, [*rows, *nothing, *closing]))
    seven = well_read(a_coded_table(TableKind.GENERAL, (("total", "7.00"),)))
    assert len(run(cross_table_equality, table, seven).findings) == 1
    unknown = well_read(a_table(TableKind.FISCAL, [*rows, *nothing[:2], *closing]))
    assert not run(cross_table_equality, unknown, seven).findings


def test_a_source_of_income_is_the_same_in_every_table() -> None:
    summary = a_table(TableKind.SUMMARY, income_side(("income:other", "2.00"), ("income-total", "9.00")))
    columns = a_table(TableKind.INCOME, [a_row("total", {M.TOTAL: "9.00", M.OTHER: "3.00"})])
    rows = a_table(TableKind.INCOME, income_side(("total", "9.00"), ("income:other", "3.00")))
    for table in (columns, rows):
        (finding,) = run(cross_table_equality, well_read(summary), well_read(table)).findings
        assert finding.difference == 10_000


@pytest.mark.parametrize(("carried", "found"), [("0.00", 1), ("1.00", 0)])
def test_a_source_may_contain_what_of_the_fiscal_money_was_carried_in(carried: str, found: int) -> None:
    summary = a_table(TableKind.SUMMARY, income_side(("income:general", "9.00"), ("income-total", "9.00")))
    granted = income_side(("income:general", "8.00"), ("carried-in", carried))
    findings = run(cross_table_equality, well_read(summary), well_read(a_table(TableKind.FISCAL, granted))).findings
    assert len(findings) == found


def test_rows_without_codes_are_compared_by_their_names() -> None:
    rows = [
        *income_side(("income:general", "9.00"), ("income-total", "9.00")),
        *expenditure_side(
            ("行政运行", "4.00"), ("其他支出", "1.00"), ("其他支出", "4.00"), ("expenditure-total", "9.00")
        ),
    ]
    coded = [("total", "9.00", "合计"), ("2040601", "5.00", "行政运行"), ("2299901", "4.00", "其他支出")]
    table = a_table(TableKind.GENERAL, [a_row(item, {M.TOTAL: text}, label=label) for item, text, label in coded])
    (finding,) = run(cross_table_equality, well_read(a_table(TableKind.FISCAL, rows)), well_read(table)).findings
    assert (finding.subject.table, finding.subject.item) == ("fiscal", "行政运行")


@pytest.mark.parametrize(("kind", "found"), [(Kind.BUDGET, 2), (Kind.FINAL_ACCOUNTS, 0)])
def test_income_and_expenditure_agree_by_code_unless_a_final_account_carries_money(kind: Kind, found: int) -> None:
    carried = a_table(TableKind.SUMMARY, income_side(("carried-in", "1.00")))
    income = well_read(a_coded_table(TableKind.INCOME, (("total", "9.00"), ("204", "5.00"), ("205", "4.00"))))
    spent = well_read(a_coded_table(TableKind.EXPENDITURE, (("total", "9.00"), ("204", "4.00"), ("205", "5.00"))))
    assert len(run(cross_table_equality, carried, income, spent, kind=kind).findings) == found


@pytest.mark.parametrize(
    ("left", "right", "column"),
    [
        (TableKind.FISCAL_EXPENDITURE, TableKind.GENERAL, M.TOTAL),
        (TableKind.FISCAL_BASIC, TableKind.BASIC, M.TOTAL),
        (TableKind.GENERAL, TableKind.BASIC_FUNCTION, M.BASIC),
    ],
)
@pytest.mark.parametrize(("total", "found"), [("9.00", 1), ("8.00", 0)])
def test_tables_of_the_same_money_print_the_same_rows(
    left: TableKind, right: TableKind, column: M, total: str, found: int
) -> None:
    rows = [a_row(item, {column: text}) for item, text in (("total", "9.00"), ("301", "5.00"), ("302", "4.00"))]
    other = a_coded_table(right, (("total", total), ("301", "5.00"), ("302", "3.00")))
    findings = run(cross_table_equality, well_read(a_table(left, rows)), well_read(other)).findings
    assert [one.subject.item for one in findings] == ["302"] * found


def test_codes_that_stand_twice_are_not_compared() -> None:
    twice = well_read(a_coded_table(TableKind.GENERAL, (("total", "9.00"), ("204", "4.00"), ("204", "5.00"))))
    once = well_read(a_coded_table(TableKind.EXPENDITURE, (("total", "9.00"), ("204", "9.00"))))
    assert not run(cross_table_equality, once, twice).findings


def test_sets_of_tables_of_several_units_pair_in_order() -> None:
    small, other = (
        a_summary(expenditure_total="18949.22"),
        a_table(TableKind.SUMMARY, expenditure_side(("expenditure-total", "5.00")), caption="收支总表"),
    )
    five = well_read(a_coded_table(TableKind.EXPENDITURE, (("total", "5.00"),)))
    assert not run(cross_table_equality, small, other, expenditure(), five).findings
    assert len(run(cross_table_equality, small, other, five, expenditure()).findings) == 2


def test_a_misprint_that_differs_from_two_tables_is_told_once() -> None:
    income = well_read(a_coded_table(TableKind.INCOME, (("total", "18949.22"), *CLASSES)))
    first, second = run(cross_table_equality, income, expenditure(housing="700.00"), general()).findings
    assert (first.caused_by, second.caused_by) == (None, first.fingerprint)


def test_findings_of_one_run_never_share_a_fingerprint() -> None:
    findings = run(cross_table_equality, a_summary(), expenditure("18000.00"), fiscal("17000.00"), general()).findings
    assert len({one.fingerprint for one in findings}) == len(findings) >= 2


def test_a_doubtful_table_is_not_compared() -> None:
    doubtful = misread(a_coded_table(TableKind.EXPENDITURE, (("total", "9.00"), ("204", "5.00"))))
    assert run(cross_table_equality, a_summary(), doubtful).outcome is Outcome.UNRESOLVED


def test_a_single_table_has_nothing_to_be_compared_with() -> None:
    assert run(cross_table_equality, a_summary()).outcome is Outcome.SKIPPED
