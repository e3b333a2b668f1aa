"""Shows what a reader returned in the shape tests compare."""

from collections.abc import Iterable

from parsing.pages import Grid, Page, TextLine

COVERED = "·"
"""Stands in for a cell that a merged cell reaches over."""

Shown = str | list[tuple[str, ...]]


def shown(pages: Iterable[Page]) -> list[Shown]:
    """Return the blocks of all pages: a line as its text, a grid as its rows."""
    return [block.text if isinstance(block, TextLine) else grid_texts(block) for page in pages for block in page.blocks]


def grid_texts(grid: Grid | TextLine) -> list[tuple[str, ...]]:
    """Return the texts of a grid, covered cells marked."""
    assert isinstance(grid, Grid)
    return [tuple(COVERED if cell.covered else cell.text for cell in row) for row in grid.rows]
