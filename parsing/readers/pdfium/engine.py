"""Looks into the pages of PDF files with pdfium, in a fraction of the time pdfplumber takes for the same cells."""

from collections.abc import Sequence

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.readers.boxes import area, around, common
from parsing.readers.drawing import Drawing
from parsing.readers.matrices import Matrix
from parsing.readers.open_cells import closed
from parsing.readers.pdfium.letters import letters_on
from parsing.readers.pdfium.pages import OpenPage
from parsing.readers.pdfium.shapes import shapes_on
from parsing.readers.ruled_cells import cells_of, merged, tables_of
from records.evidence import BoundingBox

RULINGS_OF_A_TABLE = 3
"""Fewer than three lines each way are a frame, or the lines under a heading."""


def drawing_of(page: OpenPage, limits: Limits) -> Drawing:
    """Return what an open page shows.

    Raises UnreadableDocument if it has more characters than a file may have.
    """
    if page.characters > limits.max_characters:
        reason = f"{page.characters} characters on a page; at most {limits.max_characters} are read"
        raise UnreadableDocument(Cause.TOO_LARGE, reason)
    view, sheet = _view(page), _sheet(page)
    shapes = shapes_on(page, view, limits.max_rulings)
    rows, columns = merged(shapes.level), merged(shapes.upright)
    crowded = shapes.crowded or len(rows) * len(columns) > limits.max_crossings
    cells = [] if crowded else cells_of(closed(rows, columns), columns)
    return Drawing(
        sheet=sheet,
        letters=letters_on(page, view, sheet, shapes),
        tables=_tables_on(sheet, cells),
        pictures=tuple(common(picture, sheet) for picture in shapes.pictures),
        curves=shapes.curves,
        lost_cells=min(len(rows), len(columns)) >= RULINGS_OF_A_TABLE and not cells,
        lost_letters=shapes.lost_letters,
        crowded=crowded,
    )


def _view(page: OpenPage) -> Matrix:
    """Return the way from the space of the page to the sheet, which begins at the top left of what is shown."""
    views: tuple[Matrix, ...] = (
        (1, 0, 0, -1, -page.left, page.top),
        (0, 1, 1, 0, -page.bottom, -page.left),
        (-1, 0, 0, 1, page.right, -page.bottom),
        (0, -1, -1, 0, page.top, page.right),
    )
    return views[page.quarters]


def _sheet(page: OpenPage) -> BoundingBox:
    width, height = page.right - page.left, page.top - page.bottom
    return (0, 0, height, width) if page.quarters % 2 else (0, 0, width, height)


def _tables_on(sheet: BoundingBox, cells: Sequence[BoundingBox]) -> tuple[tuple[BoundingBox, ...], ...]:
    """Return the tables of which anything is on the sheet, a table within another before that."""
    outlines = [(around(table), tuple(table)) for table in tables_of(cells)]
    seen = [(area(outline), table) for outline, table in outlines if area(common(outline, sheet))]
    return tuple(table for _, table in sorted(seen))
