"""Sums of two-sided tables: 本年合计 = its items, 总计 = 本年合计 + 结转, 收入总计 = 支出总计."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from records.relation import Relation, Rule, best_reading, column_of
from records.table import TOTAL_ITEM, Fact, Measure, Row, Side, Table, TableKind

TWO_SIDED_KINDS = frozenset({TableKind.SUMMARY, TableKind.FISCAL})

_ALL_CLASSES = 10
"""A form that has rows for so many classes has one for each; fewer may be a selection."""
_BUDGETS = ("income:general", "income:fund", "income:state-capital")
_CARRIED_IN_SHARES = ("carried-in:general", "carried-in:fund", "carried-in:state-capital")


@dataclass(frozen=True, slots=True)
class _Closing:
    """The rows that close one side of the table."""

    side: Side
    year: str
    total: str
    carried: tuple[str, ...]
    """What stands between the year and the total."""


_CLOSINGS = (
    _Closing(Side.INCOME, "income-year", "income-total", ("carried-in", "balance-used")),
    _Closing(Side.EXPENDITURE, "expenditure-year", "expenditure-total", ("carried-out", "balance-allotted")),
)
_CLOSING_ITEMS = frozenset(item for closing in _CLOSINGS for item in (closing.year, closing.total, *closing.carried))


def section_relations(table: Table) -> Iterator[Relation]:
    """Yield 本年收入合计 and 本年支出合计 as the sums of their items, or the 总计 where no 本年合计 is printed."""
    if table.kind not in TWO_SIDED_KINDS:
        return
    for closing in _CLOSINGS:
        year = table.row(closing.year)
        whole = year or table.row(closing.total)
        for fact in whole.facts if whole else ():
            carried = () if year else tuple(_carried(table, closing, fact.measure))
            relation = best_reading(
                Relation(Rule.SECTION, fact, (*column_of(rows, fact.measure), *carried), "items")
                for rows in _item_readings(table, closing.side, whole)
            )
            if relation:
                yield relation
    yield from _fiscal_income(table)
    yield from _classes_under_one_row(table)


def _fiscal_income(table: Table) -> Iterator[Relation]:
    """Yield 财政拨款收入 as the sum of its budgets, where the form prints them below it."""
    whole = table.row("income:fiscal")
    budgets = [row for row in table.rows if row.of_which and row.item in _BUDGETS]
    for fact in whole.facts if whole and len(budgets) > 1 else ():
        if parts := column_of(budgets, fact.measure):
            yield Relation(Rule.SECTION, fact, parts, "budgets")


def _classes_under_one_row(table: Table) -> Iterator[Relation]:
    """Yield the sums of forms that print one row for all expenditure, and every class below it as part of that row."""
    rows = [row for row in table.rows if row.side is Side.EXPENDITURE and not _closes(row)]
    if not rows or rows[0].of_which or rows[0].item.isdigit():
        return
    below = list(takewhile(lambda row: row.of_which and row.item.isdigit(), rows[1:]))
    for fact in rows[0].facts if len(below) >= _ALL_CLASSES else ():
        if parts := column_of(below, fact.measure):
            yield Relation(Rule.SECTION, fact, parts, "classes")


def source_relations(table: Table) -> Iterator[Relation]:
    """Yield the total of a table that lists what it is the sum of: the sources of income, the services bought."""
    total = table.fact(TOTAL_ITEM, Measure.TOTAL)
    listed = [row for row in table.rows if not row.of_which and row.item != TOTAL_ITEM]
    is_list = table.kind is TableKind.SERVICES or all(row.side is Side.INCOME for row in listed)
    if table.kind in (TableKind.INCOME, TableKind.SERVICES) and is_list and total and listed:
        yield Relation(Rule.SECTION, total, column_of(listed, Measure.TOTAL), "sources")


def balance_relations(table: Table) -> Iterator[Relation]:
    """Yield the bridges from 本年合计 to 总计, the shares of 年初结转, and 收入总计 = 支出总计."""
    if table.kind not in TWO_SIDED_KINDS:
        return
    for closing in _CLOSINGS:
        yield from _bridges(table, closing)
    if table.kind is TableKind.FISCAL:  # elsewhere what is carried in need not be fiscal money
        yield from _shares_of_carried_in(table)
    income, expenditure = (table.fact(item, Measure.TOTAL) for item in ("income-total", "expenditure-total"))
    if income and expenditure:
        yield Relation(Rule.BALANCE, income, (expenditure,), "other-side")


def _item_readings(table: Table, side: Side, whole: Row | None) -> Iterator[Sequence[Row]]:
    """Yield the rows that may be the addends: those above the sum (below, where it is printed first); only classes.

    Some forms list 款 and 项 under the class without marking them, or a second grouping of the same money.
    """
    rows = [row for row in table.rows if row.side is side]
    items = [row for row in rows if not row.of_which and not _closes(row)]
    position = next((index for index, row in enumerate(rows) if row is whole), len(rows))
    above = [row for row in items if any(row is other for other in rows[:position])]
    chosen = above or items
    yield chosen
    yield [row for row in chosen if row.item.isdigit()]


def _closes(row: Row) -> bool:
    return row.item in _CLOSING_ITEMS or row.item in _CARRIED_IN_SHARES


def _bridges(table: Table, closing: _Closing) -> Iterator[Relation]:
    total = table.row(closing.total)
    for fact in total.facts if total else ():
        year = table.fact(closing.year, fact.measure)
        if year is None:
            continue
        named = tuple(_carried(table, closing, fact.measure))
        unknown = tuple(_between(table, closing, fact.measure))
        relation = best_reading(
            Relation(Rule.BALANCE, fact, (year, *others), "year-and-carried") for others in (named, (*named, *unknown))
        )
        if relation:
            yield relation


def _carried(table: Table, closing: _Closing, measure: Measure) -> Iterator[Fact]:
    """Yield what is printed between the year and the total; the shares of 结转 where their sum is left blank."""
    for item in closing.carried:
        fact = table.fact(item, measure)
        shares = _CARRIED_IN_SHARES if item == "carried-in" and fact is None else ()
        yield from (one for one in (fact, *(table.fact(share, measure) for share in shares)) if one)


def _between(table: Table, closing: _Closing, measure: Measure) -> Iterator[Fact]:
    """Yield the rows we have no name for between the year and the total: forms have their own kinds of balances."""
    inside = False
    for row in table.rows:
        if row.item in (closing.year, closing.total):
            inside = row.item == closing.year
        elif inside and row.side is closing.side and not row.of_which and not row.item.isdigit() and not _closes(row):
            yield from (fact for fact in row.facts if fact.measure is measure)


def _shares_of_carried_in(table: Table) -> Iterator[Relation]:
    whole = table.fact("carried-in", Measure.TOTAL)
    parts = tuple(fact for fact in (table.fact(item, Measure.TOTAL) for item in _CARRIED_IN_SHARES) if fact)
    if whole and parts:
        yield Relation(Rule.BALANCE, whole, parts, "shares")
