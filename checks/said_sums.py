"""Numbers of the narrative that are the sum of others by what they are, wherever in a section they stand."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from records.amount import Amount
from records.claim import Claim
from records.disclosure import Disclosure
from records.tolerance import Agreement, agreement, tolerance

_WHOLE, _PARTS = "basic", ("personnel", "public")
"""基本支出 is 人员经费 and 公用经费 and nothing else."""
Said = tuple[Claim, Amount]


@dataclass(frozen=True, slots=True)
class SaidSum:
    """A number of the narrative with its parts."""

    whole: Said
    parts: tuple[Said, ...]

    @property
    def total(self) -> Decimal:
        """The sum of the parts, in 元."""
        return sum((amount.yuan for _, amount in self.parts), Decimal(0))

    @property
    def agreement(self) -> Agreement:
        """Whether rounding can explain the difference."""
        quanta = [amount.quantum for _, amount in (self.whole, *self.parts) if amount.yuan]
        return agreement(self.whole[1].yuan - self.total, tolerance(quanta))


def sums_said(disclosure: Disclosure) -> Iterator[SaidSum]:
    """Yield 基本支出 with its parts for every section that gives all three, in the reading that comes nearest.

    What one sentence lists is left to those who read lists.
    """
    for subjects in _by_section(disclosure).values():
        readings = [SaidSum(whole, tuple(parts)) for whole, *parts in product(*_readings(subjects))]
        nearest = min(readings, key=lambda one: abs(one.whole[1].yuan - one.total), default=None)
        if nearest and len({claim.evidence for claim, _ in (nearest.whole, *nearest.parts)}) > 1:
            yield nearest


def _by_section(disclosure: Disclosure) -> Mapping[object, Mapping[str, Sequence[Said]]]:
    """Return the amounts of this year by section, stage and source of the money, and by subject."""
    found: dict[object, dict[str, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for claim in disclosure.claims_about(_WHOLE, *_PARTS):
        if claim.amount and claim.year in (disclosure.fiscal_year, None):
            found[claim.evidence.caption, claim.stage, claim.source][claim.subject].append((claim, claim.amount))
    return found


def _readings(subjects: Mapping[str, Sequence[Said]]) -> list[Sequence[Said]]:
    return [subjects.get(subject, ()) for subject in (_WHOLE, *_PARTS)]
