"""Reads the cells of one column together: what is in one unit has the precision of the finest."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from parsing.words.numbers import amount_of, column_quantum, printed_number
from records.amount import Amount, Quantity


def amounts_of(texts: Sequence[str], unit: str | None, units: Mapping[str, Decimal]) -> tuple[Amount | None, ...]:
    """Return the amounts of one column: None for a cell without a number, and for all where no unit is known."""
    yuan = units.get(unit or "")
    if yuan is None:
        return tuple(None for _ in texts)
    numbers = [printed_number(text) for text in texts]
    quantum = column_quantum((number for number in numbers if number), yuan)
    return tuple(amount_of(number, yuan, quantum) if number else None for number in numbers)


def quantities_of(texts: Sequence[str], units: Sequence[str]) -> tuple[Quantity | None, ...]:
    """Return the quantities of one column, each in its own unit: None for a cell without a number."""
    numbers = [printed_number(text) for text in texts]
    decimals: dict[str, int] = {}
    for number, unit in zip(numbers, units, strict=True):
        decimals[unit] = max(decimals.get(unit, 0), number.decimals if number else 0)
    return tuple(
        Quantity(number.value, unit, Decimal(1).scaleb(-decimals[unit])) if number else None
        for number, unit in zip(numbers, units, strict=True)
    )
