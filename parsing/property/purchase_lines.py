"""Takes the rows of a procurement table apart by what their columns hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from parsing.pages import GridCell
from parsing.printed import PrintedTable
from parsing.property.property_terms import PurchaseColumn, PurchaseTerms
from parsing.tables.column_values import amounts_of, quantities_of
from parsing.tables.table_lines import unit_in
from parsing.words.wrapping import unwrapped
from records.amount import Amount, Quantity
from records.table import Measure

Layout = Mapping[int, PurchaseColumn | Measure]
"""What each position of a row holds."""
Sources = tuple[tuple[Measure, Amount], ...]
"""Where money comes from, in the order of the columns."""

_MONEY = frozenset(
    {PurchaseColumn.PROJECT_BUDGET, PurchaseColumn.UNIT_PRICE, PurchaseColumn.AMOUNT, PurchaseColumn.RESERVED}
)


@dataclass(frozen=True, slots=True)
class PurchaseLine:
    """One row of a procurement table."""

    label: str
    """The first text of the row, its number left out."""
    cells: Mapping[PurchaseColumn, GridCell]
    amounts: Mapping[PurchaseColumn, Amount]
    sources: Sources
    reserved: Amount | None
    """The share reserved for smaller firms."""
    quantity: Quantity | None

    def text(self, column: PurchaseColumn) -> str:
        """Return what is printed in a column, an empty string for nothing."""
        return unwrapped(self.cells[column].text) if column in self.cells else ""


def layout_of(headings: Sequence[str], terms: PurchaseTerms) -> Layout:
    """Return what the columns hold; of two that hold the same the first counts, of sources of money every one."""
    layout: dict[int, PurchaseColumn | Measure] = {}
    for position, heading in enumerate(headings):
        held = terms.column(heading)
        if held and (isinstance(held, Measure) or held not in layout.values()):
            layout[position] = held
    return layout


def lists_purchases(printed: PrintedTable, terms: PurchaseTerms) -> bool:
    """Return whether the headings say what is bought and for how much."""
    return {PurchaseColumn.NAME, PurchaseColumn.AMOUNT} <= set(layout_of(printed.headings, terms).values())


def purchase_lines(
    printed: PrintedTable, layout: Layout, terms: PurchaseTerms, units: Mapping[str, Decimal]
) -> Iterator[PurchaseLine]:
    """Yield the rows of the table."""
    where = {held: position for position, held in layout.items() if isinstance(held, PurchaseColumn)}
    slipped = {
        position: held
        for position, held in layout.items()
        if isinstance(held, Measure) and terms.is_slipped(printed.headings[position])
    }
    money = _money(printed, layout, units)
    counted, named = (_texts(printed, where.get(column)) for column in (PurchaseColumn.QUANTITY, PurchaseColumn.UNIT))
    quantities = quantities_of(counted, [unwrapped(unit) for unit in named])
    for index, row in enumerate(printed.body):
        amounts = {position: amount for position, column in money.items() if (amount := column[index])}
        sources = ((layout[position], amount) for position, amount in amounts.items() if position not in slipped)
        line = PurchaseLine(
            label=next((text for cell in row if (text := unwrapped(cell.text)) and not text.isdigit()), ""),
            cells={held: row[position] for held, position in where.items()},
            amounts={held: amounts[position] for held, position in where.items() if position in amounts},
            sources=tuple((held, amount) for held, amount in sources if isinstance(held, Measure)),
            reserved=amounts.get(where.get(PurchaseColumn.RESERVED, -1)),
            quantity=quantities[index],
        )
        yield _told_apart(line, slipped, amounts, where) if slipped else line


def _money(
    printed: PrintedTable, layout: Layout, units: Mapping[str, Decimal]
) -> Mapping[int, Sequence[Amount | None]]:
    """Return the amounts of every column of money; a unit in its heading goes before that of the table."""
    return {
        position: amounts_of(
            _texts(printed, position), unit_in([printed.headings[position]], units) or printed.unit, units
        )
        for position, held in layout.items()
        if isinstance(held, Measure) or held in _MONEY
    }


def _texts(printed: PrintedTable, position: int | None) -> list[str]:
    return [row[position].text if position is not None else "" for row in printed.body]


def _told_apart(
    line: PurchaseLine,
    slipped: Mapping[int, Measure],
    amounts: Mapping[int, Amount],
    where: Mapping[PurchaseColumn, int],
) -> PurchaseLine:
    """Return the row with the reserved share and the amounts under slipped headings told apart by its sum.

    What the other sources leave of the amount is a source of money, the other one the reserved share. Where the sum
    does not say so, neither is given.
    """
    together = sorted({*slipped, where.get(PurchaseColumn.RESERVED, -1)} & amounts.keys())
    shares, sources = [amounts[position] for position in together], line.sources
    whole = line.amounts.get(PurchaseColumn.AMOUNT)
    left = whole.yuan - sum(amount.yuan for _, amount in sources) if whole else None
    if left and shares and shares[0].yuan == left:
        sources, left = (*sources, (next(iter(slipped.values())), shares.pop(0))), Decimal(0)
    return replace(line, sources=sources, reserved=shares[0] if left == 0 and len(shares) == 1 else None)
