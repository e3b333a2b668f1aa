"""Turns the cells of a spreadsheet into blocks, the same way for every format of spreadsheets."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parsing.pages import Grid, GridCell, Place, TextLine
from parsing.readers.table_blocks import Block, is_table
from parsing.readers.tally import Tally

Position = tuple[int, int]
"""Row and column, counted from 0."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A rectangle of cells shown as one."""

    first: Position
    last: Position


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: what its cells show, hidden rows and columns left out."""

    name: str
    texts: Mapping[Position, str]
    """Cells that show nothing are not among them."""
    merges: tuple[Merge, ...] = ()
    unread: bool = False
    """Whether the value of a formula is not in the file."""


def blocks_of_sheet(sheet: Sheet, tally: Tally) -> tuple[Block, ...]:
    """Return the sheet as lines and grids.

    Rows and columns in which nothing is shown are left out, so that a sheet may reach as far as it likes. Texts that
    stand alone at the top are lines: captions and remarks. Where a blank row and such a text follow, another table
    begins. A sheet that has no text above its first table is led by its name.
    """
    covered = _covered(sheet, tally)
    shown = replace(sheet, texts={place: text for place, text in sheet.texts.items() if place not in covered})
    blocks: list[Block] = []
    for rows in _tables(shown):
        top = _titles(shown, rows)
        blocks += _lines(shown, rows[:top], tally)
        if sheet.name and not blocks and rows[top:]:
            blocks.append(TextLine(sheet.name, Place(cell=sheet.name)))
        grid = _grid(shown, rows[top:], covered, tally)
        blocks += [Grid(grid, grid[0][0].place)] if is_table(grid) else _lines(shown, rows[top:], tally)
    return tuple(blocks)


def reference(sheet: str, position: Position) -> str:
    """Return the name of a cell: 收支总表!B7; B7 where the sheet has no name."""
    row, column = position
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{sheet}!{letters}{row + 1}" if sheet else f"{letters}{row + 1}"


def _covered(sheet: Sheet, tally: Tally) -> frozenset[Position]:
    """Return the cells that merged cells reach over, in the rows and columns where something stands."""
    rows = sorted({row for row, _ in sheet.texts})
    columns = sorted({column for _, column in sheet.texts})
    covered: set[Position] = set()
    for merge in sheet.merges:
        (top, left), (bottom, right) = merge.first, merge.last
        within = rows[bisect_left(rows, top) : bisect_right(rows, bottom)]
        across = columns[bisect_left(columns, left) : bisect_right(columns, right)]
        tally.count_cells(len(within) * len(across))
        covered.update((row, column) for row in within for column in across if (row, column) != merge.first)
    return frozenset(covered)


Line = tuple[int, Sequence[int]]
"""A row, and its columns that show something."""


def _tables(sheet: Sheet) -> Iterator[Sequence[Line]]:
    """Yield the rows of each table: a blank row and a text alone in its row come before the next."""
    shown: dict[int, list[int]] = {}
    for row, column in sorted(sheet.texts):
        shown.setdefault(row, []).append(column)
    last = max((row for row, columns in shown.items() if len(columns) > 1), default=0)
    table: list[Line] = []
    for row, columns in shown.items():
        if (
            len(columns) == 1
            and any(len(above) > 1 for _, above in table)
            and row > table[-1][0] + 1
            and not any(merge.first[0] < row - 1 <= merge.last[0] for merge in sheet.merges)
            and not (row > last and _is_total(sheet, (row, columns[0]), table))
        ):
            yield table
            table = []
        table.append((row, columns))
    if table:
        yield table


def _is_total(sheet: Sheet, position: Position, table: Sequence[Line]) -> bool:
    """Return whether a text below the table is merged over some of its columns: the others await amounts."""
    end = max(columns[-1] for _, columns in table)
    return any(merge.first == position and position[1] < merge.last[1] < end for merge in sheet.merges)


def _titles(sheet: Sheet, rows: Sequence[Line]) -> int:
    """Return how many rows at the top hold one text each, which is no heading merged over some of the columns."""
    left = min((column for _, columns in rows for column in columns), default=0)
    inner = {merge.first for merge in sheet.merges if merge.first[1] > left and merge.last[1] > merge.first[1]}
    titles = (len(columns) == 1 and (row, columns[0]) not in inner for row, columns in rows)
    return next((index for index, is_title in enumerate(titles) if not is_title), len(rows))


def _lines(sheet: Sheet, rows: Iterable[Line], tally: Tally) -> Iterator[TextLine]:
    for row, columns in rows:
        for column in columns:
            text = sheet.texts[row, column]
            tally.count_characters(len(text))
            place = Place(cell=reference(sheet.name, (row, column)))
            yield from (TextLine(line.strip(), place) for line in text.splitlines() if line.strip())


def _grid(
    sheet: Sheet, rows: Sequence[Line], covered: Container[Position], tally: Tally
) -> tuple[tuple[GridCell, ...], ...]:
    columns = sorted({column for _, shown in rows for column in shown})
    tally.count_cells(len(rows) * len(columns))
    tally.count_characters(sum(len(sheet.texts[row, column]) for row, shown in rows for column in shown))
    return tuple(tuple(_cell(sheet, (row, column), covered) for column in columns) for row, _ in rows)


def _cell(sheet: Sheet, position: Position, covered: Container[Position]) -> GridCell:
    place = Place(cell=reference(sheet.name, position))
    return GridCell(sheet.texts.get(position, "").strip(), place, position in covered)
