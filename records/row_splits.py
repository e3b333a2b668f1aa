"""Sums along a row: its total column is the sum of the columns it is split into."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from records.hierarchies import CODED_KINDS
from records.relation import Relation, Rule, best_reading
from records.remembered import remembered
from records.table import Fact, Measure, Row, Table, TableKind

_AMOUNT = re.compile(r"\d+\.\d+")
"""Amounts are printed with decimals; codes, serial numbers and 栏次 are not."""
_SPENT = (
    Measure.BASIC,
    Measure.PROJECT,
    Measure.BUSINESS_EXPENDITURE,
    Measure.REMITTED,
    Measure.SUBSIDY,
    Measure.RESERVE,
)
_EXPENDITURE = (*_SPENT, Measure.CARRIED_OUT)
_FISCAL = (Measure.GENERAL, Measure.FUND, Measure.STATE_CAPITAL)
_NOT_FISCAL = (
    Measure.SPECIAL_ACCOUNT,
    Measure.UNDERTAKING,
    Measure.BUSINESS_INCOME,
    Measure.SUPERIOR,
    Measure.AFFILIATE,
    Measure.OTHER,
)
_INCOME = (Measure.FISCAL, *_FISCAL, *_NOT_FISCAL)
_BROUGHT_FORWARD = (Measure.CARRIED_IN, Measure.BALANCE_USED)
_BASIC = (Measure.PERSONNEL, Measure.PUBLIC)


class Split(NamedTuple):
    """Columns that add up to another one."""

    whole: Measure
    parts: tuple[Measure, ...]
    name: str = ""
    """Which sum it is, where one column is split in several ways."""


_BASIC_TIE = Split(Measure.BASIC, _BASIC)
_BY_YEAR = Split(Measure.TOTAL, (Measure.YEAR_EXPENDITURE, Measure.CARRIED_IN), "by-year")
_BY_SOURCE = Split(Measure.TOTAL, (*_INCOME, *_BROUGHT_FORWARD), "by-source")
_BY_FUND = Split(Measure.FISCAL, _FISCAL)
_YEAR_SPENT = Split(Measure.YEAR_EXPENDITURE, _SPENT)
_FUNCTION = (Split(Measure.TOTAL, (Measure.BASIC, Measure.PROJECT)), _BASIC_TIE, _BY_YEAR, _YEAR_SPENT)
_ECONOMIC = (Split(Measure.TOTAL, _BASIC), _BY_YEAR, Split(Measure.YEAR_EXPENDITURE, _BASIC))

ROW_SPLITS: Mapping[TableKind, tuple[Split, ...]] = MappingProxyType(
    {
        TableKind.INCOME: (
            Split(Measure.TOTAL, (Measure.YEAR_INCOME, *_BROUGHT_FORWARD)),
            Split(Measure.YEAR_INCOME, _INCOME),
            Split(Measure.TOTAL, (*_INCOME, *_BROUGHT_FORWARD)),
            _BY_FUND,
        ),
        TableKind.EXPENDITURE: (
            Split(Measure.TOTAL, _EXPENDITURE),
            _BASIC_TIE,
            _BY_YEAR,
            _YEAR_SPENT,
            _BY_SOURCE,
            _BY_FUND,
        ),
        TableKind.FISCAL: (Split(Measure.TOTAL, _FISCAL),),
        TableKind.GENERAL: _FUNCTION,
        TableKind.FUND: _FUNCTION,
        TableKind.STATE_CAPITAL: _FUNCTION,
        TableKind.BASIC: _ECONOMIC,
        TableKind.FISCAL_EXPENDITURE: _FUNCTION,
        TableKind.FISCAL_BASIC: _ECONOMIC,
        TableKind.ECONOMIC: _FUNCTION,
        TableKind.BASIC_FUNCTION: _ECONOMIC,
        TableKind.BASIC_SOURCES: (_BY_SOURCE, _BY_FUND),
        TableKind.PROJECTS: (_BY_SOURCE, _BY_FUND),
        TableKind.PROCUREMENT: (_BY_SOURCE, _BY_FUND),
        TableKind.SANGONG: (Split(Measure.TOTAL, _FISCAL),),
    }
)
"""For each kind of table, which columns add up to which.

Columns that are not printed are left out of the sum; for 基本支出 its 人员经费 and 公用经费 then stand.
"""


def row_split_relations(table: Table) -> Iterator[Relation]:
    """Yield the sums along every row whose total and at least one part are printed; an empty cell is zero."""
    splits = tuple(_splits(table))
    bridged = {Measure.CARRIED_IN, Measure.YEAR_INCOME, Measure.CARRIED_OUT} <= {one.measure for one in table.columns}
    moved = any(fact.measure is Measure.CHANGE for row in table.rows for fact in row.facts)
    for row in table.rows:
        if bridged and table.kind in CODED_KINDS:
            yield from _closing(row)
        if moved:
            yield from _change(row)
        for split in splits:
            whole = row.fact(split.whole)
            relation = best_reading(_readings(row, whole, split)) if whole else None
            if relation and not _lacks(relation, table):
                yield relation


def _closing(row: Row) -> Iterator[Relation]:
    """Yield what is carried out at the year's end: carried in, and received, less spent."""
    closing, spent = row.fact(Measure.CARRIED_OUT), row.fact(Measure.TOTAL)
    opening = tuple(fact for fact in (row.fact(Measure.CARRIED_IN), row.fact(Measure.YEAR_INCOME)) if fact)
    if closing and spent and opening:
        yield Relation(Rule.ROW_SPLIT, closing, opening, "closing", (spent,))


def _change(row: Row) -> Iterator[Relation]:
    """Yield 增减额: this year's number, or its budgets where no total is printed, less last year's."""
    change, prior, total = row.fact(Measure.CHANGE), row.fact(Measure.PRIOR), row.fact(Measure.TOTAL)
    current = (total,) if total else tuple(fact for fact in map(row.fact, _FISCAL) if fact)
    if change and (current or prior):
        yield Relation(Rule.ROW_SPLIT, change, current, "change", (prior,) if prior else ())


def _splits(table: Table) -> Iterator[Split]:
    printed = {column.measure for column in table.columns}
    for split in ROW_SPLITS.get(table.kind, ()):
        parts = split.parts
        by_year = table.kind is TableKind.INCOME and split.whole is Measure.TOTAL
        if by_year and (Measure.YEAR_INCOME in parts) is not (Measure.YEAR_INCOME in printed):
            continue  # where the 小计 is printed, 合计 = 小计 + 结转; elsewhere 合计 = every source + 结转
        if Measure.BASIC in parts and Measure.BASIC not in printed:
            parts = (*_BASIC, *parts)  # 基本支出 is printed only as these two
        present = tuple(part for part in parts if part in printed)
        if Measure.FISCAL in present:
            present = tuple(part for part in present if part not in _FISCAL)
        if split.whole in printed and len(present) > 1:
            yield split._replace(parts=present)


@remembered(8)
def _unnamed_amounts(table: Table) -> frozenset[Decimal]:
    """Return the amounts, as printed, in the columns whose headings we do not know."""
    columns = [index for index, column in enumerate(table.columns) if column.measure is None]
    cells = (row[index].replace(",", "") for row in table.grid for index in columns if index < len(row))
    return frozenset(Decimal(cell) for cell in cells if _AMOUNT.fullmatch(cell))


def _lacks(relation: Relation, table: Table) -> bool:
    """Say whether a column we do not know holds just what the sum lacks: then it is one of the parts."""
    if not relation.difference:
        return False
    printed = relation.whole.evidence.text.replace(",", "")
    if not _AMOUNT.fullmatch(printed) or not Decimal(printed):
        return False
    return relation.difference / (relation.whole.amount.yuan / Decimal(printed)) in _unnamed_amounts(table)


def _readings(row: Row, whole: Fact, split: Split) -> Iterator[Relation]:
    """Two columns of one measure may be two shares of it, or the second an 其中 of the first."""
    yield Relation(Rule.ROW_SPLIT, whole, tuple(fact for fact in map(row.fact, split.parts) if fact), split.name)
    yield Relation(Rule.ROW_SPLIT, whole, tuple(fact for fact in row.facts if fact.measure in split.parts), split.name)
    if Measure.CARRIED_OUT in split.parts:  # some forms leave out of the total what is carried out
        spent = [part for part in split.parts if part is not Measure.CARRIED_OUT]
        yield Relation(Rule.ROW_SPLIT, whole, tuple(fact for fact in map(row.fact, spent) if fact), split.name)
