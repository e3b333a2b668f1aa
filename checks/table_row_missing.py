"""必需公开的表缺少必需的行或列。

## 检查什么
“三公”经费表应有合计和因公出国（境）费、公务用车购置费、公务用车运行费、公务接待费各项；收支总表、财政拨款收支总表应有收入总计、
支出总计；支出总表应分列基本支出、项目支出。

## 为什么重要
缺一行合计，表就无法与其他表核对；“三公”经费缺一项，这一项就没有公开。

## 示例
> 部门预算财政拨款“三公”经费支出表（第 12 页）没有合计行。

## 不适用
没有数据的空表（由 CMP003 检查）；横排的“三公”表，表头写明的即为有；基本支出、项目支出已在其他表分列的，或者
基本支出分列为人员经费、公用经费的；续页没有读成同一张表、其上写有总计的；“教学科研人员因公出国”等子行可以没有；
表的多数关系不成立的，视为读取存疑，不判断。

## 依据
部门预算、决算公开表样；“三公”经费应分项列示（未核原文）。
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checks.check import CheckOptions, Skipped, check
from checks.printings import sound
from checks.running_text import folded
from checks.wording import place
from records.disclosure import Disclosure
from records.finding import Finding, Severity, subject_of
from records.hierarchies import COMBINED
from records.surroundings import Surroundings
from records.table import TOTAL_ITEM, Measure, Table, TableKind


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that must be there."""

    name: str
    items: frozenset[str]
    """The items any of which is it."""
    words: tuple[str, ...]
    """A cell with one of these prints it, also where we did not understand the row."""
    summing: bool = False
    """True for the sum of a column: its words stand above columns of amounts too."""


_TOTALS = (
    _Row("收入总计", frozenset({"income-total"}), ("收入总计", "收入合计", "总计")),
    _Row("支出总计", frozenset({"expenditure-total"}), ("支出总计", "支出合计", "总计")),
)
_ROWS: Mapping[TableKind, tuple[_Row, ...]] = {
    TableKind.SANGONG: (
        _Row("合计", frozenset({"sangong", TOTAL_ITEM}), ("合计", "小计", "总计", "总额", "三公"), summing=True),
        _Row("因公出国（境）费", frozenset({"abroad"}), ("出国", "出境")),
        _Row("公务用车购置费", frozenset({"vehicle-purchase"}), ("购置",)),
        _Row("公务用车运行费", frozenset({"vehicle-running"}), ("运行", "运维", "维护")),
        _Row("公务接待费", frozenset({"reception"}), ("接待",)),
    ),
    TableKind.SUMMARY: _TOTALS,
    TableKind.FISCAL: _TOTALS,
}
_COLUMNS: Mapping[Measure, str] = {Measure.BASIC: "基本支出", Measure.PROJECT: "项目支出"}


@check("CMP002", "table-row-missing", cases={"row": Severity.WARNING, "column": Severity.WARNING})
def table_row_missing(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the rows and columns that a table must have and does not print."""
    tables = [table for kind in (*_ROWS, TableKind.EXPENDITURE) for table in sound(disclosure, kind)]
    filled = [table for table in tables if any(row.facts for row in table.rows)]
    if not filled:
        raise Skipped("no table with numbers that must have certain rows")
    for table in filled:
        missing = [row for row in _ROWS.get(table.kind, ()) if not _has(disclosure, table, row)]
        yield from (_finding(disclosure, "row", table, row.name, "行") for row in missing)
    for table in (one for one in filled if one.kind is TableKind.EXPENDITURE):
        for measure, name in _COLUMNS.items():
            if not _splits(disclosure, measure, name):
                yield _finding(disclosure, "column", table, name, "列")


def _has(disclosure: Disclosure, table: Table, wanted: _Row) -> bool:
    if any(row.item.rpartition(COMBINED)[2] in wanted.items for row in table.rows):
        return True
    if wanted.summing:
        listed_downwards = table.printed_rows >= len(table.rows)
        return not listed_downwards or any(word in folded(row.label) for row in table.rows for word in wanted.words)
    others = (one for one in disclosure.of_kind(TableKind.OTHER) if table.kind is not TableKind.SANGONG)
    cells = (cell for one in (table, *others) for row in one.grid for cell in row)
    return any(word in folded(cell) for cell in cells for word in wanted.words)


def _splits(disclosure: Disclosure, measure: Measure, name: str) -> bool:
    """Whether any table gives the measure a column, or the columns it consists of, or at least its name."""
    columns = [column for table in disclosure.tables for column in table.columns]
    printed = {column.measure for column in columns}
    parts = measure is Measure.BASIC and {Measure.PERSONNEL, Measure.PUBLIC} <= printed
    return measure in printed or parts or any(name in folded(column.heading) for column in columns)


def _finding(disclosure: Disclosure, case: str, table: Table, name: str, what: str) -> Finding:
    return Finding(
        code=table_row_missing.code,
        case=case,
        subject=subject_of(disclosure, table=table.kind, place=table.place, item=name, measure=case),
        severity=table_row_missing.cases[case],
        message=f"{table.caption}{place(table.evidence)}没有“{name}”{what}。",
        evidence=(table.evidence,),
    )
