"""Reads tables saved as text, their fields parted by commas (CSV)."""

import csv

from parsing.failures import Cause, UnreadableDocument
from parsing.formats import decoded, delimiter_of
from parsing.limits import Limits
from parsing.pages import Page
from parsing.readers.excel.sheets import Sheet, blocks_of_sheet
from parsing.readers.tally import Tally


def read_csv(content: bytes, limits: Limits) -> tuple[Page, ...]:
    """Read the file as one sheet: a text's place is its cell as Excel names it, B7.

    Raises UnreadableDocument if the bytes are not text, or too many.
    """
    text = decoded(content)
    delimiter = delimiter_of(text) if text is not None else None
    if text is None or delimiter is None:
        raise UnreadableDocument(Cause.DAMAGED, "not a text whose lines have equally many fields")
    if text.count(delimiter) > limits.max_cells:  # before a row of them fills the memory
        raise UnreadableDocument(Cause.TOO_LARGE, f"more than {limits.max_cells} fields")
    tally = Tally(limits)
    tally.count_characters(len(text))
    rows = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    texts = {
        (row, column): field for row, fields in enumerate(rows) for column, field in enumerate(fields) if field.strip()
    }
    return (Page(None, blocks_of_sheet(Sheet("", texts), tally)),)
