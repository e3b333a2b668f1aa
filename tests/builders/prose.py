"""Builds what a disclosure says in words: sections, projects with their goals and indicators."""

from collections.abc import Sequence
from dataclasses import replace

from records.body import Body
from records.disclosure import Disclosure, Kind, Section
from records.evidence import Evidence
from records.performance import Indicator, Project, Target
from records.table import Table
from tests.builders.disclosures import BUREAU, a_disclosure


def a_section(text: str, heading: str = "三、支出预算情况说明", pages: Sequence[int] = (6,)) -> Section:
    """Return a section of the narrative."""
    evidence = Evidence(page=pages[0], caption=heading, text=heading)
    return Section(heading, 2, text, tuple(pages), evidence)


def an_indicator(name: str = "案件数量", *, target: str = "≥10件", basis: str = "", description: str = "") -> Indicator:
    """Return one row of a performance table."""
    evidence = Evidence(page=31, row=name, text=target)
    return Indicator("产出指标", "数量指标", name, description, Target(target), basis, evidence)


def a_project(
    *goals: str, name: str = "综合调解工作经费", code: str | None = None, indicators: Sequence[Indicator] = ()
) -> Project:
    """Return a project with its goals."""
    evidence = Evidence(page=30, caption=f"{name}绩效目标表")
    return Project(1, name, evidence, code=code, goals=goals, indicators=tuple(indicators))


def a_text(
    *parts: Section | Project | Table, fiscal_year: int = 2023, kind: Kind = Kind.BUDGET, body: Body = BUREAU
) -> Disclosure:
    """Return a disclosure that says this."""
    return replace(
        a_disclosure(fiscal_year, kind=kind, body=body),
        sections=tuple(part for part in parts if isinstance(part, Section)),
        projects=tuple(part for part in parts if isinstance(part, Project)),
        tables=tuple(part for part in parts if isinstance(part, Table)),
    )
