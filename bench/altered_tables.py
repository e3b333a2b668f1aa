"""Alters the tables of a disclosure: one number misprinted, one row dropped, one table in another unit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from bench.misprints import value_of
from records.amount import Amount
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.relations import quality_of
from records.table import Fact, Row, Table, TableKind

NINE = (
    *(TableKind.SUMMARY, TableKind.INCOME, TableKind.EXPENDITURE, TableKind.FISCAL, TableKind.GENERAL),
    *(TableKind.BASIC, TableKind.FUND, TableKind.STATE_CAPITAL, TableKind.SANGONG),
)
"""The nine tables that every budget publishes."""
_YUAN = MappingProxyType({"元": Decimal(1), "千元": Decimal(1000), "万元": Decimal(10_000)})


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of one table."""

    table: Table
    row: Row
    fact: Fact
    scale: Decimal
    """How many 元 its unit is."""


def cells_of(disclosure: Disclosure) -> Iterator[Cell]:
    """Yield the numbers whose printed text is understood, so that they can be misprinted."""
    for table in disclosure.tables:
        for row in table.rows if table.kind is not TableKind.OTHER else ():
            for fact in row.facts:
                scale = _scale(fact, table)
                if scale is not None and scale in _YUAN.values():
                    yield Cell(table, row, fact, scale)


def _scale(fact: Fact, table: Table) -> Decimal | None:
    """Return the unit of one number: a column may have another than its table."""
    value = value_of(fact.evidence.text)
    if not value:
        return None if value is None else _YUAN.get(table.unit or "")
    return fact.amount.yuan / value


def with_number(disclosure: Disclosure, cell: Cell, text: str) -> Disclosure:
    """Return the disclosure with another text in one cell."""
    value = value_of(text)
    if value is None:
        raise ValueError(f"{text!r} is no number")
    amount = replace(cell.fact.amount, yuan=value * cell.scale)
    fact = replace(cell.fact, amount=amount, evidence=cell.fact.evidence.quoting(text))
    row = replace(cell.row, facts=tuple(fact if one is cell.fact else one for one in cell.row.facts))
    rows = tuple(row if one is cell.row else one for one in cell.table.rows)
    grid = _with_cell(cell.table, cell.fact.evidence, text)
    return _with_table(disclosure, cell.table, replace(cell.table, rows=rows, grid=grid))


def without_row(disclosure: Disclosure, table: Table, row: Row) -> Disclosure:
    """Return the disclosure with one row of a table gone."""
    rows = tuple(one for one in table.rows if one is not row)
    evidence = row.facts[0].evidence
    gone = next((line for line in table.grid if _is_line_of(line, evidence)), None)
    grid = tuple(line for line in table.grid if line is not gone)
    return _with_table(disclosure, table, replace(table, rows=rows, grid=grid, printed_rows=table.printed_rows - 1))


def in_unit(disclosure: Disclosure, table: Table, unit: str) -> Disclosure:
    """Return the disclosure with the same figures under another unit."""
    factor = _YUAN[unit] / _YUAN[table.unit or ""]
    rows = tuple(
        replace(row, facts=tuple(replace(fact, amount=_scaled(fact.amount, factor)) for fact in row.facts))
        for row in table.rows
    )
    return _with_table(disclosure, table, replace(table, rows=rows, unit=unit))


def _scaled(amount: Amount, factor: Decimal) -> Amount:
    return Amount(amount.yuan * factor, amount.quantum * factor)


def _with_table(disclosure: Disclosure, before: Table, after: Table) -> Disclosure:
    after = replace(after, quality=quality_of(after))
    return replace(disclosure, tables=tuple(after if one is before else one for one in disclosure.tables))


def _with_cell(table: Table, evidence: Evidence, text: str) -> tuple[tuple[str, ...], ...]:
    line = next((line for line in table.grid if _is_line_of(line, evidence)), None)
    if line is None:
        return table.grid
    position = next(index for index, cell in enumerate(line) if cell.strip() == evidence.text)
    altered = (*line[:position], text, *line[position + 1 :])
    return tuple(altered if one is line else one for one in table.grid)


def _is_line_of(line: Sequence[str], evidence: Evidence) -> bool:
    """Return whether a line of the grid holds the number and the name of its row."""
    bare = ["".join(cell.split()) for cell in line]
    return evidence.text in (cell.strip() for cell in line) and any(evidence.row in cell for cell in bare)
