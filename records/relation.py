"""One thing the arithmetic of a table requires: a printed number that is the sum of other printed numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from records.table import Fact, Measure, Row
from records.tolerance import Agreement, agreement, tolerance


class Rule(StrEnum):
    """Why a number must equal the sum of others."""

    HIERARCHY = "hierarchy"
    """类 = Σ款, 款 = Σ项, 合计 = Σ类."""
    ROW_SPLIT = "row-split"
    """One row's total column = the sum of its split columns."""
    SECTION = "section"
    """本年合计 = the sum of the numbered items."""
    BALANCE = "balance"
    """收入总计 = 支出总计 = 本年合计 + 结转."""
    SANGONG = "sangong"
    """“三公” total = abroad + vehicles + reception; vehicles = purchase + running."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A printed number that must equal the sum of other printed numbers."""

    rule: Rule
    whole: Fact
    parts: tuple[Fact, ...]
    name: str = ""
    """Which sum it is, where one number is the whole of several."""
    less: tuple[Fact, ...] = ()
    """What is taken off the sum: carried out is carried in and received, less spent."""
    expected: Decimal = field(init=False)
    """The sum of the parts, less what is taken off, in 元."""

    def __post_init__(self) -> None:
        """Add up, once for all who ask."""
        taken = sum([part.amount.yuan for part in self.less], Decimal(0))
        object.__setattr__(self, "expected", sum([part.amount.yuan for part in self.parts], -taken))

    @property
    def difference(self) -> Decimal:
        """The printed whole less what it should be, in 元."""
        return self.whole.amount.yuan - self.expected

    @property
    def allowed(self) -> Decimal:
        """The largest difference that rounding explains; a printed zero stands for nothing and was not rounded."""
        return tolerance(fact.amount.quantum for fact in (self.whole, *self.parts, *self.less) if fact.amount.yuan)

    @property
    def agreement(self) -> Agreement:
        """Whether rounding can explain the difference."""
        difference = self.difference
        # Most sums are exact, and what rounding explains need not be known then.
        return agreement(difference, self.allowed) if difference else Agreement.EQUAL

    @property
    def misprints(self) -> Iterator[tuple[Fact, Decimal]]:
        """Each number of the sum with the error in it that would explain the difference."""
        yield self.whole, self.difference
        yield from ((part, -self.difference) for part in self.parts)
        yield from ((part, self.difference) for part in self.less)


def best_reading(readings: Iterable[Relation]) -> Relation | None:
    """Return the reading that comes nearest to holding.

    Forms often leave open which rows are the addends. A sum is wrong only if it is wrong under every reading.
    """
    nearest: Relation | None = None
    least = Decimal("Infinity")
    for reading in readings:
        if reading.parts and (off := abs(reading.difference)) < least:
            nearest, least = reading, off
            if not off:
                break
    return nearest


def column_of(rows: Iterable[Row], measure: Measure) -> tuple[Fact, ...]:
    """Return the rows' numbers in one column, empty cells left out."""
    return tuple([fact for row in rows if (fact := row.fact(measure))])
