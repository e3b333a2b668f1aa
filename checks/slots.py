"""Where in the tables the number stands that the narrative speaks of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from records.amount import Amount
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
        FactKey(kind, TOTAL_ITEM, Measure.YEAR_EXPENDITURE),
    )


def _carried_in(source: Measure, kind: TableKind) -> tuple[FactKey, ...]:
    return (
        FactKey(TableKind.FISCAL, f"carried-in:{source}", _TOTAL),
        FactKey(kind, TOTAL_ITEM, Measure.CARRIED_IN),
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
            FactKey(TableKind.FUND, TOTAL_ITEM, Measure.CARRIED_OUT),
            FactKey(TableKind.STATE_CAPITAL, TOTAL_ITEM, Measure.CARRIED_OUT),
        ),
        "carried-in:fund": _carried_in(Measure.FUND, TableKind.FUND),
        "carried-in:state-capital": _carried_in(Measure.STATE_CAPITAL, TableKind.STATE_CAPITAL),
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
        **{
            str(part): (FactKey(TableKind.BASIC, TOTAL_ITEM, part), FactKey(TableKind.BASIC, str(part), _TOTAL))
            for part in (Measure.PERSONNEL, Measure.PUBLIC)
        },
        "project": (
            FactKey(TableKind.EXPENDITURE, TOTAL_ITEM, Measure.PROJECT),
            FactKey(TableKind.GENERAL, TOTAL_ITEM, Measure.PROJECT),
        ),
        "business-expenditure": (FactKey(TableKind.EXPENDITURE, TOTAL_ITEM, Measure.BUSINESS_EXPENDITURE),),
        "remitted": (FactKey(TableKind.EXPENDITURE, TOTAL_ITEM, Measure.REMITTED),),
        "subsidy": (FactKey(TableKind.EXPENDITURE, TOTAL_ITEM, Measure.SUBSIDY),),
        "balance-used": (FactKey(TableKind.SUMMARY, "balance-used", _TOTAL),),
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
_OF_SOURCE: Mapping[Measure, tuple[TableKind, ...]] = MappingProxyType(
    {
        Measure.GENERAL: (TableKind.GENERAL, TableKind.BASIC),
        Measure.FUND: (TableKind.FUND,),
        Measure.STATE_CAPITAL: (TableKind.STATE_CAPITAL,),
    }
)
"""The tables that hold the expenditure of one source."""
_OF_A_ROW = (_TOTAL, Measure.YEAR_EXPENDITURE)
"""What the text may give for a classification item: all its money, or 当年拨款 where the table prints that apart."""
_DIVIDED = MappingProxyType({"basic": Measure.BASIC, "project": Measure.PROJECT})
"""The halves of expenditure that the tables of every source print as columns."""
_YEARLY = ("income-year", "expenditure-year", "carried-in", "carried-out")
"""What the table of the 财政拨款 prints for that source by the same name."""


def keys_of(claim: Claim) -> tuple[FactKey, ...]:
    """Return where the number of a claim may be printed, the likeliest place first; none where that is unknown.

    财政拨款 is the money of three sources, whose 项目支出 no table prints in one number.
    """
    keys = SLOTS.get(claim.subject, ())
    if claim.source is Measure.FISCAL:
        only = TableKind.FISCAL if claim.subject in _YEARLY else None
        return () if claim.subject == "project" else tuple(key for key in keys if only in (None, key.table))
    tables = _OF_SOURCE.get(claim.source) if claim.source else None
    if tables is None or claim.subject not in (*_DIVIDED, *_YEARLY):
        return keys
    divided = _DIVIDED.get(claim.subject)
    of_source = (FactKey(table, TOTAL_ITEM, divided) for table in tables if divided and table is not TableKind.BASIC)
    return tuple(dict.fromkeys((*of_source, *(key for key in keys if key.table in tables))))


def candidates(claim: Claim, disclosure: Disclosure) -> tuple[Fact, ...]:
    """Return every printed number the claim may mean, the likeliest first; none where the tables print no such number.

    Tables whose own arithmetic shows that they were misread are left out.
    """
    tables = [table for table in disclosure.tables if not table.quality.doubtful]
    if claim.path:
        rows = (row for table in tables for row in _rows_meant(table, claim))
        return tuple(fact for row in rows for measure in _OF_A_ROW if (fact := row.fact(measure)))
    found = (table.fact(key.item, key.measure) for key in keys_of(claim) for table in tables if table.kind is key.table)
    return tuple(fact for fact in found if fact)


def blank_cells(claim: Claim, disclosure: Disclosure) -> Iterator[Fact]:
    """Yield the cells a claim may mean that are left blank, as zeros: the sums of their tables hold without them."""
    for table in disclosure.tables:
        if not table.quality.relations or table.quality.fail:
            continue
        meant = [(row, _TOTAL) for row in _rows_meant(table, claim)] if claim.path else _cells_meant(table, claim)
        for row, measure in meant:
            column = next(
                (one for one in table.columns if one.measure is measure and one.side in (None, row.side)), None
            )
            blank = not any(fact.measure is measure for fact in row.facts) and not _has_number_below(table, row.label)
            if column and blank:
                place = replace(table.evidence, caption=table.caption, row=row.label, column=column.heading, text="")
                yield Fact(row.item, measure, Amount(Decimal(0), Decimal(0)), place)


def _has_number_below(table: Table, label: str) -> bool:
    """Whether an item that is a column has a number in it that was not read for certain."""
    columns = [index for index, one in enumerate(table.columns) if label in one.heading]
    return any(any(map(str.isdigit, cells[index])) for cells in table.grid for index in columns if index < len(cells))


def _cells_meant(table: Table, claim: Claim) -> list[tuple[Row, Measure]]:
    rows = ((table.row(key.item), key.measure) for key in keys_of(claim) if key.table is table.kind)
    return [(row, measure) for row, measure in rows if row]


def _rows_meant(table: Table, claim: Claim) -> Iterator[Row]:
    """Yield the rows of a table that a claim about a classification item may mean.

    Two-sided tables print no more than the classes. Economic items are printed for other sums than the text gives.
    """
    if claim.subject not in ("function-class", "function-item"):
        return
    narrowed = _OF_SOURCE.get(claim.source) if claim.source else None
    if table.kind in (narrowed or _PATH_TABLES) and table.kind in _PATH_TABLES:
        yield from _rows_coded(table, claim.code) if claim.code else rows_named(table.rows, claim.path)
    elif table.kind in _CLASS_TABLES and len(claim.path) == 1 and narrowed is None:
        yield from (row for row in table.rows if row.side is Side.EXPENDITURE and row.label == claim.path[0])


def _rows_coded(table: Table, code: str) -> Iterator[Row]:
    return (row for row in table.rows if row.code == code)


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
