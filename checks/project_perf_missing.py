"""点名的项目没有绩效目标表。

## 检查什么
文字在项目支出中点名的项目，有没有绩效目标表。绩效目标表有 minimum_tables 张以上、看来每个项目都应有一张时才检查；
简称、个别字不同的视为同一项目。

## 为什么重要
项目的绩效目标应随预算公开。点了名而没有目标表的项目，钱花了看什么成效就不知道。

## 示例
> 文字在项目支出中列举了“提前下达2023年病残收治专区设备购置费”（第 21 页），49 张绩效目标表中没有这个项目。

## 不适用
只公开重点项目绩效目标的（绩效目标表不足 minimum_tables 张）；多数点名的项目都没有目标表的，两处说的可能不是同一批项目；
有读不出的页面的，记为未决。采购表中的项目由 PUR005 检查，各处名称的其他出入由 TXT006 列出。

## 依据
预算绩效管理的有关规定要求绩效目标随部门预算公开（未核原文）。
"""

from collections.abc import Iterator

from pydantic import Field

from checks.check import CheckOptions, Skipped, Unresolved, check
from checks.project_names import Likeness, narrated_projects, performance_projects
from checks.project_words import load_project_words
from checks.wording import place
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings


class Options(CheckOptions):
    """When every project should have a table, and when two names are one project's."""

    minimum_tables: int = Field(
        10, ge=1, description="With fewer performance tables only some projects may have been chosen."
    )
    similarity: float = Field(0.75, gt=0, le=1, description="Names at least as alike as this are one project's.")


@check("CMP007", "project-perf-missing", cases={"missing": Severity.WARNING}, options=Options)
def project_perf_missing(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the projects that the narrative names and no performance table is about."""
    words = load_project_words()
    tables = performance_projects(disclosure)
    narrated = list(narrated_projects(disclosure, words))
    if tables is None or len(disclosure.projects) < options.minimum_tables or not narrated:
        raise Skipped("too few performance tables to expect one of every project, or no projects named in the text")
    likeness = Likeness(words, options.similarity)
    for named in narrated:
        missing = likeness.missing(named, tables)
        # Where most names are not there the two lists speak of different things.
        if missing and disclosure.unread_pages:
            raise Unresolved(f"pages {disclosure.unread_pages} could not be read: the tables may stand there")
        if 2 * len(missing) < len(named.names):
            yield from (_finding(disclosure, name, named.evidence, tables.evidence) for name in missing)


def _finding(disclosure: Disclosure, name: str, named: Evidence, tables: Evidence) -> Finding:
    return Finding(
        code=project_perf_missing.code,
        case="missing",
        subject=subject_of(disclosure, place=name, item="project", measure="performance"),
        severity=project_perf_missing.cases["missing"],
        message=(
            f"文字在项目支出中列举了“{name}”{place(named)}，{len(disclosure.projects)} 张绩效目标表中没有这个项目。"
        ),
        evidence=(named, tables),
    )
