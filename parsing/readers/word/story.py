"""Walks through the body of a Word document: paragraphs, tables and text boxes in the order printed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from parsing.pages import Place, TextLine
from parsing.readers.office.xml import Element, attribute, child, name_of, whole_number
from parsing.readers.table_blocks import Block, FilledCell, blocks_of_table
from parsing.readers.tally import Tally
from parsing.readers.word.embedded import embedded_blocks
from parsing.readers.word.fields import OpenFields
from parsing.readers.word.numbering import Numbering
from parsing.readers.word.paragraphs import alternative, paragraph_of
from parsing.readers.word.tables import SpannedCell, on_columns, parted

_DROPPED = frozenset({"del", "moveFrom", "sectPr", "tblPr", "tblGrid", "tcPr", "trPr", "sdtPr", "sdtEndPr"})


@dataclass(slots=True)
class Story:
    """What is carried from one paragraph to the next."""

    tally: Tally
    numbering: Numbering
    embedded: Callable[[str], bytes | None]
    """Returns the object of another program that the document calls so."""
    fields: OpenFields = field(default_factory=OpenFields)
    paragraphs: int = 0
    tables: int = 0
    unread: bool = False
    """Whether something cannot be read that may be a table: a large picture, an embedded object or file."""

    def blocks_of(self, elements: Iterable[Element], cell: str | None = None) -> Iterator[Block]:
        """Yield what the elements print. Each text says in which paragraph it stands, counted through the document."""
        for element in elements:
            name = name_of(element)
            if name == "p":
                yield from self._paragraph(element, cell)
            elif name == "tbl":
                yield from self._table(element)
            elif name == "AlternateContent":
                yield from self.blocks_of(alternative(element), cell)
            elif name == "altChunk":
                self.unread = True
            elif name not in _DROPPED:
                yield from self.blocks_of(element, cell)

    def _paragraph(self, element: Element, cell: str | None) -> Iterator[Block]:
        self.paragraphs += 1
        place = Place(line=self.paragraphs, cell=cell)
        number = self.numbering.number_of(element)
        paragraph = paragraph_of(element, self.fields)
        self.unread |= paragraph.pictured
        self.tally.count_characters(len(paragraph.text))
        text = number + paragraph.text.strip() if paragraph.text.strip() or cell else ""
        yield from (TextLine(line.strip(), place) for line in text.split("\n") if line.strip())
        for box in paragraph.boxes:
            yield from self.blocks_of(box, cell)
        for name in paragraph.embedded:
            yield from self._embedded(name)

    def _embedded(self, name: str) -> Iterator[Block]:
        """Yield the sheet that shows through an embedded workbook."""
        blocks = embedded_blocks(self.embedded(name), self.tally)
        self.unread |= not blocks
        yield from blocks

    def _table(self, element: Element) -> Iterator[Block]:
        self.tables += 1
        table = self.tables
        rows: list[list[SpannedCell]] = []
        for row in _inner(element, "tr"):
            if child(row, "trPr", "del") is None:
                rows.append(self._row(row, rows[-1] if rows else [], f"第{table}个表第{len(rows) + 1}行"))
        for part in parted(rows):
            yield from blocks_of_table(on_columns(part))

    def _row(self, element: Element, above: Sequence[SpannedCell], row: str) -> list[SpannedCell]:
        cells: list[SpannedCell] = []
        column = _count(child(element, "trPr", "gridBefore"), 0)
        if column:
            cells.append(SpannedCell(0, column, FilledCell((), Place(line=self.paragraphs + 1, cell=row))))
        for number, each in enumerate(_inner(element, "tc"), start=1):
            name = f"{row}第{number}格"
            place = Place(line=self.paragraphs + 1, cell=name)
            blocks = tuple(self.blocks_of(each, name))
            span, goes_on = _merging(each)
            self.tally.count_cells(span)
            goes_on = goes_on and _reaches(above, column)
            # Word does not show the text of a cell that is merged with the one above it.
            cells.append(SpannedCell(column, span, FilledCell(() if goes_on else blocks, place, covered=goes_on)))
            column += span
        return cells


def _merging(cell: Element) -> tuple[int, bool]:
    """Return over how many columns a cell reaches, and whether it goes on with the one above it."""
    properties = child(cell, "tcPr")
    if properties is None:
        return 1, False
    merge = child(properties, "vMerge")
    return _count(child(properties, "gridSpan"), 1), merge is not None and attribute(merge, "val") != "restart"


def _reaches(row: Sequence[SpannedCell], column: int) -> bool:
    return any(each.column <= column < each.column + each.span for each in row)


def _inner(element: Element, wanted: str) -> Iterator[Element]:
    """Yield the rows of a table, or the cells of a row, also where marks of revision or content controls wrap them."""
    for each in element:
        name = name_of(each)
        if name == wanted:
            yield each
        elif name not in _DROPPED and name not in ("tr", "tc", "p"):
            yield from _inner(each, wanted)


def _count(element: Element | None, default: int) -> int:
    return max(whole_number(attribute(element, "val"), default), default) if element is not None else default
