"""年份残留。

## 检查什么
文中留有往年的年份：
- 章节标题、表名中“某年度部门预算（决算）”的年份不是本年（与封面的年份不能同时成立，为错误）；
- 绩效目标、指标要求在往年的某个时限以前完成（“2021 年底前”）；
- 项目的目标、用途预计的是往年的事（2026 年预算写“2025年预估”）；
- “纳入某年度预算编制范围”的年份不是本年；
- 资产情况截至的日期早于应有的一年（决算应为本年末，预算应为上年）；
- 指标值以两年以前的年度工作要点、工作计划为依据。

## 为什么重要
年份没有改，说明文字照抄上一年；时限已过的目标无法考核。

## 示例
> 2022 年预算中，项目“综合调解工作经费”绩效目标（第 6 页）写“确保2021年底前每个乡镇……”，时限在本年以前。

## 不适用
文号；项目名称或项目编码带往年年份的（结转、提前下达、跨年项目）；说已经做完的事；规划期；
与上年相比的文字（由 YOY005 检查）；有多个年份的标题。标题中往年的比本年的多时，是年度认错了，不作判断。

## 依据
同一文本的两个年份不能同时成立。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.check import CheckOptions, Skipped, Unresolved, check
from checks.prose import IN_PROJECTS, Part, Passage, passages_of
from records.disclosure import Disclosure, Kind
from records.finding import Finding, Severity, subject_of
from records.performance import Project
from records.surroundings import Surroundings

_YEAR = r"(?<!\d)(20\d\d)\s*年"
_ANY_YEAR = re.compile(_YEAR)
_KIND_WORDS = {Kind.BUDGET: "预算", Kind.FINAL_ACCOUNTS: "决算"}
_OTHER_MATTERS = re.compile("执行|批复|调整|比较|对比|相比|增减|变动|变化|绩效|评价|自评|上年")
"""What a heading may tell of last year."""
_MONTH = r"\d{1,2}\s*月(?:\d{1,2}\s*日|份|初|底|末|[上中下]旬)?"
_DEADLINE = re.compile(
    rf"{_YEAR}(?:年?[底末]|[上下]半年|第?[一二三四1-4]季度|{_MONTH})?(?:之前|以前|前|内)(?!的|形成|印发|出台|建成|产生)"
    rf"|(?:于|到|在|至){_YEAR}(?:年?[底末]|{_MONTH})(?:完成|实现|达到|建成)"
)
_DONE = re.compile("已|自|以来|规划|曾|原")
_SCOPE = re.compile(
    rf"纳入[^。；]{{0,30}}?{_YEAR}度?(?:部门|单位)?(?:汇总)?(?:预算|决算)(?:编制|汇编|公开)?(?:的?范围)"
)
_AS_OF = re.compile(rf"截[至止]\s*{_YEAR}(?:{_MONTH}|[底末])")
_PROPERTY = re.compile("车辆|机动车|固定资产|国有资产|资产总额")
_PLANNED = re.compile(rf"{_YEAR}度?(?:预计|预估|预测|拟|计划(?:完成|开展|实施|建设|培训|购置))")
_STALE_BASIS = re.compile(rf"{_YEAR}度?[^，。；、《》]{{0,12}}?工作(?:要点|计划|安排|部署|任务|方案)")
_YEAR_OF_CODE = re.compile(r"\d{6}(\d\d)[0-9A-Z]+")
"""Project codes carry the region and the year in which the project was set up: 13080024P00014110019B."""


@check(
    "IDF002",
    "leftover-year",
    cases={
        "heading": Severity.ERROR,
        "deadline": Severity.ERROR,
        "scope": Severity.WARNING,
        "planned": Severity.WARNING,
        "as-of": Severity.WARNING,
        "basis": Severity.INFO,
    },
)
def leftover_year(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the years that were left over from an earlier disclosure."""
    passages = list(passages_of(disclosure))
    if not any(_ANY_YEAR.search(passage.text) for passage in passages):
        raise Skipped("no year is printed in the text")
    yield from _headings(disclosure, passages)
    for passage in passages:
        if passage.part in IN_PROJECTS:
            yield from _deadlines(disclosure, passage)
            yield from _plans(disclosure, passage)
        if passage.part is Part.BASIS:
            yield from _stale_bases(disclosure, passage)
        if passage.part is Part.TEXT:
            yield from _scopes(disclosure, passage)
            yield from _dates_of_property(disclosure, passage)


def _headings(disclosure: Disclosure, passages: list[Passage]) -> Iterator[Finding]:
    """Yield the headings that name another year's disclosure of the same kind."""
    wrong: list[tuple[Passage, int]] = []
    right = 0
    for passage in passages:
        year = _year_named(passage, disclosure.kind) if passage.part in (Part.HEADING, Part.CAPTION) else None
        if year == disclosure.fiscal_year:
            right += 1
        elif year is not None:
            wrong.append((passage, year))
    if len(wrong) > max(1, right):
        raise Unresolved("more headings name another year than this one, so the year itself is in doubt")
    for passage, year in wrong:
        message = (
            f"{passage.part}“{passage.text}”{passage.where(passage.evidence)[len(passage.part) :]}"
            f"写的是 {year} 年，本文是 {disclosure.fiscal_year} 年度的。"
        )
        yield _finding(disclosure, passage, "heading", (0, len(passage.text)), year, message)


def _year_named(passage: Passage, kind: Kind) -> int | None:
    """Return the one year whose budget, or final account, a heading speaks of."""
    years = set(_ANY_YEAR.findall(passage.text))
    word = _KIND_WORDS.get(kind)
    if word is None or len(years) != 1 or _OTHER_MATTERS.search(passage.text):
        return None
    found = re.search(rf"{_YEAR}.*{word}", passage.text)
    return int(found[1]) if found else None


def _deadlines(disclosure: Disclosure, passage: Passage) -> Iterator[Finding]:
    if passage.project is None or _is_carried_over(passage.project, disclosure.fiscal_year):
        return
    for found in _DEADLINE.finditer(passage.text):
        year = int(found[1] or found[2])
        begin, end = passage.sentence(*found.span())
        if year < disclosure.fiscal_year and not _DONE.search(passage.text[begin:end]):
            yield _quoting(disclosure, passage, "deadline", found.span(), year, "时限在本年以前")


def _plans(disclosure: Disclosure, passage: Passage) -> Iterator[Finding]:
    """Yield what a project foresees for a year that is over: 2025年预估医疗救助147407人 in the budget of 2026."""
    if passage.part is Part.BASIS or passage.project is None or disclosure.kind is Kind.FINAL_ACCOUNTS:
        return
    if _is_carried_over(passage.project, disclosure.fiscal_year):
        return
    for found in _PLANNED.finditer(passage.text):
        year = int(found[1])
        if year < disclosure.fiscal_year:
            yield _quoting(disclosure, passage, "planned", found.span(), year, "预计的是本年以前的事")


def _is_carried_over(project: Project, fiscal_year: int) -> bool:
    """Whether the project's name or code says that it comes from an earlier year."""
    named = [int(year) for year in re.findall(r"(?<!\d)(20\d\d)(?!\d)", project.name)]
    code = _YEAR_OF_CODE.match(project.code or "")
    return any(year < fiscal_year for year in (*named, *([2000 + int(code[1])] if code else [])))


def _stale_bases(disclosure: Disclosure, passage: Passage) -> Iterator[Finding]:
    for found in _STALE_BASIS.finditer(passage.text):
        year = int(found[1])
        if year <= disclosure.fiscal_year - 2:
            yield _quoting(disclosure, passage, "basis", found.span(), year, "依据的是两年以前的年度工作")


def _scopes(disclosure: Disclosure, passage: Passage) -> Iterator[Finding]:
    for found in _SCOPE.finditer(passage.text):
        year = int(found[1])
        if year != disclosure.fiscal_year:
            yield _quoting(disclosure, passage, "scope", found.span(), year, f"应是 {disclosure.fiscal_year} 年")


def _dates_of_property(disclosure: Disclosure, passage: Passage) -> Iterator[Finding]:
    """Yield the dates of what a body owns that are a year too old."""
    latest = disclosure.fiscal_year - (disclosure.kind is not Kind.FINAL_ACCOUNTS)
    for found in _AS_OF.finditer(passage.text):
        begin, end = passage.sentence(*found.span())
        year = int(found[1])
        if year < latest and _PROPERTY.search(passage.text[begin:end]):
            yield _quoting(disclosure, passage, "as-of", found.span(), year, f"资产情况应截至 {latest} 年")


def _quoting(
    disclosure: Disclosure, passage: Passage, case: str, span: tuple[int, int], year: int, verdict: str
) -> Finding:
    begin, end = passage.quotation(*span)
    where = passage.where(passage.at(*span))
    kind = _KIND_WORDS.get(disclosure.kind, "绩效文本")
    quoted = " ".join(passage.text[begin:end].split())
    message = f"{disclosure.fiscal_year} 年{kind}中，{where}写“{quoted}”，{verdict}。"
    return _finding(disclosure, passage, case, (begin, end), year, message)


def _finding(
    disclosure: Disclosure, passage: Passage, case: str, span: tuple[int, int], year: int, message: str
) -> Finding:
    expected = disclosure.fiscal_year - (case == "as-of" and disclosure.kind is not Kind.FINAL_ACCOUNTS)
    return Finding(
        code=leftover_year.code,
        case=case,
        subject=subject_of(
            disclosure,
            place=passage.project.name if passage.project else passage.evidence.caption,
            item=passage.part,
            measure=f"{case}:{year}",
        ),
        severity=leftover_year.cases[case],
        message=message,
        evidence=(passage.at(*span),),
        expected=None if case == "basis" else Decimal(expected),
        actual=Decimal(year),
        unit="年",
    )
