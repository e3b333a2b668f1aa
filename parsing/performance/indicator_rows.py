"""Reads the rows of a list of indicators, and joins those that a page break cut in two."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parsing.pages import GridCell
from parsing.performance.indicator_columns import Cells, IndicatorColumns, indicator_columns, is_indicator_heading
from parsing.performance.performance_terms import IndicatorColumn, Label, PerformanceTerms
from parsing.performance.targets import target_of
from parsing.words.wrapping import folded, unwrapped


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One row of the list, by column."""

    texts: Mapping[IndicatorColumn, str]
    cell: GridCell
    """The cell of the target, or the first cell with text where that is empty."""
    level3_spanned: bool
    """True where a merged cell of the third level reaches over this row, or may do so from the page before."""
    level2_unknown: bool
    """True where the cell of the second level is empty and no merged cell reaches over it: its text is elsewhere."""
    at_break: bool
    """True for the first row below a repeated heading or on a new page."""

    def text(self, column: IndicatorColumn) -> str:
        """Return what is printed in a column, an empty string for nothing."""
        return self.texts.get(column, "")

    def continued_by(self, below: "IndicatorRow") -> "IndicatorRow":
        """Return this row with the texts of the one below behind its own."""
        columns = dict.fromkeys([*self.texts, *below.texts])
        return replace(self, texts={each: unwrapped(f"{self.text(each)}\n{below.text(each)}") for each in columns})


def indicator_rows(rows: Sequence[Cells], terms: PerformanceTerms) -> tuple[IndicatorRow, ...]:
    """Return the rows of the list; the first of `rows` is its heading, the last may be followed by notes."""
    whole: list[IndicatorRow] = []
    for row in _printed_rows(rows, terms):
        if whole and _continues(row, terms):
            whole[-1] = whole[-1].continued_by(row)
        else:
            whole.append(row)
    return tuple(whole)


def _printed_rows(rows: Sequence[Cells], terms: PerformanceTerms) -> Iterator[IndicatorRow]:
    columns: IndicatorColumns | None = None
    page: int | None = None
    at_break = False
    for row in rows:
        if is_indicator_heading(row, terms):
            at_break = columns is not None
            columns = indicator_columns(row, rows, terms)
            continue
        if columns is None or _is_end(row, terms):
            return
        if _is_one_cell(row):
            continue  # a title or a remark across the table
        cells = columns.aligned(row, terms)
        texts = {column: _text(columns.cells(cells, column)) for column in columns.positions} if cells else {}
        if cells is None or not any(texts.values()):
            continue
        cell = next(cell for cell in (*columns.cells(cells, IndicatorColumn.TARGET), *cells) if cell.text.strip())
        at_break = at_break or (page is not None and cell.place.page != page)
        spanned = any(each.covered for each in columns.cells(cells, IndicatorColumn.LEVEL3))
        empty = all(_is_empty(each) for each in columns.cells(cells, IndicatorColumn.LEVEL2))
        yield IndicatorRow(texts, cell, spanned or at_break, empty and not at_break, at_break)
        page, at_break = cell.place.page, False


def _is_one_cell(row: Cells) -> bool:
    return len(row) > 1 and not row[0].covered and all(cell.covered for cell in row[1:])


def _is_end(row: Cells, terms: PerformanceTerms) -> bool:
    first = next((cell.text for cell in row if cell.text.strip()), "")
    return terms.label(first) is Label.END


def _continues(row: IndicatorRow, terms: PerformanceTerms) -> bool:
    """Return whether a row is the rest of the one above: without a level of its own, and without a whole target."""
    if folded(row.text(IndicatorColumn.LEVEL1)) in terms.first_levels:
        return False
    if folded(row.text(IndicatorColumn.LEVEL2)) in terms.second_levels:
        return False
    level3, target = row.text(IndicatorColumn.LEVEL3), row.text(IndicatorColumn.TARGET)
    if not target:
        return row.at_break or not level3
    return row.at_break and not level3 and target_of(target, terms.targets).value is None


def _is_empty(cell: GridCell) -> bool:
    """Return whether a cell is printed with nothing in it; files without places do not tell it from a merged one."""
    return not cell.covered and not cell.text.strip() and cell.place.bbox is not None


def _text(cells: Cells) -> str:
    return unwrapped("\n".join(cell.text for cell in cells if not cell.covered))
