"""Where in the tables the number stands that the narrative speaks of."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from records.claim import Claim
from records.disclosure import Disclosure
from records.table import TOTAL_ITEM, Fact, FactKey, Measure, Row, Side, Table, TableKind

_TOTAL = Measure.TOTAL


def _sangong(item: str) -> tuple[FactKey, ...]:
    return (FactKey(TableKind.SANGONG, item, _TOTAL),)


def _income(source: Measure) -> tuple[FactKey, ...]:
    item = f"income:{source}"
    return (
        FactKey(TableKind.SUMMARY, item, _TOTAL),
        FactKey(TableKind.FISCAL, item, _TOTAL),
        FactKey(TableKind.INCOME, TOTAL_ITEM, source),
    )


def _fiscal_expenditure(source: Measure, kind: TableKind) -> tuple[FactKey, ...]:
    return (
        FactKey(TableKind.FISCAL, "expenditure-total", source),
        FactKey(TableKind.FISCAL, "expenditure-year", source),
        FactKey(kind, TOTAL_ITEM, _TOTAL),
    )


_INCOME_TOTAL = (
    FactKey(TableKind.SUMMARY, "income-total", _TOTAL),
    FactKey(TableKind.SUMMARY, "income-year", _TOTAL),
    FactKey(TableKind.INCOME, TOTAL_ITEM, _TOTAL),
    FactKey(TableKind.INCOME, TOTAL_ITEM, Measure.YEAR_INCOME),
)
_EXPENDITURE_TOTAL = (
    FactKey(TableKind.SUMMARY, "expenditure-total", _TOTAL),
    FactKey(TableKind.SUMMARY, "expenditure-year", _TOTAL),
    FactKey(TableKind.EXPENDITURE, TOTAL_ITEM, _TOTAL),
)

SLOTS: Mapping[str, tuple[FactKey, ...]] = MappingProxyType(
    {
        "total": (*_EXPENDITURE_TOTAL, *_INCOME_TOTAL),
        "income-year": (
            FactKey(TableKind.SUMMARY, "income-year", _TOTAL),
            FactKey(TableKind.INCOME, TOTAL_ITEM, Measure.YEAR_INCOME),
            FactKey(TableKind.INCOME, TOTAL_ITEM, _TOTAL),
        ),
        "expenditure-year": (
            FactKey(TableKind.SUMMARY, "expenditure-year", _TOTAL),
            FactKey(TableKind.EXPENDITURE, TOTAL_ITEM, _TOTAL),
        ),
        "carried-out": (
            FactKey(TableKind.SUMMARY, "carried-out", _TOTAL),
            FactKey(TableKind.FISCAL, "carried-out", _TOTAL),
        ),
        "fiscal-total": tuple(
            FactKey(TableKind.FISCAL, item, _TOTAL)
            for item in ("expenditure-total", "income-total", "expenditure-year", "income-year")
        ),
        "income-total": _INCOME_TOTAL,
        "expenditure-total": _EXPENDITURE_TOTAL,
        **{
            f"income:{source}": _income(source)
            for source in (
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
        },
        "income:fiscal": (
            *_income(Measure.FISCAL),
            FactKey(TableKind.FISCAL, "income-total", _TOTAL),
            FactKey(TableKind.FISCAL, "income-year", _TOTAL),
        ),
        "carried-in": (
            FactKey(TableKind.SUMMARY, "carried-in", _TOTAL),
            FactKey(TableKind.FISCAL, "carried-in", _TOTAL),
            FactKey(TableKind.INCOME, TOTAL_ITEM, Measure.CARRIED_IN),
        ),
        "fiscal-expenditure": (
            FactKey(TableKind.FISCAL, "expenditure-total", _TOTAL),
            FactKey(TableKind.FISCAL, "expenditure-year", _TOTAL),
        ),
        "expenditure:general": _fiscal_expenditure(Measure.GENERAL, TableKind.GENERAL),
        "expenditure:fund": _fiscal_expenditure(Measure.FUND, TableKind.FUND),
        "expenditure:state-capital": _fiscal_expenditure(Measure.STATE_CAPITAL, TableKind.STATE_CAPITAL),
        "basic": (
            FactKey(TableKind.EXPENDITURE, TOTAL_ITEM, Measure.BASIC),
            FactKey(TableKind.GENERAL, TOTAL_ITEM, Measure.BASIC),
            FactKey(TableKind.BASIC, TOTAL_ITEM, _TOTAL),
        ),
        "personnel": (FactKey(TableKind.BASIC, TOTAL_ITEM, Measure.PERSONNEL),),
        "public": (FactKey(TableKind.BASIC, TOTAL_ITEM, Measure.PUBLIC),),
        "project": (
            FactKey(TableKind.EXPENDITURE, TOTAL_ITEM, Measure.PROJECT),
            FactKey(TableKind.GENERAL, TOTAL_ITEM, Measure.PROJECT),
        ),
        **{
            item: _sangong(item)
            for item in (
                "sangong",
                "abroad",
                "vehicle",
                "vehicle-purchase",
                "vehicle-running",
                "reception",
                "meeting",
                "training",
                "operating-cost",
            )
        },
    }
)
"""For each subject of a claim every number it may mean, the likeliest first.

Templates differ in whether 收入预算 means the year's income or the total with what was carried in, so a claim is
contradicted only when it agrees with none of them. 机关运行经费 is compared only where a table prints it by that name:
it need not equal 公用经费.
"""

_PATH_TABLES = (TableKind.GENERAL, TableKind.EXPENDITURE, TableKind.FUND, TableKind.STATE_CAPITAL)
_CLASS_TABLES = (TableKind.SUMMARY, TableKind.FISCAL)


def candidates(claim: Claim, disclosure: Disclosure) -> tuple[Fact, ...]:
    """Return every printed number the claim may mean, the likeliest first; none where the tables print no such number.

    Tables whose own arithmetic shows that they were misread are left out.
    """
    tables = [table for table in disclosure.tables if not table.quality.doubtful]
    if claim.path:
        rows = (row for table in tables for row in _rows_meant(table, claim.path))
        return tuple(fact for fact in (row.fact(_TOTAL) for row in rows) if fact)
    keys = SLOTS.get(claim.subject, ())
    found = (table.fact(key.item, key.measure) for key in keys for table in tables if table.kind is key.table)
    return tuple(fact for fact in found if fact)


def _rows_meant(table: Table, path: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a table that a path may mean; two-sided tables print no more than the classes."""
    if table.kind in _PATH_TABLES:
        yield from rows_named(table.rows, path)
    elif table.kind in _CLASS_TABLES and len(path) == 1:
        yield from (row for row in table.rows if row.side is Side.EXPENDITURE and row.label == path[0])


def rows_named(rows: Sequence[Row], path: Sequence[str]) -> Iterator[Row]:
    """Yield the rows whose names, from class to item, are the path; a level named '' matches any name."""
    names: dict[int, str] = {}
    for row in rows:
        if row.level is None or row.level == 0:
            continue
        names = {level: name for level, name in names.items() if level < row.level} | {row.level: row.label}
        if row.level == len(path) and all(
            not wanted or names.get(level) == wanted for level, wanted in enumerate(path, start=1)
        ):
            yield row
