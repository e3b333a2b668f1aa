"""Collects the parts of one table until the next one begins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from parsing.knowledge_files import Knowledge
from parsing.pages import GridCell, Place, TextLine
from parsing.performance.indicator_columns import is_indicator_heading
from parsing.performance.performance_terms import Label
from parsing.printed import PrintedTable
from parsing.tables.alignment import Bands, aligned_by_heading, aligned_by_place, bands_of, padded
from parsing.tables.columns import columns_of, heading_words, role_of
from parsing.tables.grid_parts import GridPart, Row, is_blank
from parsing.tables.kinds import FORM_KINDS, kind_of
from parsing.tables.leads import Lead, Stretch
from parsing.tables.table_lines import is_note, unit_in
from parsing.tables.torn_rows import rows_of_pages
from parsing.words.bare_words import bare
from parsing.words.wrapping import folded
from records.table import TableKind

_ALIKE = 0.7
"""The share of headings two pages of one table have in common; a page may lack a column."""


def opened_table(part: GridPart, lead: Lead, stretch: Stretch, knowledge: Knowledge) -> "OpenTable":
    """Return a table that begins with that grid."""
    caption = lead.caption.text if lead.caption else ""
    kind = kind_of(lead.kind, caption, part, knowledge)
    bare_form = kind in FORM_KINDS
    table = OpenTable(
        kind=kind,
        caption=caption,
        place=lead.caption.place if lead.caption else stretch.rows[0][0].place,
        headings=() if bare_form else part.headings or ("",) * part.width,
        heading_rows=() if bare_form else part.heading_rows,
        knowledge=knowledge,
    )
    table.add(part, lead, stretch.page)
    return table


@dataclass(slots=True)
class OpenTable:
    """A table that the next grid may go on."""

    kind: TableKind
    caption: str
    place: Place
    headings: tuple[str, ...]
    heading_rows: tuple[Row, ...]
    knowledge: Knowledge
    parts: list[GridPart] = field(default_factory=list)
    preamble: list[TextLine] = field(default_factory=list)
    remarks: list[TextLine] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)

    @property
    def _is_form(self) -> bool:
        return self.kind in FORM_KINDS

    def goes_on_with(self, part: GridPart, lead: Lead, between: Sequence[TextLine]) -> bool:
        """Return whether a grid continues this table; `between` is the text, belonging to no table, that parts them."""
        if lead.caption and (bare(lead.caption.text) != bare(self.caption) or self._new_preamble(lead)):
            return False
        if self._is_form:
            return self._form_goes_on_with(part, lead, between)
        if between:
            return False
        if part.heading_rows and self._repeats_headings(part):
            return True
        if part.heading_rows and self._names_columns(part):
            return False
        return not lead.caption and self._fits(_without_headings(part))

    def _repeats_headings(self, part: GridPart) -> bool:
        if part.headings is None:
            return False
        return _alike(part.headings, self.headings) or _cut_short(part.headings, self.headings)

    def _names_columns(self, part: GridPart) -> bool:
        """Return whether headings say which column has the names or codes, as those of a new table do.

        Rows without any number, 小计 and 上年结转, only look like headings where a page begins with them.
        """
        words = {bare(cell.text) for row in part.heading_rows for cell in row}
        return any(role_of(word, self.knowledge.headings) for word in words if word)

    def _form_goes_on_with(self, part: GridPart, lead: Lead, between: Sequence[TextLine]) -> bool:
        """A form without its indicators waits for them, even where lines of its goals lost their cells."""
        if lead.caption:
            return not between and (self._repeated(part) > 0 or self._is_rest_of_list(part))
        kind = kind_of(None, "", part, self.knowledge)
        if between:
            return kind in FORM_KINDS and not self._has_list()
        named = any(
            self.knowledge.performance.label(cell.text) is Label.NAME for row in _all_rows(part) for cell in row
        )
        return kind in (TableKind.OTHER, self.kind) or (kind in FORM_KINDS and not named)

    def _has_list(self) -> bool:
        """Return whether the heading of the indicators has been printed."""
        terms = self.knowledge.performance
        return any(is_indicator_heading(row, terms) for part in self.parts for row in _all_rows(part))

    def _is_rest_of_list(self, part: GridPart) -> bool:
        """Return whether rows below a repeated caption only go on with the indicators: no project, no heading."""
        terms = self.knowledge.performance
        rows = _all_rows(part)
        words = {folded(cell.text) for row in rows for cell in row}
        headed = any(is_indicator_heading(row, terms) for row in rows)
        named = any(terms.label(word) is Label.NAME for word in words)
        return self._has_list() and bool(words & terms.first_levels) and not headed and not named

    def _repeated(self, part: GridPart) -> int:
        """Return how many rows at the top are printed as on the first page, the heading of the indicators among them.

        Without that heading it is another form that begins alike: two units may have a project of one name.
        """
        rows = _all_rows(part)
        pairs = zip(rows, _all_rows(self.parts[0]), strict=False)
        same = ([bare(cell.text) for cell in row] == [bare(cell.text) for cell in known] for row, known in pairs)
        count = sum(1 for _ in takewhile(bool, same))
        headings = (is_indicator_heading(row, self.knowledge.performance) for row in rows[:count])
        return count if any(headings) else 0

    def _new_preamble(self, lead: Lead) -> list[TextLine]:
        known = {bare(line.text) for line in self.preamble}
        return [line for line in lead.preamble if bare(line.text) not in known]

    def _fits(self, part: GridPart) -> bool:
        if part.width == len(self.headings):
            return True
        bands = bands_of([row for known in self.parts for row in (*known.heading_rows, *known.body)])
        return bands is not None and all(aligned_by_place(row, bands) for row in part.body)

    def add(self, part: GridPart, lead: Lead, page: int | None, between: Sequence[TextLine] = ()) -> None:
        """Take a grid in, with the lines that part it from the rest; what its preamble repeats is dropped."""
        self.preamble += self._new_preamble(lead)
        self.parts += [GridPart((), None, ((GridCell(line.text, line.place),),), 1) for line in between]
        if self.parts and part.heading_rows and not self._is_form and not self._repeats_headings(part):
            part = _without_headings(part)
        self.parts.append(part)
        self._take_better_headings(part)
        if page is not None and page not in self.pages:
            self.pages.append(page)

    def _take_better_headings(self, part: GridPart) -> None:
        """Of the headings two pages print over the same columns, keep those of which more columns are understood.

        Where a page was converted with a merged heading pushed one column aside, the other pages still have it right:
        more of their columns are understood, or fewer of them lost the heading above.
        """
        fits = part.headings and len(part.headings) == len(self.headings)
        if part.headings and fits and self._understood(part.headings) > self._understood(self.headings):
            self.headings, self.heading_rows = part.headings, part.heading_rows

    def _understood(self, headings: Sequence[str]) -> tuple[int, int]:
        uses = columns_of(headings, self.kind, self.knowledge.headings)
        known = sum(use.role is not None or use.measure is not None for use in uses)
        return known, sum(len(heading.split("/")) for heading in headings)

    def closed(self, knowledge: Knowledge) -> PrintedTable:
        """Return the table with all its rows brought to its columns."""
        pages = [tuple(self._rows_of(part)) for part in self.parts]
        rows = [row for page in pages for row in page] if self._is_form else rows_of_pages(pages)
        remarks = [next(cell for cell in row if cell.text) for row in rows if _is_remark(row, knowledge)]
        cells = [cell.text for row in self.heading_rows for cell in row]
        unit = unit_in([line.text for line in self.preamble] or [], knowledge.units) or unit_in(
            [self.caption, *cells], knowledge.units
        )
        return PrintedTable(
            kind=self.kind,
            caption=self.caption,
            place=self.place,
            unit=unit,
            headings=self.headings,
            heading_rows=self.heading_rows,
            body=tuple(row for row in rows if not _is_remark(row, knowledge)),
            preamble=tuple(self.preamble),
            remarks=(*(TextLine(cell.text, cell.place) for cell in remarks), *self.remarks),
            pages=tuple(self.pages),
        )

    def _rows_of(self, part: GridPart) -> Iterable[Row]:
        if self._is_form:
            return _all_rows(part)[0 if part is self.parts[0] else self._repeated(part) :]
        bands = bands_of([row for known in self.parts for row in (*known.heading_rows, *known.body)])
        return (self._aligned(row, part, bands) for row in part.body if not is_blank(row))

    def _aligned(self, row: Row, part: GridPart, bands: Bands | None) -> Row:
        width = len(self.headings)
        if len(row) == width:
            return row
        if part.headings and (moved := aligned_by_heading(padded(row, part.width), part.headings, self.headings)):
            return moved
        if bands and len(bands) == width and (moved := aligned_by_place(row, bands)):
            return moved
        return padded(row, width)


def _all_rows(part: GridPart) -> tuple[Row, ...]:
    return tuple(row for row in (*part.heading_rows, *part.body) if not is_blank(row))


def _without_headings(part: GridPart) -> GridPart:
    """Return the part with its heading rows as data."""
    return GridPart((), None, (*part.heading_rows, *part.body), part.width)


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    first, second = (
        {words[-1] for heading in headings if (words := heading_words(heading))} for headings in (one, other)
    )
    return bool(first) and len(first & second) >= _ALIKE * max(len(first), len(second))


def _cut_short(repeated: Sequence[str], headings: Sequence[str]) -> bool:
    """Return whether a page repeats all headings, but lost the last lines of some: its heading row is too low."""
    if len(repeated) != len(headings) or not any(repeated):
        return False
    pairs = zip(repeated, headings, strict=True)
    return all(whole.startswith(cut) and bool(cut) == bool(whole) for cut, whole in pairs)


def _is_remark(row: Row, knowledge: Knowledge) -> bool:
    texts = [cell.text for cell in row if cell.text.strip()]
    return len(texts) == 1 and is_note(texts[0], knowledge.captions)
