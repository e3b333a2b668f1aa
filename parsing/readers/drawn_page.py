"""Turns a page as drawn into its lines and grids."""

from collections.abc import Sequence

from parsing.pages import Grid, Page, Place, TextLine
from parsing.readers.drawing import Drawing, Letter
from parsing.readers.letters import lines_of
from parsing.readers.ruled_table import fill, ruled_table


def page_of(drawing: Drawing, number: int) -> Page:
    """Return the page with its lines and grids from top to bottom."""
    letters: Sequence[Letter] = drawing.letters
    grids: list[Grid] = []
    for cells in () if drawing.sideways else drawing.tables:
        table = ruled_table(cells)
        if table.columns < 2:  # a frame around text, or a page border; nothing is lost by reading it as lines
            continue
        grid, letters = fill(table, letters, number)
        grids.append(grid)
    lines = (TextLine(line.text, Place(page=number, bbox=line.bbox)) for line in lines_of(letters))
    return Page(number, tuple(sorted((*grids, *lines), key=_top)), drawing.unread)


def _top(block: Grid | TextLine) -> float:
    return block.place.bbox[1] if block.place.bbox else 0.0
