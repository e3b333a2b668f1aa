"""同比算式不成立。

## 检查什么
一句话里同时写了本年数、上年数、增减额、增减百分比中的三个，或可由其中两个算出第三个时，重算一遍。

## 为什么重要
同一句话里的数必须能同时成立，算不通的必有一个写错。

## 示例
> “一般公共预算拨款支出”由 9,614.39 万元增加 115.04 万元，应为增长 1.20%，文中写 0.53%（第 18 页），相差 0.67 个百分点。

## 不适用
基数为零（另由 YOY004 检查）；百分比按印出的小数位截去尾数而不是四舍五入的，不算错。

## 依据
算术。容差由印出的小数位推得：各数最多差半个末位，百分比最多差一个末位，且不小于 minimum_points。
"""

from collections.abc import Iterator
from decimal import Decimal

from pydantic import Field

from checks.check import CheckOptions, Skipped, check
from checks.stated import signed_change, stated_prior, verb_left_out
from checks.wording import place, wan
from records.amount import Amount
from records.claim import Claim
from records.disclosure import Disclosure
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.tolerance import Agreement, agreement, tolerance


class Options(CheckOptions):
    """How far a percentage may be off."""

    minimum_points: Decimal = Field(
        Decimal("0.05"),
        ge=0,
        description="Percentages off by less than this many percentage points are never reported.",
    )
    error_points: Decimal = Field(
        Decimal(1), ge=0, description="A percentage off by more than this many percentage points is an error."
    )


@check(
    "YOY001",
    "yoy-arith",
    cases={
        "percent": Severity.ERROR,
        "percent-slight": Severity.WARNING,
        "change": Severity.ERROR,
        "change-rounding": Severity.INFO,
    },
    options=Options,
)
def yoy_arith(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the claims whose own figures cannot stand together."""
    tested = 0
    for claim in disclosure.claims:
        change = _change_finding(disclosure, claim)
        percent = _percent_finding(disclosure, claim, options)
        tested += change is not None or percent is not None
        yield from (finding for finding in (change, percent) if isinstance(finding, Finding))
    if not tested:
        raise Skipped("no claim with three figures to set against one another")


def _change_finding(disclosure: Disclosure, claim: Claim) -> Finding | bool | None:
    """Return the finding, True where the amounts agree, None where the claim does not print all three amounts."""
    change = signed_change(claim)
    if claim.amount is None or claim.prior is None or claim.change is None or change is None:
        return None
    expected = claim.amount.yuan - claim.prior.yuan
    verdict = agreement(change.yuan - expected, tolerance([claim.amount.quantum, claim.prior.quantum, change.quantum]))
    if verdict is Agreement.EQUAL:
        return True
    case = "change" if verdict is Agreement.DIFFERENT else "change-rounding"
    return Finding(
        code=yoy_arith.code,
        case=case,
        subject=subject_of(disclosure, place=claim.place, item=claim.subject, measure="change"),
        severity=yoy_arith.cases[case],
        message=(
            f"“{claim.name}”由 {wan(claim.prior.yuan)}到 {wan(claim.amount.yuan)}，应变动 {wan(expected)}，"
            f"文中写 {wan(change.yuan)}{place(claim.evidence)}，相差 {wan(change.yuan - expected)}。"
        ),
        evidence=(claim.evidence,),
        expected=expected,
        actual=change.yuan,
    )


def _percent_finding(disclosure: Disclosure, claim: Claim, options: Options) -> Finding | bool | None:
    """Return the finding, True where the percentage is right, None where it cannot be recomputed."""
    prior, change = stated_prior(claim), _movement(claim)
    if claim.percent is None or prior is None or change is None or prior.yuan <= 0:
        return None
    expected = abs(change.yuan) / prior.yuan * 100
    off = abs(claim.percent.value) - expected
    allowed = claim.percent.quantum + _spread(change, prior)
    if abs(off) <= max(allowed, options.minimum_points) or verb_left_out(claim):
        return True
    case = "percent" if abs(off) > options.error_points else "percent-slight"
    verb = "增长" if change.yuan >= 0 else "下降"
    return Finding(
        code=yoy_arith.code,
        case=case,
        subject=subject_of(disclosure, place=claim.place, item=claim.subject, measure="percent"),
        severity=yoy_arith.cases[case],
        message=(
            f"“{claim.name}”上年 {wan(prior.yuan)}，变动 {wan(change.yuan)}，应为{verb} {expected:.2f}%，"
            f"文中写 {claim.percent.value}%{place(claim.evidence)}，相差 {abs(off):.2f} 个百分点。"
        ),
        evidence=(claim.evidence,),
        expected=expected.quantize(Decimal("0.01")),
        actual=abs(claim.percent.value),
        unit="%",
    )


def _movement(claim: Claim) -> Amount | None:
    if claim.change is not None:
        return signed_change(claim)
    if claim.amount is None or claim.prior is None:
        return None
    return Amount(claim.amount.yuan - claim.prior.yuan, max(claim.amount.quantum, claim.prior.quantum))


def _spread(change: Amount, prior: Amount) -> Decimal:
    """Return how many points the printed precision of the two amounts leaves open."""
    relative = change.quantum / prior.yuan + abs(change.yuan) / prior.yuan * prior.quantum / prior.yuan
    return relative * 100
