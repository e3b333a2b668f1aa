"""同比算式不成立。

## 检查什么
一句话里同时写了本年数、上年数、增减额、增减百分比中的三个，或可由其中两个算出第三个时，重算一遍。
百分比对不上时，再看本年数或上年数在别处（文字另一处、表、上年文件）是否印作另一个数；按那个数算得通的，一并写明，列在该数的不符之下。

## 为什么重要
同一句话里的数必须能同时成立，算不通的必有一个写错。

## 示例
> “一般公共预算拨款支出”本年 9,729.43 万元，比上年增加 115.04 万元，115.04÷（9,729.43－115.04）＝1.20%，
> 文中写 0.53%（第 18 页），相差 0.67 个百分点。

## 不适用
基数为零（另由 YOY004 检查）；百分比按印出的小数位截去尾数而不是四舍五入的，不算错。方向词写反使增减额算不通的，
列在方向词（TXT004）之下。

## 依据
算术。容差由印出的小数位推得：各数最多差半个末位，百分比最多差一个末位，且不小于 minimum_points。
"""

from collections.abc import Iterator
from decimal import Decimal

from pydantic import Field

from checks.check import CheckOptions, Skipped, check
from checks.elsewhere import figures_elsewhere
from checks.quoted import Quoted
from checks.stated import signed_change, verb_left_out
from checks.stated_percent import expected_percent, figures_shown, percent_fits, quotient
from checks.wording import difference, earlier_figure, money, moved, place
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
        "change-rounding": Severity.WARNING,
    },
    options=Options,
)
def yoy_arith(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the claims whose own figures cannot stand together."""
    tested = 0
    for claim in disclosure.claims:
        change = _change_finding(disclosure, claim)
        percent = _percent_finding(disclosure, surroundings, claim, options)
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
            f"“{claim.name}”本年 {money(claim.amount)}，{earlier_figure(claim)} {money(claim.prior)}，"
            f"{money(claim.amount, with_unit=False)}－{money(claim.prior, with_unit=False)}＝{money(expected)}，"
            f"文中写{moved(change.yuan)}{place(claim.evidence)}，相差 {difference(change.yuan - expected)}。"
        ),
        evidence=(claim.evidence,),
        expected=expected,
        actual=change.yuan,
    )


def _percent_finding(
    disclosure: Disclosure, surroundings: Surroundings, claim: Claim, options: Options
) -> Finding | bool | None:
    """Return the finding, True where the percentage is right, None where it cannot be recomputed."""
    expected = expected_percent(claim)
    if claim.percent is None or expected is None:
        return None
    if percent_fits(claim, options.minimum_points) or verb_left_out(claim):
        return True
    off = abs(abs(claim.percent.value) - expected)
    case = "percent" if off > options.error_points else "percent-slight"
    fitting = [
        (printing, revised)
        for printing, revised in figures_elsewhere(claim, disclosure, surroundings)
        if percent_fits(revised, options.minimum_points)
    ]
    return Finding(
        code=yoy_arith.code,
        case=case,
        subject=subject_of(disclosure, place=claim.place, item=claim.subject, measure="percent"),
        severity=yoy_arith.cases[case],
        message=(
            f"“{claim.name}”{figures_shown(claim)}，{quotient(claim)}，"
            f"文中写 {claim.percent.value}%{place(claim.evidence)}，相差 {off:.2f} 个百分点"
            f"{_as_elsewhere(*fitting[0]) if fitting else ''}。"
        ),
        evidence=tuple(dict.fromkeys((claim.evidence, *(printing.evidence for printing, _ in fitting)))),
        expected=expected.quantize(Decimal("0.01")),
        actual=abs(claim.percent.value),
        unit="%",
    )


def _as_elsewhere(printing: Quoted, revised: Claim) -> str:
    return f"；{printing.text}，按此计算为 {expected_percent(revised):.2f}%"
