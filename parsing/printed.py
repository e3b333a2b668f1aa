"""A table as printed, put together but not yet understood: caption, headings, body, its continuation pages joined."""

from dataclasses import dataclass

from parsing.pages import GridCell, Place, TextLine
from records.evidence import Evidence
from records.table import TableKind


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """What stands between one caption and the next, ready for whoever understands tables of its kind."""

    kind: TableKind
    caption: str
    """As printed, without page dots and file-format residue."""
    place: Place
    """Where the caption stands."""
    unit: str | None
    """元, 万元 … as printed near it or inherited; None when unknown."""
    headings: tuple[str, ...]
    """One a column: the levels of a merged heading joined by '/'. Empty for performance tables, which have none."""
    heading_rows: tuple[tuple[GridCell, ...], ...]
    body: tuple[tuple[GridCell, ...], ...]
    """The data rows, each as long as `headings`; 栏次 rows and repeated headings are not among them."""
    preamble: tuple[TextLine, ...] = ()
    """The lines between the caption and the grid: body, year, unit, closing date."""
    remarks: tuple[TextLine, ...] = ()
    """What is remarked under the table, each remark as one line that stands where it begins."""
    pages: tuple[int, ...] = ()

    def evidence(self, cell: GridCell | TextLine | None = None, row: str = "", column: str = "") -> Evidence:
        """Return where a cell, a remark, or the caption itself, stands."""
        place = cell.place if cell else self.place
        return Evidence(
            page=place.page,
            cell=place.cell,
            line=place.line,
            caption=self.caption,
            row=row,
            column=column,
            text=cell.text if cell else self.caption,
            bbox=place.bbox,
        )
