"""Which numbers two tables of one disclosure must print alike. A new equality is a line here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from checks.printings import Term
from records.disclosure import Disclosure, Kind
from records.table import TOTAL_ITEM, Measure, Table, TableKind

_OTHER_FUNDS = ("政府性基金", "国有资本")
"""How the rows of the other fiscal money are named; a form that prints them for what was carried in too has four."""
Condition = Callable[[Disclosure], bool]


def always(disclosure: Disclosure) -> bool:
    """Say yes: the equality holds in every disclosure that prints both numbers."""
    return True


def only_general_money(disclosure: Disclosure) -> bool:
    """Say whether the general public budget is the only source of all the money."""
    totals = _yuan(disclosure, Term(TableKind.SUMMARY, "income-total"), Term(TableKind.INCOME, TOTAL_ITEM))
    general = _yuan(
        disclosure,
        Term(TableKind.SUMMARY, "income:general"),
        Term(TableKind.FISCAL, "income:general"),
        Term(TableKind.INCOME, TOTAL_ITEM, Measure.GENERAL),
    )
    return len(totals) == 1 and totals == general


def only_general_fiscal_money(disclosure: Disclosure) -> bool:
    """Say whether a 财政拨款收支总表 without a column for each budget holds nothing but the general public budget."""
    tables = list(disclosure.of_kind(TableKind.FISCAL))
    return bool(tables) and all(_is_general(table) for table in tables)


def _is_general(table: Table) -> bool:
    total = table.fact("income-total", Measure.TOTAL)
    if total is None or any(column.measure is Measure.GENERAL for column in table.columns):
        return False
    general = (table.fact(item, Measure.TOTAL) for item in ("income:general", "carried-in:general"))
    if total.amount.yuan == sum(fact.amount.yuan for fact in general if fact):
        return True
    others = [row for row in table.rows if any(name in row.label for name in _OTHER_FUNDS)]
    return len(others) > len(_OTHER_FUNDS) and not any(fact.amount.yuan for row in others for fact in row.facts)


def received_is_spent(disclosure: Disclosure) -> bool:
    """Say whether income and expenditure must agree item by item: a final account may carry money in and out."""
    carried = (row for table in disclosure.tables for row in table.rows if row.item in ("carried-in", "carried-out"))
    return disclosure.kind is Kind.BUDGET or not any(fact.amount.yuan for row in carried for fact in row.facts)


def no_fiscal_money_carried_in(disclosure: Disclosure) -> bool:
    """Say whether 财政拨款 of earlier years, which a 收支总表 may print with this year's, is nothing."""
    rows = (row for table in disclosure.of_kind(TableKind.FISCAL) for row in table.rows)
    return not any(fact.amount.yuan for row in rows if row.item.startswith("carried-in") for fact in row.facts)


def _yuan(disclosure: Disclosure, *terms: Term) -> set[Decimal]:
    facts = (table.fact(term.item, term.measure) for term in terms for table in disclosure.of_kind(term.kind))
    return {fact.amount.yuan for fact in facts if fact}


@dataclass(frozen=True, slots=True)
class TotalEquality:
    """A total that two tables print. Forms differ in what it contains, so each of the left terms may be meant."""

    left: tuple[Term, ...]
    right: Term
    also: tuple[Term, ...] = ()
    """What the right number may mean besides, where one of the left terms is printed at all."""
    applies: Condition = always


@dataclass(frozen=True, slots=True)
class ColumnEquality:
    """Columns that two tables print alike, row by row, once their totals agree."""

    left: tuple[Term, ...]
    right: Term
    columns: tuple[tuple[Measure, Measure], ...]
    factor: int = 1
    """By how much the tolerance is widened: a class and the sum of its items have each been rounded."""
    applies: Condition = always


def _spent(kind: TableKind, measure: Measure = Measure.TOTAL) -> tuple[Term, ...]:
    return Term(kind, "expenditure-total", measure), Term(kind, "expenditure-year", measure)


def _share(measure: Measure, kind: TableKind) -> TotalEquality:
    """当年拨款 without what was carried in is what some forms call the expenditure of a budget."""
    granted = Term(TableKind.FISCAL, f"income:{measure}")
    return TotalEquality(_spent(TableKind.FISCAL, measure), Term(kind, TOTAL_ITEM), also=(granted,))


_INCOME_TOTAL = Term(TableKind.SUMMARY, "income-total")
_INCOME_YEAR = Term(TableKind.SUMMARY, "income-year")
_EXPENDITURE = Term(TableKind.EXPENDITURE, TOTAL_ITEM)
_GENERAL = Term(TableKind.GENERAL, TOTAL_ITEM)
_SOURCES = (
    *(Measure.GENERAL, Measure.FUND, Measure.STATE_CAPITAL, Measure.SPECIAL_ACCOUNT, Measure.UNDERTAKING),
    *(Measure.BUSINESS_INCOME, Measure.SUPERIOR, Measure.AFFILIATE, Measure.OTHER, Measure.FISCAL),
)


def _sources() -> Iterator[TotalEquality]:
    """Yield the sources of the income: the summaries print them in rows, the 收入总表 in columns or in rows."""
    for source in _SOURCES:
        summary = Term(TableKind.SUMMARY, f"income:{source}")
        yield TotalEquality((summary,), Term(TableKind.INCOME, TOTAL_ITEM, source))
        yield TotalEquality((summary,), Term(TableKind.INCOME, f"income:{source}"))
        yield TotalEquality((summary,), Term(TableKind.FISCAL, f"income:{source}"), applies=no_fiscal_money_carried_in)
    fiscal = Term(TableKind.SUMMARY, f"income:{Measure.FISCAL}")
    yield TotalEquality((fiscal,), Term(TableKind.FISCAL, "income-year"), applies=no_fiscal_money_carried_in)


TOTAL_EQUALITIES = (
    TotalEquality((_INCOME_TOTAL, _INCOME_YEAR), Term(TableKind.INCOME, TOTAL_ITEM)),
    TotalEquality((_INCOME_YEAR,), Term(TableKind.INCOME, TOTAL_ITEM, Measure.YEAR_INCOME)),
    TotalEquality(_spent(TableKind.SUMMARY), _EXPENDITURE),
    _share(Measure.GENERAL, TableKind.GENERAL),
    _share(Measure.FUND, TableKind.FUND),
    _share(Measure.STATE_CAPITAL, TableKind.STATE_CAPITAL),
    TotalEquality(
        _spent(TableKind.FISCAL),
        _GENERAL,
        also=(Term(TableKind.FISCAL, "income:general"),),
        applies=only_general_fiscal_money,
    ),
    TotalEquality((_EXPENDITURE,), _GENERAL, applies=only_general_money),
    *_sources(),
)
_FUNCTION_COLUMNS = tuple((measure, measure) for measure in (Measure.TOTAL, Measure.BASIC, Measure.PROJECT))
COLUMN_EQUALITIES = (
    ColumnEquality(_spent(TableKind.SUMMARY), _EXPENDITURE, ((Measure.TOTAL, Measure.TOTAL),), factor=2),
    ColumnEquality(_spent(TableKind.FISCAL, Measure.GENERAL), _GENERAL, ((Measure.GENERAL, Measure.TOTAL),), factor=2),
    ColumnEquality(_spent(TableKind.FISCAL), _GENERAL, ((Measure.TOTAL, Measure.TOTAL),), factor=2),
    ColumnEquality((*_spent(TableKind.SUMMARY), _INCOME_TOTAL), _GENERAL, ((Measure.TOTAL, Measure.TOTAL),), factor=2),
    ColumnEquality((_EXPENDITURE,), _GENERAL, _FUNCTION_COLUMNS),
    ColumnEquality((Term(TableKind.FISCAL_EXPENDITURE, TOTAL_ITEM),), _GENERAL, _FUNCTION_COLUMNS),
    ColumnEquality(
        (Term(TableKind.GENERAL, TOTAL_ITEM, Measure.BASIC),),
        Term(TableKind.BASIC_FUNCTION, TOTAL_ITEM),
        ((Measure.BASIC, Measure.TOTAL),),
    ),
    ColumnEquality(
        (Term(TableKind.FISCAL_BASIC, TOTAL_ITEM),),
        Term(TableKind.BASIC, TOTAL_ITEM),
        tuple((measure, measure) for measure in (Measure.TOTAL, Measure.PERSONNEL, Measure.PUBLIC)),
    ),
    ColumnEquality(
        (Term(TableKind.INCOME, TOTAL_ITEM),),
        _EXPENDITURE,
        ((Measure.TOTAL, Measure.TOTAL),),
        applies=received_is_spent,
    ),
)
