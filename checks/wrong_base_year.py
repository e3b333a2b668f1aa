"""同比的基期年份错误。

## 检查什么
“比某年”中的年份应是上一年：写成本年（自己与自己比）、以后年份或更早年份的，报出。
一句话以上一年为主语，写的却是本年表中的数，或者又与上一年、更早的一年相比的，或者全文没有写同一项目本年的数的，
主语的年份是往年的残留。

## 为什么重要
年份写错，整句比较就不知与什么相比；常见于照抄往年文本而漏改。

## 示例
> 2026 年“总额”写“比 2026 年预算增加 793.14 万元”（第 6 页），应与 2025 年相比。

## 不适用
决算与本年预算、调整预算比较（完成率）；只提到往年而未作比较，数字也不是本年的；执行数；截至上年末的资产；
另一句话以本年为主语写了同一个数的。

## 依据
年度预决算公开以上一年度为比较基期（未核原文）。
"""

from collections.abc import Iterator
from decimal import Decimal

from checks.check import CheckOptions, Skipped, check
from checks.slots import candidates
from checks.wording import place
from records.claim import Claim, Stage
from records.disclosure import Disclosure, Kind
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.table import Fact
from records.tolerance import tolerance

_OWN_STAGES = {Kind.BUDGET: (Stage.BUDGET, None), Kind.FINAL_ACCOUNTS: (Stage.FINAL, None)}
_OF_ANY_DATE = frozenset({"assets", "all-assets", "other"})
"""Subjects that may be told as they were in the year before."""


@check(
    "YOY005",
    "wrong-base-year",
    cases={"own-year": Severity.ERROR, "older-year": Severity.WARNING, "subject": Severity.WARNING},
)
def wrong_base_year(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the claims that are compared with another year than the last, or speak of that year as of their own."""
    comparing = [claim for claim in disclosure.claims if _compares(claim, disclosure)]
    of_last_year = [claim for claim in disclosure.claims if _is_of_last_year(claim, disclosure)]
    for claim in of_last_year:
        found = _as_its_own(claim, disclosure)
        if found:
            yield found
    if not comparing and not of_last_year:
        raise Skipped("no claim that names the year it is compared with, or speaks of last year")
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


def _is_of_last_year(claim: Claim, disclosure: Disclosure) -> bool:
    return (
        claim.year == disclosure.fiscal_year - 1
        and claim.amount is not None
        and claim.stage in _OWN_STAGES.get(disclosure.kind, ())
        and claim.subject not in _OF_ANY_DATE
    )


def _as_its_own(claim: Claim, disclosure: Disclosure) -> Finding | None:
    """Return the finding that a claim about last year is one about this year whose year was left over."""
    year = disclosure.fiscal_year
    if claim.direction and claim.base_year in (year - 1, year - 2) and claim.base in _OWN_STAGES[disclosure.kind]:
        return _subject_finding(disclosure, claim, f"又与 {claim.base_year} 年相比", None)
    of_this_year = [other for other in disclosure.claims_about(claim.subject) if _is_of_this_year(other, claim)]
    if not of_this_year:
        return _subject_finding(disclosure, claim, f"全文没有写 {year} 年的", None)
    if any(other.amount == claim.amount for other in of_this_year):  # it may have been the same last year
        return None
    fact = next((fact for fact in candidates(claim, disclosure) if _is_printed(claim, fact)), None)
    if fact is None:
        return None
    table = f"{fact.evidence.caption}“{fact.evidence.row}”{place(fact.evidence)}"
    return _subject_finding(disclosure, claim, f"数字却是 {year} 年的{table}", fact)


def _is_of_this_year(other: Claim, claim: Claim) -> bool:
    return other.amount is not None and other.year != claim.year and other.place == claim.place


def _is_printed(claim: Claim, fact: Fact) -> bool:
    amount = claim.amount
    if amount is None or not amount.yuan:
        return False
    return abs(amount.yuan - fact.amount.yuan) <= tolerance([amount.quantum, fact.amount.quantum])


def _subject_finding(disclosure: Disclosure, claim: Claim, contradiction: str, fact: Fact | None) -> Finding:
    year = disclosure.fiscal_year
    said = f"{year} 年的文本写“{claim.name}”{year - 1} 年的数{place(claim.evidence)}"
    return Finding(
        code=wrong_base_year.code,
        case="subject",
        subject=subject_of(disclosure, place=claim.place, item=claim.subject, measure="subject"),
        severity=wrong_base_year.cases["subject"],
        message=f"{said}，{contradiction}，应是 {year} 年。",
        evidence=(claim.evidence, fact.evidence) if fact else (claim.evidence,),
        expected=Decimal(year),
        actual=Decimal(year - 1),
        unit="年",
    )


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
