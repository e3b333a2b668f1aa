"""文字缺陷。

## 检查什么
任何文字中都不应有的错漏：重复的词（“场所场所”“案件的的优秀率”）、重复或相抵的标点（“。。”）、夹在中文里的“and”、夹在年份里的字母；
一节最后一句停在逗号、顿号上，没有写完；
项目绩效文字中方向颠倒的引号、不配对的括号和书名号；同一份文本的指标值有的用“%”、有的用“百分比”“百分率”。

## 为什么重要
错字不影响数字，但说明文本公开以前没有校对。

## 示例
> 重复的文字：“在场所场所安全稳定方面”，项目“强制隔离戒毒经费”绩效指标（第 1147 行）。

## 不适用
可以连用的词（“工程工程款”“服务服务对象”）；识别（OCR）得到的页；正文中跨段的引号；错别字和语句残缺（没有可靠的判断方法）。

## 依据
无；文字校对。
"""

import re
from collections.abc import Callable, Iterable, Iterator

from checks.check import CheckOptions, Skipped, check
from checks.prose import IN_PROJECTS, Part, Passage, passages_of
from checks.prose_search import Wording, listed, sentences_with
from checks.slips import load_slips
from records.disclosure import Disclosure
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.width import narrow

_WORDS = frozenset(Part) - {Part.CAPTION}
_MARKS = re.compile("[“”]")
_ORDINAL = re.compile(r"(?:^|[\s、;,:。])(?:\d{1,2}|[一二三四五六七八九十]{1,2})\)")
"""1) and 一) close no bracket."""
_GOING_ON = ("，", "、")
_SPELT_PERCENT = re.compile("百分[比率]$")
_NAMES = {
    "doubled": "重复或夹杂的文字",
    "punctuation": "重复的标点",
    "quotes": "引号方向颠倒或不配对",
    "brackets": "括号不配对",
    "unfinished": "没有写完的句子",
    "unit-style": "指标值以“百分比”“百分率”代替“%”，他处用“%”",
}


@check("IDF005", "text-defect", cases=dict.fromkeys(_NAMES, Severity.INFO))
def text_defect(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield, once for every kind, the slips of the pen."""
    ocr = set(disclosure.ocr_pages)
    passages = [one for one in passages_of(disclosure) if one.evidence.page not in ocr]
    if not passages:
        raise Skipped("no text was read but from pictures")
    slips = load_slips()
    in_projects = [one for one in passages if one.part in IN_PROJECTS]
    found: dict[str, Iterable[Wording]] = {
        "doubled": sentences_with(passages, slips.doubled, _WORDS),
        "punctuation": _exactly(passages, slips.punctuation),
        "quotes": _whole(in_projects, _quotes_clash),
        "brackets": _whole(in_projects, _brackets_clash),
        "unfinished": _unfinished(passages),
        "unit-style": _spelt_percent(in_projects),
    }
    for case, wordings in found.items():
        if distinct := list({(one.passage.evidence, one.text): one for one in wordings}.values()):
            yield _finding(disclosure, case, distinct)


def _exactly(passages: Iterable[Passage], pattern: re.Pattern[str]) -> Iterator[Wording]:
    """Yield where a pattern stands, whatever the width of its characters says."""
    for passage in passages:
        yield from (Wording(passage, match.span()) for match in pattern.finditer(passage.text))


def _whole(passages: Iterable[Passage], clash: Callable[[str], bool]) -> Iterator[Wording]:
    """Yield the whole passages in which something clashes."""
    return (Wording(one, (0, len(one.text))) for one in passages if clash(one.text))


def _quotes_clash(text: str) -> bool:
    marks = "".join(_MARKS.findall(text))
    return marks != "“”" * (len(marks) // 2)


def _brackets_clash(text: str) -> bool:
    bare = _ORDINAL.sub("", narrow(text))
    return any(bare.count(opening) != bare.count(closing) for opening, closing in ("()", "《》", "〔〕"))


def _unfinished(passages: Iterable[Passage]) -> Iterator[Wording]:
    """Yield the last sentences of sections that stop at a comma."""
    for passage in passages:
        end = len(passage.text.rstrip())
        if passage.part is Part.TEXT and passage.text[:end].endswith(_GOING_ON):
            yield Wording(passage, (passage.sentence(end, end)[0], end))


def _spelt_percent(passages: Iterable[Passage]) -> list[Wording]:
    """Return the targets whose unit is spelt out, where others of the document print the sign."""
    targets = [one for one in passages if one.part is Part.TARGET]
    if not any("%" in narrow(one.text) for one in targets):
        return []
    return [Wording(one, (0, len(one.text))) for one in targets if _SPELT_PERCENT.search(one.text)]


def _finding(disclosure: Disclosure, case: str, wordings: list[Wording]) -> Finding:
    shown, evidence = listed(wordings)
    return Finding(
        code=text_defect.code,
        case=case,
        subject=subject_of(disclosure, item=case),
        severity=text_defect.cases[case],
        message=f"{_NAMES[case]}，{len(wordings)} 处：{shown}。",
        evidence=evidence,
    )
