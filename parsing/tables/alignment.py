"""Brings the rows of continuation pages to the columns of the table they continue."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.pages import GridCell

Row = tuple[GridCell, ...]
Bands = tuple[tuple[float, float], ...]
"""The left and right edge of every column."""

_SHARE = 0.5
"""A cell stands in a column when it covers at least half of it; edges of one table differ by a point or two a page."""


def bands_of(rows: Sequence[Row]) -> Bands | None:
    """Return the edges of the columns, or None where no row shows them all or the format has no places."""
    for row in rows:
        boxes = [cell.place.bbox for cell in row]
        if row and not any(cell.covered for cell in row) and all(boxes):
            return tuple((box[0], box[2]) for box in boxes if box)
    return None


def composed_bands(rows: Sequence[Row]) -> Bands | None:
    """Return the edges of the columns where each row shows only some of them, or None where there are no places.

    A column whose edge no row shows is no wider than nothing: the cells over it reach there from its left.
    """
    boxes = [(index, cell.place.bbox) for row in rows for index, cell in enumerate(row) if not cell.covered]
    lefts = {index: box[0] for index, box in boxes if box}
    if 0 not in lefts or not all(box for _, box in boxes):
        return None
    edges = [*lefts.values(), max(box[2] for _, box in boxes if box)]
    bands: list[tuple[float, float]] = []
    for index in range(max(len(row) for row in rows)):
        left = lefts.get(index, 0.0)
        bands.append((left, min(edge for edge in edges if edge > left)) if index in lefts else (0.0, 0.0))
    return tuple(bands)


def aligned_by_place(row: Row, bands: Bands) -> Row | None:
    """Return the row with each cell in the first column it stands in; None where one has no column of its own."""
    cells: dict[int, GridCell] = {}
    for cell in row:
        if cell.covered or not (cell.place.bbox or cell.text.strip()):
            continue  # nothing is printed there: the grid has no frame at that place
        columns = _columns_under(cell, bands)
        if not columns or cells.keys() & set(columns):
            return None
        cells[columns[0]] = cell
        cells |= {column: GridCell("", cell.place, covered=True) for column in columns[1:]}
    return tuple(cells.get(column, GridCell("", row[0].place)) for column in range(len(bands)))


def _columns_under(cell: GridCell, bands: Bands) -> list[int]:
    box = cell.place.bbox
    if box is None:
        return []
    return [
        column
        for column, (left, right) in enumerate(bands)
        if right > left and min(right, box[2]) - max(left, box[0]) >= _SHARE * (right - left)
    ]


def aligned_by_heading(row: Row, headings: Sequence[str], wanted: Sequence[str]) -> Row | None:
    """Return the row with its cells under the wanted headings; None where a heading of the row is not wanted."""
    if len(row) != len(headings):
        return None
    places = _matched(headings, wanted)
    if places is None:
        return None
    cells = dict(zip(places, row, strict=True))
    return tuple(cells.get(column, GridCell("", row[0].place)) for column in range(len(wanted)))


def _matched(headings: Sequence[str], wanted: Sequence[str]) -> list[int] | None:
    """Return for each heading the column that has it, in order."""
    places: list[int] = []
    start = 0
    for heading in headings:
        found = next((column for column in range(start, len(wanted)) if wanted[column] == heading), None)
        if found is None:
            return None
        places.append(found)
        start = found + 1
    return places


def padded(row: Row, width: int) -> Row:
    """Return the row as long as the table is wide, blanks put or taken at its end; a longer row stays as printed."""
    while len(row) > width and not row[-1].text.strip():
        row = row[:-1]
    if len(row) >= width or not row:
        return row
    return (*row, *(replace(row[-1], text="", covered=False) for _ in range(width - len(row))))
