"""Understands performance tables that list projects: a row an indicator, the project in columns to the left."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parsing.knowledge_files import Knowledge
from parsing.pages import GridCell
from parsing.performance.goals import goals_of
from parsing.performance.indicator_columns import Cells, is_indicator_heading
from parsing.performance.indicators import indicators_of
from parsing.performance.performance_terms import Label, PerformanceTerms
from parsing.printed import PrintedTable
from parsing.tables.column_values import amounts_of
from parsing.tables.table_lines import unit_in
from parsing.words.wrapping import folded, unwrapped
from records.amount import Amount
from records.performance import Indicator, Project

# The finance system exports code and name as one: 11000022T000000460216-《北京审计》杂志办刊经费.
_CODE_AND_NAME = re.compile(r"(\d{4,}[0-9A-Z]{8,})-(.+)")
# One column to the left of the indicators is the frame of a form, whose labels stand above one another there.
_FEWEST_COLUMNS = 2
_ROWS_ABOVE = 2
"""How far above the heading of the indicators parts of the heading may stand."""


@dataclass(slots=True)
class _Listed:
    """One project of a list, as far as its rows have been taken in."""

    cells: Mapping[Label, GridCell]
    """What its first row says of it."""
    rows: list[Cells]

    def text(self, label: Label) -> str:
        """Return what is printed of the project in a column, an empty string for nothing."""
        return self.cells[label].text if label in self.cells else ""


def is_project_list(printed: PrintedTable, terms: PerformanceTerms, named: Label = Label.NAME) -> bool:
    """Return whether the names of projects, or of bodies, have a column beside those of the indicators."""
    return named in _columns(printed.body, terms)


def listed_projects(printed: PrintedTable, knowledge: Knowledge, named: Label = Label.NAME) -> tuple[Project, ...]:
    """Return the projects, or bodies, of a list; sums, and other rows without indicators, are left out."""
    terms = knowledge.performance
    columns = _columns(printed.body, terms)
    if named is not Label.NAME:
        columns = {
            Label.NAME if label is named else label: at for label, at in columns.items() if label is not Label.NAME
        }
    listed = _listed(printed.body, columns, terms)
    unit = unit_in([cell.text for row in _heading_rows(printed.body, terms) for cell in row], knowledge.units)
    money = [
        amounts_of([each.text(label) for each in listed], unit or printed.unit, knowledge.units)
        for label in (Label.BUDGET, Label.FISCAL, Label.OTHER)
    ]
    heading = next(row for row in printed.body if is_indicator_heading(row, terms))
    body = ""
    projects: list[Project] = []
    for each, amounts in zip(listed, zip(*money, strict=True), strict=True):
        body = unwrapped(each.text(Label.BODY)) or body  # a merged cell spans the projects of one body
        indicators = indicators_of(printed, [heading, *each.rows], terms)
        if indicators:
            projects.append(_project(printed, each, body, amounts, indicators))
    return tuple(projects)


def _project(
    printed: PrintedTable,
    listed: _Listed,
    body: str,
    amounts: tuple[Amount | None, ...],
    indicators: tuple[Indicator, ...],
) -> Project:
    code, name = _code_and_name(listed)
    budget, fiscal, other = amounts
    return Project(
        number=None,
        name=name,
        evidence=printed.evidence(listed.cells[Label.NAME], row=name),
        code=code,
        body=body,
        budget=budget,
        fiscal_funding=fiscal,
        other_funding=other,
        goals=goals_of(listed.text(Label.GOALS)),
        indicators=indicators,
    )


def _code_and_name(listed: _Listed) -> tuple[str | None, str]:
    code, name = folded(listed.text(Label.CODE)), unwrapped(listed.text(Label.NAME))
    both = None if code else _CODE_AND_NAME.fullmatch("".join(name.split()))
    return (both[1], both[2]) if both else (code or None, name)


def _heading_rows(rows: Sequence[Cells], terms: PerformanceTerms) -> Sequence[Cells]:
    """Return the heading of the indicators with the rows above and below it, which may hold parts of the heading."""
    at = next((index for index, row in enumerate(rows) if is_indicator_heading(row, terms)), None)
    return [] if at is None else [rows[at], *rows[max(at - _ROWS_ABOVE, 0) : at], *rows[at + 1 : at + 2]]


def _columns(rows: Sequence[Cells], terms: PerformanceTerms) -> Mapping[Label, int]:
    """Return where a project's name, money and goals stand, left of the first level of its indicators."""
    columns: dict[Label, int] = {}
    headings = _heading_rows(rows, terms)
    levels = [position for row in headings[:1] for position, cell in enumerate(row) if terms.column(cell.text)]
    if not levels or levels[0] < _FEWEST_COLUMNS:
        return {}
    for row in headings:
        for position, cell in enumerate(row[: levels[0]]):
            label = terms.label(cell.text)
            if label:
                columns.setdefault(label, position)
    return columns


def _listed(rows: Sequence[Cells], columns: Mapping[Label, int], terms: PerformanceTerms) -> list[_Listed]:
    """Return the projects with their rows. A name that is printed again on the next page begins no new project."""
    listed: list[_Listed] = []
    for row in _below_heading(rows, columns, terms):
        cells = {label: row[position] for label, position in columns.items() if position < len(row)}
        named = Label.NAME in cells and bool(cells[Label.NAME].text.strip())
        if named and not (listed and _goes_on(listed[-1], cells)):
            listed.append(_Listed(cells, [row]))
        elif listed:
            listed[-1].rows.append(row)
    return listed


def _below_heading(rows: Sequence[Cells], columns: Mapping[Label, int], terms: PerformanceTerms) -> Iterator[Cells]:
    started = False
    for row in rows:
        started = started or is_indicator_heading(row, terms)
        labelled = any(terms.label(row[position].text) for position in columns.values() if position < len(row))
        if started and not labelled and not is_indicator_heading(row, terms):
            yield row


def _goes_on(above: _Listed, cells: Mapping[Label, GridCell]) -> bool:
    """Return whether the cells repeat the project above on a new page."""
    on_new_page = cells[Label.NAME].place.page != above.rows[-1][0].place.page
    repeated = all(
        folded(cells[label].text) == folded(above.text(label)) for label in (Label.NAME, Label.BUDGET) if label in cells
    )
    return on_new_page and repeated
