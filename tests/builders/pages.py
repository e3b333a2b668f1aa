"""Builds pages as a reader hands them on, from text: lines with `|` are the rows of a grid, other lines are text."""

from itertools import groupby

from parsing.pages import Grid, GridCell, Page, Place, TextLine

COVERED = "<"
"""How a row writes a cell that a merged cell reaches over."""
_COLUMN_WIDTH = 100.0


def a_page(text: str, number: int | None = 1, *, places: bool = False) -> Page:
    """Return a page; a blank line parts two grids. With `places`, the cells of a row stand in columns of one width."""
    blocks: list[TextLine | Grid] = []
    for is_grid, lines in groupby(text.strip("\n").splitlines(), lambda line: "|" in line):
        if is_grid:
            rows = tuple(_row(line, number, places) for line in lines)
            blocks.append(Grid(rows, rows[0][0].place))
        else:
            blocks += [TextLine(line.strip(), Place(page=number)) for line in lines if line.strip()]
    return Page(number, tuple(blocks))


def _row(line: str, page: int | None, places: bool) -> tuple[GridCell, ...]:
    texts = [text.strip() for text in line.split("|")]
    return tuple(_cell(texts, column, page, places) for column in range(len(texts)))


def _cell(texts: list[str], column: int, page: int | None, places: bool) -> GridCell:
    text = texts[column]
    reach = 1
    while column + reach < len(texts) and texts[column + reach] == COVERED:
        reach += 1
    box = (column * _COLUMN_WIDTH, 0.0, (column + reach) * _COLUMN_WIDTH, 10.0) if places else None
    place = Place(page=page, bbox=box)
    return GridCell("", place, covered=True) if text == COVERED else GridCell(text.replace("⏎", "\n"), place)
