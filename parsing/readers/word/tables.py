"""Puts the rows of Word tables on their columns."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parsing.readers.table_blocks import FilledCell


@dataclass(frozen=True, slots=True)
class SpannedCell:
    """A cell, and which of the table's grid columns it reaches over."""

    column: int
    span: int
    cell: FilledCell


SpannedRow = Sequence[SpannedCell]


def parted(rows: Sequence[SpannedRow]) -> tuple[tuple[SpannedRow, ...], ...]:
    """Return the tables that rows really are.

    Word joins tables with nothing between them into one. They show by two rows that have no ruling between cells in
    common; rows of one cell have none and stay with the rows above.
    """
    parts: list[list[SpannedRow]] = []
    rulings: set[int] = set()
    for row in rows:
        own = {each.column for each in row[1:]}
        if not parts or (own and rulings and not own & rulings):
            parts.append([])
        parts[-1].append(row)
        rulings = own or rulings
    return tuple(tuple(part) for part in parts)


def on_columns(rows: Sequence[SpannedRow]) -> tuple[tuple[FilledCell, ...], ...]:
    """Return the rows with a cell at each column, covered ones where a cell reaches over several.

    Grid columns at which no cell begins are not seen in print, nor blank ones behind all that is: they are left out.
    """
    edge = max((each.column + each.span for row in rows for each in row if each.cell.blocks), default=0)
    begun = sorted({each.column for row in rows for each in row if each.column < edge})
    return tuple(_filled(row, begun) for row in rows)


def _filled(row: SpannedRow, begun: Sequence[int]) -> tuple[FilledCell, ...]:
    cells: list[FilledCell] = []
    for each in row:
        columns = [column for column in begun if each.column <= column < each.column + each.span]
        cells += [each.cell] * bool(columns)
        cells += [replace(each.cell, blocks=(), covered=True)] * (len(columns) - 1)
    return tuple(cells)
