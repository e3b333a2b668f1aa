"""Puts letters into the cells of a ruled table."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from parsing.pages import Grid, GridCell, Place
from parsing.readers.boxes import area, around
from parsing.readers.drawing import Letter
from parsing.readers.letters import text_of
from records.evidence import BoundingBox


@dataclass(frozen=True, slots=True)
class RuledTable:
    """The cells of a table by row and column; a merged cell stands at every position it reaches over."""

    lefts: tuple[float, ...]
    """Where the columns begin."""
    tops: tuple[float, ...]
    """Where the rows begin."""
    cells: Mapping[tuple[int, int], BoundingBox]

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return len(self.lefts)


def ruled_table(cells: Sequence[BoundingBox]) -> RuledTable:
    """Return the table that the boxes form: each beginning of a box begins a row and a column."""
    lefts = tuple(sorted({cell[0] for cell in cells}))
    tops = tuple(sorted({cell[1] for cell in cells}))
    positions: dict[tuple[int, int], BoundingBox] = {}
    for cell in sorted(cells, key=area, reverse=True):  # so that a box within a box keeps its own position
        for row in range(bisect_right(tops, cell[1]) - 1, bisect_right(tops, cell[3] - 0.01)):
            for column in range(bisect_right(lefts, cell[0]) - 1, bisect_right(lefts, cell[2] - 0.01)):
                positions[row, column] = cell
    return RuledTable(lefts, tops, {**positions, **_unclosed(lefts, tops, positions, around(cells))})


def _unclosed(
    lefts: Sequence[float],
    tops: Sequence[float],
    positions: Mapping[tuple[int, int], BoundingBox],
    outline: BoundingBox,
) -> dict[tuple[int, int], BoundingBox]:
    """Return the cells below others that lack a ruling, as where a merged cell is cut by the end of the page.

    A gap that begins at the first row is none: there the outline is not a rectangle, and a caption may stand in it.
    """
    rights, bottoms = (*lefts[1:], outline[2]), (*tops[1:], outline[3])
    found: dict[tuple[int, int], BoundingBox] = {}
    for column, left in enumerate(lefts):
        gap: list[int] = []
        for row in range(len(tops) + 1):
            if row < len(tops) and (row, column) not in positions:
                gap.append(row)
            elif gap:
                cell = (left, tops[gap[0]], rights[column], bottoms[gap[-1]])
                found |= {(each, column): cell for each in gap if gap[0] > 0}
                gap = []
    return found


def fill(table: RuledTable, letters: Iterable[Letter], page: int) -> tuple[Grid, tuple[Letter, ...]]:
    """Return the table with its text, and the letters that stand outside its cells."""
    inside: defaultdict[BoundingBox, list[Letter]] = defaultdict(list)
    outside: list[Letter] = []
    cells, tops, lefts = table.cells, table.tops, table.lefts
    for letter in letters:
        x0, y0, x1, y1 = letter.bbox
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        cell = cells.get((bisect_right(tops, y) - 1, bisect_right(lefts, x) - 1))
        (inside[cell] if cell and x <= cell[2] and y <= cell[3] else outside).append(letter)
    rows = tuple(
        tuple(_grid_cell(table, row, column, inside, page) for column in range(table.columns))
        for row in range(len(table.tops))
    )
    return Grid(rows, Place(page=page, bbox=around(cells.values()))), tuple(outside)


def _grid_cell(
    table: RuledTable, row: int, column: int, inside: Mapping[BoundingBox, Sequence[Letter]], page: int
) -> GridCell:
    cell = table.cells.get((row, column))
    if cell is None:  # the outline of the table is not a rectangle
        return GridCell("", Place(page=page))
    if (cell[0], cell[1]) != (table.lefts[column], table.tops[row]):
        return GridCell("", Place(page=page, bbox=cell), covered=True)
    letters = inside.get(cell)
    return GridCell(text_of(letters) if letters else "", Place(page=page, bbox=cell))
