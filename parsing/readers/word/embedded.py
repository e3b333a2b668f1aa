"""Reads the workbooks that are embedded in Word documents, where only one sheet of them is shown."""

from collections.abc import Iterator

from parsing.failures import UnreadableDocument
from parsing.formats import XLS, XLSX, format_of
from parsing.readers.excel.sheets import Sheet, blocks_of_sheet
from parsing.readers.table_blocks import Block
from parsing.readers.tally import Tally
from parsing.readers.xls import sheets_of_xls
from parsing.readers.xlsx import sheets_of_xlsx


def embedded_blocks(content: bytes | None, tally: Tally) -> tuple[Block, ...]:
    """Return what an embedded object shows; nothing where it is no workbook or cannot be read."""
    try:
        return tuple(block for sheet in _shown(content or b"", tally) for block in blocks_of_sheet(sheet, tally))
    except UnreadableDocument:
        return ()


def _shown(content: bytes, tally: Tally) -> Iterator[Sheet]:
    form = format_of(content)
    if form == XLS:
        yield from sheets_of_xls(content, tally, only_active=True)
    elif form == XLSX:
        yield from sheets_of_xlsx(content, tally.limits, only_active=True)
