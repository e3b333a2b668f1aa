"""Turns the number cells of a printed table into facts, each with the place where it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from parsing.knowledge_files import Knowledge, Role
from parsing.pages import GridCell
from parsing.printed import PrintedTable
from parsing.tables.columns import ColumnUse
from parsing.tables.table_lines import unit_in
from parsing.words.numbers import amount_of, column_quantum, printed_number
from records.evidence import Evidence
from records.table import Fact, Measure, TableKind

GridRow = tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """What the numbers of one column are worth."""

    yuan: Decimal
    """How many 元 its unit is."""
    quantum: Decimal


@dataclass(frozen=True, slots=True)
class Sheet:
    """A printed table with the use and the scale of every column."""

    printed: PrintedTable
    uses: tuple[ColumnUse, ...]
    scales: Mapping[int, Scale]
    """Only the columns whose unit is known: without a unit a number is no amount."""
    rows: tuple[GridRow, ...]
    """The data rows that fit the columns."""

    def text(self, row: GridRow, columns: Sequence[int]) -> str:
        """Return what the columns of a row say together, without blanks."""
        return "".join("".join(row[column].text.split()) for column in columns)

    def fact(self, row: GridRow, column: int, item: str, measure: Measure, label: str) -> Fact | None:
        """Return the number in that cell as a fact, or None where there is none that can be read with certainty."""
        scale, number = self.scales.get(column), printed_number(row[column].text)
        if scale is None or number is None:
            return None
        amount = amount_of(number, scale.yuan, scale.quantum)
        return Fact(item, measure, amount, self.evidence(row, column, label))

    def evidence(self, row: GridRow, column: int, label: str) -> Evidence:
        """Return where that cell stands."""
        return self.printed.evidence(row[column], label, self.printed.headings[column])


def sheet_of(printed: PrintedTable, uses: tuple[ColumnUse, ...], knowledge: Knowledge) -> Sheet:
    """Find the scale of every column and the rows that fit the columns."""
    rows = tuple(row for row in printed.body if len(row) == len(uses) and not _is_index_only(row, uses))
    scales: dict[int, Scale] = {}
    numbers = [[n for row in rows if (n := printed_number(row[column].text))] for column in range(len(uses))]
    if printed.kind is TableKind.SANGONG:  # its items may stand side by side: 25 beside 21.56 is 25.00
        numbers = [[number for column in numbers for number in column]] * len(uses)
    for column, heading in enumerate(printed.headings):
        unit = unit_in([heading], knowledge.units) or printed.unit
        if unit is not None:
            yuan = knowledge.units[unit]
            scales[column] = Scale(yuan, column_quantum(numbers[column], yuan))
    return Sheet(printed, uses, scales, rows)


def _is_index_only(row: GridRow, uses: Sequence[ColumnUse]) -> bool:
    """Return whether a row has nothing but its number."""
    return not any(cell.text.strip() for cell, use in zip(row, uses, strict=True) if use.role is not Role.INDEX)
