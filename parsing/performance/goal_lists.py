"""Understands performance tables that list projects a row each: name, money, goals, and indicators in one cell."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from parsing.knowledge_files import Knowledge
from parsing.pages import GridCell
from parsing.performance.goals import goals_of
from parsing.performance.indicator_columns import Cells
from parsing.performance.performance_terms import ListColumn, PerformanceTerms
from parsing.performance.targets import target_of
from parsing.printed import PrintedTable
from parsing.tables.column_values import amounts_of
from parsing.tables.table_lines import unit_in
from parsing.words.wrapping import folded, unwrapped
from records.performance import Indicator, Project

_MOST_ROWS_ABOVE = 3
# 1、1-产出指标；11-数量指标；服务企业次数；实施周期指标值:≥10次；年度指标值:≥5次。2、1-产出指标；…
_ENTRY = re.compile(r"(?:^|(?<=[。；]))\d{1,3}、(?=\d{1,2}-)")
_LEVEL = re.compile(r"\d{1,2}-(.+)")
_TARGET = re.compile(r"年度(?:绩效)?指标值[:：](.*)")


@dataclass(frozen=True, slots=True)
class _Listing:
    """Where a list of projects begins, and what its columns hold."""

    columns: Mapping[ListColumn, int]
    rows: tuple[Cells, ...]
    """Those below the heading, repeated headings left out."""


def is_goal_list(printed: PrintedTable, terms: PerformanceTerms) -> bool:
    """Return whether names, money and goals of projects stand in columns below one heading."""
    return _listing(printed, terms) is not None


def goal_list_projects(printed: PrintedTable, knowledge: Knowledge) -> tuple[Project, ...]:
    """Return the projects of the list; rows without goals are bodies or sums, and a body's rows follow its name."""
    listing = _listing(printed, knowledge.performance)
    if listing is None:
        return ()
    unit = unit_in([cell.text for row in printed.body[:_MOST_ROWS_ABOVE] for cell in row], knowledge.units)
    money = {
        column: amounts_of([row[at].text for row in listing.rows], unit or printed.unit, knowledge.units)
        for column, at in listing.columns.items()
        if column in (ListColumn.BUDGET, ListColumn.FISCAL, ListColumn.OTHER)
    }
    projects: list[Project] = []
    body = ""
    for index, row in enumerate(listing.rows):
        cells = {column: row[at] for column, at in listing.columns.items()}
        name, goals = unwrapped(cells[ListColumn.NAME].text), cells[ListColumn.GOALS].text
        if ListColumn.BODY in cells:
            body = unwrapped(cells[ListColumn.BODY].text) or body
        elif name and not goals.strip():
            body = name
        if not name or not goals.strip():
            continue
        amounts = {column: values[index] for column, values in money.items()}
        projects.append(
            Project(
                number=None,
                name=name,
                evidence=printed.evidence(cells[ListColumn.NAME], row=name),
                body=body,
                budget=amounts.get(ListColumn.BUDGET),
                fiscal_funding=amounts.get(ListColumn.FISCAL),
                other_funding=amounts.get(ListColumn.OTHER),
                goals=goals_of(goals),
                indicators=tuple(_indicators(printed, cells.get(ListColumn.INDICATORS), knowledge.performance)),
            )
        )
    return tuple(projects)


def _listing(printed: PrintedTable, terms: PerformanceTerms) -> _Listing | None:
    for index, row in enumerate(printed.body[:_MOST_ROWS_ABOVE]):
        columns = _columns(row, terms)
        if columns:
            below = printed.body[index + 1 :]
            return _Listing(columns, tuple(one for one in below if len(one) == len(row) and not _columns(one, terms)))
    return None


def _columns(row: Cells, terms: PerformanceTerms) -> Mapping[ListColumn, int]:
    """Return what the columns hold where the row is the heading of a list, and nothing where it is none."""
    columns: dict[ListColumn, int] = {}
    for position, cell in enumerate(row):
        held = terms.list_column(cell.text)
        if held:
            columns.setdefault(held, position)
    complete = {ListColumn.NAME, ListColumn.BUDGET, ListColumn.GOALS} <= columns.keys()
    return columns if complete else {}


def _indicators(printed: PrintedTable, cell: GridCell | None, terms: PerformanceTerms) -> Iterator[Indicator]:
    """Yield the indicators written one behind the other in a cell, numbered, their levels parted by semicolons."""
    text = folded(cell.text) if cell else ""
    starts = [hit.start() for hit in _ENTRY.finditer(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=False):
        fields = [
            field.rstrip("。") for field in text[start:end].partition("、")[2].split("；" if "；" in text else ";")
        ]
        levels = [hit[1] for field in fields[:2] if (hit := _LEVEL.fullmatch(field))]
        target = next((hit[1] for field in fields if (hit := _TARGET.fullmatch(field))), "")
        if len(levels) == 2 and len(fields) > 2:
            yield Indicator(
                level1=levels[0],
                level2=levels[1],
                level3=fields[2],
                description="",
                target=target_of(target, terms.targets),
                basis="",
                evidence=printed.evidence(cell, row=fields[2], column="绩效指标"),
            )
