"""文字、绩效目标表、政府采购表的项目名称不互通。

## 检查什么
文字列举的项目、有绩效目标表的项目、政府采购表“项目名称”栏的项目，两两比较，列出一处有而另一处没有的。
只在两处多数名称相同、显然说的是同一批项目时才比较；简称、个别字不同的视为相同。

## 为什么重要
项目在一处有、另一处没有，可能是漏编绩效目标，也可能是名称改了一处没有改另一处。

## 示例
> 绩效目标表没有文字所列的项目“普法经费”（第 21 页）。

## 不适用
文字列举以“等”结尾的，不报文字漏列；只有一处列有项目的。

## 依据
项目、采购、绩效目标应当一致（未核原文）。
"""

from collections.abc import Iterator

from pydantic import Field

from checks.check import CheckOptions, Skipped, check
from checks.project_names import (
    Likeness,
    ProjectList,
    narrated_projects,
    performance_projects,
    purchase_projects,
)
from checks.project_words import ProjectWords, load_project_words
from checks.wording import place
from records.disclosure import Disclosure
from records.finding import Finding, Mode, Severity, subject_of
from records.surroundings import Surroundings

_MOST_LISTED = 12


class Options(CheckOptions):
    """When two names are one project's."""

    similarity: float = Field(0.75, gt=0, le=1, description="Names at least as alike as this are one project's.")


@check(
    "TXT006",
    "project-list-narrative",
    cases={"missing": Severity.INFO},
    options=Options,
    mode=Mode.SHADOW,
)
def project_list_narrative(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield, for every two lists of projects, the names that one of them lacks."""
    words = load_project_words()
    pairs = list(_pairs(disclosure, words))
    if not pairs:
        raise Skipped("projects are listed in one place at most")
    likeness = Likeness(words, options.similarity)
    for source, target in pairs:
        missing = likeness.missing(source, target)
        # Where most names are not there the two lists speak of different things.
        if target.complete and 0 < 2 * len(missing) < len(source.names):
            yield _finding(disclosure, source, target, missing)


def _pairs(disclosure: Disclosure, words: ProjectWords) -> Iterator[tuple[ProjectList, ProjectList]]:
    """Yield each list with the list that should hold its names too."""
    targets, purchases = performance_projects(disclosure), purchase_projects(disclosure, words)
    for narrated in narrated_projects(disclosure, words):
        if targets:
            yield narrated, targets
            yield targets, narrated
    if targets and purchases:
        yield purchases, targets


def _finding(disclosure: Disclosure, source: ProjectList, target: ProjectList, missing: list[str]) -> Finding:
    listed = "、".join(f"“{name}”" for name in missing[:_MOST_LISTED])
    more = f"等 {len(missing)} 项" if len(missing) > _MOST_LISTED else ""
    return Finding(
        code=project_list_narrative.code,
        case="missing",
        subject=subject_of(disclosure, table=source.place, place=target.place, measure="projects"),
        severity=project_list_narrative.cases["missing"],
        message=f"{target.place}没有{source.place}所列的项目{listed}{more}{place(source.evidence)}。",
        evidence=(source.evidence, target.evidence),
    )
