"""Percentages that a text states of two amounts it prints too, worked out again."""

from dataclasses import dataclass
from decimal import Decimal

from checks.wording import money
from records.amount import Amount, Quantity


@dataclass(frozen=True, slots=True)
class Recomputed:
    """What share of a whole a part is, beside what the text says it is."""

    part: Amount
    whole: Amount
    stated: Quantity

    @property
    def percent(self) -> Decimal:
        """The share in percent; the whole must be greater than zero."""
        return self.part.yuan / self.whole.yuan * 100

    @property
    def quotient(self) -> str:
        """The reckoning written out: 110.00÷584.35＝18.82%."""
        part, whole = (money(amount, with_unit=False) for amount in (self.part, self.whole))
        return f"{part}÷{whole}＝{self.percent:.2f}%"

    @property
    def off(self) -> Decimal:
        """By how many percentage points the stated share is too high; negative where it is too low."""
        return self.stated.value - self.percent

    @property
    def allowed(self) -> Decimal:
        """How many points the printed precision leaves open.

        The amounts may be off by half their quantum, the percentage by its whole: some cut it off instead of rounding.
        """
        part, whole = self.part.yuan + self.part.quantum / 2, self.whole.yuan - self.whole.quantum / 2
        if whole <= 0:
            return Decimal("Infinity")
        return self.stated.quantum + part / whole * 100 - self.percent

    def fits(self, minimum_points: Decimal) -> bool:
        """Whether the stated share is right as far as its precision can tell."""
        return abs(self.off) <= max(self.allowed, minimum_points)
