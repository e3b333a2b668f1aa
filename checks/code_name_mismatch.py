"""科目编码与名称不符。

## 检查什么
表中每个科目的名称是否与其编码在《政府收支分类科目》中的名称一致：名称属于另一个编码的、与该编码的名称毫无相似之处的、
有错别字的；经济分类款级编码应为两位而印成一位的。名称按年度核对，只用至少三个互不相关的单位在该年度印过的名称。

## 为什么重要
编码与名称不符，读者无从知道钱用在哪个科目，也无法与上年、与其他单位比较。

## 示例
> 本年一般公共预算基本支出表(预算表6)把科目 30208 的名称印作“物业管理费”（第 11 页）：“物业管理费”的编码是 30209，
> 30208 是“取暖费”。

## 不适用
编码不在本系统的名称表内，或者该年度的名称不知；名称只印了一部分（折行）；地方自设的科目；多数关系不成立的表。
同一科目在几张表中印法相同的，只报一次。错别字、印成一位的编码不妨碍认出科目，只作提示。

## 依据
《政府收支分类科目》各年度版本（未核原文）；名称取自公开文本。
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pydantic import Field

from checks.check import CheckOptions, Skipped, check
from checks.classification import Classification, load_classification, plain
from checks.wording import place
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.table import Row, Table


class Options(CheckOptions):
    """How like a printed name must be to the item's own."""

    similarity: float = Field(
        0.6, ge=0, le=1, description="From this likeness on a name is taken for a misspelling, below for another name."
    )


@dataclass(frozen=True, slots=True)
class _Printed:
    """One item as a table prints it."""

    table: Table
    row: Row
    evidence: Evidence


@check(
    "SUM007",
    "code-name-mismatch",
    cases={
        "other-item": Severity.WARNING,
        "unlike": Severity.WARNING,
        "misspelt": Severity.INFO,
        "short-code": Severity.INFO,
    },
    options=Options,
)
def code_name_mismatch(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield the items whose name does not belong to their code."""
    classification = load_classification()
    tested = False
    for (code, _), items in _by_name(disclosure).items():
        names = classification.names_of(code, disclosure.fiscal_year)
        tested = tested or bool(names)
        label = items[0].row.label
        if names and not any(_same(label, name) for name in names):
            yield _finding(disclosure, items, names, classification, options)
    for table in disclosure.tables:
        yield from _short_codes(disclosure, table)
    if not tested:
        raise Skipped("no item whose name in that year is known")


def _by_name(disclosure: Disclosure) -> dict[tuple[str, str], list[_Printed]]:
    found: dict[tuple[str, str], list[_Printed]] = defaultdict(list)
    for table in disclosure.tables:
        for row in table.rows if not table.quality.doubtful else ():
            if row.code and plain(row.label):
                found[row.code, plain(row.label)].append(_Printed(table, row, row.label_evidence or table.evidence))
    return found


def _same(label: str, name: str) -> bool:
    """Say whether a label is the name, or what is left of it where a line of it was lost or another was added."""
    return plain(label) in plain(name) or plain(name) in plain(label)


def _finding(
    disclosure: Disclosure,
    items: Sequence[_Printed],
    names: Sequence[str],
    classification: Classification,
    options: Options,
) -> Finding:
    first = items[0]
    code, label = first.row.code or "", first.row.label
    elsewhere = classification.codes_named(label, code)
    likeness = max(SequenceMatcher(None, plain(label), plain(name)).ratio() for name in names)
    case = "other-item" if elsewhere else "misspelt" if likeness >= options.similarity else "unlike"
    belongs = f"“{label}”的编码是 {'、'.join(elsewhere[:3])}，" if elsewhere else ""
    return Finding(
        code=code_name_mismatch.code,
        case=case,
        subject=subject_of(disclosure, place=plain(label), item=code, measure="name"),
        severity=code_name_mismatch.cases[case],
        message=f"{first.table.caption}把科目 {code} 的名称印作“{label}”{place(first.evidence)}："
        f"{belongs}{code} 是“{names[-1]}”。",
        evidence=tuple(item.evidence for item in items),
    )


def _short_codes(disclosure: Disclosure, table: Table) -> Iterator[Finding]:
    """Yield the table whose codes of two digits are printed with one in some rows only."""
    sections = [row for row in table.rows if row.code and len(row.code) == len("30102")]
    lengths = Counter(len(_printed_code(row)) for row in sections)
    short = [row for row in sections if len(_printed_code(row)) == 1]
    if not short or lengths[2] <= lengths[1] or table.quality.doubtful:
        return
    listed = "、".join(f"“{row.label}”的编码 {row.code} 印作“{_printed_code(row)}”" for row in short)
    evidence = tuple(row.code_evidence for row in short if row.code_evidence)
    yield Finding(
        code=code_name_mismatch.code,
        case="short-code",
        subject=subject_of(disclosure, table=table.kind, place=table.place, measure="code"),
        severity=code_name_mismatch.cases["short-code"],
        message=f"{table.caption}款级编码应印两位：{listed}{place(evidence[0])}。",
        evidence=evidence,
    )


def _printed_code(row: Row) -> str:
    """Return what stands in the cell of the code; of one in several cells what stands in the last."""
    return row.code_evidence.text.strip() if row.code_evidence else ""
