"""Numbers that are parts of another number: where they stand, and how one that exceeds its whole is reported."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from checks.check import Check
from checks.quoted import Quoted
from checks.wording import money, place
from records.disclosure import Disclosure
from records.finding import Finding, subject_of
from records.tolerance import Agreement, agreement, tolerance

_NAMED = 3
_ADDENDS = 12
"""How many of many parts a sentence names, and adds up in full."""


@dataclass(frozen=True, slots=True)
class Nested:
    """Numbers of which none, and not all together, may exceed their whole."""

    case: str
    whole: Quoted
    parts: tuple[Quoted, ...]
    table: str
    place: str
    item: str
    measure: str

    @property
    def excess(self) -> Decimal:
        """By how much the parts together exceed the whole, in 元; negative where they do not."""
        return sum((part.amount.yuan for part in self.parts), -self.whole.amount.yuan)

    @property
    def agreement(self) -> Agreement:
        """Whether rounding can explain the excess; parts that do not exceed their whole agree with it."""
        printed = [number for number in (self.whole, *self.parts) if number.amount.yuan]
        return agreement(max(self.excess, Decimal(0)), tolerance(number.amount.quantum for number in printed))


def excess_finding(disclosure: Disclosure, check: Check, nested: Nested) -> Finding:
    """Return the finding that parts exceed their whole."""
    case = nested.case if nested.agreement is Agreement.DIFFERENT else str(nested.agreement)
    unit = nested.parts[0].unit
    together = nested.excess + nested.whole.amount.yuan
    return Finding(
        code=check.code,
        case=case,
        subject=subject_of(
            disclosure, table=nested.table, place=nested.place, item=nested.item, measure=nested.measure
        ),
        severity=check.cases[case],
        message=f"{_together(nested.parts, together, unit)}，大于{_of(nested.whole)}，"
        f"多 {money(nested.excess, unit)}。",
        evidence=tuple(number.evidence for number in (*nested.parts, nested.whole)),
        expected=nested.whole.amount.yuan,
        actual=together,
    )


def _of(whole: Quoted) -> str:
    return f"{whole.words}的 {money(whole.amount, whole.unit)}{place(whole.evidence)}"


def _together(parts: Sequence[Quoted], total: Decimal, unit: str | None) -> str:
    listed = "，".join(part.text for part in parts[:_NAMED]) + (f"等 {len(parts)} 项" if len(parts) > _NAMED else "")
    if len(parts) == 1:
        return listed
    amounts = [money(part.amount, unit, with_unit=False) for part in parts]
    addends = "＋".join(amounts[:_ADDENDS]) + ("＋…" if len(amounts) > _ADDENDS else "")
    return f"{listed}，合计 {addends}＝{money(total, unit)}"
