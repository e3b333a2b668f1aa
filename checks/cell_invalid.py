"""金额单元格不合法。

## 检查什么
金额列中不是数的单元格（如印成“万元”“×××”“#REF!”）、千分位断在不该断的地方的数、不应为负而为负的数，
以及表中个别数的小数位多于 max_decimals 而其余各数都不多于它。一列中同样的文字只报一次。

## 为什么重要
不是数的单元格说明表格填错或者导出时错位，读者无从知道应当是多少。

## 示例
> 部门预算一般公共预算财政拨款基本支出表“人员经费”列有 12 个单元格印作“万元”，不是数：
> “商品和服务支出”、“办公费”、“水费”等（第 11 页）。

## 不适用
空白、横线、“无”“/”等表示没有数的写法；增减额和结余分配可以为负；识别（OCR）得到的页；多数关系不成立的表。

## 依据
部门预决算公开表样（未核原文）。
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pydantic import Field

from checks.check import CheckOptions, Skipped, check
from checks.classification import plain
from checks.wording import labelled, money, place
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.table import Measure, Table
from records.width import normal_width

_NUMBER = re.compile(r"[+\-−]?\(?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?\)?%?")
_NOTHING = re.compile(r"[\s\-−—–―─_/\\*.]*|无|不涉及|空")
_MAY_BE_NEGATIVE = ("balance-allotted", "balance-used")
_NAMED = 3


class Options(CheckOptions):
    """What a cell may look like."""

    max_decimals: int = Field(2, ge=0, description="More decimals than this in a few cells of a table are remarked.")
    few: float = Field(0.1, ge=0, le=1, description="Up to this share of a table's cells is a few.")


@check(
    "SUM006",
    "cell-invalid",
    cases={"not-a-number": Severity.WARNING, "negative": Severity.WARNING, "decimals": Severity.INFO},
    options=Options,
)
def cell_invalid(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the cells of amount columns that hold no amount, or one that cannot be."""
    tested = False
    for table in disclosure.known_tables:
        if table.quality.doubtful or not any(row.facts for row in table.rows):
            continue
        if set(table.pages) & set(disclosure.ocr_pages):
            continue
        tested = True
        yield from _not_numbers(disclosure, table)
        yield from _negative(disclosure, table)
        yield from _decimals(disclosure, table, options)
    if not tested:
        raise Skipped("no table with amounts that was printed, not recognised from a picture")


def _not_numbers(disclosure: Disclosure, table: Table) -> Iterator[Finding]:
    """Yield for every column and every text what stands there instead of numbers."""
    found: dict[tuple[int, str], list[Evidence]] = defaultdict(list)
    columns = [index for index, column in enumerate(table.columns) if column.measure]
    for line in table.grid:
        if all(not line[index] or _NUMBER.fullmatch(line[index]) for index in columns if index < len(line)):
            continue
        cells = {index: _bare(line[index]) for index in columns if index < len(line)}
        if any(_NUMBER.fullmatch(cell) for cell in cells.values()):  # else it is a heading
            for index, cell in cells.items():
                if not _NUMBER.fullmatch(cell) and not _NOTHING.fullmatch(cell):
                    found[index, cell].append(_evidence(table, line, index))
    for (index, cell), places in found.items():
        heading = table.columns[index].heading
        rows = "、".join(f"“{one.row}”" for one in places[:_NAMED]) + ("等" if len(places) > _NAMED else "")
        message = (
            f"{table.caption}“{heading}”列有 {len(places)} 个单元格印作“{cell}”，不是数：{rows}{place(places[0])}。"
        )
        yield _finding(disclosure, table, "not-a-number", message, places, item=cell, measure=heading)


def _bare(cell: str) -> str:
    return "".join((cell if cell.isascii() else normal_width(cell)).split())


def _evidence(table: Table, line: Sequence[str], index: int) -> Evidence:
    """Return where a cell stands: as near as a number of the same row tells."""
    text = plain("".join(line))
    row = next((row for row in table.rows if row.facts and plain(row.label) in text), None)
    near = row.facts[0].evidence if row else table.evidence
    heading, label = table.columns[index].heading, row.label if row else ""
    return replace(near, caption=table.caption, row=label, column=heading, text=line[index], cell=None, bbox=None)


def _negative(disclosure: Disclosure, table: Table) -> Iterator[Finding]:
    for row in table.rows:
        for fact in row.facts:
            signed = fact.measure is Measure.CHANGE or fact.item in _MAY_BE_NEGATIVE
            if fact.amount.yuan < 0 and not signed:
                amount = money(fact.amount, table.unit)
                message = f"{table.caption}{labelled(fact)}为负数：{amount}{place(fact.evidence)}。"
                yield _finding(
                    disclosure, table, "negative", message, [fact.evidence], item=fact.item, measure=fact.measure
                )


def _decimals(disclosure: Disclosure, table: Table, options: Options) -> Iterator[Finding]:
    facts = [fact for row in table.rows for fact in row.facts]
    most = options.max_decimals
    long = [fact for fact in facts if _may_exceed(fact.evidence.text, most) and _places(fact.evidence.text) > most]
    if not long:
        return
    facts, long = ([fact for fact in some if _NUMBER.fullmatch(_bare(fact.evidence.text))] for some in (facts, long))
    if not long or len(long) > options.few * len(facts):
        return
    listed = "、".join(f"{labelled(fact)} {_bare(fact.evidence.text)}" for fact in long[:_NAMED])
    message = (
        f"{table.caption}有 {len(long)} 个数的小数多于 {options.max_decimals} 位，"
        f"其余 {len(facts) - len(long)} 个数都不多于："
        f"{listed}{'等' if len(long) > _NAMED else ''}{place(long[0].evidence)}。"
    )
    yield _finding(disclosure, table, "decimals", message, [fact.evidence for fact in long], item="", measure="")


def _may_exceed(printed: str, most: int) -> bool:
    """Say whether the number of decimals needs counting: of thousands of cells none has more than two characters."""
    return not printed.isascii() or len(printed.partition(".")[2]) > most


def _places(printed: str) -> int:
    return len(_bare(printed).partition(".")[2].rstrip("%)"))


def _finding(
    disclosure: Disclosure,
    table: Table,
    case: str,
    message: str,
    evidence: Sequence[Evidence],
    *,
    item: str,
    measure: str,
) -> Finding:
    return Finding(
        code=cell_invalid.code,
        case=case,
        subject=subject_of(
            disclosure, table=table.kind, place=table.place, item=item, measure=f"{case}:{measure}" if measure else case
        ),
        severity=cell_invalid.cases[case],
        message=message,
        evidence=tuple(evidence),
    )
