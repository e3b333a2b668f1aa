"""Finds the columns of a list of indicators, and sets rows under them that lost cells on the way here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from parsing.pages import GridCell
from parsing.performance.performance_terms import IndicatorColumn, PerformanceTerms
from parsing.tables.alignment import Bands, aligned_by_place, bands_of, composed_bands
from parsing.words.wrapping import folded, label_key

Cells = tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class IndicatorColumns:
    """Where the columns of a list of indicators stand."""

    positions: Mapping[IndicatorColumn, range]
    """Which positions of a row belong to a column: a heading may stand over several."""
    width: int
    bands: Bands | None
    """The edges of the columns, in formats whose cells have places."""

    def cells(self, row: Cells, column: IndicatorColumn) -> Cells:
        """Return the cells of a row in a column."""
        positions = self.positions.get(column, range(0))
        return row[positions.start : positions.stop]

    def aligned(self, row: Cells, terms: PerformanceTerms) -> Cells | None:
        """Return the row with its cells in the positions of the columns.

        A page without the merged cells of the page before has fewer columns: then the place on the page tells the
        column, or the name of the level with which the row begins. None where neither does and both rows have places.
        """
        if len(row) == self.width:
            return row
        if self.bands and (moved := aligned_by_place(row, self.bands)):
            return tuple(cell if cell in row else replace(cell, covered=True) for cell in moved)
        lost = self._lost_before(row, terms)
        if lost:
            return tuple(GridCell("", row[0].place, covered=True) for _ in range(lost)) + row
        return row if self.bands is None else None

    def _lost_before(self, row: Cells, terms: PerformanceTerms) -> int:
        """Return how many cells are missing before the first of the row."""
        missing = self.width - len(row)
        if not row or missing <= 0:
            return 0
        first = folded(row[0].text)
        for column, known in (
            (IndicatorColumn.LEVEL1, terms.first_levels),
            (IndicatorColumn.LEVEL2, terms.second_levels),
        ):
            if first in known and column in self.positions:
                return min(missing, self.positions[column].start)
        return missing if first and missing == self.positions[IndicatorColumn.LEVEL3].start else 0


def is_indicator_heading(row: Sequence[GridCell], terms: PerformanceTerms) -> bool:
    """Return whether a row is the heading of the list: it names the third level and the target."""
    return {IndicatorColumn.LEVEL3, IndicatorColumn.TARGET} <= {terms.column(cell.text) for cell in row}


def indicator_columns(heading: Cells, rows: Sequence[Cells], terms: PerformanceTerms) -> IndicatorColumns:
    """Return the columns under a heading; of two headings of one column the one that is named first in the terms.

    `rows` are those of the table: where merged cells hide the edges in the heading, another row shows them.
    """
    starts = [position for position, cell in enumerate(heading) if cell.text.strip()]
    rank = list(terms.columns)
    found: dict[IndicatorColumn, tuple[int, range]] = {}
    for start, end in zip(starts, [*starts[1:], len(heading)], strict=True):
        column = terms.column(heading[start].text)
        if column is None:
            continue
        preference = rank.index(label_key(heading[start].text))
        if column not in found or preference < found[column][0]:
            found[column] = (preference, range(start, end))
    as_wide = [row for row in rows if len(row) == len(heading) and _on_one_page(row, heading)]
    return IndicatorColumns(
        positions={column: positions for column, (_, positions) in found.items()},
        width=len(heading),
        bands=bands_of([heading, *as_wide]) or composed_bands([heading, *as_wide]),
    )


def _on_one_page(row: Cells, other: Cells) -> bool:
    return row[0].place.page == other[0].place.page
