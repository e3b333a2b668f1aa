"""缺少必需公开的表。

## 检查什么
部门预算、部门决算是否列出必需公开的九张表：收支总表、收入总表、支出总表、财政拨款收支总表、一般公共预算支出表、
一般公共预算基本支出表、“三公”经费支出表、政府性基金预算支出表、国有资本经营预算支出表（没有数字也应以空表列示）；
一般公共预算支出表是否按功能分类列到项级（7 位编码），基本支出表是否按经济分类列到款级（5 位编码）。
地方另有要求的表（政府采购、国有资产、项目绩效）由参数 local_tables 指定。

## 为什么重要
法定公开内容缺失，公众无从了解相应的收支。

## 示例
> 应公开的表中未见支出决算表：收入决算表（第 8 页）之后是财政拨款收入支出决算总表（第 10 页）。

## 不适用
绩效文本和政府预决算；一张必需的表都没有的文件（多为“说明”与“报表”分开发布），以及未见的表多于已见的表时，记为未决；
未见的表可能在无法读取的页上时，记为未决。
与其他表合并为一张的；文中声明另行公开、见附件或者涉密不公开的，视为已公开。
声明没有政府性基金、国有资本经营预算收支而未列空表的，只作提示；2021 年以前的文件不要求国有资本经营预算支出表。
没有印科目编码的表不判断层级；涉密单位可以只公开到类、款。

## 依据
《中华人民共和国预算法》第十四条及其实施条例：一般公共预算支出公开到功能分类项级，基本支出公开到经济分类款级；
《关于推进部门和单位预决算公开的规定》（未核原文）。
"""

from collections.abc import Iterator

from pydantic import Field

from checks.check import CheckOptions, Skipped, Unresolved, check
from checks.required_tables import (
    LOCAL,
    NINE,
    RequiredTable,
    is_declared_empty,
    is_present,
    is_published_elsewhere,
)
from checks.wording import place
from records.disclosure import Disclosure, Kind
from records.evidence import Evidence
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.table import Table, TableKind


class Options(CheckOptions):
    """What is required beyond the nine tables, and how deep the classification must be printed."""

    local_tables: tuple[TableKind, ...] = Field(
        default=(),
        description="Kinds of tables the region requires besides the nine: procurement, assets, project-performance.",
    )
    function_digits: int = Field(
        default=7, ge=3, le=7, description="Digits of the deepest functional code that must be printed; 7 is 项."
    )
    economic_digits: int = Field(
        default=5, ge=3, le=5, description="Digits of the deepest economic code that must be printed; 5 is 款."
    )


@check(
    "CMP001",
    "table-missing",
    cases={
        "core": Severity.ERROR,
        "other": Severity.WARNING,
        "declared-empty": Severity.INFO,
        "depth": Severity.WARNING,
    },
    options=Options,
)
def table_missing(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the required tables that are not there, and those whose classification is not deep enough."""
    if disclosure.kind not in (Kind.BUDGET, Kind.FINAL_ACCOUNTS):
        raise Skipped(f"a disclosure of kind {disclosure.kind} need not contain the nine tables")
    yield from _shallow(disclosure, TableKind.GENERAL, options.function_digits)
    yield from _shallow(disclosure, TableKind.BASIC, options.economic_digits)
    required = (*NINE, *(table for table in LOCAL if table.kind in options.local_tables))
    in_force = [table for table in required if table.since <= disclosure.fiscal_year]
    missing = [table for table in in_force if not is_present(disclosure, table)]
    recognised = len({table.kind for table in disclosure.tables} & {table.kind for table in NINE})
    if len(missing) > recognised:
        raise Unresolved(f"only {recognised} of the required tables recognised: the others may be in another file")
    unread = []
    for table in missing:
        if is_published_elsewhere(disclosure, table):
            continue
        before, after = _neighbours(disclosure, table)
        if _unread_between(disclosure, before, after):
            unread.append(table.name(disclosure.kind))
        else:
            yield _missing(disclosure, table, before, after)
    if unread:
        raise Unresolved(f"{', '.join(unread)}: may stand on a page that could not be read")


def _neighbours(disclosure: Disclosure, missing: RequiredTable) -> tuple[Table | None, Table | None]:
    """Return the tables between which it should stand; after the sixth table the order differs from form to form."""
    order = [table.kind for table in NINE[:6]]
    position = order.index(missing.kind) if missing.kind in order else len(order)
    before = (table for kind in reversed(order[:position]) for table in disclosure.of_kind(kind))
    after = (table for kind in order[position + 1 :] for table in disclosure.of_kind(kind))
    return next(before, None), next(after, None)


def _unread_between(disclosure: Disclosure, before: Table | None, after: Table | None) -> bool:
    first = before.pages[0] if before and before.pages else 0
    last = after.pages[0] if after and after.pages else float("inf")
    return any(first <= page <= last for page in disclosure.unread_pages)


def _missing(disclosure: Disclosure, table: RequiredTable, before: Table | None, after: Table | None) -> Finding:
    case = "core" if table.core else "other"
    if is_declared_empty(disclosure, table):
        case = "declared-empty"
    name = table.name(disclosure.kind)
    standing = after or before
    looked_for = Evidence(
        page=standing.evidence.page if standing else None,
        cell=standing.evidence.cell if standing else None,
        line=standing.evidence.line if standing else None,
        caption=name,
        text=standing.caption if standing else "",
        absent=True,
    )
    return Finding(
        code=table_missing.code,
        case=case,
        subject=subject_of(disclosure, table=table.kind),
        severity=table_missing.cases[case],
        message=f"应公开的表中未见{name}：{_where(before, after)}。",
        evidence=(looked_for, *(found.evidence for found in (before,) if found and after)),
    )


def _where(before: Table | None, after: Table | None) -> str:
    previous = f"{before.caption}{place(before.evidence)}" if before else ""
    following = f"{after.caption}{place(after.evidence)}" if after else ""
    if before and after:
        return f"{previous}之后是{following}"
    return f"{following}之前没有这张表" if after else f"{previous}之后没有这张表"


def _shallow(disclosure: Disclosure, kind: TableKind, digits: int) -> Iterator[Finding]:
    for table in disclosure.of_kind(kind):
        coded = [row for row in table.rows if row.code and any(fact.amount.yuan for fact in row.facts)]
        deepest = max((len(row.code or "") for row in coded), default=digits)
        if deepest < digits:
            yield Finding(
                code=table_missing.code,
                case="depth",
                subject=subject_of(disclosure, table=kind, place=table.place, measure="depth"),
                severity=table_missing.cases["depth"],
                message=f"{table.caption}{place(table.evidence)}只列到 {deepest} 位科目编码，应列到 {digits} 位。",
                evidence=(table.evidence, *(row.facts[0].evidence for row in coded[:1])),
            )
