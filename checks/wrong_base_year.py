"""同比的基期年份错误。

## 检查什么
“比某年”中的年份应是上一年：写成本年（自己与自己比）、以后年份或更早年份的，报出。

## 为什么重要
年份写错，整句比较就不知与什么相比；常见于照抄往年文本而漏改。

## 示例
> 2026 年“总额”写“比 2026 年预算增加 793.14 万元”（第 6 页），应与 2025 年相比。

## 不适用
决算与本年预算、调整预算比较（完成率）；只提到往年而未作比较；说的不是本年的数。

## 依据
年度预决算公开以上一年度为比较基期（未核原文）。
"""

from collections.abc import Iterator
from decimal import Decimal

from checks.check import CheckOptions, Skipped, check
from checks.wording import place
from records.claim import Claim, Stage
from records.disclosure import Disclosure, Kind
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings


@check("YOY005", "wrong-base-year", cases={"own-year": Severity.ERROR, "older-year": Severity.WARNING})
def wrong_base_year(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the claims about this year that are compared with another year than the last."""
    comparing = [claim for claim in disclosure.claims if _compares(claim, disclosure)]
    if not comparing:
        raise Skipped("no claim of this year that names the year it is compared with")
    for claim in comparing:
        if claim.base_year is not None and claim.base_year != disclosure.fiscal_year - 1:
            yield _finding(disclosure, claim, claim.base_year)


def _compares(claim: Claim, disclosure: Disclosure) -> bool:
    if claim.base_year is None or claim.direction is None or claim.year not in (disclosure.fiscal_year, None):
        return False
    with_own_budget = (
        disclosure.kind is Kind.FINAL_ACCOUNTS
        and claim.base_year == disclosure.fiscal_year
        and claim.base in (Stage.BUDGET, Stage.ADJUSTED)
    )
    return not with_own_budget


def _finding(disclosure: Disclosure, claim: Claim, base_year: int) -> Finding:
    case = "own-year" if base_year >= disclosure.fiscal_year else "older-year"
    return Finding(
        code=wrong_base_year.code,
        case=case,
        subject=subject_of(disclosure, place=claim.place, item=claim.subject),
        severity=wrong_base_year.cases[case],
        message=(
            f"{disclosure.fiscal_year} 年“{claim.name}”写与 {base_year} 年相比{place(claim.evidence)}，"
            f"应与 {disclosure.fiscal_year - 1} 年相比。"
        ),
        evidence=(claim.evidence,),
        expected=Decimal(disclosure.fiscal_year - 1),
        actual=Decimal(base_year),
        unit="年",
    )
