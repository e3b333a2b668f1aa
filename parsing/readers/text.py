"""Reads text files: a whole document as one page of lines and tables."""

import re
from collections.abc import Sequence

from parsing.failures import Cause, UnreadableDocument
from parsing.formats import decoded
from parsing.limits import Limits
from parsing.pages import Page
from parsing.readers.cell_lines import blocks_of_cell_lines
from parsing.readers.tabbed import blocks_of_tabbed_rows
from parsing.readers.text_knowledge import load_text_knowledge

_LINE_END = re.compile(r"\r\n|\n|\r")


def read_text(content: bytes, limits: Limits) -> tuple[Page, ...]:
    """Read the text as one page without a number; every place names the line of the file.

    Tables come in two shapes: a row a line, its cells parted by tabs; or a cell a line, as Word exports them, each
    begun by a tab. Which one a file has is told from its lines.

    Raises UnreadableDocument if the bytes are not text, blank, or longer than the limits.
    """
    text = decoded(content)
    if text is None:
        raise UnreadableDocument(Cause.DAMAGED, "neither UTF-8, UTF-16 nor GB18030")
    if len(text) > limits.max_characters:
        raise UnreadableDocument(Cause.TOO_LARGE, f"{len(text)} characters; at most {limits.max_characters} are read")
    if not text.strip():
        raise UnreadableDocument(Cause.EMPTY, "the text has only blanks")
    lines = _LINE_END.split(text)
    blocks = blocks_of_cell_lines if _has_a_cell_a_line(lines) else blocks_of_tabbed_rows
    return (Page(None, blocks(lines, load_text_knowledge())),)


def _has_a_cell_a_line(lines: Sequence[str]) -> bool:
    """Return whether tabs begin lines rather than part them; empty cells tell them from indented paragraphs."""
    tabbed = [line for line in lines if "\t" in line]
    single = [line for line in tabbed if line.rfind("\t") == 0]
    return len(single) * 2 > len(tabbed) and any(not line.strip() for line in single)
