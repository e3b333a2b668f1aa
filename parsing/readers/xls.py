"""Reads Excel workbooks of the older, binary format (.xls).

Through xlrd, because it tells the number format of every cell; python-calamine is faster and does not, and what a cell
shows cannot be told without.
"""

import re
from collections.abc import Iterator
from io import StringIO

import xlrd
from xlrd.book import Book
from xlrd.sheet import Sheet as BinarySheet

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.pages import Page
from parsing.readers.excel.built_in_formats import GENERAL
from parsing.readers.excel.number_formats import stored_number
from parsing.readers.excel.sheets import Merge, Position, Sheet, blocks_of_sheet
from parsing.readers.tally import Tally

_WINDOW, _ACTIVE_SHEET_AT = b"\x3d\x00\x12\x00", 10
"""The head of the record that tells how the window stands, and where in it the number of the active sheet is."""
_ENCRYPTED = re.compile("encrypted|password", re.I)


def read_xls(content: bytes, limits: Limits) -> tuple[Page, ...]:
    """Read each visible sheet as a page without a number; places and numbers are as in an .xlsx.

    Raises UnreadableDocument if the file is encrypted, damaged, too large, or shows nothing.
    """
    tally = Tally(limits)
    pages = [Page(None, blocks) for sheet in sheets_of_xls(content, tally) if (blocks := blocks_of_sheet(sheet, tally))]
    if not pages:
        raise UnreadableDocument(Cause.EMPTY, "no sheet of the workbook shows anything")
    return tuple(pages)


def sheets_of_xls(content: bytes, tally: Tally, *, only_active: bool = False) -> Iterator[Sheet]:
    """Yield what the visible sheets show, or only the one that was last looked at."""
    try:
        book = xlrd.open_workbook(
            file_contents=content, formatting_info=True, ragged_rows=True, on_demand=True, logfile=StringIO()
        )
        for index in (_active_sheet(content),) if only_active else range(book.nsheets):
            sheet = book.sheet_by_index(index)
            if sheet.visibility == 0:
                Tally(tally.limits).count_cells(sum(map(sheet.row_len, range(sheet.nrows))))
                yield _sheet_of(sheet, book)
            book.unload_sheet(index)
    except UnreadableDocument:
        raise
    except Exception as error:  # xlrd trusts the bytes: a broken file may make it fail in any way
        cause = Cause.ENCRYPTED if _ENCRYPTED.search(str(error)) else Cause.DAMAGED
        raise UnreadableDocument(cause, f"the workbook cannot be read: {type(error).__name__}: {error}") from error


def _active_sheet(content: bytes) -> int:
    """Return the number of the sheet last looked at, from the record of the window, which xlrd does not hand on."""
    start = content.find(_WINDOW)
    at = start + len(_WINDOW) + _ACTIVE_SHEET_AT
    return int.from_bytes(content[at : at + 2], "little") if start >= 0 else 0


def _sheet_of(sheet: BinarySheet, book: Book) -> Sheet:
    hidden_rows = {row for row, look in sheet.rowinfo_map.items() if look.hidden}
    hidden_columns = {column for column, look in sheet.colinfo_map.items() if look.hidden}
    texts: dict[Position, str] = {}
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            text = "" if row in hidden_rows or column in hidden_columns else _shown(sheet, book, row, column)
            if text.strip():
                texts[row, column] = text
    merges = (Merge((top, left), (bottom - 1, right - 1)) for top, bottom, left, right in sheet.merged_cells)
    return Sheet(sheet.name, texts, tuple(merges))


def _shown(sheet: BinarySheet, book: Book, row: int, column: int) -> str:
    kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
    if kind == xlrd.XL_CELL_TEXT:
        return str(value).replace("\r", "")
    if kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        return stored_number(
            repr(value),
            _format(sheet, book, row, column),
            from_1904=book.datemode == 1,
            shows_zeros=bool(sheet.show_zero_values),
        )
    if kind == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if value else "FALSE"
    return xlrd.error_text_from_code.get(value, "") if kind == xlrd.XL_CELL_ERROR else ""


def _format(sheet: BinarySheet, book: Book, row: int, column: int) -> str:
    style = book.xf_list[sheet.cell_xf_index(row, column)]
    known = book.format_map.get(style.format_key)
    return known.format_str if known else GENERAL
