"""所述上年数与上年公开数不符。

## 检查什么
由“本年数、增减额”推出的上年数，或文中直接写出的上年数，与库内上年文件同一口径的数比较。

## 为什么重要
同一个数，去年公开一个，今年说成另一个，需要说明。

## 示例
> “支出预算”本年 18,976.76 万元，文中写比 2024 年预算增加 3,455.65 万元（第 6 页），上年即为 15,521.11 万元，
> 上年公开的收支总表“支出总计”本年预算为 15,621.11 万元（《2024年部门预算.pdf》第 9 页），相差 100.00 万元。

## 不适用
库内没有上年文件；与执行数、调整预算相比的；机构改革、口径调整须人工判断，因此为警告而非错误。

## 依据
预决算前后年度可比（未核原文）。
"""

from collections.abc import Iterator
from decimal import Decimal

from pydantic import Field

from checks.check import CheckOptions, Skipped, check
from checks.quoted import quoted_cell, said
from checks.slots import keys_of
from checks.stated import compares_with_last_year, signed_change, stated_prior
from checks.wording import difference, earlier_figure, joined, labelled, money, moved, place
from records.amount import Amount
from records.claim import Claim
from records.disclosure import Disclosure
from records.finding import Finding, Severity, subject_of
from records.surroundings import Snapshot, Surroundings
from records.table import Fact
from records.tolerance import tolerance


class Options(CheckOptions):
    """How far a stated figure may lie from the published one."""

    minimum_yuan: Decimal = Field(Decimal(200), ge=0, description="Differences up to this many 元 are never reported.")
    minimum_ratio: Decimal = Field(
        Decimal("0.001"), ge=0, description="Differences up to this share of last year's number are never reported."
    )


@check("YOY002", "yoy-vs-prior-doc", cases={"different": Severity.WARNING}, options=Options)
def yoy_vs_prior_doc(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the claims whose figure of last year is not what last year's own disclosure printed."""
    prior = surroundings.prior_year(disclosure)
    if prior is None:
        raise Skipped("last year's disclosure is not stored")
    tested = 0
    for claim in disclosure.claims:
        stated = stated_prior(claim) if compares_with_last_year(claim, disclosure) else None
        published = _published(prior, claim)
        if stated is None or not published:
            continue
        tested += 1
        nearest = min(published, key=lambda fact: abs(fact.amount.yuan - stated.yuan))
        if abs(stated.yuan - nearest.amount.yuan) > _allowed(stated, nearest, options):
            yield _finding(disclosure, claim, stated, nearest)
    if not tested:
        raise Skipped("no claim compares a figure with last year's that last year's disclosure prints")


def _published(prior: Snapshot, claim: Claim) -> list[Fact]:
    return [fact for fact in map(prior.fact, keys_of(claim)) if fact]


def _allowed(stated: Amount, published: Fact, options: Options) -> Decimal:
    rounding = tolerance([stated.quantum, stated.quantum, published.amount.quantum])
    return max(rounding, options.minimum_yuan, abs(published.amount.yuan) * options.minimum_ratio)


def _finding(disclosure: Disclosure, claim: Claim, stated: Amount, published: Fact) -> Finding:
    return Finding(
        code=yoy_vs_prior_doc.code,
        case="different",
        subject=subject_of(disclosure, item=claim.subject, place=claim.place),
        severity=yoy_vs_prior_doc.cases["different"],
        message=(
            f"{_stated(claim, stated)}，"
            f"{quoted_cell(published, f'上年公开的{published.evidence.caption}{labelled(published)}').text}，"
            f"相差 {difference(stated.yuan - published.amount.yuan)}。"
        ),
        evidence=(claim.evidence, published.evidence),
        expected=published.amount.yuan,
        actual=stated.yuan,
    )


def _stated(claim: Claim, stated: Amount) -> str:
    """Return last year's figure as the sentence prints it, or how it follows from what the sentence prints."""
    if claim.prior:
        return f"“{claim.name}”文中写{earlier_figure(claim)} {said(claim, stated)}{place(claim.evidence)}"
    change = signed_change(claim)
    amount = f"本年 {said(claim, claim.amount)}" if claim.amount else ""
    how = f"{joined('比', earlier_figure(claim))}{moved(change.yuan)}" if change and change.yuan else "与上年持平"
    return f"“{claim.name}”{amount}，文中写{how}{place(claim.evidence)}，上年即为 {money(stated)}"
