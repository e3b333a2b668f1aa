"""上年为零却写增长百分比。

## 检查什么
上年数为零（或本年数等于增加额，即上年为零），文中仍写“增长 100%”之类的百分比。

## 为什么重要
除数为零，百分比没有意义；这种写法多是套用模板，会掩盖“新增”的事实。

## 示例
> “其他教育支出”上年为 0.00 万元，本年 25.00 万元，却写增加 100.00%（第 7 页）；应写“上年为零，净增 25.00 万元”。

## 不适用
写作“净增”“新增”“无法计算比例”的；减少 100%（归零）是合法的。全文各数的上年数都为零的（如本年新设的单位），合为一条。

## 依据
算术：零不能作除数。
"""

from collections.abc import Iterator
from dataclasses import replace

from checks.check import CheckOptions, Skipped, check
from checks.stated import stated_prior
from checks.wording import place, wan
from records.claim import Claim, Direction
from records.disclosure import Disclosure
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings


@check("YOY004", "zero-base-percent", cases={"zero-base": Severity.WARNING})
def zero_base_percent(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the claims that give a percentage of nothing."""
    with_percent = [claim for claim in disclosure.claims if claim.percent is not None]
    if not with_percent:
        raise Skipped("no claim with a percentage")
    found = [_finding(disclosure, claim) for claim in with_percent if _grows_from_zero(claim)]
    nothing_before = not any(prior.yuan for prior in map(stated_prior, disclosure.claims) if prior)
    for finding in found:
        # Where the text knows no earlier figure at all, that is one fact and not one a sentence.
        follows = nothing_before and finding is not found[0]
        yield replace(finding, caused_by=found[0].fingerprint) if follows else finding


def _grows_from_zero(claim: Claim) -> bool:
    prior = stated_prior(claim)
    if prior is None or prior.yuan != 0 or claim.direction is Direction.DECREASE:
        return False
    return (
        claim.amount is not None and claim.amount.yuan != 0 and claim.percent is not None and claim.percent.value != 0
    )


def _finding(disclosure: Disclosure, claim: Claim) -> Finding:
    amount = wan(claim.amount.yuan) if claim.amount else ""
    percent = claim.percent.value if claim.percent else ""
    return Finding(
        code=zero_base_percent.code,
        case="zero-base",
        subject=subject_of(disclosure, place=claim.place, item=claim.subject),
        severity=zero_base_percent.cases["zero-base"],
        message=(
            f"“{claim.name}”上年为零，本年 {amount}，却写增长 {percent}%{place(claim.evidence)}；"
            f"应写“上年为零，净增 {amount}”。"
        ),
        evidence=(claim.evidence,),
    )
