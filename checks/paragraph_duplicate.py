"""段落、章节雷同。

## 检查什么
两个标题不同的章节有三段以上、或合计 min_section_chars 字以上的段落一字不差，报错误；不到此数而有 min_chars 字以上的一段
在两个章节或在同一章节里重复出现，报警告。

## 为什么重要
标题不同而内容相同，说明其中一节没有写，是从另一节抄来的。

## 示例
> “三、工作保障措施”（第 23 行）有 6 段与“二、分项绩效目标”（第 8 行）一字不差，
> 如“3、法援工作，贯彻有关法律援助的政策……”。

## 不适用
部门职责在概况里重复的；含金额的段落（财政拨款与一般公共预算的说明可以相同）；识别（OCR）得到的页；
标题相同的两节（可能是目录或两份文件各有一节）。

## 依据
各章节应当分别说明各自的内容。
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from checks.check import CheckOptions, Skipped, check
from checks.prose import Part, Passage
from checks.running_text import folded
from checks.wording import place
from records.disclosure import Disclosure, Section
from records.evidence import Evidence
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings

_AMOUNT = re.compile(r"\d(?:万元|亿元|元|%)")
_MAY_REPEAT = re.compile("职责|职能|机构设置|概况|名词解释|目录")
_SENTENCE = re.compile("[，,。；;]")
"""Without any of these it is a caption, which stands on every page of its table."""
_SECTION_PARAGRAPHS = 3
_SHORTEST = 20
"""Shorter paragraphs (无。, 具体如下：) may stand anywhere."""


class Options(CheckOptions):
    """How much must be alike."""

    min_chars: int = Field(60, ge=20, description="A repeated paragraph of at least this many characters is reported.")
    min_section_chars: int = Field(
        200, ge=20, description="Two sections that share this many characters are reported as alike."
    )


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """One paragraph of a section."""

    section: Section
    begin: int
    text: str
    key: str
    """The text without blanks and differences of width."""

    def evidence(self) -> Evidence:
        passage = Passage(Part.TEXT, self.section.text, self.section.evidence, self.section)
        return passage.at(self.begin, self.begin + len(self.text))


@check(
    "IDF006",
    "paragraph-duplicate",
    cases={"section": Severity.ERROR, "paragraph": Severity.WARNING},
    options=Options,
)
def paragraph_duplicate(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the sections, and the long paragraphs, that are there twice."""
    ocr = set(disclosure.ocr_pages)
    sections = [list(_paragraphs(section)) for section in disclosure.sections if not ocr & set(section.pages)]
    if not any(sections):
        raise Skipped("no paragraph was read")
    for section in sections:
        yield from _within(disclosure, section, options)
    for shared in _shared(sections):
        yield from _between(disclosure, shared, options)


def _paragraphs(section: Section) -> Iterator[_Paragraph]:
    begin = 0
    for line in section.text.split("\n"):
        key = folded(line) if len(line) >= _SHORTEST and _SENTENCE.search(line) else ""
        if len(key) >= _SHORTEST:
            yield _Paragraph(section, begin, line, key)
        begin += len(line) + 1


def _within(disclosure: Disclosure, paragraphs: list[_Paragraph], options: Options) -> Iterator[Finding]:
    """Yield the long paragraphs that one section holds twice."""
    first: dict[str, _Paragraph] = {}
    for paragraph in paragraphs:
        earlier = first.setdefault(paragraph.key, paragraph)
        if earlier is not paragraph and len(paragraph.key) >= options.min_chars:
            yield _finding(disclosure, "paragraph", [(earlier, paragraph)])


def _shared(sections: list[list[_Paragraph]]) -> Iterator[list[tuple[_Paragraph, _Paragraph]]]:
    """Yield for every two sections the paragraphs that both hold; those with amounts may be alike."""
    first: dict[str, dict[int, _Paragraph]] = defaultdict(dict)
    pairs: dict[tuple[int, int], list[tuple[_Paragraph, _Paragraph]]] = defaultdict(list)
    for number, paragraphs in enumerate(sections):
        for paragraph in {one.key: one for one in paragraphs if not _AMOUNT.search(one.key)}.values():
            for earlier, other in first[paragraph.key].items():
                pairs[earlier, number].append((other, paragraph))
            first[paragraph.key][number] = paragraph
    return iter(pairs.values())


def _between(
    disclosure: Disclosure, shared: list[tuple[_Paragraph, _Paragraph]], options: Options
) -> Iterator[Finding]:
    """Yield that two sections under different headings are alike, or share a long paragraph."""
    headings = [paragraph.section.heading for paragraph in shared[0]]
    if folded(headings[0]) == folded(headings[1]) or any(map(_MAY_REPEAT.search, headings)):
        return
    length = sum(len(paragraph.key) for _, paragraph in shared)
    if len(shared) >= _SECTION_PARAGRAPHS or length >= options.min_section_chars:
        yield _finding(disclosure, "section", shared)
    elif any(len(paragraph.key) >= options.min_chars for _, paragraph in shared):
        yield _finding(disclosure, "paragraph", shared)


def _finding(disclosure: Disclosure, case: str, shared: list[tuple[_Paragraph, _Paragraph]]) -> Finding:
    evidence = [paragraph.evidence() for pair in shared for paragraph in pair]
    (first, again), (here, there) = shared[0], evidence[:2]
    quoted = "".join(again.text.split())[:40]
    if first.section is again.section:
        message = f"“{again.section.heading}”{place(there)}有一段重复：“{quoted}……”。"
    else:
        message = (
            f"“{again.section.heading}”{place(there)}有 {len(shared)} 段与“{first.section.heading}”{place(here)}"
            f"一字不差，如“{quoted}……”。"
        )
    return Finding(
        code=paragraph_duplicate.code,
        case=case,
        subject=subject_of(
            disclosure, place=folded(first.section.heading), item=folded(again.section.heading), measure=case
        ),
        severity=paragraph_duplicate.cases[case],
        message=message,
        evidence=tuple(dict.fromkeys(evidence)),
    )
