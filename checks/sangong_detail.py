"""“三公”经费的团组、车辆、接待明细缺失或不合理。

## 检查什么
决算：因公出国（境）费、公务用车购置费、公务用车运行费、公务接待费不为零的，是否写明相应的团组数和人次、购置数、保有量、
接待批次和人次，写明的数是否为零；人次是否少于团组数或批次。

## 为什么重要
决算公开应当写明钱用在几个团组、几辆车、几批接待上。有费用而没有数量，或者数量为零，费用就无从核对。

## 示例
> “公务接待费”为 0.90 万元（第 25 页），没有写明国内公务接待批次、国内公务接待人次。

## 不适用
预算不要求写明数量，只比较写明了的人次与批次；费用为零；没有说明文字的；有读不出的页面的，记为未决。
人均、批均费用由 SGE004 检查，车辆数为零由 SGE002 检查。

## 依据
部门决算公开表样的“三公”经费说明（未核原文）。
"""

from collections.abc import Iterator, Mapping, Sequence

from checks.check import CheckOptions, Skipped, Unresolved, check
from checks.quoted import Quoted
from checks.sangong_counts import Count, CountPhrases, Counts, counts_of, load_count_phrases
from checks.sangong_figures import sangong_figure
from records.disclosure import Disclosure, Kind
from records.evidence import Evidence
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.table import TableKind

ByKind = Mapping[Counts, Sequence[Count]]

_OWN = ("abroad", "reception")
"""That no vehicle is held or bought for what vehicles cost is SGE002's."""
_DETAILS: Mapping[str, tuple[Counts, ...]] = {
    "abroad": (Counts.GROUPS_ABROAD, Counts.PERSONS_ABROAD),
    "vehicle-purchase": (Counts.VEHICLES_BOUGHT,),
    "vehicle-running": (Counts.VEHICLES_HELD,),
    "reception": (Counts.RECEPTIONS, Counts.GUESTS),
}
"""What must be counted beside each item; a group or a reception consists of one person at least."""


@check(
    "SGE003",
    "sangong-detail",
    cases={"missing": Severity.WARNING, "zero": Severity.WARNING, "fewer-persons": Severity.WARNING},
)
def sangong_detail(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the items of a final account that cost something but whose counts are missing or cannot be right."""
    phrases = load_count_phrases()
    counts = counts_of(disclosure, phrases)
    spent = [(item, cost) for item in _DETAILS if (cost := sangong_figure(disclosure, item)) and cost.amount.yuan]
    if not disclosure.sections or not spent:
        raise Skipped("no narrative of a body that spends on the 三公")
    for item, cost in spent:
        yield from _fewer_persons(disclosure, item, counts)
        if disclosure.kind is Kind.FINAL_ACCOUNTS:
            yield from _missing(
                disclosure, item, cost, [one for one in phrases if one.counts in _DETAILS[item]], counts
            )
            yield from _zero(disclosure, item, cost, counts)


def _missing(
    disclosure: Disclosure, item: str, cost: Quoted, wanted: Sequence[CountPhrases], counts: ByKind
) -> Iterator[Finding]:
    missing = [one.name for one in wanted if not counts[one.counts]]
    if missing and disclosure.unread_pages:
        raise Unresolved(f"pages {disclosure.unread_pages} could not be read: the counts may stand there")
    if missing:
        message = f"{cost.text}，没有写明{'、'.join(missing)}。"
        yield _finding(disclosure, "missing", item, message, cost.evidence)


def _zero(disclosure: Disclosure, item: str, cost: Quoted, counts: ByKind) -> Iterator[Finding]:
    """Yield that what cost something is zero in number, wherever it is counted."""
    if item not in _OWN:
        return
    found = [counts[one] for one in _DETAILS[item] if counts[one]]
    none = [ones[0] for ones in found if not any(one.number for one in ones)]
    if none and len(none) == len(found):
        message = f"{cost.text}，{'、'.join(one.text for one in none)}。"
        yield _finding(disclosure, "zero", item, message, cost.evidence, *(one.evidence for one in none))


def _fewer_persons(disclosure: Disclosure, item: str, counts: ByKind) -> Iterator[Finding]:
    ones = [counts[one] for one in _DETAILS[item]]
    if len(ones) < 2 or not all(ones):
        return
    groups, persons = (max(each, key=lambda count: count.number) for each in ones)
    if persons.number < groups.number:
        message = f"{persons.text}，少于{groups.text}。"
        yield _finding(disclosure, "fewer-persons", item, message, persons.evidence, groups.evidence)


def _finding(disclosure: Disclosure, case: str, item: str, message: str, *evidence: Evidence) -> Finding:
    return Finding(
        code=sangong_detail.code,
        case=case,
        subject=subject_of(disclosure, table=TableKind.SANGONG, item=item, measure=case),
        severity=sangong_detail.cases[case],
        message=message,
        evidence=tuple(dict.fromkeys(evidence)),
    )
