"""说明文字有文无数。

## 检查什么
收支总体情况的说明有没有写出收入、支出的金额。

## 为什么重要
公开的目的在于让人读到金额。总体情况只有套话而没有数字，等于没有说明。

## 示例
> “二、部门预算安排的总体情况”（第 12 页）没有写出任何收入、支出的金额。

## 不适用
没有说明文字的；绩效文本；收支金额写在其他章节的（如“财政拨款支出主要内容”）；有读不出的页面的，记为未决。
文字不分列基本支出、项目支出的不报：我们见到的表样中，有的由表分列，文字只写总额。

## 依据
预算公开应当公开收支总额及其安排（未核原文）。
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from pydantic import Field

from checks.check import CheckOptions, Skipped, Unresolved, check
from checks.running_text import folded
from checks.wording import place
from records.disclosure import Disclosure, Section
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings

_TOTALS = ("total", "income-", "income:", "expenditure-", "expenditure:", "fiscal-", "basic", "project", "function-")
"""How the subjects of claims begin that are about the whole of the money, or about a part of it by its use."""
_AMOUNT = re.compile(r"\d(?:\.\d+)?(?:万元|亿元|元)")
_MONEY = re.compile(r"收支|收入|支出|预算|决算|拨款")
_OTHER_MONEY = re.compile(r"三公|出国|接待|公务用车|机关运行|运行经费|采购|资产|绩效|名词|职责|会议费|培训费")
"""A heading with one of these is about other money than the totals."""
_WHOLE = re.compile(r"总体|收支|安排")


class Options(CheckOptions):
    """How much must be said."""

    min_amounts: int = Field(1, ge=1, description="A narrative of the totals with fewer amounts has no figures.")


@check("CMP005", "narrative-no-figures", cases={"no-amount": Severity.ERROR}, options=Options)
def narrative_no_figures(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield that the narrative of the totals gives no amounts."""
    if not disclosure.kind.has_totals or not disclosure.sections:
        raise Skipped("no narrative of a budget or a final account")
    given = [claim for claim in disclosure.claims if claim.amount and claim.subject.startswith(_TOTALS)]
    sections = [section for section in disclosure.sections if _is_about_totals(section) and section.text]
    amounts = sum(len(_AMOUNT.findall(folded(section.text))) for section in sections)
    if given or amounts >= options.min_amounts:
        return
    if disclosure.unread_pages:
        raise Unresolved(f"pages {disclosure.unread_pages} could not be read: the amounts may stand there")
    named = (section for section in sections if _WHOLE.search(section.heading))
    yield _finding(disclosure, next(named, sections[0] if sections else disclosure.sections[0]))


def _is_about_totals(section: Section) -> bool:
    heading = folded(section.heading)
    return _MONEY.search(heading) is not None and _OTHER_MONEY.search(heading) is None


def _finding(disclosure: Disclosure, section: Section) -> Finding:
    evidence = replace(section.evidence, absent=True)
    return Finding(
        code=narrative_no_figures.code,
        case="no-amount",
        subject=subject_of(disclosure, item="total", measure="amounts"),
        severity=narrative_no_figures.cases["no-amount"],
        message=f"“{section.heading}”{place(evidence)}没有写出任何收入、支出的金额。",
        evidence=(evidence,),
    )
