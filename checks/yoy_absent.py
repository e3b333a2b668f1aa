"""没有与上年比较，或比较含糊。

## 检查什么
说明文字有没有把收支总额、“三公”经费与上年比较：写出上年数、增减额，或明确写“持平”。收支总额或“三公”经费只写“无增加”“变化不大”等，
看不出上年是多少的，视为含糊。

## 为什么重要
一年的数字只有与上年相比才看得出变化；“三公”经费的增减变化是应当公开的内容。

## 示例
> “四、财政拨款‘三公’经费预算情况”（第 12 页）与上年的比较只写“与2022年相比无增加”，没有上年数和增减额。

## 不适用
没有说明文字或没有数字的；“三公”经费为零或未安排的；表中并列上年数的；决算的“三公”经费已与预算比较的；新设立的单位；
有读不出的页面的，记为未决。文中有与上年比较的句子而本系统没有读懂的，不报。

## 依据
关于推进部门预算公开的规定要求说明“三公”经费增减变化（未核原文）。
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.check import CheckOptions, Skipped, Unresolved, check
from checks.comparison_words import ComparisonWords, load_comparison_words
from checks.running_text import folded, running_text
from checks.said import said_at
from checks.sangong_figures import sangong_figure
from checks.wording import place
from records.claim import Claim, Stage
from records.disclosure import Disclosure, Kind, Section
from records.evidence import Evidence
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.table import Measure, TableKind

_SANGONG = ("sangong", "abroad", "vehicle", "vehicle-purchase", "vehicle-running", "reception")
_TOTALS = ("total", "income-", "income:", "expenditure-", "expenditure:", "fiscal-", "basic", "project")
_SANGONG_WORDS = ("三公", "出国", "公务接待", "公务用车")
_NOT_TOTALS = (*_SANGONG_WORDS, "机关运行", "资产", "会议费", "培训费", "采购", "绩效")
_MONEY_WORDS = ("收入", "支出", "收支", "预算", "决算")
_SENTENCE = re.compile(r"[^。；;\n]+")


@check(
    "YOY007",
    "yoy-absent",
    cases={"absent-total": Severity.WARNING, "absent-sangong": Severity.WARNING, "vague": Severity.WARNING},
)
def yoy_absent(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield that the total, or the 三公, is not compared with last year."""
    words = load_comparison_words()
    figures = [claim for claim in disclosure.claims if claim.amount]
    if not disclosure.kind.has_totals or not disclosure.sections or not figures:
        raise Skipped("no narrative with figures")
    text = running_text(disclosure).text
    if any(word in text for word in words.new_body):
        raise Skipped("a new body has no last year")
    found = [*_total(disclosure, words), *_sangong(disclosure, words)]
    if found and disclosure.unread_pages:
        raise Unresolved(f"pages {disclosure.unread_pages} could not be read: the comparison may stand there")
    yield from found


def _total(disclosure: Disclosure, words: ComparisonWords) -> Iterator[Finding]:
    claims = [claim for claim in disclosure.claims if claim.subject.startswith(_TOTALS)]
    if not claims or any(_compares(claim, disclosure) for claim in claims):
        return
    explained = any(words.moves(one.heading) and _is_of_totals(one.heading) for one in disclosure.sections)
    said = [one for one in _comparing(disclosure, words) if _is_about_totals(*one)]
    if said and all(words.is_vague(match.group()) for _, match in said):
        yield _vague(disclosure, "total", *said[0])
    elif not said and not explained:
        evidence = _absent(claims[0])
        message = f"“{evidence.caption or claims[0].name}”{place(evidence)}没有写明收支与上年相比的增减。"
        yield _finding(disclosure, "absent-total", "total", message, evidence)


def _sangong(disclosure: Disclosure, words: ComparisonWords) -> Iterator[Finding]:
    figure, claims = sangong_figure(disclosure, "sangong"), list(disclosure.claims_about(*_SANGONG))
    if figure is None or not figure.amount.yuan or not claims or _prints(disclosure, Measure.PRIOR):
        return
    against_budget = disclosure.kind is Kind.FINAL_ACCOUNTS and (
        any(claim.completion or claim.base for claim in claims) or _prints(disclosure, Measure.BUDGET)
    )
    if against_budget or any(_compares(claim, disclosure) for claim in claims):
        return
    said = [one for one in _comparing(disclosure, words) if _is_about_sangong(*one)]
    vague = [(section, match) for section, match in said if words.is_vague(match.group())]
    if vague:
        yield _vague(disclosure, "sangong", *vague[0])
    elif not said:
        evidence = _absent(claims[0])
        message = f"{figure.text}，文字没有写明与上年相比的增减{place(evidence)}。"
        yield _finding(disclosure, "absent-sangong", "sangong", message, evidence, figure.evidence)


def _compares(claim: Claim, disclosure: Disclosure) -> bool:
    """Whether a claim says anything of last year."""
    if claim.base_year not in (disclosure.fiscal_year - 1, None):
        return False
    own_budget = disclosure.kind is Kind.FINAL_ACCOUNTS and claim.base in (Stage.BUDGET, Stage.ADJUSTED)
    return bool(claim.direction or claim.prior or claim.change) and not own_budget


def _comparing(disclosure: Disclosure, words: ComparisonWords) -> Iterator[tuple[Section, re.Match[str]]]:
    """Yield the sentences that compare with last year, also those that no claim was made of."""
    for section in disclosure.sections:
        for match in _SENTENCE.finditer(section.text):
            if words.compares(folded(match.group()), disclosure.fiscal_year):
                yield section, match


def _is_about_sangong(section: Section, match: re.Match[str]) -> bool:
    return any(word in section.heading + match.group() for word in _SANGONG_WORDS)


def _is_about_totals(section: Section, match: re.Match[str]) -> bool:
    return _is_of_totals(section.heading + match.group())


def _is_of_totals(text: str) -> bool:
    return not any(word in text for word in _NOT_TOTALS) and any(word in text for word in _MONEY_WORDS)


def _prints(disclosure: Disclosure, measure: Measure) -> bool:
    """Whether the “三公” table has that column beside this year's."""
    tables = disclosure.of_kind(TableKind.SANGONG)
    return any(column.measure is measure for table in tables for column in table.columns)


def _vague(disclosure: Disclosure, item: str, section: Section, match: re.Match[str]) -> Finding:
    evidence = said_at(section, match.start(), match.end())
    message = f"“{section.heading}”与上年的比较只写“{match.group().strip()}”{place(evidence)}，没有上年数和增减额。"
    return _finding(disclosure, "vague", item, message, evidence)


def _absent(claim: Claim) -> Evidence:
    """Return the place where the comparison was looked for: beside the figure it should stand with."""
    return replace(claim.evidence, absent=True)


def _finding(disclosure: Disclosure, case: str, item: str, message: str, *evidence: Evidence) -> Finding:
    return Finding(
        code=yoy_absent.code,
        case=case,
        subject=subject_of(disclosure, item=item, measure="last-year"),
        severity=yoy_absent.cases[case],
        message=message,
        evidence=evidence,
    )
