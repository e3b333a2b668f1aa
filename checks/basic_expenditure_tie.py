"""基本支出在两张表中不一致。

## 检查什么
一般公共预算支出表（按功能分类）的基本支出合计，与一般公共预算基本支出表（按经济分类）的合计；
功能分类表拆出人员经费、公用经费的，再与经济分类表的人员经费、公用经费合计比较。
决算的基本支出表没有印总合计的，以“人员经费合计”与“公用经费合计”之和代之。

## 为什么重要
两张表是同一笔基本支出的两种分类，总数必须相同。

## 示例
> 部门预算一般公共预算财政拨款支出表“合计”基本支出为 15,390.91 万元（第 10 页），
> 部门预算一般公共预算财政拨款基本支出表“合计”合计为 15,380.91 万元（第 12 页），相差 10.00 万元。

## 不适用
支出总表的基本支出可能含非财政资金，不参加比较。差额在四舍五入的范围之内，不报；在其两倍之内（尾差），只作警告。
表的多数关系都不成立时视为读取存疑，记为未决。

## 依据
部门预算、部门决算公开表样的勾稽关系（未核原文）。
"""

from collections.abc import Iterable, Iterator

from checks.check import CheckOptions, Skipped, check
from checks.printings import (
    Printing,
    Term,
    compare,
    contradiction,
    counterparts,
    nearest,
    printings,
    refuse_doubtful,
)
from records.disclosure import Disclosure
from records.finding import Finding, Severity
from records.surroundings import Surroundings
from records.table import TOTAL_ITEM, Measure, Table, TableKind
from records.tolerance import Agreement

_PARTS = (Measure.PERSONNEL, Measure.PUBLIC)


@check("TAB002", "basic-expenditure-tie", cases={"different": Severity.ERROR, "rounding": Severity.WARNING})
def basic_expenditure_tie(
    disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions
) -> Iterator[Finding]:
    """Yield the 基本支出, 人员经费 and 公用经费 that the functional and the economic table print differently."""
    tested = 0
    for measure in (Measure.BASIC, *_PARTS):
        for table, others in counterparts(disclosure, TableKind.GENERAL, TableKind.BASIC):
            lefts = printings([table], [Term(TableKind.GENERAL, TOTAL_ITEM, measure)])
            pair = nearest(lefts, _economic([one for one in others if not _is_of_all(one, table)], measure))
            if pair is None:
                continue
            tested += 1
            verdict = compare(*pair)
            if verdict is not Agreement.EQUAL:
                yield contradiction(
                    disclosure, basic_expenditure_tie, str(verdict), *pair, item=TOTAL_ITEM, measure=measure
                )
    refuse_doubtful(disclosure, TableKind.GENERAL, TableKind.BASIC)
    if not tested:
        raise Skipped("no 基本支出 total in both the functional and the economic table")


def _economic(tables: Iterable[Table], measure: Measure) -> list[Printing]:
    """Return what each economic table prints: a column's total, a closing row, or for 基本支出 the sum of the two."""
    return [found for table in tables for found in (_total_of(table, measure),) if found]


def _is_of_all(economic: Table, functional: Table) -> bool:
    """Say whether an economic table that is not called 基本支出 adds up to all expenditure."""
    total, printed = functional.fact(TOTAL_ITEM, Measure.TOTAL), _total_of(economic, Measure.BASIC)
    if "基本" in economic.caption or total is None or printed is None:
        return False
    return compare(Printing(functional, (total,)), printed) is not Agreement.DIFFERENT


def _total_of(table: Table, measure: Measure) -> Printing | None:
    column = Measure.TOTAL if measure is Measure.BASIC else measure
    fact = table.fact(TOTAL_ITEM, column) or (table.fact(measure, Measure.TOTAL) if measure in _PARTS else None)
    if fact:
        return Printing(table, (fact,))
    if measure in _PARTS:
        return None
    parts = [part for part in (_total_of(table, one) for one in _PARTS) if part]
    return Printing(table, tuple(fact for part in parts for fact in part.facts)) if len(parts) == len(_PARTS) else None
