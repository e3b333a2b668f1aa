"""过时的科目、机构名称。

## 检查什么
文字和绩效目标中使用已经取消的名称：科目名称以《政府收支分类科目》各年度的名称核对
（“行政事业单位离退休（款）”自 2020 年起改为“行政事业单位养老支出”）；机构、
考试名称以 2018 年机构改革为准（“法制办”“司法考试”）。同一名称在一份文本中只报一次。

## 为什么重要
名称过时，说明文字是往年留下的，没有按本年的科目和机构重写，也与表中的科目对不上。

## 示例
> “行政事业单位离退休”已不是科目名称（现为“行政事业单位养老支出”），文中仍有 1 处：
> “七、社会保障和就业（类）行政事业单位离退休（款）”，“第四部分 名词解释”一节（第 45 页）。

## 不适用
说历史的句子（“原”“更名”“机构改革”）；书名号内的文件名；表中的科目行（由 SUM007 检查）；不带“类、款、项”的一般说法。

## 依据
《政府收支分类科目》各年度版本；2018 年党和国家机构改革（未核原文）。科目名称须有至少三个互不相关的单位印过才用。
"""

from collections import defaultdict
from collections.abc import Iterator

from checks.check import CheckOptions, Skipped, check
from checks.classification import load_classification
from checks.obsolete import ObsoleteName, ObsoleteNames, load_obsolete_names, names_that_left, pattern_of
from checks.prose import Part, passages_of
from checks.prose_search import Wording, listed, sentences_with
from records.disclosure import Disclosure
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.width import narrow

_PARTS = frozenset(Part) - {Part.BASIS, Part.CAPTION}
"""A basis names the papers of its time."""


@check("IDF008", "obsolete-name", cases={"item": Severity.WARNING, "body": Severity.INFO})
def obsolete_name(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the names that are out of use, each once with the sentences where it stands."""
    passages = [one for one in passages_of(disclosure) if one.part in _PARTS]
    if not passages:
        raise Skipped("no text was read")
    obsolete = load_obsolete_names()
    left = names_that_left(load_classification(), disclosure.fiscal_year)
    names = {one.name: one for one in (*obsolete.in_year(disclosure.fiscal_year), *left)}
    found: dict[str, list[Wording]] = defaultdict(list)
    for wording in sentences_with(passages, pattern_of(names.values()), _PARTS) if names else ():
        if not _is_history(wording, obsolete):
            found[narrow(wording.text)].append(wording)
    yield from (_finding(disclosure, names[name], wordings) for name, wordings in found.items())


def _is_history(wording: Wording, obsolete: ObsoleteNames) -> bool:
    """Whether the sentence tells of the past, or the name is part of a paper's title."""
    text = wording.passage.text
    begin, end = wording.passage.sentence(*wording.span)
    titled = text.rfind("《", begin, wording.span[0]) > text.rfind("》", begin, wording.span[0])
    return titled or obsolete.history.search(text[begin:end]) is not None


def _finding(disclosure: Disclosure, name: ObsoleteName, wordings: list[Wording]) -> Finding:
    shown, evidence = listed(wordings)
    case, what = ("item", "科目名称") if name.item else ("body", "现用名称")
    return Finding(
        code=obsolete_name.code,
        case=case,
        subject=subject_of(disclosure, item=case, measure=name.name),
        severity=obsolete_name.cases[case],
        message=f"“{name.name}”已不是{what}（现为“{name.now}”），文中仍有 {len(wordings)} 处：{shown}。",
        evidence=evidence,
    )
