"""Money and quantities as printed: a value together with the precision it was printed with."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money."""

    yuan: Decimal
    """The value in 元, whatever unit it was printed in."""
    quantum: Decimal
    """The smallest step, in 元, that the column could have printed: 100 for 万元 with two decimals."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that is not money: vehicles, square metres, visits, percent."""

    value: Decimal
    unit: str
    """The unit as printed, normalised: 辆, 平方米, 人次, %."""
    quantum: Decimal
    """The smallest step, in that unit, that was printed."""
