"""模板残留。

## 检查什么
模板里供填写人看的文字留在正文：二者择一而没有选的（“增加（减少）”）、占位符（“XX”“（单位名称）”）、填写说明
（“仍保留该表格式，并在本表下方作下述说明”）、没有填数或原因的空句（“支出预算万元”“主要原因是。”）。同一类在一份文本中只报一次。

## 为什么重要
模板文字没有删改，说明这一处没有按本部门的情况填写，读者也不知道是增是减。

## 示例
> 文中有 1 处没有二者择一：“（2）政府性基金收入预算0万元，与上年相比增加（减少）0万元”，
> “一、收支预算总体情况说明”一节（第 9 页）。

## 不适用
字母或数字中间的“XX”；表格的栏目；“单位为万元”；空白模板本身（不是公开文本）。

## 依据
部门预决算公开模板的填写要求（未核原文）。
"""

from collections.abc import Iterator

from checks.check import CheckOptions, Skipped, check
from checks.prose import Part, passages_of
from checks.prose_search import Wording, listed, sentences_with
from checks.residue_words import load_residue_words
from records.disclosure import Disclosure
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings

_NOT_DONE = {
    "choice": "没有二者择一",
    "placeholder": "没有填写的占位符",
    "instruction": "没有删去的填写说明",
    "blank": "没有填数或原因的空句",
}
_RUNNING = frozenset({Part.TEXT, Part.NOTE, Part.GOAL})
"""Where whole sentences stand: a heading may well speak of 增加（减少）."""


@check(
    "IDF009",
    "template-residue",
    cases={
        "choice": Severity.WARNING,
        "placeholder": Severity.WARNING,
        "instruction": Severity.WARNING,
        "blank": Severity.WARNING,
    },
)
def template_residue(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield, once for every kind, what was left of the form."""
    words = load_residue_words()
    patterns = {
        "choice": (words.choices, _RUNNING),
        "placeholder": (words.placeholders, frozenset(Part)),
        "instruction": (words.instructions, _RUNNING | {Part.HEADING}),
        "blank": (words.blanks, frozenset({Part.TEXT})),
    }
    passages = list(passages_of(disclosure))
    if not passages:
        raise Skipped("no text was read")
    for case, (pattern, parts) in patterns.items():
        wordings = list(sentences_with(passages, pattern, parts))
        if wordings:
            yield _finding(disclosure, case, wordings)


def _finding(disclosure: Disclosure, case: str, wordings: list[Wording]) -> Finding:
    shown, evidence = listed(wordings)
    return Finding(
        code=template_residue.code,
        case=case,
        subject=subject_of(disclosure, item=case),
        severity=template_residue.cases[case],
        message=f"文中有 {len(wordings)} 处{_NOT_DONE[case]}：{shown}。",
        evidence=evidence,
    )
