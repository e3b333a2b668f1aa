"""Reads one sheet of an Excel workbook (.xlsx)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from parsing.readers.excel.built_in_formats import GENERAL
from parsing.readers.excel.number_formats import stored_number
from parsing.readers.excel.sheets import Merge, Position, Sheet
from parsing.readers.excel.xlsx_strings import text_of
from parsing.readers.office.xml import Element, attribute, child, children_of, is_true, name_of, whole_number
from parsing.readers.tally import Tally

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


@dataclass(frozen=True, slots=True)
class Shared:
    """What the cells of all sheets of a workbook refer to."""

    strings: Sequence[str]
    formats: Sequence[str]
    from_1904: bool
    tally: Tally
    """Counts the cells as they are loaded."""


def sheet_of(name: str, content: bytes, shared: Shared) -> Sheet:
    """Return what the sheet shows. Raises UnreadableDocument if the bytes are no XML."""
    sheet = _OpenSheet(shared)
    for element in children_of(content, "sheetViews", "cols", "sheetData", "mergeCells"):
        sheet.take(element)
    return Sheet(name, sheet.texts, tuple(sheet.merges), sheet.unread)


@dataclass(slots=True)
class _OpenSheet:
    """A sheet as far as it was read; views and columns come before the rows, merged cells behind them."""

    shared: Shared
    texts: dict[Position, str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_columns: list[range] = field(default_factory=list)
    shows_zeros: bool = True
    row: int = -1
    unread: bool = False

    def take(self, element: Element) -> None:
        """Take in a view, a column, a row or a merged cell."""
        name = name_of(element)
        if name == "sheetView":
            self.shows_zeros = is_true(attribute(element, "showZeros") or "1")
        elif name == "col" and is_true(attribute(element, "hidden")):
            first, last = (whole_number(attribute(element, each)) for each in ("min", "max"))
            self.hidden_columns.append(range(first - 1, last))
        elif name == "row":
            self.row = whole_number(attribute(element, "r"), self.row + 2) - 1
            if not is_true(attribute(element, "hidden")):
                self._take_cells(element)
        elif name == "mergeCell":
            begin, _, end = (attribute(element, "ref") or "").partition(":")
            corner, opposite = _position(begin), _position(end)
            self.merges += [Merge(corner, opposite)] if corner and opposite else []

    def _take_cells(self, row: Element) -> None:
        column = -1
        for cell in row:
            position = _position(attribute(cell, "r")) or (self.row, column + 1)
            column = position[1]
            text = self._shown(cell)
            if text.strip() and not any(column in hidden for hidden in self.hidden_columns):
                self.shared.tally.count_cells(1)
                self.texts[position] = text

    def _shown(self, cell: Element) -> str:
        kind, value = attribute(cell, "t") or "n", child(cell, "v")
        if kind == "inlineStr":
            inline = child(cell, "is")
            return text_of(inline) if inline is not None else ""
        if value is None or not value.text:
            self.unread |= value is None and child(cell, "f") is not None
            return ""
        if kind == "s":
            return _at(self.shared.strings, value.text, "")
        if kind == "b":
            return "TRUE" if is_true(value.text) else "FALSE"
        if kind != "n":
            return value.text
        code = _at(self.shared.formats, attribute(cell, "s") or "0", GENERAL)
        return stored_number(value.text, code, from_1904=self.shared.from_1904, shows_zeros=self.shows_zeros)


def _at(values: Sequence[str], index: str, default: str) -> str:
    number = whole_number(index, len(values))
    return values[number] if number < len(values) else default


def _position(reference: str | None) -> Position | None:
    hit = _REFERENCE.fullmatch(reference or "")
    if not hit:
        return None
    column = 0
    for letter in hit[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(hit[2]) - 1, column - 1
