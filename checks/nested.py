"""Numbers that are parts of another number: where they stand, and how one that exceeds its whole is reported."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from checks.check import Check
from checks.wording import labelled, money, place
from records.amount import Amount
from records.claim import Claim
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.finding import Finding, subject_of
from records.table import Fact, Table
from records.tolerance import Agreement, agreement, tolerance


@dataclass(frozen=True, slots=True)
class Quoted:
    """A number with the words a finding names it by."""

    words: str
    amount: Amount
    unit: str | None
    evidence: Evidence

    @property
    def text(self) -> str:
        """The number as a finding words it: 支出总表“204”合计为 12.00 万元（第 7 页）."""
        return f"{self.words}为 {money(self.amount, self.unit)}{place(self.evidence)}"


def quoted_fact(table: Table, fact: Fact) -> Quoted:
    """Return a number of a table with its caption, row and column."""
    return Quoted(f"{table.caption}{labelled(fact)}", fact.amount, table.unit, fact.evidence)


def quoted_claim(claim: Claim, amount: Amount) -> Quoted:
    """Return a number of the narrative with the name it has there."""
    return Quoted(f"文字所称“{claim.name}”", amount, "万元", claim.evidence)


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
        message=f"{_together(nested.parts, together, unit)}，大于其所属的{nested.whole.text}，"
        f"多 {money(nested.excess, unit)}。",
        evidence=tuple(number.evidence for number in (*nested.parts, nested.whole)),
        expected=nested.whole.amount.yuan,
        actual=together,
    )


def _together(parts: Sequence[Quoted], total: Decimal, unit: str | None) -> str:
    listed = "，".join(part.text for part in parts)
    if len(parts) == 1:
        return listed
    addends = "＋".join(money(part.amount, unit, with_unit=False) for part in parts)
    return f"{listed}，合计 {addends}＝{money(total, unit)}"
