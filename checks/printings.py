"""Two printings of one number in different tables: how they compare, and how a difference is reported."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checks.check import Check, Unresolved
from checks.wording import labelled, money, place
from records.disclosure import Disclosure
from records.finding import Finding, subject_of
from records.table import Fact, Measure, Table, TableKind
from records.tolerance import Agreement, agreement, tolerance


@dataclass(frozen=True, slots=True)
class Term:
    """Where a number stands in a table of the kind."""

    kind: TableKind
    item: str
    measure: Measure = Measure.TOTAL


@dataclass(frozen=True, slots=True)
class Printing:
    """A number as one table prints it, or as the sum of several that it prints."""

    table: Table
    facts: tuple[Fact, ...]

    @property
    def yuan(self) -> Decimal:
        """The number in 元."""
        return sum((fact.amount.yuan for fact in self.facts), Decimal(0))

    @property
    def text(self) -> str:
        """The number with its table, row, column and page, as a finding words it."""
        labels = "".join(labelled(fact) for fact in self.facts)
        together = "合计" if len(self.facts) > 1 else "为"
        amount = money(self.yuan, self.table.unit)
        return f"{self.table.caption}{labels}{together} {amount}{place(self.facts[0].evidence)}"


def printings(tables: Iterable[Table], terms: Iterable[Term]) -> list[Printing]:
    """Return the numbers of the terms that the tables print, the first table's first."""
    found = (
        (table, table.fact(term.item, term.measure)) for table in tables for term in terms if table.kind is term.kind
    )
    return [Printing(table, (fact,)) for table, fact in found if fact]


def compare(left: Printing, right: Printing, factor: int = 1) -> Agreement:
    """Return how two printings of one number agree, with the tolerance of both and a factor for longer chains."""
    allowed = factor * tolerance(fact.amount.quantum for fact in (*left.facts, *right.facts))
    return agreement(left.yuan - right.yuan, allowed)


def nearest(lefts: Sequence[Printing], rights: Sequence[Printing]) -> tuple[Printing, Printing] | None:
    """Return the pair that comes nearest to agreeing: two numbers contradict only under every reading."""
    pairs = [(left, right) for left in lefts for right in rights]
    return min(pairs, key=lambda pair: abs(pair[0].yuan - pair[1].yuan), default=None)


def counterparts(disclosure: Disclosure, left: TableKind, right: TableKind) -> Iterator[tuple[Table, list[Table]]]:
    """Yield every table of one kind with those of the other that may belong to it.

    A document may hold several sets of tables, one a unit: where there are as many of both kinds, they pair in order.
    """
    lefts, rights = list(sound(disclosure, left)), list(sound(disclosure, right))
    for index, table in enumerate(lefts):
        yield table, [rights[index]] if len(lefts) == len(rights) else rights


def sound(disclosure: Disclosure, kind: TableKind) -> Iterator[Table]:
    """Yield the tables of one kind that were not read doubtfully."""
    return (table for table in disclosure.of_kind(kind) if not table.quality.doubtful)


def refuse_doubtful(disclosure: Disclosure, *kinds: TableKind) -> None:
    """Raise Unresolved if a table that a comparison needs was read doubtfully."""
    doubtful = [table.caption for table in disclosure.tables if table.kind in kinds and table.quality.doubtful]
    if doubtful:
        raise Unresolved(f"most relations fail in {', '.join(doubtful)}: the table may be misread")


def contradiction(
    disclosure: Disclosure,
    check: Check,
    case: str,
    left: Printing,
    right: Printing,
    *,
    item: str,
    measure: str,
    caused_by: str | None = None,
) -> Finding:
    """Return the finding that two printings differ; what the left one says is expected."""
    return Finding(
        code=check.code,
        case=case,
        subject=subject_of(disclosure, table=left.table.kind, place=right.table.kind, item=item, measure=measure),
        severity=check.cases[case],
        message=(f"{left.text}，{right.text}，相差 {money(abs(left.yuan - right.yuan), left.table.unit)}。"),
        evidence=tuple(fact.evidence for fact in (*left.facts, *right.facts)),
        expected=left.yuan,
        actual=right.yuan,
        caused_by=caused_by,
    )
