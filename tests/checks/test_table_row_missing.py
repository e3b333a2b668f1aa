from dataclasses import replace

import pytest

from checks.check import CheckOptions, Skipped
from checks.table_row_missing import table_row_missing
from records.disclosure import Disclosure
from records.finding import Finding
from records.surroundings import Surroundings
from records.table import Column, Measure, Quality, Side, Table, TableKind
from tests.builders.disclosures import a_disclosure, a_row, a_table

ITEMS = ("abroad", "vehicle", "vehicle-purchase", "vehicle-running", "reception")


def sangong(*items: str) -> Table:
    return a_table(TableKind.SANGONG, [a_row(item, {Measure.TOTAL: "0.00"}) for item in items], caption="三公表")


def expenditure(*measures: Measure) -> Table:
    row = a_row("total", dict.fromkeys(measures, "0.00"))
    headings = {Measure.BASIC: "基本支出", Measure.PROJECT: "项目支出"}
    columns = tuple(Column(headings.get(measure, "合计"), measure) for measure in measures)
    return replace(a_table(TableKind.EXPENDITURE, [row], caption="支出总表"), columns=columns)


def findings(disclosure: Disclosure) -> list[Finding]:
    return list(table_row_missing.function(disclosure, Surroundings(), CheckOptions()))


def on(*tables: Table) -> list[Finding]:
    return findings(a_disclosure(tables=tables))


def test_a_sangong_table_without_a_sum_is_found() -> None:
    (finding,) = on(sangong(*ITEMS))
    assert finding.message == "三公表（第 3 页）没有“合计”行。"


def test_a_sangong_table_with_every_row_passes() -> None:
    assert not on(sangong("sangong", *ITEMS))


def test_an_item_that_no_cell_names_is_found() -> None:
    (finding,) = on(sangong("sangong", "abroad", "vehicle", "vehicle-purchase", "vehicle-running"))
    assert finding.subject.item == "公务接待费"


def test_a_cell_that_names_the_item_is_enough() -> None:
    table = sangong("sangong", "abroad", "vehicle", "vehicle-purchase", "vehicle-running")
    assert not on(replace(table, grid=(("3、公 务 接 待 费", ""),)))


def test_a_table_that_lists_across_has_its_sum_in_the_heading() -> None:
    assert not on(replace(sangong(*ITEMS), printed_rows=1))


def test_items_listed_by_body_count() -> None:
    assert not on(sangong("某站/sangong", *(f"某站/{item}" for item in ITEMS)))


def test_a_summary_without_the_total_of_one_side_is_found() -> None:
    rows = [a_row("income-total", {Measure.TOTAL: "9.00"}, side=Side.INCOME)]
    (finding,) = on(a_table(TableKind.SUMMARY, rows, caption="收支总表"))
    assert finding.message == "收支总表（第 3 页）没有“支出总计”行。"


def test_a_total_on_a_page_we_did_not_join_is_there() -> None:
    rows = [a_row("income-total", {Measure.TOTAL: "9.00"}, side=Side.INCOME)]
    page = replace(a_table(TableKind.OTHER, []), grid=(("收入合\n计", "9.00", "支出合计", "9.00"),))
    assert not on(a_table(TableKind.SUMMARY, rows), page)


def test_an_expenditure_table_without_its_columns_is_found() -> None:
    assert [one.subject.item for one in on(expenditure(Measure.TOTAL))] == ["基本支出", "项目支出"]
    assert not on(expenditure(Measure.TOTAL, Measure.BASIC, Measure.PROJECT))


def test_another_table_may_tell_the_columns_apart() -> None:
    general = replace(expenditure(Measure.TOTAL, Measure.BASIC, Measure.PROJECT), kind=TableKind.GENERAL)
    assert not on(expenditure(Measure.TOTAL), general)


def test_personnel_and_public_together_are_the_basic_expenditure() -> None:
    assert not on(expenditure(Measure.TOTAL, Measure.PERSONNEL, Measure.PUBLIC, Measure.PROJECT))


def test_an_empty_table_and_a_doubtful_one_are_not_judged() -> None:
    with pytest.raises(Skipped):
        on(a_table(TableKind.SANGONG, [a_row("abroad", {})]))
    with pytest.raises(Skipped):
        on(replace(sangong("abroad"), quality=Quality(3, 1)))
