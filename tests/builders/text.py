"""Writes text files as converters leave them: a row a line, or a cell a line."""

from collections.abc import Sequence

Row = Sequence[str]


def tabbed(rows: Sequence[Row]) -> str:
    """Return a table with a row a line."""
    return "".join("\t".join(row) + "\n" for row in rows)


def cell_a_line(rows: Sequence[Row]) -> str:
    """Return a table as Word exports it; a cell of several paragraphs makes its row end with two empty lines."""
    return "".join("".join(f"\t{cell}\n" for cell in row) + "\n" * (2 if "\n" in row[-1] else 1) for row in rows)
