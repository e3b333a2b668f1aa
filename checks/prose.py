"""Everything a disclosure says in words, stretch by stretch, with the place where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from checks.said import said_at
from checks.wording import place
from records.body import key_of
from records.disclosure import Disclosure, Section
from records.evidence import Evidence
from records.performance import Project
from records.remembered import remembered

_SENTENCE_ENDS = "。；;\n"
_LONGEST_QUOTATION = 60
_FURTHER = 12
"""So many characters further a quotation may go to end at a pause."""
_PAUSE = re.compile(r"[，、：:]|(?<!\d),")
_IN_WORD = re.compile(r"[0-9A-Za-z.,%％]{2}|\d[年月日万亿元]|[万亿]元")
_CODE = re.compile(r"^\d+[\s_]*")
_OWN_OFFICE = re.compile(r"\(?(?:本级|机关|本部)\)?$")


class Part(StrEnum):
    """What a stretch of words is, as a finding names it."""

    HEADING = "标题"
    TEXT = "正文"
    CAPTION = "表名"
    NOTE = "表下说明"
    PROJECT = "项目名称"
    PURPOSE = "资金用途"
    GOAL = "绩效目标"
    INDICATOR = "绩效指标"
    TARGET = "指标值"
    BASIS = "指标值确定依据"


IN_PROJECTS = frozenset({Part.PURPOSE, Part.GOAL, Part.INDICATOR, Part.TARGET, Part.BASIS})
"""What a project is to do; its name may come from another year."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch of words."""

    part: Part
    text: str
    evidence: Evidence
    section: Section | None = None
    """The section whose text it is."""
    project: Project | None = None
    """The project it is about."""

    def at(self, begin: int, end: int) -> Evidence:
        """Return the place of some of its characters, quoting them."""
        if self.section:
            return said_at(self.section, begin, end)
        return self.evidence.quoting(self.text[begin:end])

    def where(self, evidence: Evidence) -> str:
        """Return how a finding names the place: “二、部门职责”一节（第 4 页）."""
        if self.project:
            return f"项目“{self.project.name}”{self.part}{place(evidence)}"
        return f"“{self.section.heading}”一节{place(evidence)}" if self.section else f"{self.part}{place(evidence)}"

    def sentence(self, begin: int, end: int) -> tuple[int, int]:
        """Return where the sentence around some characters begins and ends, its full stop left out."""
        starts = [self.text.rfind(mark, 0, begin) + 1 for mark in _SENTENCE_ENDS]
        ends = [found for mark in _SENTENCE_ENDS if (found := self.text.find(mark, end)) >= 0]
        return max(starts), min(ends, default=len(self.text))

    def quotation(self, begin: int, end: int) -> tuple[int, int]:
        """Return as much of the sentence around some characters as a finding can quote; it cuts no number in two."""
        first, last = self.sentence(begin, end)
        spare = max(0, _LONGEST_QUOTATION - (end - begin)) // 2
        return _cut_before(self.text, first, begin - spare), _cut_behind(self.text, end + spare, last)


def _cut_before(text: str, first: int, wanted: int) -> int:
    """Return where to cut a sentence that begins at `first`: there, at a pause shortly before, or beside a number."""
    if wanted - _FURTHER <= first:
        return first
    pauses = [pause.end() for pause in _PAUSE.finditer(text, wanted - _FURTHER, wanted + 1)]
    while not pauses and wanted > first and _IN_WORD.fullmatch(text, wanted - 1, wanted + 1):
        wanted -= 1
    return max(pauses, default=wanted)


def _cut_behind(text: str, wanted: int, last: int) -> int:
    """Return where to cut a sentence that ends at `last`: there, at a pause shortly behind, or beside a number."""
    if last <= wanted + _FURTHER:
        return last
    pause = _PAUSE.search(text, wanted, wanted + _FURTHER)
    while not pause and wanted < last and _IN_WORD.fullmatch(text, wanted - 1, wanted + 1):
        wanted += 1
    return pause.start() if pause else wanted


@remembered(2)
def passages_of(disclosure: Disclosure) -> tuple[Passage, ...]:
    """Return all there is: headings and texts of sections, captions and notes of tables, and what projects say."""
    return tuple(_passages(disclosure))


def _passages(disclosure: Disclosure) -> Iterator[Passage]:
    for section in disclosure.sections:
        yield Passage(Part.HEADING, section.heading, section.evidence)
        yield Passage(Part.TEXT, section.text, section.evidence, section)
    for table in disclosure.tables:
        yield Passage(Part.CAPTION, table.caption, table.evidence)
        yield from (Passage(Part.NOTE, remark.text, remark) for remark in table.remarks)
    for project in disclosure.projects:
        yield from _of_project(project)


def owner_of(project: Project) -> str:
    """Return the key of the body a project belongs to, its code and 本级 left out; empty where none is printed."""
    return _OWN_OFFICE.sub("", _CODE.sub("", key_of(project.body)))


def _of_project(project: Project) -> Iterator[Passage]:
    yield Passage(Part.PROJECT, project.name, project.evidence, project=project)
    said = [(Part.PURPOSE, project.purpose), *((Part.GOAL, goal) for goal in project.goals)]
    yield from (Passage(part, text, project.evidence, project=project) for part, text in said if text)
    for indicator in project.indicators:
        texts = {
            indicator.level3: Part.INDICATOR,
            indicator.description: Part.INDICATOR,
            indicator.target.text: Part.TARGET,
            indicator.basis: Part.BASIS,
        }
        yield from (Passage(part, text, indicator.evidence, project=project) for text, part in texts.items() if text)
