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


def is_shortened(one: Amount, other: Amount) -> bool:
    """Return whether the coarser of two printings is the finer one shortened otherwise than by rounding it once.

    Its last digits may be cut off, or it may be rounded to a digit less than those around it: 764.6 among 3389.69.
    """
    coarse, fine = sorted((one, other), key=lambda amount: -amount.quantum)
    lacking = abs(fine.yuan) - abs(coarse.yuan)
    step = 10 * coarse.quantum
    cut_off = 0 < lacking < coarse.quantum
    return coarse.quantum > fine.quantum and (cut_off or (not coarse.yuan % step and abs(lacking) <= step / 2))
