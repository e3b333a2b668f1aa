"""Reads text whose tables have a row a line, the cells parted by tabs."""

from collections.abc import Sequence

from parsing.pages import Grid, GridCell, Place, TextLine
from parsing.readers.text_knowledge import TextKnowledge

Row = tuple[GridCell, ...]


def blocks_of_tabbed_rows(lines: Sequence[str], knowledge: TextKnowledge) -> tuple[TextLine | Grid, ...]:
    """Return the lines without a tab as text and the unbroken runs of lines with tabs as grids."""
    blocks: list[TextLine | Grid] = []
    rows: list[Row] = []
    for number, line in enumerate(lines, start=1):
        if knowledge.is_rule(line):
            continue
        if "\t" in line and not knowledge.is_contents(line):
            rows.append(row_of(line.split("\t"), number, knowledge))
            continue
        blocks += blocks_of_rows(rows, knowledge)
        rows = []
        blocks += text_of(line, number, knowledge)
    return (*blocks, *blocks_of_rows(rows, knowledge))


def row_of(cells: Sequence[str], number: int, knowledge: TextKnowledge) -> Row:
    """Return the cells of one line."""
    return tuple(GridCell(knowledge.cleaned(cell), Place(line=number)) for cell in cells)


def text_of(line: str, number: int, knowledge: TextKnowledge) -> tuple[TextLine, ...]:
    """Return the line as text, or nothing where it is blank or all residue."""
    text = knowledge.cleaned(line)
    return (TextLine(text, Place(line=number)),) if text else ()


def blocks_of_rows(rows: Sequence[Row], knowledge: TextKnowledge) -> tuple[TextLine | Grid, ...]:
    """Return the rows as a grid; the preamble above it, and rows that use no second column, as text."""
    preamble = 0
    while preamble < len(rows) and knowledge.is_preamble(tuple(cell.text for cell in rows[preamble])):
        preamble += 1
    body = tuple(rows[preamble:])
    if any(sum(bool(cell.text) for cell in row) > 1 for row in body):
        return (*_text_of_rows(rows[:preamble]), Grid(body, body[0][0].place))
    return _text_of_rows(rows)


def _text_of_rows(rows: Sequence[Row]) -> tuple[TextLine, ...]:
    return tuple(TextLine(cell.text, cell.place) for row in rows for cell in row if cell.text)
