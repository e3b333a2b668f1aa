from dataclasses import replace
from decimal import Decimal

from checks.check import CheckOptions
from checks.sum_hierarchy import sum_hierarchy
from records.disclosure import Section
from records.evidence import Evidence
from records.finding import Outcome, Severity
from records.surroundings import Surroundings
from records.table import Measure, TableKind
from tests.builders.disclosures import a_disclosure, a_row, a_table
from tests.builders.sums import M, a_coded_table, an_expenditure_table, misread, run, run_on, well_read


def test_a_gap_that_secret_rows_may_fill_is_only_pointed_out() -> None:
    rows = [a_row("204", {Measure.TOTAL: "100.00"}), a_row("20406", {Measure.TOTAL: "60.00"})]
    text = "根据国家保密法律法规，部分涉密事项在预算公开时予以剔除。"
    said = Section("八、其他说明", 1, text, (30,), Evidence(page=30))
    disclosure = replace(a_disclosure(tables=[well_read(a_table(TableKind.EXPENDITURE, rows))]), sections=(said,))

    (finding,) = sum_hierarchy.function(disclosure, Surroundings(), CheckOptions())

    assert (finding.case, finding.severity) == ("withheld", Severity.INFO)
    assert "可能有未列出的行" in finding.message


def test_rows_left_out_below_one_item_are_told_once_for_all_columns_and_tables() -> None:
    amounts = ({M.TOTAL: "100.00", M.BASIC: "40.00"}, {M.TOTAL: "60.00", M.BASIC: "30.00"})
    rows = [a_row(item, columns) for item, columns in zip(("204", "20406"), amounts, strict=True)]
    tables = [well_read(a_table(kind, rows, caption=kind)) for kind in (TableKind.EXPENDITURE, TableKind.GENERAL)]
    said = Section("八、其他说明", 1, "涉密事项不予公开。", (30,), Evidence(page=30))
    disclosure = replace(a_disclosure(tables=tables), sections=(said,))

    first, *others = sum_hierarchy.function(disclosure, Surroundings(), CheckOptions())

    assert (first.caused_by, [other.caused_by for other in others]) == (None, [first.fingerprint] * 3)


def test_a_row_that_was_left_out_is_told_once_for_all_the_columns_it_breaks() -> None:
    rows = [
        a_row("204", {M.TOTAL: "100.00", M.BASIC: "70.00", M.PROJECT: "30.00"}),
        a_row("20406", {M.TOTAL: "60.00", M.BASIC: "50.00", M.PROJECT: "10.00"}),
    ]
    first, *others = run(sum_hierarchy, well_read(a_table(TableKind.EXPENDITURE, rows))).findings
    assert [other.caused_by for other in others] == [first.fingerprint] * 2


def test_parts_that_exceed_their_whole_are_an_error_whatever_is_withheld() -> None:
    rows = [a_row("204", {Measure.TOTAL: "60.00"}), a_row("20406", {Measure.TOTAL: "100.00"})]
    said = Section("八、其他说明", 1, "涉密事项不予公开。", (30,), Evidence(page=30))
    disclosure = replace(a_disclosure(tables=[well_read(a_table(TableKind.EXPENDITURE, rows))]), sections=(said,))

    (finding,) = sum_hierarchy.function(disclosure, Surroundings(), CheckOptions())

    assert finding.severity is Severity.ERROR


def test_a_class_that_is_not_the_sum_of_its_sections_is_found_with_both_numbers() -> None:
    run_ = run(sum_hierarchy, an_expenditure_table(justice="5145.65"))
    assert run_.outcome is Outcome.FOUND
    (finding,) = run_.findings
    assert (finding.severity, finding.case) == (Severity.ERROR, "different")
    assert (finding.expected, finding.actual) == (Decimal("125185600"), Decimal("125285600"))
    assert finding.message == (
        "部门预算支出总表“204”total为 12,528.56 万元（第 7 页），"
        "2 个分项之和为 5,145.65＋7,372.91＝12,518.56 万元，相差 10.00 万元。"
    )
    assert [evidence.text for evidence in finding.evidence] == ["12528.56", "5145.65", "7372.91"]


def test_sections_that_add_up_pass() -> None:
    assert run(sum_hierarchy, an_expenditure_table()).outcome is Outcome.PASSED


def test_without_codes_there_is_nothing_to_test() -> None:
    assert run(sum_hierarchy, a_coded_table(TableKind.GENERAL, (("合计", "5.00"),))).outcome is Outcome.SKIPPED


def test_a_difference_of_exactly_the_tolerance_passes() -> None:
    assert run(sum_hierarchy, an_expenditure_table(justice="5155.64")).outcome is Outcome.PASSED


def test_a_difference_between_the_tolerance_and_twice_that_is_a_warning() -> None:
    (finding,) = run(sum_hierarchy, an_expenditure_table(justice="5155.62")).findings  # 0.03 = twice 0.005·3
    assert (finding.severity, finding.case) == (Severity.WARNING, "rounding")


def test_a_difference_beyond_twice_the_tolerance_is_an_error() -> None:
    (finding,) = run(sum_hierarchy, an_expenditure_table(justice="5155.61")).findings
    assert finding.severity is Severity.ERROR


def test_one_misprint_that_breaks_two_sums_is_told_once() -> None:
    rows = (("204", "9.00"), ("20406", "7.00"), ("2040601", "4.00"), ("2040602", "5.00"))
    first, second = run(sum_hierarchy, well_read(a_coded_table(TableKind.GENERAL, rows))).findings
    assert first.caused_by is None
    assert second.caused_by == first.fingerprint


def test_one_row_too_many_that_breaks_two_columns_is_told_once() -> None:
    rows = [a_row("total", {M.TOTAL: "9.00", M.PROJECT: "9.00"}), a_row("204", {M.TOTAL: "9.00", M.PROJECT: "9.00"})]
    extra = a_row("222", {M.TOTAL: "3.00", M.PROJECT: "3.00"})
    first, second = run(sum_hierarchy, well_read(a_table(TableKind.GENERAL, [*rows, extra]))).findings
    assert (first.caused_by, second.caused_by) == (None, first.fingerprint)


def test_two_misprints_of_different_size_are_told_apart() -> None:
    rows = (("204", "9.00"), ("20406", "7.00"), ("2040601", "4.00"), ("2040602", "1.00"))
    findings = run(sum_hierarchy, well_read(a_coded_table(TableKind.GENERAL, rows))).findings
    assert [one.caused_by for one in findings] == [None, None]


def test_the_same_code_of_two_units_and_two_columns_makes_findings_of_their_own() -> None:
    def unit(total: str) -> list[tuple[str, str]]:
        return [("204", total), ("20406", "1.00")]

    rows = [a_row(code, {M.TOTAL: text, M.BASIC: text}) for code, text in [*unit("5.00"), *unit("1.00"), *unit("6.00")]]
    table = a_table(TableKind.GENERAL, [*rows, *(a_row("20501", {M.TOTAL: "1.00"}) for _ in range(9))])
    findings = run(sum_hierarchy, well_read(table)).findings
    assert len({one.fingerprint for one in findings}) == len(findings) == 4


def test_mending_the_first_of_two_findings_leaves_the_other_its_identity() -> None:
    def second_fingerprint(first_total: str) -> str:
        rows = (("204", first_total), ("20406", "1.00"), ("204", "6.00"), ("20406", "2.00"))
        table = well_read(a_coded_table(TableKind.GENERAL, rows))
        return run(sum_hierarchy, table).findings[-1].fingerprint

    assert second_fingerprint("5.00") == second_fingerprint("1.00")


def test_a_table_most_of_whose_relations_fail_is_unresolved() -> None:
    rows = (("total", "50.00"), ("204", "9.00"), ("20406", "7.00"), ("2040601", "4.00"))
    run_ = run(sum_hierarchy, a_coded_table(TableKind.GENERAL, rows, caption="支出表"))
    assert run_.outcome is Outcome.UNRESOLVED
    assert "支出表" in (run_.reason or "")


def test_a_doubtful_table_does_not_hide_the_findings_of_a_sound_one() -> None:
    doubtful = misread(a_coded_table(TableKind.GENERAL, (("204", "9.00"), ("20406", "1.00"))))
    run_ = run_on(sum_hierarchy, a_disclosure(tables=[doubtful, an_expenditure_table(justice="5145.65")]))
    assert (run_.outcome, len(run_.findings)) == (Outcome.FOUND, 1)
    assert "misread" in (run_.reason or "")
