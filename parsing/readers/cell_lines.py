"""Reads text whose tables have a cell a line, as Word exports them.

A tab begins each cell, an empty line ends each row. The further paragraphs of a cell follow without a tab, and the row
then ends with two empty lines. A merged cell is one cell, so rows differ in length. After the last row stands one more
empty line, or text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from parsing.pages import Grid, GridCell, Place, TextLine
from parsing.readers.tabbed import Row, blocks_of_rows, text_of
from parsing.readers.text_knowledge import TextKnowledge

_PAGE_MARKS = "\f"
_NUMBERED = re.compile(r"\s*(\d{1,2})[.、．]")


def blocks_of_cell_lines(lines: Sequence[str], knowledge: TextKnowledge) -> tuple[TextLine | Grid, ...]:
    """Return the text and the grids in the order of the lines."""
    blocks: list[TextLine | Grid] = []
    table = _OpenTable()
    for number, line in enumerate(lines, start=1):
        if table.takes(line.strip(_PAGE_MARKS), number):
            continue
        blocks += blocks_of_rows(table.rows(knowledge), knowledge)
        table = _OpenTable()
        blocks += text_of(line, number, knowledge)
    return (*blocks, *blocks_of_rows(table.rows(knowledge), knowledge))


@dataclass(slots=True)
class _OpenCell:
    line: int
    paragraphs: list[str]

    def continued_by(self, line: str) -> bool:
        """Return whether the line has the number after that of the cell's last numbered paragraph."""
        numbered = [match for paragraph in self.paragraphs if (match := _NUMBERED.match(paragraph))]
        following = _NUMBERED.match(line)
        return bool(numbered and following and int(following[1]) == int(numbered[-1][1]) + 1)


@dataclass(slots=True)
class _OpenTable:
    """The rows read so far of a table that may go on."""

    cells: list[list[_OpenCell]] = field(default_factory=list)
    empty_lines: int = 0
    """How many empty lines have come since the last cell."""

    def takes(self, line: str, number: int) -> bool:
        """Take the line in and return True, or return False where it is not of this table."""
        if line.startswith("\t"):
            if self.empty_lines or not self.cells:
                self.cells.append([])
            self.cells[-1].extend(_OpenCell(number, [text]) for text in line[1:].split("\t"))
            self.empty_lines = 0
            return True
        if not self.cells:
            return False
        last = self.cells[-1][-1]
        if not line:
            self.empty_lines += 1
            return self.empty_lines <= min(len(last.paragraphs), 2)
        if self.empty_lines and not last.continued_by(line):
            return False
        last.paragraphs.append(line)
        self.empty_lines = 0
        return True

    def rows(self, knowledge: TextKnowledge) -> tuple[Row, ...]:
        """Return the rows with the residue taken out of their cells."""
        return tuple(tuple(_closed(cell, knowledge) for cell in row) for row in self.cells)


def _closed(cell: _OpenCell, knowledge: TextKnowledge) -> GridCell:
    paragraphs = (knowledge.cleaned(paragraph) for paragraph in cell.paragraphs)
    return GridCell("\n".join(paragraph for paragraph in paragraphs if paragraph), Place(line=cell.line))
