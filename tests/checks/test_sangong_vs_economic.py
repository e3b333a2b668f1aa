import pytest

from checks.sangong_vs_economic import sangong_vs_economic
from records.finding import CheckRun, Outcome, Severity
from records.table import TableKind
from tests.builders.disclosures import a_row, a_table
from tests.builders.sums import M, a_coded_table, a_sangong_table, misread, run, well_read


def compared(rows: dict[str, str], sangong: dict[str, str], *, require_equal: bool = False) -> CheckRun:
    basic = well_read(a_coded_table(TableKind.BASIC, tuple(rows.items()), caption="基本支出表", page=13))
    return run(sangong_vs_economic, basic, well_read(a_sangong_table(**sangong)), require_equal=require_equal)


def test_a_part_greater_than_the_sangong_item_is_found() -> None:
    (finding,) = compared({"30217": "9.00"}, {}).findings
    assert (finding.case, finding.severity) == ("basic-above", Severity.ERROR)
    assert "8.00 万元（第 14 页），基本支出表“30217”total为 9.00 万元（第 13 页），相差 1.00 万元" in finding.message


def test_equal_numbers_pass() -> None:
    assert compared({"30217": "8.00"}, {}).outcome is Outcome.PASSED


def test_a_sangong_item_may_be_greater_because_projects_pay_for_it_too() -> None:
    assert compared({"30217": "5.00"}, {}).outcome is Outcome.PASSED


def test_the_option_reports_what_only_projects_explain() -> None:
    (finding,) = compared({"30217": "5.00"}, {}, require_equal=True).findings
    assert (finding.case, finding.severity) == ("sangong-above", Severity.INFO)


@pytest.mark.parametrize(("basic", "case"), [("8.01", None), ("8.02", "rounding"), ("8.03", "basic-above")])
def test_two_printings_may_differ_by_one_quantum(basic: str, case: str | None) -> None:
    assert [one.case for one in compared({"30217": basic}, {}).findings] == ([case] if case else [])


def test_journeys_abroad_may_be_academic_and_are_only_warned_of() -> None:
    (finding,) = compared({"30212": "5.00"}, {"abroad": "3.00"}).findings
    assert (finding.case, finding.severity) == ("abroad-above", Severity.WARNING)


def test_an_item_left_blank_is_compared_with_the_whole_sangong() -> None:
    assert compared({"30212": "5.00"}, {}).outcome is Outcome.PASSED
    assert len(compared({"30212": "113.00"}, {}).findings) == 1


def test_a_blank_item_is_not_required_to_equal_the_whole() -> None:
    assert not compared({"30212": "5.00"}, {}, require_equal=True).findings


def test_codes_printed_several_times_are_added_up() -> None:
    rows = [a_row("30217", {M.TOTAL: text}) for text in ("5.00", "4.00")]
    basic = well_read(a_table(TableKind.BASIC, rows))
    assert len(run(sangong_vs_economic, basic, a_sangong_table()).findings) == 1


def test_of_two_economic_tables_the_smaller_number_counts() -> None:
    tables = [well_read(a_coded_table(TableKind.BASIC, (("30217", text),))) for text in ("9.00", "8.00")]
    assert not run(sangong_vs_economic, *tables, a_sangong_table()).findings


def test_without_economic_rows_there_is_nothing_to_compare() -> None:
    assert compared({"30201": "5.00"}, {}).outcome is Outcome.SKIPPED


def test_a_doubtful_sangong_table_is_not_compared() -> None:
    basic = well_read(a_coded_table(TableKind.BASIC, (("30217", "9.00"),)))
    assert run(sangong_vs_economic, basic, misread(a_sangong_table(sangong="200.00"))).outcome is Outcome.UNRESOLVED
