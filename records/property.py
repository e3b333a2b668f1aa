"""What a body plans to buy and what it owns: procurement rows (政府采购) and assets (国有资产)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from records.amount import Amount, Quantity
from records.evidence import Evidence
from records.table import Measure


class PurchaseRow(StrEnum):
    """What a row of a procurement table stands for."""

    ITEM = "item"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Purchase:
    """One row of a procurement table."""

    row: PurchaseRow
    evidence: Evidence
    body: str = ""
    """The unit whose subtotal stands above it; for a subtotal the unit itself."""
    project: str = ""
    project_budget: Amount | None = None
    name: str = ""
    """采购物品名称."""
    catalogue_code: str = ""
    """政府采购目录序号."""
    unit: str = ""
    """计量单位, as printed."""
    quantity: Quantity | None = None
    unit_price: Amount | None = None
    amount: Amount | None = None
    sources: tuple[tuple[Measure, Amount], ...] = ()
    """The amount by where the money comes from, in the order of the columns."""
    reserved_for_smaller_firms: Amount | None = None
    """预留中小微企业份额."""


@dataclass(frozen=True, slots=True)
class Asset:
    """One row of an asset table."""

    item: str
    """total, buildings, office-buildings, vehicles, equipment, other."""
    label: str
    evidence: Evidence
    quantity: Quantity | None = None
    value: Amount | None = None
    as_of: date | None = None
    of_which: bool = False
