"""已公开的数被改动。

## 检查什么
同一主体、年度、文种、口径的文件重新公布后，各表同一行、同一列的数与原先公布的是否相同。

## 为什么重要
公开的数不应悄悄改动。改动而不说明，先后看到的人得到的是两个数。

## 示例
> 支出总表有 2 个数与原先公布的不同：“合计”合计由 18,939.22 万元（《2024年部门预算.pdf》第 7 页）改为
> 18,949.22 万元（第 7 页），增加 10.00 万元；……

## 不适用
草案与正式文本之间；两次由不同版本的本系统读取的（可能是读法不同）；读取存疑的表；只差四舍五入的；多数数字都不同的
（可能是另一份文本，记为未决）。文中写明更正的，只作提示。

## 依据
公开后更正应当说明（未核原文）。
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from checks.check import CheckOptions, Skipped, Unresolved, check
from checks.corrections import announces_correction
from checks.wording import labelled, money, place
from records.disclosure import Disclosure
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.table import TOTAL_ITEM, Fact, FactKey, TableKind, facts_by_key
from records.tolerance import Agreement, agreement, tolerance

_TOTALS = frozenset({TOTAL_ITEM, "income-total", "expenditure-total", "income-year", "expenditure-year", "sangong"})
_MOST_LISTED = 8
_ENOUGH = 10
"""With so many numbers in common, a text most of which differ is hardly a revision (our choice)."""

Changed = tuple[FactKey, Fact, Fact]
"""A number's key, what was published before, and what is published now."""


@check(
    "REV001",
    "revision-amount",
    cases={"total": Severity.ERROR, "other": Severity.WARNING, "announced": Severity.INFO},
)
def revision_amount(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the tables whose numbers are not those that were published before."""
    earlier = next((version for version in surroundings.versions if version.known_tables), None)
    if earlier is None or not disclosure.known_tables:
        raise Skipped("no earlier version with tables is stored")
    before = _of_file(facts_by_key(earlier.tables), earlier)
    now = facts_by_key(disclosure.tables)
    common = [(key, before[key], fact) for key, fact in now.items() if key in before]
    changed = [one for one in common if _differ(*one[1:])]
    if len(common) >= _ENOUGH and len(changed) * 2 > len(common):
        raise Unresolved(f"{len(changed)} of {len(common)} numbers differ: it may be another publication")
    announced = announces_correction(disclosure)
    for kind, numbers in groupby(sorted(changed, key=lambda one: list(TableKind).index(one[0].table)), _kind_of):
        yield _finding(disclosure, kind, list(numbers), announced=announced)


def _kind_of(changed: Changed) -> TableKind:
    return changed[0].table


def _of_file(facts: Mapping[FactKey, Fact], earlier: Disclosure) -> dict[FactKey, Fact]:
    """Return the numbers with their evidence naming the file that was there before."""
    name = earlier.documents[0].name if earlier.documents else ""
    return {
        key: replace(fact, evidence=replace(fact.evidence, document=fact.evidence.document or name))
        for key, fact in facts.items()
    }


def _differ(before: Fact, now: Fact) -> bool:
    allowed = tolerance([before.amount.quantum, now.amount.quantum])
    return agreement(now.amount.yuan - before.amount.yuan, allowed) is Agreement.DIFFERENT


def _finding(disclosure: Disclosure, kind: TableKind, changed: list[Changed], *, announced: bool) -> Finding:
    totals = [one for one in changed if one[0].item in _TOTALS]
    case = "announced" if announced else "total" if totals else "other"
    ordered = [*totals, *(one for one in changed if one not in totals)]
    _, before, now = ordered[0]
    listed = "；".join(_change(one) for one in ordered[:_MOST_LISTED])
    more = "；等" if len(ordered) > _MOST_LISTED else ""
    caption = next((table.caption for table in disclosure.of_kind(kind)), str(kind))
    return Finding(
        code=revision_amount.code,
        case=case,
        subject=subject_of(disclosure, table=kind, measure="revised"),
        severity=revision_amount.cases[case],
        message=f"{caption}有 {len(changed)} 个数与原先公布的不同：{listed}{more}。",
        evidence=tuple(dict.fromkeys(fact.evidence for one in ordered[:_MOST_LISTED] for fact in (one[2], one[1]))),
        expected=before.amount.yuan,
        actual=now.amount.yuan,
    )


def _change(changed: Changed) -> str:
    _, before, now = changed
    difference = now.amount.yuan - before.amount.yuan
    verb = "增加" if difference > 0 else "减少"
    was, is_now = (f"{money(fact.amount)}{place(fact.evidence)}" for fact in (before, now))
    return f"{labelled(now)}由 {was}改为 {is_now}，{verb} {money(abs(difference))}"
