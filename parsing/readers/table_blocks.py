"""Turns the rows of a table into blocks: a grid, the tables within it, or mere text that a table only arranges."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from parsing.pages import Grid, GridCell, Place, TextLine

Block = TextLine | Grid


@dataclass(frozen=True, slots=True)
class FilledCell:
    """One cell with all that stands in it."""

    blocks: tuple[Block, ...]
    place: Place
    covered: bool = False

    @property
    def holds_grid(self) -> bool:
        """Whether another table stands in it."""
        return any(isinstance(block, Grid) for block in self.blocks)

    @property
    def printed(self) -> GridCell:
        """The cell of a grid."""
        lines = (block.text for block in self.blocks if isinstance(block, TextLine))
        return GridCell("\n".join(line for line in lines if line), self.place, self.covered)


def blocks_of_table(rows: Sequence[Sequence[FilledCell]]) -> tuple[Block, ...]:
    """Return the table as blocks, in the order of its rows.

    A row that holds another table arranges it on the page: what stands in its cells follows one after the other. The
    rows before and after it are grids of their own. Rows of which none has two texts are running text.
    """
    blocks: list[Block] = []
    for arranges, group in groupby(rows, lambda row: any(cell.holds_grid for cell in row)):
        if arranges:
            blocks += [block for row in group for cell in row for block in cell.blocks]
        else:
            blocks += blocks_of_rows(tuple(group))
    return tuple(blocks)


def blocks_of_rows(rows: Sequence[Sequence[FilledCell]]) -> tuple[Block, ...]:
    """Return rows without tables in them as a grid, or as text where no row has two texts."""
    rows = [row for row in rows if row]
    printed = tuple(tuple(cell.printed for cell in row) for row in rows)
    if is_table(printed):
        return (Grid(printed, rows[0][0].place),)
    return tuple(block for row in rows for cell in row for block in cell.blocks)


def is_table(rows: Iterable[Sequence[GridCell]]) -> bool:
    """Return whether any row has two texts; otherwise the cells only arrange running text."""
    return any(sum(bool(cell.text.strip()) for cell in row) > 1 for row in rows)
