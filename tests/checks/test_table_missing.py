from dataclasses import replace

import pytest

from checks.table_missing import table_missing
from records.disclosure import Disclosure, Kind, Section
from records.evidence import Evidence
from records.finding import Outcome, Severity
from records.table import Table, TableKind
from tests.builders.disclosures import a_disclosure, a_table
from tests.builders.sums import a_coded_table, run_on

NINE = {
    TableKind.SUMMARY: "收支总表",
    TableKind.INCOME: "收入总表",
    TableKind.EXPENDITURE: "支出总表",
    TableKind.FISCAL: "财政拨款收支总表",
    TableKind.GENERAL: "一般公共预算支出表",
    TableKind.BASIC: "一般公共预算基本支出表",
    TableKind.FUND: "政府性基金预算支出表",
    TableKind.STATE_CAPITAL: "国有资本经营预算支出表",
    TableKind.SANGONG: "“三公”经费支出表",
}


def tables(*left_out: TableKind) -> list[Table]:
    return [
        a_table(kind, [], caption=caption, page=page)
        for page, (kind, caption) in enumerate(NINE.items(), start=4)
        if kind not in left_out
    ]


def disclosure(*left_out: TableKind, kind: Kind = Kind.BUDGET, text: str = "") -> Disclosure:
    section = Section("说明", 1, text, (20,), Evidence(page=20))
    return replace(a_disclosure(tables=tables(*left_out), kind=kind), sections=(section,))


def test_a_core_table_that_is_missing_is_an_error_with_the_place_where_it_should_stand() -> None:
    run = run_on(table_missing, disclosure(TableKind.EXPENDITURE))
    (finding,) = run.findings
    assert (finding.case, finding.severity) == ("core", Severity.ERROR)
    assert finding.message == "应公开的表中未见支出总表：收入总表（第 5 页）之后是财政拨款收支总表（第 7 页）。"
    assert finding.evidence[0].absent
    assert finding.evidence[0].page == 7


def test_a_final_account_is_told_in_its_own_words() -> None:
    (finding,) = run_on(table_missing, disclosure(TableKind.SUMMARY, kind=Kind.FINAL_ACCOUNTS)).findings
    assert finding.message == "应公开的表中未见收入支出决算总表：收入总表（第 5 页）之前没有这张表。"


def test_after_the_sixth_table_nothing_is_said_of_the_order() -> None:
    (finding,) = run_on(table_missing, disclosure(TableKind.SANGONG)).findings
    assert finding.message == "应公开的表中未见“三公”经费支出表：一般公共预算基本支出表（第 9 页）之后没有这张表。"


def test_a_table_that_is_not_core_is_a_warning() -> None:
    (finding,) = run_on(table_missing, disclosure(TableKind.STATE_CAPITAL)).findings
    assert (finding.case, finding.severity) == ("other", Severity.WARNING)


@pytest.mark.parametrize(("year", "found"), [(2020, 0), (2021, 1)])
def test_the_state_capital_table_is_required_since_2021(year: int, found: int) -> None:
    given = replace(disclosure(TableKind.STATE_CAPITAL), fiscal_year=year)
    assert len(run_on(table_missing, given).findings) == found


def test_a_fund_table_left_out_because_there_are_no_funds_is_only_told() -> None:
    found = run_on(table_missing, disclosure(TableKind.FUND, text="一、收入。本部门2023年没有政府性基金预算拨款。"))
    assert [one.case for one in found.findings] == ["declared-empty"]


def test_all_nine_tables_pass() -> None:
    assert run_on(table_missing, disclosure()).outcome is Outcome.PASSED


@pytest.mark.parametrize("sentence", ["“三公”经费情况详见附件3。", "三公经费涉密，不予公开。"])
def test_a_table_announced_elsewhere_or_secret_is_not_missing(sentence: str) -> None:
    assert run_on(table_missing, disclosure(TableKind.SANGONG, text=sentence)).outcome is Outcome.PASSED


def test_a_table_merged_into_another_is_not_missing() -> None:
    merged = a_table(TableKind.FUND, [], caption="政府性基金和国有资本经营预算支出表")
    given = disclosure(TableKind.FUND, TableKind.STATE_CAPITAL)
    assert not run_on(table_missing, replace(given, tables=(*given.tables, merged))).findings


def test_a_caption_we_do_not_know_may_be_the_table() -> None:
    unknown = a_table(TableKind.OTHER, [], caption="基本支出按经济科目分列情况")
    given = disclosure(TableKind.BASIC)
    assert not run_on(table_missing, replace(given, tables=(*given.tables, unknown))).findings


def test_a_final_summary_does_not_stand_for_the_income_table() -> None:
    given = disclosure(TableKind.SUMMARY, TableKind.INCOME)
    summary = a_table(TableKind.SUMMARY, [], caption="收入支出决算总表")
    findings = run_on(table_missing, replace(given, tables=(*given.tables, summary))).findings
    assert [one.subject.table for one in findings] == ["income"]


@pytest.mark.parametrize("kind", [Kind.PERFORMANCE, Kind.GOVERNMENT])
def test_other_kinds_of_disclosures_need_not_contain_the_nine(kind: Kind) -> None:
    assert run_on(table_missing, a_disclosure(kind=kind)).outcome is Outcome.SKIPPED


def test_a_text_without_any_table_is_unresolved() -> None:
    run = run_on(table_missing, a_disclosure())
    assert run.outcome is Outcome.UNRESOLVED
    assert "another file" in (run.reason or "")


def test_more_tables_missing_than_found_is_unresolved() -> None:
    left_out = list(NINE)[:5]
    assert run_on(table_missing, disclosure(*left_out)).outcome is Outcome.UNRESOLVED
    assert run_on(table_missing, disclosure(*left_out[:4])).outcome is Outcome.FOUND


@pytest.mark.parametrize(("unread", "outcome"), [(6, Outcome.UNRESOLVED), (30, Outcome.FOUND)])
def test_a_page_that_could_not_be_read_may_hold_the_table(unread: int, outcome: Outcome) -> None:
    given = replace(disclosure(TableKind.EXPENDITURE), unread_pages=(unread,))
    assert run_on(table_missing, given).outcome is outcome


def test_local_tables_are_required_where_the_option_says_so() -> None:
    assert len(run_on(table_missing, disclosure(), local_tables=["procurement"]).findings) == 1


@pytest.mark.parametrize(
    ("kind", "codes", "found"),
    [
        (TableKind.GENERAL, ("204", "20406"), 1),
        (TableKind.GENERAL, ("204", "2040601"), 0),
        (TableKind.GENERAL, ("合计",), 0),
        (TableKind.BASIC, ("301", "302"), 1),
        (TableKind.BASIC, ("301", "30101"), 0),
    ],
)
def test_the_classification_must_be_printed_to_its_depth(kind: TableKind, codes: tuple[str, ...], found: int) -> None:
    given = disclosure(kind)
    table = a_coded_table(kind, [(code, "5.00") for code in codes])
    findings = run_on(table_missing, replace(given, tables=(*given.tables, table))).findings
    assert [one.case for one in findings] == ["depth"] * found


def test_rows_of_zeros_need_no_depth() -> None:
    given = disclosure(TableKind.GENERAL)
    table = a_coded_table(TableKind.GENERAL, (("204", "0.00"),))
    assert not run_on(table_missing, replace(given, tables=(*given.tables, table))).findings


def test_the_sangong_of_a_fund_are_not_the_table_of_the_fund() -> None:
    other = a_table(TableKind.OTHER, [], caption="政府性基金预算“三公”经费支出预算表", page=20)
    found = disclosure(TableKind.FUND)
    (finding,) = run_on(table_missing, replace(found, tables=(*found.tables, other))).findings
    assert finding.case == "other"
