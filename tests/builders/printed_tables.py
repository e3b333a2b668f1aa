"""Builds tables as the gathering hands them on, from rows written as a reader of the page would see them."""

from collections.abc import Iterator

from parsing.pages import GridCell, Place, TextLine
from parsing.printed import PrintedTable
from records.table import TableKind

COVERED = "<"
"""How a row writes a cell that a merged cell reaches over."""
NEW_PAGE = "--"


def a_printed_table(
    kind: TableKind,
    rows: str,
    *,
    caption: str = "1.普法经费绩效目标表",
    unit: str | None = "万元",
    headings: str = "",
    above: str = "",
    page: int = 5,
) -> PrintedTable:
    """Return a table: a line of `rows` is a row, `|` parts its cells, `--` begins a new page."""
    body = tuple(_rows(rows, page))
    return PrintedTable(
        kind=kind,
        caption=caption,
        place=Place(page=page),
        unit=unit,
        headings=tuple(headings.split("|")) if headings else (),
        heading_rows=(),
        body=body,
        preamble=tuple(TextLine(line, Place(page=page)) for line in above.splitlines()),
        pages=tuple(sorted({cell.place.page or page for row in body for cell in row})),
    )


def _rows(text: str, page: int) -> Iterator[tuple[GridCell, ...]]:
    for line in text.strip("\n").splitlines():
        if line.strip() == NEW_PAGE:
            page += 1
            continue
        yield tuple(_cell(part.strip(" "), page) for part in line.split("|"))


def _cell(text: str, page: int) -> GridCell:
    if text == COVERED:
        return GridCell("", Place(page=page), covered=True)
    return GridCell(text.replace("⏎", "\n"), Place(page=page))
