"""Understands asset tables (国有资产占用情况表): what a body owns, how much of it and at what value."""

import re
from collections.abc import Iterator
from datetime import date

from parsing.knowledge_files import Knowledge
from parsing.printed import PrintedTable
from parsing.property.property_terms import AssetColumn, AssetTerms
from parsing.tables.column_values import amounts_of, quantities_of
from parsing.tables.table_lines import unit_in
from parsing.words.bare_words import label_of
from parsing.words.wrapping import bracketed, folded, label_key, unwrapped
from records.property import Asset

_DATE = r"[:为]?(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})"


def assets_of(printed: PrintedTable, knowledge: Knowledge) -> tuple[Asset, ...]:
    """Return the rows of an asset table; none where its headings do not name what is owned and its value.

    A label we do not know is its own item, so that the sum of the table stays whole.
    """
    terms = knowledge.assets
    columns = {terms.column(heading): position for position, heading in reversed(list(enumerate(printed.headings)))}
    if AssetColumn.LABEL not in columns or AssetColumn.VALUE not in columns:
        return ()
    value_at, quantity_at = columns[AssetColumn.VALUE], columns.get(AssetColumn.QUANTITY)
    rows = [row for row in printed.body if row[columns[AssetColumn.LABEL]].text.strip()]
    labels = [unwrapped(row[columns[AssetColumn.LABEL]].text) for row in rows]
    unit = unit_in([printed.headings[value_at]], knowledge.units) or printed.unit
    values = amounts_of([row[value_at].text for row in rows], unit, knowledge.units)
    counted = [row[quantity_at].text if quantity_at is not None else "" for row in rows]
    quantities = quantities_of(counted, [_unit(label, terms) for label in labels])
    closing = _closing_date(printed, terms)
    return tuple(
        Asset(
            item=terms.item(label) or label_key(label),
            label=label,
            evidence=printed.evidence(row[value_at], row=label, column=printed.headings[value_at]),
            quantity=quantity,
            value=value,
            as_of=closing,
            of_which=label_of(label).of_which,
        )
        for row, label, quantity, value in zip(rows, labels, quantities, values, strict=True)
        if quantity or value
    )


def _unit(label: str, terms: AssetTerms) -> str:
    """Return the unit that a label names in brackets, an empty string for none."""
    unit = bracketed(label)
    return terms.unit_names.get(unit, unit)


def _closing_date(printed: PrintedTable, terms: AssetTerms) -> date | None:
    """Return the day of which the table speaks, None where none or no possible one is printed above it."""
    words = "|".join(terms.closing)
    for text in _texts_above(printed):
        found = re.search(f"(?:{words}){_DATE}", folded(text))
        if found:
            try:
                return date(*map(int, found.groups()))
            except ValueError:
                return None
    return None


def _texts_above(printed: PrintedTable) -> Iterator[str]:
    """Yield the lines above the table; files that lost its frame have them in its first rows."""
    yield from (line.text for line in printed.preamble)
    yield from (cell.text for row in (*printed.heading_rows, *printed.body) for cell in row)
