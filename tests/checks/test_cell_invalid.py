from dataclasses import replace

import pytest

from checks.cell_invalid import cell_invalid
from records.finding import Finding, Outcome, Severity
from records.table import Column, Quality, Table, TableKind
from tests.builders.disclosures import a_disclosure, a_row, a_table
from tests.builders.sums import M, run, run_on, well_read


def basic(*personnel: str) -> Table:
    """Return a table of three items whose 人员经费 cells are as given."""
    labels = ["办公费", "水费", "电费"][: len(personnel)]
    grid = [
        ("科目", "合计", "人员经费"),
        *((label, "1.00", cell) for label, cell in zip(labels, personnel, strict=True)),
    ]
    rows = [a_row(f"3020{n}", {M.TOTAL: "1.00"}, label=label, page=11) for n, label in enumerate(labels)]
    columns = (Column("科目"), Column("合计", M.TOTAL), Column("人员经费", M.PERSONNEL))
    table = a_table(TableKind.BASIC, rows, caption="基本支出表", page=11)
    return well_read(replace(table, grid=tuple(grid), columns=columns))


def findings(table: Table) -> tuple[Finding, ...]:
    return run(cell_invalid, table).findings


def test_words_among_amounts_are_told_once_a_column_with_their_rows() -> None:
    (finding,) = findings(basic("万元", "0.50", "万元"))
    assert (finding.severity, finding.case) == (Severity.WARNING, "not-a-number")
    assert finding.message == "基本支出表“人员经费”列有 2 个单元格印作“万元”，不是数：“办公费”、“电费”（第 11 页）。"
    assert [(one.row, one.text) for one in finding.evidence] == [("办公费", "万元"), ("电费", "万元")]


@pytest.mark.parametrize("cell", ["", " - ", "——", "────", "无", "/", "0", "1,234.50", "（1.00）", "1682.7\n6", "12%"])
def test_a_number_or_a_sign_for_nothing_passes(cell: str) -> None:
    assert run(cell_invalid, basic(cell)).outcome is Outcome.PASSED


@pytest.mark.parametrize("cell", ["12,34.00", "#REF!", "×××", "1.2.3", "见附表"])
def test_what_is_no_amount_is_found(cell: str) -> None:
    assert len(findings(basic(cell))) == 1


def test_an_amount_below_zero_is_found_but_a_change_may_be_one() -> None:
    rows = [a_row("reception", {M.TOTAL: "-8.00", M.CHANGE: "-1.00"}, label="公务接待费")]
    (finding,) = findings(a_table(TableKind.SANGONG, rows, caption="“三公”表"))
    assert (finding.case, finding.message) == ("negative", "“三公”表“公务接待费”total为负数：-8.00 万元（第 3 页）。")


@pytest.mark.parametrize(("long", "count"), [(0, 0), (1, 1), (2, 0)])
def test_a_few_amounts_with_more_decimals_than_all_others_are_remarked(long: int, count: int) -> None:
    texts = ["1.001"] * long + ["1.00"] * (10 - long)  # one of ten is exactly `few`
    rows = [a_row(f"3020{n}", {M.TOTAL: text}, label=f"费用{n}") for n, text in enumerate(texts)]
    found = findings(well_read(a_table(TableKind.BASIC, rows)))
    assert [(one.case, one.severity) for one in found] == [("decimals", Severity.INFO)] * count


def test_pages_recognised_from_a_picture_and_doubtful_tables_are_not_judged() -> None:
    scanned = replace(a_disclosure(tables=[basic("万元")]), ocr_pages=(11,))
    doubtful = replace(basic("万元"), quality=Quality(9, 1))
    assert run_on(cell_invalid, scanned).outcome is Outcome.SKIPPED
    assert run(cell_invalid, doubtful).outcome is Outcome.SKIPPED
