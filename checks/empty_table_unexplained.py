"""空表没有说明，或者说明与数据矛盾。

## 检查什么
必需公开的表没有数据时，表下或说明文字有没有写明“本表为空表”“没有安排”；反过来，写明空表而表中有数，或者表全空而文字给出了
该项金额，或者文字称没有该项收支而表中有数，报错误。

## 为什么重要
没有数据的表应当空表列示并说明。没有说明，分不清是没有这项收支，还是漏填；说明与数据矛盾，必有一处是错的。

## 示例
> 部门“三公”经费和机关运行经费预算表（第 31 页）的说明称“本部门2024年无‘三公’经费和机关运行经费预算，故本表为空表”，
> 表中“2024年‘三公’经费预算数”却为 47.91 万元。

## 不适用
表中印有 0.00 的，视为已经说明；文字写该项为 0 的，视为已经说明。表中有本系统没有读懂的数字的，不判断。
有读不出的页面的，不报没有说明。

## 依据
地方预决算公开操作规程要求空表列示并说明（未核原文）。
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checks.check import CheckOptions, Skipped, Unresolved, check
from checks.empty_table_words import EmptyTableWords, load_empty_table_words
from checks.required_tables import NINE, RequiredTable
from checks.said import said_at
from checks.wording import money, place, quoted
from records.claim import Claim, Stage
from records.disclosure import Disclosure, Kind, Section
from records.evidence import Evidence
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.table import Fact, Measure, Table, TableKind

_SUBJECTS = {
    TableKind.FUND: ("expenditure:fund", "income:fund"),
    TableKind.STATE_CAPITAL: ("expenditure:state-capital", "income:state-capital"),
    TableKind.SANGONG: ("sangong", "abroad", "vehicle", "vehicle-purchase", "vehicle-running", "reception"),
}
"""What the narrative says of the money of a table that is often empty."""
_STAGES = {Stage.BUDGET: "年初预算 ", Stage.ADJUSTED: "全年预算 ", Stage.FINAL: "决算 "}
_MAY_BE_NONE = (TableKind.FUND, TableKind.STATE_CAPITAL)
_AMOUNT = re.compile(r"-?[\d,]*[1-9][\d,]*\.\d+|-?[\d,]+\.\d*[1-9]\d*")
_SENTENCE = re.compile(r"[^。；;\n]+")


@check(
    "CMP003",
    "empty-table-unexplained",
    cases={"contradicted": Severity.ERROR, "unexplained": Severity.WARNING},
)
def empty_table_unexplained(
    disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions
) -> Iterator[Finding]:
    """Yield the empty tables that nothing explains, and the explanations that a number contradicts."""
    words = load_empty_table_words()
    tables = [(required, table) for required in NINE for table in disclosure.of_kind(required.kind)]
    if not tables:
        raise Skipped("no table that must be published was found")
    unexplained = []
    for required, table in tables:
        if not _is_blank(table):
            yield from _filled(disclosure, required, table, words)
        elif given := _given(disclosure, required):
            yield _amount_without_table(disclosure, table, given)
        elif not _is_explained(disclosure, required, table, words):
            unexplained.append(_unexplained(disclosure, table))
    if unexplained and disclosure.unread_pages:
        raise Unresolved(f"pages {disclosure.unread_pages} could not be read: the explanation may stand there")
    yield from unexplained


def _is_blank(table: Table) -> bool:
    """Whether a table prints no number at all: 0.00 says what it has to say."""
    printed = any(_AMOUNT.fullmatch(cell.strip()) for cells in table.grid for cell in cells)
    return not printed and not any(row.facts for row in table.rows)


def _is_explained(disclosure: Disclosure, required: RequiredTable, table: Table, words: EmptyTableWords) -> bool:
    notes = (table.note, table.caption, *(cell for cells in table.grid for cell in cells))
    zero = any(
        claim.amount is not None and not claim.amount.yuan
        for claim in disclosure.claims_about(*_SUBJECTS.get(required.kind, ()))
    )
    return zero or any(map(words.explains, notes)) or next(_denials(disclosure, required, words), None) is not None


def _denials(
    disclosure: Disclosure, required: RequiredTable, words: EmptyTableWords
) -> Iterator[tuple[Section, re.Match[str]]]:
    """Yield the sentences that say of the money of a table that there is none."""
    for section in disclosure.sections:
        for match in _SENTENCE.finditer(section.text):
            about = match.group() if len(required.words) > 1 else section.heading + match.group()
            if all(word in about for word in required.words) and words.says_none(match.group()):
                yield section, match


def _given(disclosure: Disclosure, required: RequiredTable) -> Claim | None:
    """Return what the narrative gives for the money of an empty table."""
    claims = disclosure.claims_about(*_SUBJECTS.get(required.kind, ()))
    years = (disclosure.fiscal_year, None)
    given = [claim for claim in claims if claim.year in years and claim.amount and claim.amount.yuan]
    own = Stage.FINAL if disclosure.kind is Kind.FINAL_ACCOUNTS else Stage.BUDGET
    return next((claim for claim in given if claim.stage in (own, None)), next(iter(given), None))


def _filled(disclosure: Disclosure, required: RequiredTable, table: Table, words: EmptyTableWords) -> Iterator[Finding]:
    """Yield that a table with numbers is said to be empty, below it or in the section about its money."""
    fact = _first_number(table)
    if fact is None or table.quality.doubtful:
        return
    remark = next((remark for remark in table.remarks if words.declares_empty(remark.text)), None)
    if remark:
        said = f"{table.caption}{place(remark)}的说明称“{remark.text}”"
        yield _contradicted(disclosure, table, said, remark, fact)
    elif required.kind in _MAY_BE_NONE and not _given(disclosure, required):
        sections = (one for one in _denials(disclosure, required, words) if _is_about(one[0], required))
        for section, match in list(sections)[:1]:
            evidence = said_at(section, match.start(), match.end())
            said = f"“{section.heading}”{place(evidence)}称“{match.group().strip()}”"
            yield _contradicted(disclosure, table, said, evidence, fact)


def _first_number(table: Table) -> Fact | None:
    """Return the first number of this year that is not zero: the total, where there is one."""
    facts = (row.fact(Measure.TOTAL) for row in table.rows)
    return next((fact for fact in facts if fact and fact.amount.yuan), None)


def _is_about(section: Section, required: RequiredTable) -> bool:
    return all(word in section.heading for word in required.words)


def _contradicted(disclosure: Disclosure, table: Table, said: str, evidence: Evidence, fact: Fact) -> Finding:
    amount = money(fact.amount, table.unit)
    message = f"{said}，表中“{fact.evidence.row or fact.item}”却为 {amount}{place(fact.evidence)}。"
    found = _finding(disclosure, "contradicted", table, message, evidence, fact.evidence)
    return replace(found, expected=Decimal(0), actual=fact.amount.yuan)


def _amount_without_table(disclosure: Disclosure, table: Table, claim: Claim) -> Finding:
    amount = _STAGES.get(claim.stage or Stage.EXECUTION, "") + (money(claim.amount) if claim.amount else "")
    message = (
        f"{table.caption}{place(table.evidence)}全空，文字却写有{quoted(claim.name)}{amount}{place(claim.evidence)}。"
    )
    return _finding(disclosure, "contradicted", table, message, table.evidence, claim.evidence)


def _unexplained(disclosure: Disclosure, table: Table) -> Finding:
    message = f"{table.caption}{place(table.evidence)}没有数据，表下和说明文字都没有写明原因。"
    return _finding(disclosure, "unexplained", table, message, table.evidence)


def _finding(disclosure: Disclosure, case: str, table: Table, message: str, *evidence: Evidence) -> Finding:
    return Finding(
        code=empty_table_unexplained.code,
        case=case,
        subject=subject_of(disclosure, table=table.kind, place=table.place, measure=case),
        severity=empty_table_unexplained.cases[case],
        message=message,
        evidence=evidence,
    )
