"""Reads the upper part of a performance table: labels with what stands behind or below them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsing.pages import GridCell
from parsing.performance.indicator_columns import Cells, is_indicator_heading
from parsing.performance.performance_terms import Label, PerformanceTerms

_WITH_TEXT_BELOW = frozenset({Label.PURPOSE, Label.GOALS})
"""Labels to which text below them belongs that has no label of its own; to others it does only behind a page break."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something printed under a label."""

    label: Label
    labels: str
    """The label as printed, with that of the part of the table it stands in: either may name a unit."""
    text: str
    cell: GridCell


@dataclass(frozen=True, slots=True)
class PerformanceForm:
    """A performance table taken apart."""

    entries: tuple[Entry, ...]
    plan: tuple[Cells, ...]
    """The rows of the spending plan."""
    indicators: tuple[Cells, ...]
    """The rows of the list of indicators, from its heading on; empty where it has none."""

    def first(self, label: Label) -> Entry | None:
        """Return the first entry under a label."""
        return next((entry for entry in self.entries if entry.label is label), None)

    def text(self, label: Label) -> str:
        """Return what is printed first under a label, an empty string for nothing."""
        entry = self.first(label)
        return entry.text if entry else ""

    def texts(self, label: Label) -> str:
        """Return everything printed under a label, a line an entry."""
        return "\n".join(entry.text for entry in self.entries if entry.label is label)


def forms_among(rows: Sequence[Cells], terms: PerformanceTerms) -> tuple[tuple[Cells, ...], ...]:
    """Return the rows form by form: another begins where a project is named below a list of indicators."""
    starts = [0]
    listed = False
    for index, row in enumerate(rows):
        if is_indicator_heading(row, terms):
            listed = True
        elif listed and any(terms.label(cell.text) is Label.NAME for cell in row):
            starts.append(index)
            listed = False
    return tuple(tuple(rows[start:end]) for start, end in zip(starts, [*starts[1:], len(rows)], strict=True))


def form_of(rows: Sequence[Cells], terms: PerformanceTerms) -> PerformanceForm:
    """Return the parts of a performance table."""
    start = next((index for index, row in enumerate(rows) if is_indicator_heading(row, terms)), len(rows))
    entries: list[Entry] = []
    plan: list[Cells] = []
    part: Entry | None = None
    for row in rows[:start]:
        leading = terms.label(row[0].text) if row else None
        if leading:
            part = Entry(leading, row[0].text, "", row[0])
        if part and part.label is Label.PLAN:
            plan.append(row)
        else:
            entries += _entries(row, part, terms)
    return PerformanceForm(tuple(entries), tuple(plan), tuple(rows[start:]))


def _entries(row: Cells, part: Entry | None, terms: PerformanceTerms) -> Iterator[Entry]:
    """Yield what stands behind the labels of a row, and what stands there as text of the part itself."""
    heading = part.labels if part else ""
    pending: Entry | None = None
    for cell in row:
        if cell.covered or not cell.text.strip():
            continue
        label = terms.label(cell.text)
        if label:
            pending = Entry(label, f"{heading} {cell.text}", "", cell)
        elif within := _entry_within(cell, heading, terms):
            yield within
        elif pending:
            yield replace(pending, text=cell.text, cell=cell)
            pending = None
        elif part and (part.label in _WITH_TEXT_BELOW or cell.place.page != part.cell.place.page):
            yield replace(part, text=cell.text, cell=cell)


def _entry_within(cell: GridCell, heading: str, terms: PerformanceTerms) -> Entry | None:
    """Return the entry of a cell that holds label and value: 项目名称：普法经费."""
    before, _, after = cell.text.replace(":", "：").partition("：")
    label = terms.label(before)
    return Entry(label, f"{heading} {before}", after.strip(), cell) if label and after.strip() else None
