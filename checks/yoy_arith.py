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
from checks.stated import signed_change, stated_prior, verb_left_out
from checks.wording import LAST_YEAR, earlier_figure, money, moved, place
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
            f"{_bare(claim.amount)}－{_bare(claim.prior)}＝{money(expected)}，"
            f"文中写{moved(change.yuan)}{place(claim.evidence)}，相差 {money(abs(change.yuan - expected))}。"
        ),
        evidence=(claim.evidence,),
        expected=expected,
        actual=change.yuan,
    )


def _percent_finding(
    disclosure: Disclosure, surroundings: Surroundings, claim: Claim, options: Options
) -> Finding | bool | None:
    """Return the finding, True where the percentage is right, None where it cannot be recomputed."""
    expected = _expected(claim)
    if claim.percent is None or expected is None:
        return None
    if _fits(claim, options) or verb_left_out(claim):
        return True
    off = abs(abs(claim.percent.value) - expected)
    case = "percent" if off > options.error_points else "percent-slight"
    others = [
        (printing, percent)
        for printing, revised in figures_elsewhere(claim, disclosure, surroundings)
        if _fits(revised, options) and (percent := _expected(revised)) is not None
    ]
    return Finding(
        code=yoy_arith.code,
        case=case,
        subject=subject_of(disclosure, place=claim.place, item=claim.subject, measure="percent"),
        severity=yoy_arith.cases[case],
        message=(
            f"“{claim.name}”{_reckoning(claim)}＝{expected:.2f}%，"
            f"文中写 {claim.percent.value}%{place(claim.evidence)}，相差 {off:.2f} 个百分点"
            f"{_fitting(*others[0]) if others else ''}。"
        ),
        evidence=tuple(dict.fromkeys((claim.evidence, *(printing.evidence for printing, _ in others)))),
        expected=expected.quantize(Decimal("0.01")),
        actual=abs(claim.percent.value),
        unit="%",
    )


def _expected(claim: Claim) -> Decimal | None:
    """Return what percentage the amounts of a claim make."""
    prior, change = stated_prior(claim), _movement(claim)
    return abs(change.yuan) / prior.yuan * 100 if prior and change and prior.yuan > 0 else None


def _fits(claim: Claim, options: Options) -> bool:
    """Whether the stated percentage is right as far as the printed precision can tell."""
    expected, prior, change = _expected(claim), stated_prior(claim), _movement(claim)
    if expected is None or prior is None or change is None or claim.percent is None:
        return False
    allowed = max(claim.percent.quantum + _spread(change, prior), options.minimum_points)
    return abs(abs(claim.percent.value) - expected) <= allowed


def _reckoning(claim: Claim) -> str:
    """Return the amounts that the sentence prints and how the percentage is reckoned from them."""
    earlier, change = earlier_figure(claim), signed_change(claim)
    if claim.prior and claim.change and change:
        shown = f"{earlier} {money(claim.prior)}，{moved(change.yuan)}"
        return f"{shown}，{_bare(claim.change)}÷{_bare(claim.prior)}"
    if claim.prior and claim.amount:
        low, high = sorted((claim.prior, claim.amount), key=lambda amount: amount.yuan)
        shown = f"本年 {money(claim.amount)}，{earlier} {money(claim.prior)}"
        return f"{shown}，（{_bare(high)}－{_bare(low)}）÷{_bare(claim.prior)}"
    if claim.amount and claim.change and change:
        sign = "－" if change.yuan > 0 else "＋"
        shown = f"本年 {money(claim.amount)}，比{'' if earlier == LAST_YEAR else ' '}{earlier}{moved(change.yuan)}"
        return f"{shown}，{_bare(claim.change)}÷（{_bare(claim.amount)}{sign}{_bare(claim.change)}）"
    return ""


def _fitting(printing: Quoted, percent: Decimal) -> str:
    return f"；{printing.text}，按此计算为 {percent:.2f}%"


def _bare(amount: Amount) -> str:
    return money(amount, with_unit=False)


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
