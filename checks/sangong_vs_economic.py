"""基本支出中的“三公”科目大于“三公”经费。

## 检查什么
一般公共预算基本支出表中的公务接待费（30217）、公务用车运行维护费（30231）、因公出国（境）费用（30212）、
公务用车购置（31013），应分别不大于“三公”经费支出表的相应项目；“三公”表没有印该项数字的，不大于“三公”经费合计。
参数 require_equal 打开时，“三公”经费大于基本支出的也作提示。

## 为什么重要
“三公”经费包括基本支出和项目支出安排的部分，基本支出这一部分不可能大于全部。

## 示例
> 部门预算一般公共预算财政拨款基本支出表“30217 公务接待费”合计为 9.00 万元（第 13 页），
> 部门预算财政拨款“三公”经费支出表“三、公务接待费”合计为 8.00 万元（第 15 页），相差 1.00 万元。

## 不适用
“三公”经费大于基本支出的相应科目是正常的：差额由项目支出安排。
教学科研人员因公出国（境）不计入“三公”经费的单位，因公出国（境）费用可能大于“三公”表，只报警告。
差额在四舍五入的范围之内，不报；在其两倍之内（尾差），只作警告。

## 依据
“三公”经费按财政拨款口径统计，含基本支出和项目支出（未核原文）。
"""

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from pydantic import Field

from checks.check import CheckOptions, Skipped, check
from checks.printings import Printing, compare, contradiction, counterparts, refuse_doubtful
from records.disclosure import Disclosure
from records.finding import Finding, Severity
from records.surroundings import Surroundings
from records.table import Fact, Measure, Table, TableKind
from records.tolerance import Agreement

ECONOMIC_ITEMS = MappingProxyType(
    {"30212": "abroad", "31013": "vehicle-purchase", "30231": "vehicle-running", "30217": "reception"}
)
"""The item of the 三公 table that contains each economic 款."""


class Options(CheckOptions):
    """What is reported besides a part that is greater than its whole."""

    require_equal: bool = Field(
        default=False,
        description="Also report a 三公 item greater than its part in 基本支出, which project money explains.",
    )


@check(
    "TAB003",
    "sangong-vs-economic",
    cases={
        "basic-above": Severity.ERROR,
        "abroad-above": Severity.WARNING,
        "rounding": Severity.WARNING,
        "sangong-above": Severity.INFO,
    },
    options=Options,
)
def sangong_vs_economic(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the economic items of 基本支出 that are greater than the 三公 item that contains them."""
    tested = 0
    for sangong, others in counterparts(disclosure, TableKind.SANGONG, TableKind.BASIC):
        for code, item in ECONOMIC_ITEMS.items():
            part, whole = _economic(others, code), _sangong(sangong, item)
            if part is None or whole is None:
                continue
            tested += 1
            case = _case(part, whole, item, options)
            if case:
                yield contradiction(
                    disclosure, sangong_vs_economic, case, whole, part, item=item, measure=Measure.TOTAL
                )
    refuse_doubtful(disclosure, TableKind.SANGONG, TableKind.BASIC)
    if not tested:
        raise Skipped("no 三公 item that both the economic table and the 三公 table print")


def _economic(tables: Iterable[Table], code: str) -> Printing | None:
    """Return the smallest number any of the tables prints for the code: it is a part under every reading."""
    found = [printing for table in tables for printing in (_added_up(table, code),) if printing.facts]
    return min(found, key=lambda printing: printing.yuan, default=None)


def _added_up(table: Table, code: str) -> Printing:
    """A table may print the code several times: once a unit, or once an item of the government's classification."""
    facts = (row.fact(Measure.TOTAL) for row in table.rows if row.code == code)
    return Printing(table, tuple(fact for fact in facts if fact))


def _sangong(table: Table, item: str) -> Printing | None:
    fact = _current(table, item) or _current(table, "sangong") or _current(table, "total")
    return Printing(table, (fact,)) if fact else None


def _current(table: Table, item: str) -> Fact | None:
    return table.fact(item, Measure.TOTAL) or table.fact(item, Measure.GENERAL)


def _case(part: Printing, whole: Printing, item: str, options: Options) -> str | None:
    verdict = compare(whole, part)
    if verdict is Agreement.EQUAL:
        return None
    if part.yuan < whole.yuan:
        same_item = whole.facts[0].item == item
        return "sangong-above" if options.require_equal and same_item else None
    if verdict is Agreement.ROUNDING:
        return "rounding"
    return "abroad-above" if item == "abroad" else "basic-above"
