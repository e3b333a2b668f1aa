"""The arithmetic a table must satisfy within itself.

The checks report relations that fail; the parsing uses the same relations to judge how well it read a table. Both
must mean the same thing, so the relations live here and nowhere else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from records.table import TOTAL_ITEM, Fact, Measure, Quality, Row, Side, Table, TableKind
from records.tolerance import Agreement, agreement, tolerance


class Rule(StrEnum):
    """Why a number must equal the sum of others."""

    HIERARCHY = "hierarchy"
    """类 = Σ款, 款 = Σ项, 合计 = Σ类."""
    ROW_SPLIT = "row-split"
    """One row's total column = the sum of its split columns."""
    SECTION = "section"
    """本年合计 = the sum of the numbered items above it."""
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

    @property
    def expected(self) -> Decimal:
        """The sum of the parts, in 元."""
        return sum((part.amount.yuan for part in self.parts), Decimal(0))

    @property
    def difference(self) -> Decimal:
        """The printed whole less the sum of the parts, in 元."""
        return self.whole.amount.yuan - self.expected

    @property
    def agreement(self) -> Agreement:
        """Whether rounding can explain the difference."""
        return agreement(
            self.difference, tolerance([self.whole.amount.quantum, *(part.amount.quantum for part in self.parts)])
        )


_EXPENDITURE_SPLIT = (
    Measure.BASIC,
    Measure.PROJECT,
    Measure.BUSINESS_EXPENDITURE,
    Measure.REMITTED,
    Measure.SUBSIDY,
)
_FISCAL_SPLIT = (Measure.GENERAL, Measure.FUND, Measure.STATE_CAPITAL)
_INCOME_SPLIT = (
    Measure.FISCAL,
    Measure.GENERAL,
    Measure.FUND,
    Measure.STATE_CAPITAL,
    Measure.SPECIAL_ACCOUNT,
    Measure.UNDERTAKING,
    Measure.BUSINESS_INCOME,
    Measure.SUPERIOR,
    Measure.AFFILIATE,
    Measure.OTHER,
)

ROW_SPLITS: Mapping[TableKind, tuple[tuple[Measure, tuple[Measure, ...]], ...]] = MappingProxyType(
    {
        TableKind.INCOME: (
            (Measure.TOTAL, (Measure.YEAR_INCOME, Measure.CARRIED_IN)),
            (Measure.YEAR_INCOME, _INCOME_SPLIT),
            (Measure.TOTAL, (*_INCOME_SPLIT, Measure.CARRIED_IN)),
        ),
        TableKind.EXPENDITURE: ((Measure.TOTAL, _EXPENDITURE_SPLIT),),
        TableKind.FISCAL: ((Measure.TOTAL, _FISCAL_SPLIT),),
        TableKind.GENERAL: ((Measure.TOTAL, (Measure.BASIC, Measure.PROJECT)),),
        TableKind.FUND: ((Measure.TOTAL, (Measure.BASIC, Measure.PROJECT)),),
        TableKind.STATE_CAPITAL: ((Measure.TOTAL, (Measure.BASIC, Measure.PROJECT)),),
        TableKind.BASIC: ((Measure.TOTAL, (Measure.PERSONNEL, Measure.PUBLIC)),),
        TableKind.SANGONG: ((Measure.TOTAL, _FISCAL_SPLIT),),
    }
)
"""For each kind of table, which columns add up to which (columns that are not printed are left out of the sum)."""

CODED_KINDS = frozenset(
    {
        TableKind.INCOME,
        TableKind.EXPENDITURE,
        TableKind.GENERAL,
        TableKind.BASIC,
        TableKind.FUND,
        TableKind.STATE_CAPITAL,
    }
)
"""The kinds whose rows carry classification codes."""


def relations_of(table: Table) -> Iterator[Relation]:
    """Yield every relation of the table that its printed numbers allow to be tested."""
    yield from _row_splits(table)
    if table.kind in CODED_KINDS:
        yield from _hierarchy(table)
    if table.kind in (TableKind.SUMMARY, TableKind.FISCAL):
        yield from _sections(table)
        yield from _balances(table)
    if table.kind is TableKind.SANGONG:
        yield from _sangong(table)


def quality_of(table: Table) -> Quality:
    """Return how many relations of the table can be tested, and how many hold up to rounding."""
    outcomes = [relation.agreement is not Agreement.DIFFERENT for relation in relations_of(table)]
    return Quality(relations=len(outcomes), hold=sum(outcomes))


def _row_splits(table: Table) -> Iterator[Relation]:
    printed = {column.measure for column in table.columns}
    for row in table.rows:
        for whole_measure, part_measures in ROW_SPLITS.get(table.kind, ()):
            if whole_measure is Measure.TOTAL and Measure.YEAR_INCOME in printed and Measure.FISCAL in part_measures:
                continue  # 合计 = 小计 + 结转 says the same and names the nearer parts
            if Measure.FISCAL in printed and Measure.GENERAL in part_measures and Measure.FISCAL in part_measures:
                part_measures = tuple(m for m in part_measures if m not in _FISCAL_SPLIT)
            if len(printed.intersection(part_measures)) < 2 or whole_measure not in printed:
                continue
            whole = row.fact(whole_measure)
            parts = tuple(fact for fact in map(row.fact, part_measures) if fact)
            if whole and parts:
                yield Relation(Rule.ROW_SPLIT, whole, parts)


def _hierarchy(table: Table) -> Iterator[Relation]:
    coded = [row for row in table.rows if row.code]
    codes = [row.code or "" for row in coded]
    if len(set(codes)) != len(codes):
        return  # several units stand one below the other, or several years: their rows must not be added together
    for whole in table.rows:
        if whole.code is None and whole.item != TOTAL_ITEM:
            continue
        children = _children(whole.code or "", coded)
        for fact in whole.facts:
            parts = tuple(part for part in (child.fact(fact.measure) for child in children) if part)
            if parts:
                yield Relation(Rule.HIERARCHY, fact, parts)


def _children(code: str, rows: Sequence[Row]) -> list[Row]:
    """Return the nearest rows below a code: where a level is not printed, the next one that is."""
    below = [row for row in rows if row.code and row.code != code and row.code.startswith(code)]
    return [
        row
        for row in below
        if not any(other.code != row.code and (row.code or "").startswith(other.code or "") for other in below)
    ]


def _sections(table: Table) -> Iterator[Relation]:
    for side, whole_item in ((Side.INCOME, "income-year"), (Side.EXPENDITURE, "expenditure-year")):
        whole = table.row(whole_item)
        if whole is None:
            continue
        numbered = [row for row in _above(table.rows, whole) if row.side is side and not row.of_which]
        for fact in whole.facts:
            parts = tuple(part for part in (row.fact(fact.measure) for row in numbered) if part)
            if parts:
                yield Relation(Rule.SECTION, fact, parts)


def _above(rows: Iterable[Row], last: Row) -> Iterator[Row]:
    for row in rows:
        if row is last:
            return
        yield row


def _balances(table: Table) -> Iterator[Relation]:
    sums = (
        ("income-total", ("income-year", "carried-in", "balance-used")),
        ("expenditure-total", ("expenditure-year", "carried-out", "balance-allotted")),
        ("carried-in", ("carried-in:general", "carried-in:fund", "carried-in:state-capital")),
        ("income-total", ("expenditure-total",)),
    )
    for whole_item, part_items in sums:
        whole = table.fact(whole_item, Measure.TOTAL)
        parts = tuple(fact for fact in (table.fact(item, Measure.TOTAL) for item in part_items) if fact)
        if whole and parts:
            yield Relation(Rule.BALANCE, whole, parts)


def _sangong(table: Table) -> Iterator[Relation]:
    sums = (
        ("sangong", ("abroad", "vehicle", "reception")),
        ("vehicle", ("vehicle-purchase", "vehicle-running")),
        ("abroad", ("abroad-academic", "abroad-other")),
    )
    for whole_item, part_items in sums:
        whole = table.row(whole_item)
        if whole is None:
            continue
        rows = [row for row in map(table.row, part_items) if row]
        for fact in whole.facts:
            parts = tuple(part for part in (row.fact(fact.measure) for row in rows) if part)
            if parts:
                yield Relation(Rule.SANGONG, fact, parts)
