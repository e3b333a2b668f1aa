"""说明文字缺少必备内容。

## 检查什么
预算、决算的说明有没有写到部门职责与机构设置、收支总体情况、机关运行经费、“三公”经费、绩效、政府采购、国有资产占用和名词解释：
有相应标题，或者正文写到。有标题而标题下不足 min_chars 个字的，报空节。

## 为什么重要
这些内容与报表一同公开，缺少一节，相应的收支就没有说明。

## 示例
> 说明文字没有写到国有资产占用（全文 18 节）。

## 不适用
没有说明文字的；绩效文本；已有相应的表（如采购表、资产表）或者目录列有该表的；单位预算可以没有机关运行经费；较早年度的表样尚无该节的；
一节之内写“无”“不涉及”的，即为有内容；同一内容有几个标题的，有一个有内容即可；别处的文字已写到的。
有读不出的页面的，记为未决。

## 依据
关于推进部门预算公开的规定（未核原文）；年度起点为本系统对各地文本的观察。
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from pydantic import Field

from checks.check import CheckOptions, Skipped, Unresolved, check
from checks.required_sections import RequiredSection, load_required_sections
from checks.running_text import folded
from checks.wording import place
from records.body import Scope
from records.disclosure import Disclosure, Section
from records.evidence import Evidence
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings

_A_TABLE = ("表", "表)")
"""How the heading of a table ends."""
_NOTHING = re.compile(r"无|没有|未|不涉及|不适用")
_ELSEWHERE = re.compile(r"见附[件表]|详见|见表")


class Options(CheckOptions):
    """How short a section may be."""

    min_chars: int = Field(8, ge=1, description="A section with fewer characters below its heading is empty.")


@check(
    "CMP004",
    "section-missing",
    cases={"missing": Severity.WARNING, "empty": Severity.WARNING},
    options=Options,
)
def section_missing(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield what the narrative must speak of and does not, and the headings with nothing below them."""
    if not disclosure.kind.has_totals or not disclosure.sections:
        raise Skipped("no narrative of a budget or a final account")
    wanted = [one for one in load_required_sections() if _is_required(disclosure, one)]
    found = [finding for one in wanted if (finding := _judged(disclosure, one, options.min_chars))]
    if found and disclosure.unread_pages:
        raise Unresolved(f"pages {disclosure.unread_pages} could not be read: it may stand there")
    yield from found


def _is_required(disclosure: Disclosure, wanted: RequiredSection) -> bool:
    excused = wanted.departments_only and disclosure.scope is not Scope.DEPARTMENT
    return disclosure.kind in wanted.kinds and disclosure.fiscal_year >= wanted.since and not excused


def _judged(disclosure: Disclosure, wanted: RequiredSection, min_chars: int) -> Finding | None:
    """Return the finding that a section is not there or has nothing in it."""
    if any(table.kind in wanted.tables for table in disclosure.tables):
        return None
    headed = [index for index, one in enumerate(disclosure.sections) if wanted.words.search(folded(one.heading))]
    listed = (folded(entry.title) for entry in disclosure.contents if entry.table)
    named = (folded(disclosure.sections[index].heading) for index in headed)
    if any(map(wanted.words.search, listed)) or any(heading.endswith(_A_TABLE) for heading in named):
        return None  # the tables may be another file of the publication that is not here
    if any(_has_content(_below(disclosure.sections, index), min_chars) for index in headed):
        return None
    if any(wanted.words.search(folded(section.text)) for section in disclosure.sections):
        return None
    return _empty(disclosure, wanted, disclosure.sections[headed[-1]]) if headed else _missing(disclosure, wanted)


def _below(sections: Sequence[Section], index: int) -> str:
    """Return the text below a heading, and below the lesser headings that follow it."""
    deeper = takewhile(lambda section: section.level > sections[index].level, sections[index + 1 :])
    parts = [sections[index].text, *(section.heading + section.text for section in deeper)]
    return folded("".join(parts))


def _has_content(text: str, min_chars: int) -> bool:
    return len(text) >= min_chars or any(words.search(text) for words in (_NOTHING, _ELSEWHERE))


def _missing(disclosure: Disclosure, wanted: RequiredSection) -> Finding:
    last = disclosure.sections[-1]
    evidence = replace(last.evidence, absent=True, caption="", text="")
    message = f"说明文字没有写到{wanted.name}（全文 {len(disclosure.sections)} 节）。"
    return _finding(disclosure, "missing", wanted, message, evidence)


def _empty(disclosure: Disclosure, wanted: RequiredSection, section: Section) -> Finding:
    message = f"“{section.heading}”{place(section.evidence)}只有标题，没有内容。"
    return _finding(disclosure, "empty", wanted, message, section.evidence)


def _finding(disclosure: Disclosure, case: str, wanted: RequiredSection, message: str, evidence: Evidence) -> Finding:
    return Finding(
        code=section_missing.code,
        case=case,
        subject=subject_of(disclosure, item=wanted.key, measure="section"),
        severity=section_missing.cases[case],
        message=message,
        evidence=(evidence,),
    )
