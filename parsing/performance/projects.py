"""Understands performance tables (项目绩效目标表) as projects."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from parsing.knowledge_files import Knowledge
from parsing.performance.goal_lists import goal_list_projects, is_goal_list
from parsing.performance.goals import goals_of
from parsing.performance.indicators import indicators_of
from parsing.performance.performance_form import PerformanceForm, form_of, forms_among
from parsing.performance.performance_terms import Label, PerformanceTerms
from parsing.performance.plan import plan_of
from parsing.performance.project_lists import is_project_list, listed_projects
from parsing.printed import PrintedTable
from parsing.tables.column_values import amounts_of
from parsing.tables.table_lines import unit_in
from parsing.words.wrapping import folded, unwrapped
from records.amount import Amount
from records.performance import Project
from records.table import TableKind

_NUMBER_AND_NAME = re.compile(r"\s*(?:(\d{1,3})\s*[.．、])?(.*)", re.DOTALL)
# Some systems put code, unit and project into the caption: 301008_泉州市公安局台商投资区分局_科技兴警绩效目标表.
_BODY_AND_NAME = re.compile(r"(\d{3,}_[^_]+)_([^_]+)")
_BODY = re.compile(r"(\d{3,}\s*(?!年)[^\W\d_][^:：]*?)(?:\s+\S*单位[:：].*)?")
_SHORTEST_NAME = 2
"""A single character is what a line break left of a name."""
_YEAR = re.compile(r"^(?:19|20)\d\d年度?")


class Caption(NamedTuple):
    """What the caption of a performance table says."""

    number: int | None
    name: str
    body: str


def projects_among(
    tables: Iterable[PrintedTable], knowledge: Knowledge, kind: TableKind = TableKind.PROJECT_PERFORMANCE
) -> tuple[Project, ...]:
    """Return the projects of the performance tables of one kind among the tables of a file, in the order printed.

    A list with its caption on every page is a table a page; a project that goes on at the top of the next is one.
    """
    projects: list[Project] = []
    for printed in tables:
        if printed.kind is not kind:
            continue
        found = projects_of(printed, knowledge)
        listed = is_project_list(printed, knowledge.performance)
        if listed and projects and found and _identity(projects[-1]) == _identity(found[0]):
            projects[-1] = replace(projects[-1], indicators=projects[-1].indicators + found[0].indicators)
            found = found[1:]
        projects += found
    return tuple(projects)


def _identity(project: Project) -> tuple[str, str | None, Decimal | None]:
    return project.name, project.code, project.budget.yuan if project.budget else None


def projects_of(printed: PrintedTable, knowledge: Knowledge) -> tuple[Project, ...]:
    """Return the projects of a table: those it lists, or one a form; none where none is named."""
    terms = knowledge.performance
    if is_project_list(printed, terms):
        return listed_projects(printed, knowledge)
    if is_goal_list(printed, terms):
        return goal_list_projects(printed, knowledge)
    first, *others = forms_among(printed.body, terms)
    projects = [project_of(replace(printed, body=first), knowledge)]
    for rows in others:  # under a caption that is not theirs
        form = replace(printed, body=rows, place=rows[0][0].place, preamble=())
        projects.append(replace(project_of(form, knowledge), number=None))
    return tuple(project for project in projects if project.name and (project.indicators or project.goals))


def overall_of(printed: PrintedTable, knowledge: Knowledge) -> tuple[Project, ...]:
    """Return what bodies as a whole are to achieve, under their names; nothing where no body is named."""
    if is_project_list(printed, knowledge.performance, Label.BODY):
        listed = listed_projects(printed, knowledge, Label.BODY)
        return tuple(replace(project, body=project.name) for project in listed)
    project = project_of(printed, knowledge)
    form = form_of(printed.body, knowledge.performance)
    name = unwrapped(form.text(Label.BODY)) or project.body or _body_above(printed, knowledge.performance)
    return (replace(project, name=name, body=name),) if name and (project.indicators or project.goals) else ()


def _body_above(printed: PrintedTable, terms: PerformanceTerms) -> str:
    """Return the body that a line above the table names: 单位名称：重庆市水利局."""
    parted = (folded(line.text).partition(":") for line in printed.preamble)
    return next((name for label, _, name in parted if terms.label(label) is Label.BODY), "")


def project_of(printed: PrintedTable, knowledge: Knowledge) -> Project:
    """Return the project that the table is about; what the table does not print is empty or None."""
    terms = knowledge.performance
    caption = _whole_caption(printed, terms)
    form = form_of(printed.body, terms)
    budget, fiscal, other = _funding(form, printed.unit, knowledge.units)
    plan, plan_doubtful = plan_of(form.plan)
    return Project(
        number=caption.number,
        name=unwrapped(form.texts(Label.NAME)) or caption.name,
        evidence=printed.evidence(),
        code=folded(form.text(Label.CODE)) or None,
        body=_body(printed, terms) or unwrapped(form.text(Label.BODY)) or caption.body,
        budget=budget,
        fiscal_funding=fiscal,
        other_funding=other,
        purpose=unwrapped(form.texts(Label.PURPOSE)),
        plan=plan,
        plan_doubtful=plan_doubtful,
        goals=goals_of(form.texts(Label.GOALS)),
        indicators=indicators_of(printed, form.indicators, terms),
    )


def caption_of(text: str, terms: PerformanceTerms) -> Caption:
    """Return number, name and body of a caption such as 22. “四区五中心”建设项目绩效目标表; no name if it has none."""
    found = _NUMBER_AND_NAME.fullmatch(text)
    number, rest = found.groups() if found else (None, text)
    rest = unwrapped(rest)
    ending = next((each for each in terms.caption_endings if rest.endswith(each)), None)
    name = rest.removesuffix(ending) if ending else ""
    body = ""
    if parts := _BODY_AND_NAME.fullmatch(name):
        body, name = parts.groups()
    if len(name) < _SHORTEST_NAME or _YEAR.sub("", name) in terms.nameless:
        name = ""
    return Caption(int(number) if number else None, name, body)


def _whole_caption(printed: PrintedTable, terms: PerformanceTerms) -> Caption:
    """Return the caption, with the line before it where it begins there with the unit's code."""
    broken = (caption_of(f"{line.text}{printed.caption}", terms) for line in printed.preamble)
    return next((caption for caption in broken if caption.body), caption_of(printed.caption, terms))


def _funding(
    form: PerformanceForm, unit: str | None, units: Mapping[str, Decimal]
) -> tuple[Amount | None, Amount | None, Amount | None]:
    """Return budget, fiscal and other funding; the unit in their labels goes before that of the table."""
    entries = [form.first(label) for label in (Label.BUDGET, Label.FISCAL, Label.OTHER)]
    labels = [entry.labels for entry in entries if entry]
    texts = [entry.text if entry else "" for entry in entries]
    budget, fiscal, other = amounts_of(texts, unit_in(labels, units) or unit, units)
    return budget, fiscal, other


def _body(printed: PrintedTable, terms: PerformanceTerms) -> str:
    """Return the unit printed above the table, 324001 承德市司法局本级, or an empty string."""
    found = (_BODY.fullmatch(text) for text in _lines_above(printed, terms))
    return next((match[1] for match in found if match), "")


def _lines_above(printed: PrintedTable, terms: PerformanceTerms) -> Iterator[str]:
    """Yield the lines above the table; files that lost its frame have them in its first row."""
    for line in printed.preamble:
        yield " ".join(line.text.split())
    first = printed.body[0] if printed.body else ()
    if not any(terms.label(cell.text) for cell in first):
        yield from (" ".join(cell.text.split()) for cell in first)
