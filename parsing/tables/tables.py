"""Understands a printed table: its columns, its items, its numbers."""

from dataclasses import replace

from parsing.knowledge_files import Knowledge
from parsing.printed import PrintedTable
from parsing.property.assets import assets_of
from parsing.property.purchase_lines import lists_purchases
from parsing.property.purchases import purchases_of
from parsing.tables.amounts import sheet_of
from parsing.tables.columns import ColumnUse, carried_columns, columns_of
from parsing.tables.income_list import income_list_rows, is_income_list
from parsing.tables.kinds import confirms
from parsing.tables.rows import coded_rows
from parsing.tables.sangong_rows import sangong_rows
from parsing.tables.two_sided import two_sided_rows
from parsing.words.numbers import printed_number
from records.balances import TWO_SIDED_KINDS
from records.hierarchies import CODED_KINDS
from records.property_sums import asset_sums, purchase_sums, quality_of_sums
from records.relations import quality_of
from records.table import Column, Measure, Quality, Row, Table, TableKind

NAMED_KINDS = frozenset({TableKind.PROJECTS, TableKind.SERVICES})
"""The kinds whose rows have names and no codes."""


def table_of(printed: PrintedTable, knowledge: Knowledge) -> Table:
    """Return the table with every number that can be read with certainty.

    Tables of procurement, assets, institutions and performance have rows of their own kinds, and none here.
    """
    uses = _uses(printed, knowledge)
    sheet = sheet_of(printed, uses, knowledge)
    rows: tuple[Row, ...] = ()
    if printed.kind is TableKind.PROCUREMENT and lists_purchases(printed, knowledge.purchases):
        rows = ()  # its rows are purchases
    elif printed.kind is TableKind.INCOME and is_income_list(sheet):
        rows = income_list_rows(sheet, knowledge.items, knowledge.headings)
    elif printed.kind in CODED_KINDS or printed.kind in NAMED_KINDS:
        rows = coded_rows(sheet, knowledge.items)
    elif printed.kind in TWO_SIDED_KINDS:
        rows = two_sided_rows(sheet, knowledge.items)
    elif printed.kind is TableKind.SANGONG:
        rows = sangong_rows(sheet, knowledge)
    table = Table(
        kind=printed.kind,
        caption=printed.caption,
        unit=printed.unit,
        columns=tuple(
            Column(heading, use.measure, use.side) for heading, use in zip(printed.headings, uses, strict=True)
        ),
        grid=tuple(tuple(cell.text for cell in row) for row in (*printed.heading_rows, *printed.body)),
        rows=rows,
        printed_rows=len(printed.body) if not uses else len(sheet.rows),
        evidence=printed.evidence(),
        pages=printed.pages,
        remarks=tuple(printed.evidence(remark) for remark in printed.remarks),
    )
    return replace(table, quality=_quality(table, printed, knowledge))


def _quality(table: Table, printed: PrintedTable, knowledge: Knowledge) -> Quality:
    """Return how well the table agrees with its arithmetic; that of purchases and assets is of their own kind."""
    if printed.kind is TableKind.ASSETS:
        return quality_of_sums(asset_sums(assets_of(printed, knowledge)))
    if printed.kind is TableKind.PROCUREMENT and not table.rows:
        return quality_of_sums(purchase_sums(purchases_of(printed, knowledge)))
    return quality_of(table)


def _uses(printed: PrintedTable, knowledge: Knowledge) -> tuple[ColumnUse, ...]:
    """Return the use of every column; where the headings do not confirm the caption only the totals are believed."""
    uses = columns_of(
        printed.headings, printed.kind, knowledge.headings, nothing_carried=_nothing_carried(printed, knowledge)
    )
    if confirms(printed.kind, uses, knowledge):
        return uses
    return tuple(use if use.measure is Measure.TOTAL else replace(use, measure=None) for use in uses)


def _nothing_carried(printed: PrintedTable, knowledge: Knowledge) -> bool:
    """Say whether zeros, or nothing, stand in every column of carried-over money."""
    columns = carried_columns(printed.headings, knowledge.headings)
    rows = [row for row in printed.body if len(row) == len(printed.headings)]
    cells = [row[column].text for row in rows for column in columns if row[column].text.strip()]
    return all((number := printed_number(cell)) is not None and not number.value for cell in cells)
