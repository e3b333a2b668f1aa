"""与本单位其他公开文本衔接不上。

## 检查什么
决算所称的“年初预算数”与同年公开的预算；表中印出的上年数与上年公开的文本；决算的年初结转结余与上年决算的年末结转结余；
预算的上年结转不大于上年决算的年末结转结余。按科目逐项比较，一个数有几种口径时，与其中任何一种相符即为相符。

## 为什么重要
同一笔钱在两份公开文本中不一致，说明其中一份被改过或者填错；结转结余衔接不上，说明有资金去向未予说明。

## 示例
> 文字所称“行政运行”为 5,717.32 万元（第 21 页），同年预算公开的一般公共预算支出表“2014001 行政运行”合计
> 为 5,617.32 万元（《2024年部门预算.pdf》第 9 页），相差 100.00 万元。

## 不适用
另一份文本不在库内，或者口径（部门、单位）不同；只写“预算数”而没有写“年初”的，可能是调整后的预算，不与年初预算比较；
上年执行数不与上年预算比较。机构改革、会计差错更正可以使结转结余重新确定，应有说明。

## 依据
部门决算报表年初结转结余与上年年末结转结余的衔接关系（未核原文）。
"""

from collections.abc import Iterator
from decimal import Decimal

from pydantic import Field

from checks.bridges import Bridge, bridges
from checks.check import CheckOptions, Skipped, check
from checks.wording import money
from records.disclosure import Disclosure
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.tolerance import Agreement, agreement, tolerance

_SOURCES = {
    "initial-budget": "同年预算公开的",
    "prior-column": "上年公开的",
    "opening-balance": "上年决算公开的",
    "carried-in": "上年决算公开的",
}


class Options(CheckOptions):
    """How far a number may lie from the one it repeats."""

    minimum_ratio: Decimal = Field(
        Decimal("0.001"), ge=0, description="Differences up to this share of the earlier number are only remarks."
    )


@check(
    "TAB006",
    "prior-document-bridge",
    cases={
        "initial-budget": Severity.ERROR,
        "prior-column": Severity.WARNING,
        "opening-balance": Severity.WARNING,
        "carried-in": Severity.WARNING,
        "small": Severity.INFO,
        "rounding": Severity.INFO,
    },
    options=Options,
)
def prior_document_bridge(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the numbers that are not what another document of the body printed for them."""
    if not surroundings.history:
        raise Skipped("no other document of the body is stored")
    tested = False
    for bridge in bridges(disclosure, surroundings):
        tested = True
        case = _case(bridge, options)
        if case:
            yield _finding(disclosure, bridge, case)
    if not tested:
        raise Skipped("no number that a stored document of the body prints too")


def _case(bridge: Bridge, options: Options) -> str | None:
    allowed = tolerance([bridge.own.amount.quantum, bridge.other.amount.quantum])
    verdict = agreement(bridge.difference, allowed)
    if verdict is not Agreement.DIFFERENT:
        return None if verdict is Agreement.EQUAL else "rounding"
    small = abs(bridge.difference) <= abs(bridge.other.amount.yuan) * options.minimum_ratio
    return "small" if small else bridge.case


def _finding(disclosure: Disclosure, bridge: Bridge, case: str) -> Finding:
    table, item, measure = bridge.key
    relation = "大于" if bridge.at_most else ""
    return Finding(
        code=prior_document_bridge.code,
        case=case,
        subject=subject_of(disclosure, table=table, place=bridge.case, item=item, measure=measure),
        severity=prior_document_bridge.cases[case],
        message=f"{bridge.own.text}，{relation}{_SOURCES[bridge.case]}{bridge.other.text}，"
        f"相差 {money(bridge.difference, bridge.own.unit)}。",
        evidence=(bridge.own.evidence, bridge.other.evidence),
        expected=bridge.other.amount.yuan,
        actual=bridge.own.amount.yuan,
    )
