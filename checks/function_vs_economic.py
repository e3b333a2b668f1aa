"""同一笔支出按功能与按经济分类不一致。

## 检查什么
住房公积金（功能 2210201，经济 30113）、机关事业单位基本养老保险缴费（2080505，30108）、职业年金缴费（2080506，30109）：
一般公共预算支出表中按功能分类的基本支出，与基本支出表中按经济分类的金额应相等；财政拨款的两张表同样比较。

## 为什么重要
这几个科目两种分类说的是同一笔钱，不一致说明其中一处填错，而两张表各自的合计可能都看不出来。

## 示例
> 一般公共预算支出表“2210201 住房公积金”基本支出为 729.34 万元（第 10 页），基本支出表“30113 住房公积金”合计为
> 719.34 万元（第 11 页），相差 10.00 万元。

## 不适用
任何一处没有印出；一个科目在表中印了几行（几个单位依次排列）；两张表的基本支出合计本来就不一致；多数关系不成立的表。
医疗、离退休等科目的两种分类口径可以不同，不比较。

## 依据
《政府收支分类科目》对各科目的说明（未核原文）；所见公开文本中这三组数无一例外地相等。
"""

from collections.abc import Iterator

from checks.check import CheckOptions, Skipped, check
from checks.printings import Printing, Term, compare, contradiction, counterparts, nearest, printings, refuse_doubtful
from records.disclosure import Disclosure
from records.finding import Finding, Severity
from records.surroundings import Surroundings
from records.table import TOTAL_ITEM, Measure, Table, TableKind
from records.tolerance import Agreement

_TABLES = (
    (TableKind.GENERAL, TableKind.BASIC),
    (TableKind.FISCAL_EXPENDITURE, TableKind.FISCAL_BASIC),
)
_PAIRS = (("2210201", "30113"), ("2080505", "30108"), ("2080506", "30109"))
_PARTS_OF_BASIC = (Measure.PERSONNEL, Measure.PUBLIC)
_OF_BASIC = (Measure.BASIC, Measure.TOTAL)
"""Where a form has no column for 基本支出, these items are basic expenditure as a whole."""


@check("TAB004", "function-vs-economic", cases={"different": Severity.WARNING, "rounding": Severity.WARNING})
def function_vs_economic(
    disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions
) -> Iterator[Finding]:
    """Yield the items that the two classifications print differently."""
    tested = False
    for code, (left, right) in _pairs(disclosure):
        tested = True
        verdict = compare(left, right)
        if verdict is not Agreement.EQUAL:
            yield contradiction(disclosure, function_vs_economic, str(verdict), left, right, item=code, measure="basic")
    refuse_doubtful(disclosure, *(kind for pair in _TABLES for kind in pair))
    if not tested:
        raise Skipped("no item that both classifications print")


def _pairs(disclosure: Disclosure) -> Iterator[tuple[str, tuple[Printing, Printing]]]:
    for function_kind, economic_kind in _TABLES:
        for function, others in counterparts(disclosure, function_kind, economic_kind):
            if len(others) != 1 or _contradict(function, others[0]):
                continue
            for function_code, economic_code in _PAIRS:
                pair = nearest(_printed(function, function_code), _added_up(others[0], economic_code))
                if pair:
                    yield function_code, pair


def _printed(table: Table, code: str) -> list[Printing]:
    if sum(row.item == code for row in table.rows) != 1:
        return []
    parts = tuple(fact for fact in (table.fact(code, measure) for measure in _PARTS_OF_BASIC) if fact)
    divided = [Printing(table, parts)] if parts else []
    return [*divided, *printings([table], [Term(table.kind, code, measure) for measure in _OF_BASIC])]


def _added_up(table: Table, code: str) -> list[Printing]:
    """Return an economic item: some forms print it once an item of the government's classification."""
    found = ([row.fact(measure) for row in table.rows if row.code == code] for measure in _OF_BASIC)
    return [Printing(table, tuple(filter(None, facts))) for facts in found if facts and all(facts)]


def _contradict(function: Table, economic: Table) -> bool:
    """Say whether the two tables speak of different money: their totals of basic expenditure differ."""
    totals = [
        printings([function], [Term(function.kind, TOTAL_ITEM, Measure.BASIC)]),
        printings([economic], [Term(economic.kind, TOTAL_ITEM)]),
    ]
    pair = nearest(*totals)
    return pair is not None and compare(*pair) is Agreement.DIFFERENT
