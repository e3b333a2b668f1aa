"""公务用车的数量与费用对不上。

## 检查什么
有公务用车运行费而保有量为零；有保有量而运行费为零（提示）；有公务用车购置费而写明购置 0 辆或未安排购置；
政府采购表列有车辆（采购目录 catalogue_prefix 下的品目）而“三公”经费表公务用车购置费为零；
资产表的车辆数与文字所述保有量不同。

## 为什么重要
费用与车辆数说的是同一件事。对不上，不是数写错，就是车辆的费用没有列入“三公”经费。

## 示例
> 2026年单位“三公”经费和机关运行经费预算表“运行费”为 28.00 万元（第 19 页），而公务用车保有量 0 辆（第 20 页）。

## 不适用
没有写明车辆数的；几处写的车辆数不全为零的，不算没有车辆。特种专业技术用车、非财政资金购置的车辆、租用车辆可以解释不一致，
因此为警告而非错误。

## 依据
党政机关公务用车管理办法（未核原文）。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pydantic import Field

from checks.check import CheckOptions, Skipped, check
from checks.quoted import Quoted
from checks.sangong_counts import Count, Counts, counts_of, load_count_phrases
from checks.sangong_figures import sangong_figure
from checks.wording import money, place
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.finding import Finding, Severity, subject_of
from records.property import PurchaseRow
from records.surroundings import Surroundings
from records.table import TableKind

_MOST_LISTED = 6


class Options(CheckOptions):
    """What counts as buying a vehicle."""

    catalogue_prefix: str = Field(
        "A0203", min_length=3, description="Purchases whose 采购目录 code begins like this are vehicles."
    )


@check(
    "SGE002",
    "sangong-vehicle",
    cases={
        "running-without-vehicle": Severity.WARNING,
        "purchase-without-vehicle": Severity.WARNING,
        "procured": Severity.WARNING,
        "number-differs": Severity.WARNING,
        "vehicle-without-running": Severity.INFO,
    },
    options=Options,
)
def sangong_vehicle(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the contradictions between what vehicles cost and how many there are."""
    counts = counts_of(disclosure, load_count_phrases())
    running, purchase = (sangong_figure(disclosure, item) for item in ("vehicle-running", "vehicle-purchase"))
    owned = list(_owned(disclosure))
    held, bought = (*owned, *counts[Counts.VEHICLES_HELD]), counts[Counts.VEHICLES_BOUGHT]
    procured = _procured(disclosure, options.catalogue_prefix)
    if not ((running and held) or (purchase and (bought or procured)) or (owned and counts[Counts.VEHICLES_HELD])):
        raise Skipped("no number of vehicles beside what they cost")
    if running and held:
        yield from _running(disclosure, running, held)
    if purchase and purchase.amount.yuan and bought and not any(count.number for count in bought):
        yield _finding(disclosure, "purchase-without-vehicle", purchase, f"而{bought[0].text}", bought[:1])
    if purchase and not purchase.amount.yuan and procured:
        yield _bought_beside(disclosure, purchase, procured)
    yield from _differing(disclosure, owned, counts[Counts.VEHICLES_HELD])


def _owned(disclosure: Disclosure) -> Iterator[Count]:
    """Yield the vehicles of the asset table."""
    for asset in disclosure.assets:
        if asset.item == "vehicles" and asset.quantity and not asset.of_which:
            number = int(asset.quantity.value)
            yield Count(Counts.VEHICLES_HELD, "资产表所列车辆", number, asset.quantity.unit, asset.evidence)


def _procured(disclosure: Disclosure, prefix: str) -> list[Quoted]:
    """Return the vehicles of the procurement table with what they are to cost."""
    return [
        Quoted(f"“{one.name}”（{one.catalogue_code}）", one.amount, "万元", one.evidence)
        for one in disclosure.purchases
        if one.row is PurchaseRow.ITEM and one.amount and one.catalogue_code.startswith(prefix)
    ]


def _running(disclosure: Disclosure, running: Quoted, held: Sequence[Count]) -> Iterator[Finding]:
    """Yield the contradiction that only one of the running cost and the number of vehicles is zero."""
    most = max(held, key=lambda count: count.number)
    if running.amount.yuan and not most.number:
        yield _finding(disclosure, "running-without-vehicle", running, f"而{most.text}", [most])
    elif most.number and not running.amount.yuan:
        yield _finding(disclosure, "vehicle-without-running", running, f"而{most.text}", [most])


def _bought_beside(disclosure: Disclosure, purchase: Quoted, procured: Sequence[Quoted]) -> Finding:
    total = sum((one.amount.yuan for one in procured), Decimal(0))
    listed = "、".join(f"{one.words}{money(one.amount)}{place(one.evidence)}" for one in procured[:_MOST_LISTED])
    more = f"等共 {len(procured)} 项，合计 {money(total)}" if len(procured) > 1 else ""
    return _finding(disclosure, "procured", purchase, f"政府采购表却列有车辆{listed}{more}", procured)


def _differing(disclosure: Disclosure, owned: Sequence[Count], said: Sequence[Count]) -> Iterator[Finding]:
    """Yield the number of the asset table where the text gives none that is the same."""
    if owned and said and not {count.number for count in owned} & {count.number for count in said}:
        table, text = owned[0], said[0]
        message = f"{table.text}，文字所述{text.text}，两处不同。"
        yield _of("number-differs", disclosure, message, (table.evidence, text.evidence))


def _finding(
    disclosure: Disclosure, case: str, cost: Quoted, contradiction: str, others: Sequence[Count | Quoted]
) -> Finding:
    evidence = (cost.evidence, *(other.evidence for other in others))
    return _of(case, disclosure, f"{cost.text}，{contradiction}。", evidence)


def _of(case: str, disclosure: Disclosure, message: str, evidence: tuple[Evidence, ...]) -> Finding:
    return Finding(
        code=sangong_vehicle.code,
        case=case,
        subject=subject_of(disclosure, table=TableKind.SANGONG, item="vehicle", measure=case),
        severity=sangong_vehicle.cases[case],
        message=message,
        evidence=tuple(dict.fromkeys(evidence)),
    )
