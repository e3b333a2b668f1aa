"""预算完成率与金额不符。

## 检查什么
决算说明写“完成年初预算的95.89%”时，用同一节文字或表中的决算数、预算数重算一遍。写“年初预算”只与年初预算数比，写“全年预算”
只与全年（调整）预算数比；只写“预算”时，与其中任何一个相符即为相符。
项目绩效自评中“全年预算数为 120 万元，执行数为 108 万元，完成预算的 90%”这类句子，用句中的两个数重算。

## 为什么重要
完成率是对预算执行最直接的说明。基数写错，或预算为零仍写完成率，说明数与表就对不上。

## 示例
> “一般公共预算财政拨款支出”年初预算为 0.00 万元（第 18 页），不能计算完成率，文中却写完成 95.89%（第 18 页）；
> 按全年预算 321.02 万元计算为 95.89%。

## 不适用
文字和表中都没有相应预算数的；预算与决算都为零而写完成 0% 或 100% 的，只作提示。

## 依据
算术：完成率＝决算数÷相应预算数。容差由各数印出的小数位推得，且不小于 minimum_points。
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pydantic import Field

from checks.check import CheckOptions, Skipped, check
from checks.executions import Execution, executions_in
from checks.percentages import Recomputed
from checks.planned import FIRST_BUDGET, NAMES, planned_for, stages_meant
from checks.quoted import Quoted
from checks.wording import money, place
from records.amount import Amount, Quantity
from records.claim import Claim, Stage
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings


class Options(CheckOptions):
    """How far a rate may be off."""

    minimum_points: Decimal = Field(
        Decimal("0.05"), ge=0, description="Rates off by less than this many percentage points are never reported."
    )
    error_points: Decimal = Field(
        Decimal(1), ge=0, description="A rate off by more than this many percentage points is an error."
    )


@dataclass(frozen=True, slots=True)
class _Carried:
    """A final figure with the rate the text gives, and every budget it may be measured against."""

    claim: Claim
    final: Amount
    rate: Quantity
    budgets: Sequence[Quoted]

    @property
    def nearest(self) -> Recomputed | None:
        """The rate against the budget that fits best; None where every budget is zero."""
        rates = [Recomputed(self.final, one.amount, self.rate) for one in self.budgets if one.amount.yuan > 0]
        return min(rates, key=lambda rate: abs(rate.off), default=None)


@check(
    "TXT007",
    "completion-rate",
    cases={
        "zero-base": Severity.ERROR,
        "different": Severity.ERROR,
        "slight": Severity.WARNING,
        "nothing-planned": Severity.INFO,
    },
    options=Options,
)
def completion_rate(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the final figures whose stated rate of completion their budget contradicts."""
    carried = [one for claim in disclosure.claims if (one := _carried(claim, disclosure))]
    executed = list(executions_in(disclosure))
    if not carried and not executed:
        raise Skipped("no rate of completion whose budget is printed")
    for one in carried:
        nearest = one.nearest
        if nearest is None:
            yield _on_nothing(disclosure, one)
        elif not nearest.fits(options.minimum_points):
            yield _wrong(disclosure, one, nearest, options)
    yield from (_misreckoned(disclosure, one, options) for one in executed if not one.rate.fits(options.minimum_points))


def _carried(claim: Claim, disclosure: Disclosure) -> _Carried | None:
    if claim.completion is None or claim.amount is None or claim.stage not in (Stage.FINAL, Stage.EXECUTION):
        return None
    first = f"完成{FIRST_BUDGET}" in claim.evidence.text
    stages = stages_meant(claim.completed, first=first)
    budgets = [budget for stage in stages for budget in planned_for(claim, disclosure, stage)]
    return _Carried(claim, claim.amount, claim.completion, budgets) if budgets else None


def _on_nothing(disclosure: Disclosure, carried: _Carried) -> Finding:
    claim, budget = carried.claim, carried.budgets[0]
    case = "zero-base" if carried.final.yuan else "nothing-planned"
    message = (
        f"“{claim.name}”{budget.text}，不能计算完成率，文中却写完成 {carried.rate.value}%{place(claim.evidence)}"
        f"{_fitting(disclosure, carried)}。"
    )
    return _finding(disclosure, carried, case, message, (claim.evidence, budget.evidence), None)


def _fitting(disclosure: Disclosure, carried: _Carried) -> str:
    """Say which other budget of the year the rate was worked out with, where one gives it."""
    for stage, name in NAMES.items():
        for budget in planned_for(carried.claim, disclosure, stage):
            rate = Recomputed(carried.final, budget.amount, carried.rate) if budget.amount.yuan > 0 else None
            if rate and rate.fits(Decimal(0)):
                return f"；按{name} {money(budget.amount)}计算为 {rate.percent:.2f}%"
    return ""


def _wrong(disclosure: Disclosure, carried: _Carried, nearest: Recomputed, options: Options) -> Finding:
    claim = carried.claim
    budget = next(one for one in carried.budgets if one.amount == nearest.whole)
    message = (
        f"“{claim.name}”决算 {money(carried.final)}{place(claim.evidence)}，{budget.text}，"
        f"{nearest.quotient}，文中写完成 {carried.rate.value}%，相差 {abs(nearest.off):.2f} 个百分点"
        f"{_fitting(disclosure, carried)}。"
    )
    case = "different" if abs(nearest.off) > options.error_points else "slight"
    return _finding(disclosure, carried, case, message, (claim.evidence, budget.evidence), nearest.percent)


def _misreckoned(disclosure: Disclosure, execution: Execution, options: Options) -> Finding:
    rate = execution.rate
    case = "different" if abs(rate.off) > options.error_points else "slight"
    return Finding(
        code=completion_rate.code,
        case=case,
        subject=subject_of(disclosure, place=execution.section.heading, item="project", measure="completion"),
        severity=completion_rate.cases[case],
        message=f"文字称“{execution.evidence.text}”{place(execution.evidence)}，{rate.quotient}，"
        f"相差 {abs(rate.off):.2f} 个百分点。",
        evidence=(execution.evidence,),
        expected=rate.percent.quantize(Decimal("0.01")),
        actual=rate.stated.value,
        unit="%",
    )


def _finding(
    disclosure: Disclosure,
    carried: _Carried,
    case: str,
    message: str,
    evidence: tuple[Evidence, ...],
    expected: Decimal | None,
) -> Finding:
    claim = carried.claim
    return Finding(
        code=completion_rate.code,
        case=case,
        subject=subject_of(disclosure, place=claim.place, item=claim.subject, measure="completion"),
        severity=completion_rate.cases[case],
        message=message,
        evidence=tuple(dict.fromkeys(evidence)),
        expected=expected.quantize(Decimal("0.01")) if expected is not None else None,
        actual=carried.rate.value,
        unit="%",
    )
