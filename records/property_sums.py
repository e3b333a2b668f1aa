"""The arithmetic of procurement and asset tables: totals of what is bought and owned."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from records.amount import Amount
from records.evidence import Evidence
from records.property import Asset, Purchase, PurchaseRow
from records.table import Quality
from records.tolerance import Agreement, agreement, tolerance


@dataclass(frozen=True, slots=True)
class PropertySum:
    """A printed amount that must be the sum of other printed amounts."""

    name: str
    """sources, subtotal, total."""
    whole: Amount
    parts: tuple[Amount, ...]
    evidence: Evidence
    """Where the whole stands."""

    @property
    def difference(self) -> Decimal:
        """The printed whole less the sum of the parts, in 元."""
        return self.whole.yuan - sum((part.yuan for part in self.parts), Decimal(0))

    @property
    def agreement(self) -> Agreement:
        """Whether rounding can explain the difference."""
        counted = [part.quantum for part in self.parts if part.yuan]
        return agreement(self.difference, tolerance([self.whole.quantum, *counted]))


def purchase_sums(purchases: Sequence[Purchase]) -> Iterator[PropertySum]:
    """Yield the sums of a procurement table: a row by its sources, a body by its rows, the total by all of them."""
    for purchase in purchases:
        sources = [amount for _, amount in purchase.sources]
        yield from _sum("sources", purchase.amount, sources if len(sources) > 1 else [], purchase.evidence)
    items = [purchase for purchase in purchases if purchase.row is PurchaseRow.ITEM]
    subtotals = [purchase for purchase in purchases if purchase.row is PurchaseRow.SUBTOTAL]
    for subtotal in subtotals:
        own = [purchase.amount for purchase in items if purchase.body == subtotal.body]
        yield from _sum("subtotal", subtotal.amount, own, subtotal.evidence)
    for total in purchases:
        if total.row is PurchaseRow.TOTAL:
            yield from _sum("total", total.amount, [one.amount for one in subtotals or items], total.evidence)


def asset_sums(assets: Sequence[Asset]) -> Iterator[PropertySum]:
    """Yield the sum of an asset table: the total by everything but what is part of another row."""
    for total in assets:
        if total.item == "total":
            parts = [one.value for one in assets if one.item != "total" and not one.of_which]
            yield from _sum("total", total.value, parts, total.evidence)


def quality_of_sums(sums: Iterable[PropertySum]) -> Quality:
    """Return how many of the sums hold up to rounding."""
    outcomes = [one.agreement is not Agreement.DIFFERENT for one in sums]
    return Quality(relations=len(outcomes), hold=sum(outcomes))


def _sum(name: str, whole: Amount | None, parts: Sequence[Amount | None], evidence: Evidence) -> Iterator[PropertySum]:
    printed = tuple(part for part in parts if part)
    if whole and printed:
        yield PropertySum(name, whole, printed, evidence)
