"""Puts the cells of HTML tables on their rows and columns."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from parsing.pages import Place
from parsing.readers.office.xml import Element
from parsing.readers.table_blocks import Block, FilledCell
from parsing.readers.tally import Tally
from parsing.readers.web.furniture import is_hidden

_GROUPS = ("thead", "tbody", "tfoot", "form")
_MOST_COLUMNS, _MOST_ROWS = 1000, 65_534
"""What browsers allow of a cell."""

BlocksOf = Callable[[Element, str], tuple[Block, ...]]
"""Reads what stands in a cell of that name."""


def rows_of_table(
    table: Element, name: str, line: int, blocks_of: BlocksOf, tally: Tally
) -> tuple[tuple[FilledCell, ...], ...]:
    """Return the table with a cell at each position; those a cell reaches over are covered."""
    rows: list[dict[int, FilledCell]] = []
    elements = tuple(_rows(table))
    for index, row in enumerate(elements):
        _ensure(rows, index)
        for number, cell in enumerate((each for each in row if each.tag in ("td", "th")), start=1):
            place = Place(line=line, cell=f"{name}第{index + 1}行第{number}格")
            filled = FilledCell(blocks_of(cell, place.cell or ""), place)
            column = next(free for free in range(len(rows[index]) + 1) if free not in rows[index])
            columns = _span(cell, "colspan", _MOST_COLUMNS)
            down = min(_span(cell, "rowspan", _MOST_ROWS) or len(elements), len(elements) - index)
            tally.count_cells(max(columns, 1) * down)
            _ensure(rows, index + down - 1)
            covered = replace(filled, blocks=(), covered=True)
            for below in range(index, index + down):
                for right in range(column, column + max(columns, 1)):
                    rows[below].setdefault(right, covered)
            rows[index][column] = filled
    return tuple(_in_order(row, line) for row in rows)


def _rows(table: Element) -> Iterator[Element]:
    for each in table:
        if is_hidden(each):
            continue
        if each.tag == "tr":
            yield each
        elif each.tag in _GROUPS:
            yield from _rows(each)


def _ensure(rows: list[dict[int, FilledCell]], index: int) -> None:
    while len(rows) <= index:
        rows.append({})


def _span(cell: Element, name: str, most: int) -> int:
    value = (cell.get(name) or "1").strip()
    return min(int(value), most) if value.isdecimal() and len(value) < 10 else 1


def _in_order(row: dict[int, FilledCell], line: int) -> tuple[FilledCell, ...]:
    """Return the cells from left to right; positions no cell reaches are blank."""
    width = max(row, default=-1) + 1
    return tuple(row.get(column, FilledCell((), Place(line=line))) for column in range(width))
