"""Puts the tables of a file together from its pages: finds their captions, joins their continuation pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from parsing.knowledge_files import Knowledge
from parsing.pages import Page, TextLine
from parsing.printed import PrintedTable
from parsing.tables.grid_parts import GridPart, part_of
from parsing.tables.leads import Lead, lead_of, stretches
from parsing.tables.open_table import OpenTable, opened_table
from parsing.tables.remarks import joined
from parsing.tables.table_lines import furniture_of


@dataclass(frozen=True, slots=True)
class Gathered:
    """The tables of a file in the order printed, and the running text that belongs to none of them."""

    tables: tuple[PrintedTable, ...]
    lines: tuple[TextLine, ...]


def printed_tables(pages: Sequence[Page], knowledge: Knowledge) -> Gathered:
    """Return the tables of the pages, continuation pages joined, and the lines left over."""
    furniture = furniture_of(pages)
    tables: list[OpenTable] = []
    lines: list[TextLine] = []
    for stretch in stretches(pages, knowledge.captions):
        lead = lead_of(stretch, furniture, knowledge.captions)
        if tables:
            tables[-1].remarks += [joined(remark) for remark in lead.remarks]
        else:
            lines += [line for remark in lead.remarks for line in remark]
        between = [line for line in lead.rest if line not in furniture]
        part = part_of(stretch.rows, knowledge)
        if stretch.rows and tables and tables[-1].goes_on_with(part, lead, between):
            tables[-1].add(part, lead, stretch.page, between)
            continue
        lines += lead.rest
        if _is_text(part, lead):
            lines += [TextLine("".join(cell.text for cell in row), row[0].place) for row in stretch.rows]
        else:
            tables.append(opened_table(part, lead, stretch, knowledge))
    return Gathered(tuple(table.closed(knowledge) for table in tables), tuple(lines))


def _is_text(part: GridPart, lead: Lead) -> bool:
    """Return whether a grid is only a line of text with rules drawn through it."""
    return lead.caption is None and not part.heading_rows and len(part.body) < 2
