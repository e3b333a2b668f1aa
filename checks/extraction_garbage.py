"""域代码、错误值、乱码残留。

## 检查什么
文字和表格中留有电子表格的错误值（#REF!）、文字处理软件的域代码（PAGEREF、HYPERLINK、TOC）、没有替换的格式符（%d）、
无法显示的字符和网页代码（&nbsp;）。同一种只报一次。

## 为什么重要
说明文件导出时出错，读者看到的不是应有的内容。

## 示例
> 文中有 1 处“%d”：“—%d—”，“第二部分”一节（第 30 行）。

## 不适用
本系统读取时产生的标记（[bookmark]、<b>）；识别（OCR）得到的页；金额栏中的错误值（由 SUM006 检查）。

## 依据
公开文本应当可以阅读。
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from checks.check import CheckOptions, Skipped, check
from checks.prose import Part, passages_of
from checks.prose_search import Wording, listed, sentences_with
from records.disclosure import Disclosure
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings

_GARBAGE = re.compile(
    r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!)|\b(?:PAGEREF|HYPERLINK|MERGEFIELD)\b|\bT(?:OC|C) [^\n]{0,40}\\[a-z]"
    r"|%[ds]|\ufffd|锟斤拷|&(?:nbsp|lt|gt|amp|quot);"
)


@check("IDF007", "extraction-garbage", cases={"garbage": Severity.INFO})
def extraction_garbage(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield, once for every kind, what was left of the program that made the file."""
    ocr = set(disclosure.ocr_pages)
    passages = [one for one in passages_of(disclosure) if one.evidence.page not in ocr]
    if not passages:
        raise Skipped("no text was read but from pictures")
    found: dict[str, list[Wording]] = defaultdict(list)
    for wording in sentences_with(passages, _GARBAGE, frozenset(Part)):
        found[wording.text.split(" ")[0]].append(wording)
    for kind, wordings in found.items():
        shown, evidence = listed(wordings)
        yield Finding(
            code=extraction_garbage.code,
            case="garbage",
            subject=subject_of(disclosure, item=kind),
            severity=extraction_garbage.cases["garbage"],
            message=f"文中有 {len(wordings)} 处“{kind}”：{shown}。",
            evidence=evidence,
        )
