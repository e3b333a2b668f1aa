"""同一个数在两张表中不一致。

## 检查什么
收支总表的收入总计、支出总计与收入总表、支出总表的合计；财政拨款收支总表的一般公共预算、政府性基金、国有资本经营预算各列
与相应支出表的合计；收支总表各项收入来源与收入总表、财政拨款收支总表的同一来源；合计相符时，再比较各表相同科目的行：收支总表与支出总表、财政拨款收支总表与一般公共预算支出表的各类，
收支总表、财政拨款收支总表、支出总表与一般公共预算支出表（合计相符，即全部为一般公共预算时）、收入总表与支出总表的各科目，财政拨款的支出表、基本支出表与一般公共预算的同一种表（全部为一般公共预算时），
按功能分类的基本支出表与一般公共预算支出表的基本支出。

## 为什么重要
同一笔钱在几张表里各印一次，不一致说明其中一张是旧稿或者填错。

## 示例
> 部门预算收支总表“支出总计”预算数为 18,949.22 万元（第 4 页），部门预算支出总表“合计”合计为 18,939.22 万元（第 7 页），
> 相差 10.00 万元。

## 不适用
没有科目编码的行按名称比较，名称在一张表中重复的不比较。总计是否含上年结转各地不一，与其中一种口径相符即为相符。合计已经不符的两张表不再逐行比较。
有事业收入、单位资金等非财政资金时，支出总表大于一般公共预算支出表是正常的，不比较。
财政拨款有上年结转时，收支总表的来源可能含结转，不与财政拨款收支总表比较。
两表单位不同的，换算后比较。类级与明细之间允许两倍的四舍五入误差。

## 依据
财政部部门决算报表的勾稽关系；部门预算公开表样（未核原文）。
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checks.check import CheckOptions, Skipped, check
from checks.equalities import COLUMN_EQUALITIES, TOTAL_EQUALITIES, ColumnEquality
from checks.printings import Printing, Term, compare, contradiction, counterparts, nearest, printings, refuse_doubtful
from records.disclosure import Disclosure
from records.finding import Finding, Severity
from records.surroundings import Surroundings
from records.table import Fact, Row, Side, Table
from records.tolerance import Agreement


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two printings of one number."""

    left: Printing
    right: Printing
    about: Term | Fact
    """What a finding is about, whichever reading of it came nearest."""
    factor: int = 1

    @property
    def facts(self) -> tuple[Fact, ...]:
        return (*self.left.facts, *self.right.facts)

    @property
    def difference(self) -> Decimal:
        return abs(self.left.yuan - self.right.yuan)


@check("TAB001", "cross-table-equality", cases={"different": Severity.ERROR, "rounding": Severity.WARNING})
def cross_table_equality(
    disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions
) -> Iterator[Finding]:
    """Yield the numbers that two tables print differently."""
    pairs = [*_totals(disclosure), *_rows(disclosure)]
    found: list[tuple[_Pair, Finding]] = []
    for pair in pairs:
        verdict = compare(pair.left, pair.right, pair.factor)
        if verdict is not Agreement.EQUAL:
            finding = _finding(disclosure, pair, str(verdict), _cause(pair, found))
            found.append((pair, finding))
            yield finding
    refuse_doubtful(disclosure, *{term.kind for total in TOTAL_EQUALITIES for term in (*total.left, total.right)})
    if not pairs:
        raise Skipped("no two tables that print the same number")


def _totals(disclosure: Disclosure) -> Iterator[_Pair]:
    for equality in TOTAL_EQUALITIES:
        if not equality.applies(disclosure):
            continue
        for table, others in counterparts(disclosure, equality.left[0].kind, equality.right.kind):
            lefts = printings([table], equality.left)
            pair = nearest(lefts and [*lefts, *printings([table], equality.also)], printings(others, [equality.right]))
            if pair:
                yield _Pair(*pair, about=equality.left[0])


def _rows(disclosure: Disclosure) -> Iterator[_Pair]:
    """Yield the numbers of the items that each of two tables prints once."""
    for equality in COLUMN_EQUALITIES:
        for left, right in _matching_tables(disclosure, equality):
            for row, same in _same_items(left, right):
                for left_measure, right_measure in equality.columns:
                    fact, other = row.fact(left_measure), same.fact(right_measure)
                    if fact and other:
                        yield _Pair(Printing(left, (fact,)), Printing(right, (other,)), fact, equality.factor)


def _matching_tables(disclosure: Disclosure, equality: ColumnEquality) -> Iterator[tuple[Table, Table]]:
    """Yield the tables whose totals agree: only then must every row that both print agree too."""
    if not equality.applies(disclosure):
        return
    for table, others in counterparts(disclosure, equality.left[0].kind, equality.right.kind):
        pair = nearest(printings([table], equality.left), printings(others, [equality.right]))
        if pair and compare(*pair) is Agreement.EQUAL:
            yield pair[0].table, pair[1].table


def _same_items(left: Table, right: Table) -> Iterator[tuple[Row, Row]]:
    """Yield the items that each table prints once, by their codes, or by their names where the left has no codes."""
    coded = [row for row in left.rows if row.item.isdigit()]
    named = [row for row in left.rows if not row.item.isdigit() and row.side is Side.EXPENDITURE]
    others = [row for row in right.rows if row.item.isdigit()]
    yield from _paired(coded, others, lambda row: row.item)
    yield from _paired(named, others, lambda row: row.label)


def _paired(left: Sequence[Row], right: Sequence[Row], key: Callable[[Row], str]) -> Iterator[tuple[Row, Row]]:
    lefts, rights = Counter(map(key, left)), Counter(map(key, right))
    by_key = {key(row): row for row in right if rights[key(row)] == 1}
    yield from ((row, by_key[key(row)]) for row in left if lefts[key(row)] == 1 and key(row) in by_key)


def _cause(pair: _Pair, found: Sequence[tuple[_Pair, Finding]]) -> str | None:
    """Return the earlier finding about the same number: one misprint differs from every other table alike."""
    for other, finding in found:
        if other.difference == pair.difference and any(fact in pair.facts for fact in other.facts):
            return finding.fingerprint
    return None


def _finding(disclosure: Disclosure, pair: _Pair, case: str, caused_by: str | None) -> Finding:
    return contradiction(
        disclosure,
        cross_table_equality,
        case,
        pair.left,
        pair.right,
        item=pair.about.item,
        measure=f"{pair.about.measure}={pair.right.facts[0].measure}",
        caused_by=caused_by,
    )
