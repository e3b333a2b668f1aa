"""文字中的金额与表中不符。

## 检查什么
说明文字写到的收入、支出、基本支出、项目支出、“三公”经费各项以及功能科目的本年金额，与表中相应数字比较。
一个说法可能指几个口径时（如“收入预算”含不含上年结转），与其中任何一个相符即为相符。
决算所写的预算数，与表中“预算数”一列比较。
表中相应的单元格空着、而该表各项关系都成立的，视为零。

## 为什么重要
文字和表格说的是同一笔钱，两个数不可能都对。

## 示例
> 文字称“项目支出”为 3,568.31 万元（第 21 页），支出总表“合计”项目支出为 3,558.31 万元（第 7 页），相差 10.00 万元。

## 不适用
上年数、执行数等非本年口径的金额；文字与表只有一处写明“年初”的预算数；基本支出、项目支出等按资金来源分别写出几个数而文字未写明来源的；财政拨款项目支出（没有一张表印出它的合计）；表中没有相应数字的说法；机关运行经费与公用经费（两者口径可以不同）；
表的多数关系不成立时视为读取存疑。文字只截去尾数而没有四舍五入的、比上下文少写一位小数的，只作提示。

## 依据
关于推进部门预算公开的规定要求文字与表格一致（未核原文）。
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from pydantic import Field

from checks.check import CheckOptions, Skipped, check
from checks.equalities import only_general_money
from checks.planned import planned_facts
from checks.quoted import said
from checks.slots import blank_cells, candidates
from checks.wording import STAGES, cell_unit, difference, labelled, money, place
from records.claim import Claim, Stage
from records.disclosure import Disclosure, Kind
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.table import Fact
from records.tolerance import Agreement, agreement, is_shortened, tolerance

_BY_SOURCE = ("basic", "personnel", "public", "project")
"""Subjects that a text may give once for the money of each source; not every text says which."""
_OWN_STAGES = {Kind.BUDGET: (Stage.BUDGET, None), Kind.FINAL_ACCOUNTS: (Stage.FINAL, None)}


class Options(CheckOptions):
    """How large a contradiction must be to be an error."""

    error_ratio: Decimal = Field(
        Decimal("0.001"), ge=0, description="A difference above this share of the table's number is an error."
    )


@check(
    "TXT001",
    "narrative-amount",
    cases={"different": Severity.ERROR, "small": Severity.WARNING, "rounding": Severity.INFO},
    options=Options,
)
def narrative_amount(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the claims whose amount agrees with none of the table numbers it may mean."""
    tested = 0
    for claim in _figures_said(disclosure):
        comparable = _speaks_of_this_year(claim, disclosure) and not _one_of_several(claim, disclosure)
        facts = _facts_meant(claim, disclosure) if comparable else planned_facts(claim, disclosure)
        if claim.amount is None or not facts:
            continue
        tested += 1
        nearest = min(facts, key=lambda fact: _distance(claim, fact))
        verdict = _agreement(claim, nearest)
        if verdict is not Agreement.EQUAL:
            case = _case(claim, nearest, verdict, options)
            yield _finding(disclosure, claim, facts[0] if case == "different" else nearest, case)
    if not tested:
        raise Skipped("no claim of this year whose number a table prints too")


def _figures_said(disclosure: Disclosure) -> Iterable[Claim]:
    """Return the claims, of those that say more of one figure at one place only the first."""
    places = {
        (one.subject, one.place, one.amount, one.stage, replace(one.evidence, text="")): one
        for one in reversed(disclosure.claims)
    }
    return reversed(places.values())


def _facts_meant(claim: Claim, disclosure: Disclosure) -> tuple[Fact, ...]:
    """Return what the tables print; where they leave every cell that may be meant blank, that none of it is there."""
    printed = candidates(claim, disclosure)
    if printed or claim.amount is None or not claim.amount.yuan:
        return printed
    return tuple(blank_cells(claim, disclosure))


def _speaks_of_this_year(claim: Claim, disclosure: Disclosure) -> bool:
    return claim.year in (disclosure.fiscal_year, None) and claim.stage in _OWN_STAGES.get(disclosure.kind, ())


def _one_of_several(claim: Claim, disclosure: Disclosure) -> bool:
    """Whether the text gives the subject several amounts of one source, or of sources that it does not name.

    Where all money is of one source, there is only one amount to be named.
    """
    others = disclosure.claims_about(claim.subject) if claim.subject in _BY_SOURCE else ()
    alike = [one for one in others if one.source is claim.source and _speaks_of_this_year(one, disclosure)]
    amounts = {one.amount.yuan for one in alike if one.amount}
    return len(amounts) > 1 and not only_general_money(disclosure)


def _stage(claim: Claim, disclosure: Disclosure) -> str:
    """Return the name of a figure that is not of the stage the disclosure is about."""
    own = claim.stage is None or claim.stage in _OWN_STAGES.get(disclosure.kind, ())
    return "" if own or claim.stage is None else STAGES[claim.stage]


def _distance(claim: Claim, fact: Fact) -> Decimal:
    return abs(claim.amount.yuan - fact.amount.yuan) if claim.amount else Decimal("Infinity")


def _agreement(claim: Claim, fact: Fact) -> Agreement:
    quanta = [fact.amount.quantum, claim.amount.quantum if claim.amount else Decimal(0)]
    return agreement(_distance(claim, fact), tolerance(quanta))


def _case(claim: Claim, fact: Fact, verdict: Agreement, options: Options) -> str:
    if verdict is Agreement.ROUNDING and claim.amount and is_shortened(claim.amount, fact.amount):
        return "rounding"
    large = _distance(claim, fact) > abs(fact.amount.yuan) * options.error_ratio
    return "different" if large and verdict is Agreement.DIFFERENT else "small"


def _finding(disclosure: Disclosure, claim: Claim, fact: Fact, case: str) -> Finding:
    stated = claim.amount.yuan if claim.amount else Decimal(0)
    printed = f"为 {money(fact.amount, cell_unit(fact))}" if fact.evidence.text else "空着（视为零）"
    shown = said(claim, claim.amount) if claim.amount else ""
    return Finding(
        code=narrative_amount.code,
        case=case,
        subject=subject_of(
            disclosure,
            table=fact.evidence.caption,
            place=claim.place,
            item=claim.subject,
            measure=fact.measure,
        ),
        severity=narrative_amount.cases[case],
        message=(
            f"文字称“{claim.name}”{_stage(claim, disclosure)}为 {shown}{place(claim.evidence)}，"
            f"{fact.evidence.caption}{labelled(fact)}{printed}"
            f"{place(fact.evidence)}，相差 {difference(stated - fact.amount.yuan)}。"
        ),
        evidence=(claim.evidence, fact.evidence),
        expected=fact.amount.yuan,
        actual=stated,
    )
