"""How single values stand in the JSON: numbers as decimal strings, money in 元, the unknown as null."""

from decimal import Decimal
from typing import Any

from records.amount import Amount, Quantity
from records.evidence import Evidence

Json = dict[str, Any]


def decimal_text(value: Decimal | None) -> str | None:
    """Return a number without exponent and trailing zeros: 189492200, 0.5."""
    if value is None:
        return None
    return format(value.normalize(), "f") if value else "0"


def yuan(amount: Amount | None) -> str | None:
    """Return money in 元."""
    return decimal_text(amount.yuan) if amount else None


def quantity_json(quantity: Quantity | None) -> Json | None:
    """Return a quantity with its unit."""
    return {"value": decimal_text(quantity.value), "unit": quantity.unit} if quantity else None


def evidence_json(evidence: Evidence) -> Json:
    """Return where something stands."""
    return {
        "page": evidence.page,
        "cell": evidence.cell,
        "line": evidence.line,
        "caption": evidence.caption,
        "row": evidence.row,
        "column": evidence.column,
        "text": evidence.text,
        "bbox": list(evidence.bbox) if evidence.bbox else None,
        "absent": evidence.absent,
    }
