"""同一指标两处数字不同。

## 检查什么
文字在两处写同一指标的同一个数：同一科目、同一年、同一口径（预算、执行、决算）、同一资金来源的金额，以及与同一上年数相比的
上年金额和增减额，应当相同。“三公”经费各项、机关运行经费、政府采购、功能科目的项级在全文比较；基本支出、项目支出等在同一节内比较。
收支总额等口径多的指标，只报两处数字相同而单位不同（“元”与“万元”）的。

## 为什么重要
同一个数印成两个值，至少有一个错，读者无从判断该信哪一个。

## 示例
> “住房公积金（项）”2024 年预算一处写 350.35 万元（第 9 页），另一处写 352.67 万元（第 9 页），相差 2.32 万元。

## 不适用
口径不同的数：预算与执行数，含与不含上年结转，部门与单位，不同资金来源；相差在印出精度以内的。
只印到较粗的单位、尾数被截去的，只作提示。

## 依据
同一披露内前后一致。
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checks.check import CheckOptions, Skipped, check
from checks.stated import signed_change
from checks.wording import figure_of, money, place
from records.amount import Amount
from records.claim import Claim, Stage
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.tolerance import Agreement, agreement, is_shortened, tolerance

_ONE_MEANING = frozenset(
    {
        *("sangong", "abroad", "vehicle", "vehicle-purchase", "vehicle-running", "reception", "meeting", "training"),
        *("procurement", "procurement:goods", "procurement:works", "procurement:services"),
        *("operating-cost", "assets", "planned-purchase"),
    }
)
"""Subjects of which a text has no more than one amount a year, stage and source."""
_ONE_MEANING_A_SECTION = frozenset({"basic", "personnel", "public", "project"})
_WHOLE_PATH = 3
_YUAN_IN_WAN = 10_000


@dataclass(frozen=True, slots=True)
class _Metric:
    """What a number of the narrative is; two numbers of one metric must be the same."""

    subject: str
    place: str
    year: int
    stage: Stage | None
    measure: str
    whole_text: bool
    """False where the number has one meaning in one section only."""


@dataclass(frozen=True, slots=True)
class _Printing:
    """One printing of a metric."""

    name: str
    amount: Amount
    evidence: Evidence


@check(
    "TXT005",
    "same-metric-two-values",
    cases={"different": Severity.ERROR, "unit": Severity.ERROR, "small": Severity.WARNING, "rounding": Severity.INFO},
)
def same_metric_two_values(
    disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions
) -> Iterator[Finding]:
    """Yield the metrics of which the narrative prints two values."""
    several = {metric: all_of for metric, all_of in _printings(disclosure).items() if len(all_of) > 1}
    if not several:
        raise Skipped("no metric whose value is printed twice")
    for metric, (first, *others) in several.items():
        seen = {first.amount.yuan}
        for other in others:
            case = _case(metric, first, other)
            if case and other.amount.yuan not in seen:
                seen.add(other.amount.yuan)
                yield _finding(disclosure, metric, case, first, other)


def _printings(disclosure: Disclosure) -> Mapping[_Metric, Sequence[_Printing]]:
    """Return every number of the narrative that has one meaning, by its meaning, in the order printed."""
    found: dict[_Metric, list[_Printing]] = defaultdict(list)
    for claim in disclosure.claims:
        for measure, year, stage, amount in _numbers(claim, disclosure.fiscal_year):
            metric = _Metric(claim.subject, claim.place, year, stage, measure, _has_one_meaning(claim))
            found[metric].append(_Printing(claim.name, amount, claim.evidence))
    return found


def _numbers(claim: Claim, fiscal_year: int) -> Iterator[tuple[str, int, Stage | None, Amount]]:
    """Yield the numbers of a claim with what they measure; a movement is told by the figure that it starts from."""
    if claim.subject == "other":
        return
    if claim.amount:
        yield "amount", claim.year or fiscal_year, claim.stage, claim.amount
    change = signed_change(claim)
    if claim.base_year and claim.base:
        if claim.prior:
            yield "prior", claim.base_year, claim.base, claim.prior
        if change and claim.change:
            yield "change", claim.base_year, claim.base, change


def _has_one_meaning(claim: Claim) -> bool:
    return claim.subject in _ONE_MEANING or (len(claim.path) == _WHOLE_PATH and all(claim.path))


def _case(metric: _Metric, first: _Printing, other: _Printing) -> str | None:
    small, large = sorted((abs(first.amount.yuan), abs(other.amount.yuan)))
    if small and large == small * _YUAN_IN_WAN:
        return "unit"
    together = first.evidence.caption == other.evidence.caption and metric.subject in _ONE_MEANING_A_SECTION
    if not (metric.whole_text or together):
        return None
    difference = first.amount.yuan - other.amount.yuan
    verdict = agreement(difference, tolerance([first.amount.quantum, other.amount.quantum]))
    if verdict is Agreement.ROUNDING:
        return "rounding" if is_shortened(first.amount, other.amount) else "small"
    return None if verdict is Agreement.EQUAL else str(verdict)


def _finding(disclosure: Disclosure, metric: _Metric, case: str, first: _Printing, other: _Printing) -> Finding:
    figure = figure_of(metric.year, metric.stage)
    what = f"与 {figure}相比的增减额" if metric.measure == "change" else figure
    difference = money(abs(first.amount.yuan - other.amount.yuan))
    return Finding(
        code=same_metric_two_values.code,
        case=case,
        subject=subject_of(disclosure, place=metric.place, item=metric.subject, measure=metric.measure),
        severity=same_metric_two_values.cases[case],
        message=(
            f"“{first.name}”{what}一处写 {_as_printed(first, other, case)}{place(first.evidence)}，"
            f"另一处写 {_as_printed(other, first, case)}{place(other.evidence)}，"
            f"{'数字相同而单位不同' if case == 'unit' else f'相差 {difference}'}。"
        ),
        evidence=tuple(dict.fromkeys((first.evidence, other.evidence))),
        expected=first.amount.yuan,
        actual=other.amount.yuan,
    )


def _as_printed(one: _Printing, beside: _Printing, case: str) -> str:
    """Return a number in the unit that it was printed in, as far as two units are in question."""
    smaller = abs(one.amount.yuan) < abs(beside.amount.yuan)
    return money(one.amount, "元" if case == "unit" and smaller else "万元")
