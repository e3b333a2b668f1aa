"""主体、文种标识不一致。

## 检查什么
- 章节标题（“第一部分 某局概况”“某局 2024 年度部门预算”）和“某局 2024 年收支总预算……”
  这类句首所写的单位名称，应是本文的公开主体；
- 单位预算中项目表所填的单位，应是该单位；
- 预算文本的章节标题不应写“决算单位构成”“决算编制范围”，决算文本相反。

## 为什么重要
名称是别人的，说明文字抄自其他单位，或者漏了地区名，读者无从知道数字是谁的。

## 示例
> “第三部分 上海市财政局2024年度部门决算情况说明”，标题（第 18 页），写的是“上海市财政局”，
> 本文的公开主体是“上海市普陀区财政局”。

## 不适用
简称（“市城管执法局”“省检察院”）；部门的下属单位；参数 aliases 所列的名称；句中提到的其他单位。

## 依据
同一文本只有一个公开主体、一个文种。
"""

import re
from collections.abc import Iterator

from pydantic import Field

from checks.check import CheckOptions, Skipped, check
from checks.prose import Part, Passage, owner_of, passages_of
from checks.running_text import folded
from checks.wording import place
from records.body import Scope, key_of
from records.disclosure import Disclosure, Kind
from records.evidence import Evidence
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.units import unit_keys

_NAME = r"([一-鿿]*[省市区县旗州][一-鿿]{1,20}?(?:局|委员会|办公厅|办公室|办事处|[人法检]*院|厅|部|委|学校|中心))"
_FORM = r"(?:\((?:本级|汇总|单位|部门|本部)\))?"
_YEAR = r"(?:20\d\d年度?)?"
_HEADING = re.compile(
    rf"(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+[、.])?(?:关于)?{_YEAR}{_NAME}{_FORM}{_YEAR}"
    r"(?:部门|单位)?(?:概况|基本情况|预算|决算)"
)
_SENTENCE = re.compile(
    rf"(?:^|[。;\n]){_NAME}{_FORM}(?:部门|单位)?20\d\d年度?(?:部门|单位)?"
    r"(?:收入支出总计|收支总|收支预算总|收入支出预算总|收入支出决算总|(?:财政拨款)?收、支总计|本年收入合计|本年支出合计)"
)
_OTHER_KIND = {Kind.BUDGET: "决算", Kind.FINAL_ACCOUNTS: "预算"}


class Options(CheckOptions):
    """What a body is called besides."""

    aliases: tuple[str, ...] = Field((), description="Names that are not reported although they are not the body's.")


@check(
    "IDF001",
    "identity-defect",
    cases={"other-name": Severity.WARNING, "other-unit": Severity.WARNING, "other-kind": Severity.INFO},
    options=Options,
)
def identity_defect(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the names of other bodies, and of the other kind of disclosure, where the own should stand."""
    passages = [one for one in passages_of(disclosure) if one.part in (Part.HEADING, Part.CAPTION, Part.TEXT)]
    if not passages and not disclosure.projects:
        raise Skipped("no heading and no project was read")
    own = {disclosure.body.key, key_of(disclosure.body.name), *map(key_of, options.aliases), *unit_keys(disclosure)}
    told = set()
    for passage in passages:
        for name, begin, end in _named(passage):
            if name not in told and not any(is_short_for(name, one) for one in own):
                told.add(name)
                yield _other_name(disclosure, passage, name, passage.at(begin, end))
        if passage.part is Part.HEADING:
            yield from _other_kind(disclosure, passage)
    yield from _other_units(disclosure, own)


def is_short_for(name: str, whole: str) -> bool:
    """Whether a name is a body's or an abbreviation of it: 市城管执法局 is short for 北京市城市管理综合行政执法局.

    An abbreviation leaves out words anywhere; one that keeps the city but not the district names the city's body.
    """
    characters = iter(whole)
    if not all(character in characters for character in name):
        return False
    return _places_of(name) in ([], _places_of(whole)) or not whole.startswith(name[:2])


def _places_of(name: str) -> list[str]:
    """Return the regions that a name begins with: 上海市, 普陀区."""
    return re.findall(r"[一-鿿]{2,4}?[省市区县旗州]", name)


def _named(passage: Passage) -> Iterator[tuple[str, int, int]]:
    """Yield the names that stand where the body's own should, with the place of the words."""
    if passage.part is Part.TEXT:
        for found in _SENTENCE.finditer(passage.text):
            yield key_of(found[1]), *passage.quotation(*found.span(1))
    elif heading := _HEADING.match(folded(passage.text)):
        yield heading[1], 0, len(passage.text)


def _other_name(disclosure: Disclosure, passage: Passage, name: str, evidence: Evidence) -> Finding:
    message = (
        f"“{evidence.text}”，{passage.where(evidence)}，写的是“{name}”，本文的公开主体是“{disclosure.body.name}”。"
    )
    return _finding(disclosure, "other-name", name, message, evidence)


def _other_kind(disclosure: Disclosure, passage: Passage) -> Iterator[Finding]:
    word = _OTHER_KIND.get(disclosure.kind)
    if word and re.search(rf"(?:部门|单位){word}(?:单位构成|编制范围|情况说明$)", folded(passage.text)):
        own = {"决算": "预算", "预算": "决算"}[word]
        message = f"标题“{passage.text}”{place(passage.evidence)}写的是{word}，本文是{own}。"
        yield _finding(disclosure, "other-kind", folded(passage.text), message, passage.evidence)


def _other_units(disclosure: Disclosure, own: set[str]) -> Iterator[Finding]:
    """Yield the bodies, other than the unit that publishes, which its projects are said to belong to."""
    if disclosure.scope is not Scope.UNIT:
        return
    told = set()
    for project in disclosure.projects:
        name = owner_of(project)
        if name and name not in told and not any(is_short_for(name, one) or is_short_for(one, name) for one in own):
            told.add(name)
            message = (
                f"项目“{project.name}”{place(project.evidence)}填写的单位是“{project.body}”，"
                f"本文是“{disclosure.body.name}”的单位预决算。"
            )
            yield _finding(disclosure, "other-unit", name, message, project.evidence.quoting(project.body))


def _finding(disclosure: Disclosure, case: str, name: str, message: str, evidence: Evidence) -> Finding:
    return Finding(
        code=identity_defect.code,
        case=case,
        subject=subject_of(disclosure, item=case, measure=name),
        severity=identity_defect.cases[case],
        message=message,
        evidence=(evidence,),
    )
