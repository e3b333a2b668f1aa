"""已公开的内容被删去。

## 检查什么
同一主体、年度、文种、口径的文件重新公布后，原先公布的表、章节、项目绩效目标表是否还在。

## 为什么重要
公开的内容应当长期保留。重新公布时悄悄删去，公众就再也看不到。

## 示例
> 重新公布的文本少了 1 张表：“政府采购预算表”（《2024年部门预算.pdf》第 20 页）。

## 不适用
草案与正式文本之间；两次由不同版本的本系统读取的；只改了标题序号、空格的；章节标题改了而原来的内容仍在文中的；
说明与报表分开公布时，各与原先的同类文件比较；文中写明更正的；有读不出的页面的，记为未决。

## 依据
公开的内容应当保持长期公开；更正应当说明（未核原文）。
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checks.check import CheckOptions, Skipped, Unresolved, check
from checks.corrections import announces_correction
from checks.running_text import folded, running_text
from checks.wording import place
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings

_NUMBERING = re.compile(
    r"^(?:第?[一二三四五六七八九十百\d]+(?:部分|章|节)?[、.．:：]?|[(（][一二三四五六七八九十\d]+[)）])+"
)
_SHORTEST_SECTION = 20
"""Sections with fewer characters come and go with the reading of headings (our choice)."""
_MOST_LISTED = 8
_COUNTED = {"tables": "张表", "sections": "节说明", "projects": "个项目的绩效目标表"}

Item = tuple[str, Evidence]
"""What was there, by name, and where."""


@check(
    "REV002",
    "revision-content",
    cases={"tables": Severity.WARNING, "sections": Severity.WARNING, "projects": Severity.WARNING},
)
def revision_content(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the tables, sections and projects that were published before and are not any more."""
    if not surroundings.versions:
        raise Skipped("no earlier version is stored")
    if announces_correction(disclosure):
        return
    lost = {
        "tables": _lost_tables(disclosure, surroundings.versions),
        "sections": _lost_sections(disclosure, surroundings.versions),
        "projects": _lost_projects(disclosure, surroundings.versions),
    }
    if any(lost.values()) and disclosure.unread_pages:
        raise Unresolved(f"pages {disclosure.unread_pages} could not be read: it may stand there")
    yield from (_finding(disclosure, case, items) for case, items in lost.items() if items)


def _lost_tables(disclosure: Disclosure, versions: Sequence[Disclosure]) -> list[Item]:
    """Return the tables with numbers of a kind that is not there any more."""
    earlier = next((version for version in versions if version.known_tables), None)
    if earlier is None or not disclosure.known_tables:
        return []
    kept = {table.kind for table in disclosure.tables} | {table.place for table in disclosure.tables}
    filled = (table for table in earlier.known_tables if table.printed_rows)
    gone = {table.kind: table for table in filled if not {table.kind, table.place} & kept}
    return [(table.caption, _of(earlier, table.evidence)) for table in gone.values()]


def _lost_sections(disclosure: Disclosure, versions: Sequence[Disclosure]) -> list[Item]:
    """Return the sections whose heading is not there any more, nor the beginning of their text."""
    earlier = next((version for version in versions if version.sections), None)
    if earlier is None or not disclosure.sections:
        return []
    text = running_text(disclosure).text
    return [
        (section.heading, _of(earlier, section.evidence))
        for section in earlier.sections
        if len(folded(section.text)) >= _SHORTEST_SECTION
        and _bare(section.heading) not in text
        and folded(section.text)[:_SHORTEST_SECTION] not in text
    ]


def _lost_projects(disclosure: Disclosure, versions: Sequence[Disclosure]) -> list[Item]:
    earlier = next((version for version in versions if version.projects), None)
    if earlier is None or not disclosure.projects:
        return []
    kept = {folded(project.name) for project in disclosure.projects}
    gone = (project for project in earlier.projects if folded(project.name) not in kept)
    return [(project.name, _of(earlier, project.evidence)) for project in gone]


def _bare(heading: str) -> str:
    """Return a heading without its number."""
    return _NUMBERING.sub("", folded(heading))


def _of(earlier: Disclosure, evidence: Evidence) -> Evidence:
    """Return a place with the name of the file that was there before."""
    name = earlier.documents[0].name if earlier.documents else ""
    return replace(evidence, document=evidence.document or name)


def _finding(disclosure: Disclosure, case: str, items: Sequence[Item]) -> Finding:
    listed = "、".join(f"“{name}”{place(evidence)}" for name, evidence in items[:_MOST_LISTED])
    more = "等" if len(items) > _MOST_LISTED else ""
    return Finding(
        code=revision_content.code,
        case=case,
        subject=subject_of(disclosure, measure=case),
        severity=revision_content.cases[case],
        message=f"重新公布的文本少了 {len(items)} {_COUNTED[case]}：{listed}{more}。",
        evidence=tuple(evidence for _, evidence in items[:_MOST_LISTED]),
    )
