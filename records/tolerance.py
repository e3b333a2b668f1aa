"""How far two printed numbers may differ before one of them must be wrong."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from records.amount import Amount


class Agreement(StrEnum):
    """How a difference compares with what rounding alone can explain."""

    EQUAL = "equal"
    ROUNDING = "rounding"
    DIFFERENT = "different"


def tolerance(quanta: Iterable[Decimal]) -> Decimal:
    """Return the largest difference that rounding each printed number once can cause.

    Each number may be off by half its quantum, so a total of n parts printed alike may be off by h·(n+1) and two
    printings of one number by 2h, with h half the quantum. `quanta` holds one quantum a printed number.
    """
    return sum(quanta, Decimal(0)) / 2


def agreement(difference: Decimal, allowed: Decimal) -> Agreement:
    """Return whether a difference lies within the tolerance, within twice the tolerance, or beyond."""
    size = abs(difference)
    if size <= allowed:
        return Agreement.EQUAL
    return Agreement.ROUNDING if size <= 2 * allowed else Agreement.DIFFERENT


def is_cut_off(one: Amount, other: Amount) -> bool:
    """Return whether the coarser of two printings is the finer one with its last digits cut off instead of rounded."""
    coarse, fine = sorted((one, other), key=lambda amount: -amount.quantum)
    return coarse.quantum > fine.quantum and 0 < abs(fine.yuan) - abs(coarse.yuan) < coarse.quantum
