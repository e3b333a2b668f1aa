"""“三公”经费的单位成本偏离常见范围。

## 检查什么
公务用车运行费除以保有量、公务接待费除以接待人次和批次、因公出国（境）费除以人次，是否超出参数给定的范围。
几处写的数量不同时，任何一个数量下都超出范围才报。

## 为什么重要
每辆车、每人次的费用明显偏离常见水平，可能是数量或金额写错，也可能是支出本身需要说明。

## 示例
> “公务用车运行费”为 99.00 万元（第 15 页），公务用车保有量 9 辆（第 22 页），平均 11.00 万元，高于 6.00 万元。

## 不适用
没有写明数量的；数量为零的（由 SGE002、SGE003 检查）；费用为零的。特种专业技术用车可以解释偏离，因此只作提示。

## 依据
范围为本系统的经验值，可在配置中修改。
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pydantic import Field

from checks.check import CheckOptions, Skipped, check
from checks.quoted import Quoted
from checks.sangong_counts import Count, Counts, counts_of, load_count_phrases
from checks.sangong_figures import sangong_figure
from checks.wording import money
from records.disclosure import Disclosure
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.table import TableKind


class Options(CheckOptions):
    """The range of each unit cost, in 元."""

    vehicle_lowest_yuan: Decimal = Field(Decimal(5_000), ge=0, description="Running a vehicle for a year costs more.")
    vehicle_highest_yuan: Decimal = Field(Decimal(60_000), gt=0, description="Running a vehicle for a year costs less.")
    guest_highest_yuan: Decimal = Field(Decimal(300), gt=0, description="Receiving one guest costs less.")
    reception_highest_yuan: Decimal = Field(Decimal(5_000), gt=0, description="One reception costs less.")
    abroad_highest_yuan: Decimal = Field(Decimal(80_000), gt=0, description="Sending one person abroad costs less.")


@dataclass(frozen=True, slots=True)
class _Range:
    """What one of the counted things may cost."""

    item: str
    counts: Counts
    highest: Decimal
    lowest: Decimal = Decimal(0)

    def limit(self, cost: Decimal) -> Decimal | None:
        """Return the limit that the cost of one exceeds or falls short of."""
        return self.highest if cost > self.highest else self.lowest if cost < self.lowest else None


@check("SGE004", "sangong-unit-cost", cases={"high": Severity.INFO, "low": Severity.INFO}, options=Options)
def sangong_unit_cost(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the unit costs of the 三公 that lie outside their range."""
    counts = counts_of(disclosure, load_count_phrases())
    tested = 0
    for one in _ranges(options):
        cost = sangong_figure(disclosure, one.item)
        numbers = [count for count in counts[one.counts] if count.number]
        if cost and cost.amount.yuan and numbers:
            tested += 1
            yield from _outside(disclosure, one, cost, numbers)
    if not tested:
        raise Skipped("no item of the 三公 with its cost and its number")


def _ranges(options: Options) -> tuple[_Range, ...]:
    return (
        _Range("vehicle-running", Counts.VEHICLES_HELD, options.vehicle_highest_yuan, options.vehicle_lowest_yuan),
        _Range("reception", Counts.GUESTS, options.guest_highest_yuan),
        _Range("reception", Counts.RECEPTIONS, options.reception_highest_yuan),
        _Range("abroad", Counts.PERSONS_ABROAD, options.abroad_highest_yuan),
    )


def _outside(disclosure: Disclosure, one: _Range, cost: Quoted, numbers: Sequence[Count]) -> Iterator[Finding]:
    """Yield the finding that the cost of one lies outside whichever of the printed numbers is right."""
    each = [(count, cost.amount.yuan / count.number) for count in numbers]
    if not all(one.limit(average) is not None for _, average in each):
        return
    count, average = each[0]
    limit = one.limit(average) or Decimal(0)
    case = "high" if average > one.highest else "low"
    unit = "万元" if limit >= 10_000 else "元"
    shown = average.quantize(Decimal(100) if unit == "万元" else Decimal("0.01"))
    beyond = f"{'高' if case == 'high' else '低'}于 {money(limit, unit)}"
    message = f"{cost.text}，{count.text}，平均 {money(shown, unit)}，{beyond}。"
    yield Finding(
        code=sangong_unit_cost.code,
        case=case,
        subject=subject_of(disclosure, table=TableKind.SANGONG, item=one.item, measure=f"per:{one.counts}"),
        severity=sangong_unit_cost.cases[case],
        message=message,
        evidence=tuple(dict.fromkeys((cost.evidence, count.evidence))),
        expected=limit,
        actual=shown,
    )
