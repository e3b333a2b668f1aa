"""目录与正文不一致。

## 检查什么
目录列出的标题和表，正文有没有；九张表中有没有表印在正文而目录没有列；目录的序号有没有重复、跳号；目录所印页码与正文是否相符；
文字写到的公开表（如“项目支出表”）正文有没有。
比较时不计序号、年份、本部门名称、引号、括号内的文字、空格、全半角和“部门”“情况”等字，相似度达到 fuzzy 的算同一标题。
目录的标题只要出现在正文任何一处，就视为有。同一序号之下正文换了说法的，合为一条提示。

## 为什么重要
目录是读者查找内容的依据。目录有而正文没有的，不是漏了内容，就是目录没有随正文修改。

## 示例
> 目录（第 2 页）列有“十三、政府采购支出表”，正文没有这张表。

## 不适用
没有目录的；正文有而目录没有的标题和附表（目录多只列一两级）；下有小标题的大标题，和“公开报表”这样的总标题；
目录所列的表过半不在正文的（说明与报表多分开发布），表的部分记为未决；有读不出的页面、有扫描页的，记为未决；
必需公开的九张表缺失由 CMP001 报告，这里不再重复；文中声明没有该项收支、另行公开或者见附件的。
页码只在八个以上、且占八成以上的标题与目录相差同一页数时比较；不相符的合为一条。
文字所称的表只看 named_tables.toml 所列的名称，且须像是指本文件的一张表；这部分精度低，只作提示。

## 依据
本系统的选择：目录与正文应当一致。
"""

from collections.abc import Iterator
from itertools import chain

from pydantic import Field

from checks.check import CheckOptions, Skipped, Unresolved, check
from checks.contents_numbers import slips_of, wrong_pages
from checks.likeness import likeness
from checks.listed_titles import Search, printed_kinds, search_of
from checks.named_tables import mentions_of
from checks.required_tables import NINE
from checks.titles import essence_of
from checks.wording import place
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.table import TableKind

_NINE_KINDS = frozenset(table.kind for table in NINE)
_FEWEST = 5
"""A list that names fewer of the nine tables is not meant to name each; a file with fewer may have a companion."""


class Options(CheckOptions):
    """When two titles are the same."""

    fuzzy: float = Field(0.92, gt=0.5, le=1, description="How alike two titles must be to be the same; 1 is wholly.")


@check(
    "CMP006",
    "toc-body-mismatch",
    cases={
        "table-missing": Severity.WARNING,
        "heading-missing": Severity.WARNING,
        "renamed": Severity.INFO,
        "unlisted": Severity.INFO,
        "numbering": Severity.INFO,
        "page": Severity.INFO,
        "reference": Severity.INFO,
    },
    options=Options,
)
def toc_body_mismatch(disclosure: Disclosure, surroundings: Surroundings, options: Options) -> Iterator[Finding]:
    """Yield what the list of contents and the body do not agree in, and tables the text names that are not there."""
    if not disclosure.contents and not disclosure.known_tables:
        raise Skipped("no list of contents, and no tables the text could name")
    search = search_of(disclosure, options.fuzzy)
    yield from _numbering(disclosure)
    yield from _pages(search)
    for finding in chain(_references(search), _headings(search), _tables(search)):
        if doubtful := disclosure.unread_pages or disclosure.ocr_pages:
            raise Unresolved(f"pages {doubtful} could not be read to the letter: what is not found may stand there")
        yield finding


def _numbering(disclosure: Disclosure) -> Iterator[Finding]:
    for slip in slips_of(disclosure.contents):
        first, second = slip.before.evidence, slip.entry.evidence
        message = (
            f"目录{place(second)}的序号{'重复' if slip.doubled else '跳号'}：“{first.text}”之后是“{second.text}”。"
        )
        yield _finding(disclosure, "numbering", slip.entry.title, message, second, first)


def _pages(search: Search) -> Iterator[Finding]:
    """Yield in one finding the entries that stand on another page than the list says."""
    paged = (one for one in search.listed if one.entry.page)
    wrong = wrong_pages([(one.entry, found) for one in paged if (found := search.place_of(one))])
    if wrong:
        parts = (f"“{one.entry.evidence.text}”列在第 {one.entry.page} 页，实在第 {one.page} 页" for one in wrong)
        message = f"目录{place(wrong[0].entry.evidence)}的页码与正文不符：{'；'.join(parts)}。"
        places = (evidence for one in wrong for evidence in (one.entry.evidence, one.found))
        yield _finding(search.disclosure, "page", "", message, *places)


def _references(search: Search) -> Iterator[Finding]:
    """Yield the tables that the text names as tables of this publication and that are not there, each once."""
    there = set(printed_kinds(search.disclosure))
    if len(there & _NINE_KINDS) < _FEWEST:
        return
    there |= {entry.table for entry in search.disclosure.contents if entry.table}
    for mention in mentions_of(search.disclosure):
        essence = essence_of(mention.name, search.disclosure)
        titles = search.body.titles
        if mention.kind in there or any(likeness(essence, one.essence, search.fuzzy) >= search.fuzzy for one in titles):
            continue
        there.add(mention.kind)
        message = f"文字写到“{mention.name}”{place(mention.evidence)}，公开的表中没有这张表。"
        yield _finding(search.disclosure, "reference", essence, message, mention.evidence)


def _headings(search: Search) -> Iterator[Finding]:
    """Yield the headings that are not in the body, and in one finding those it words otherwise."""
    if not search.disclosure.sections:
        return
    renamed = []
    for one in search.listed:
        if one.entry.table or not one.is_sought or search.is_said(one):
            continue
        named = search.named_otherwise(one)
        if named is None:
            message = f"目录{place(one.entry.evidence)}列有“{one.entry.evidence.text}”，正文没有这一部分。"
            yield _finding(search.disclosure, "heading-missing", one.essence, message, one.entry.evidence)
        elif not (named.essence in one.essence or one.essence in named.essence):
            renamed.append((one.entry, named))
    if renamed:
        pairs = (f"“{entry.evidence.text}”在正文为“{title.printed}”{place(title.evidence)}" for entry, title in renamed)
        message = f"目录{place(renamed[0][0].evidence)}与正文的标题不一致：{'；'.join(pairs)}。"
        places = (evidence for entry, title in renamed for evidence in (entry.evidence, title.evidence))
        yield _finding(search.disclosure, "renamed", "", message, *places)


def _tables(search: Search) -> Iterator[Finding]:
    """Yield the tables that are listed and not printed, and those of the nine that are printed and not listed."""
    listed = [one for one in search.listed if one.entry.table and one.is_sought]
    missing = [one for one in listed if not search.is_printed(one)]
    if len(missing) * 2 > len(listed):
        raise Unresolved(f"{len(missing)} of {len(listed)} tables listed not recognised: they may be in another file")
    for one in missing:
        if one.entry.table not in _NINE_KINDS and not search.is_explained(one):
            message = f"目录{place(one.entry.evidence)}列有“{one.entry.evidence.text}”，正文没有这张表。"
            yield _finding(search.disclosure, "table-missing", one.essence, message, one.entry.evidence)
    kinds = {one.entry.table for one in listed}
    if len(kinds & _NINE_KINDS) >= _FEWEST:
        yield from _unlisted(search, _NINE_KINDS - kinds)


def _unlisted(search: Search, kinds: frozenset[TableKind]) -> Iterator[Finding]:
    first = search.listed[0].entry.evidence
    for table in (table for table in search.disclosure.tables if table.kind in kinds):
        essence = essence_of(table.caption, search.disclosure)
        if not any(likeness(essence, one.essence, search.fuzzy) >= search.fuzzy for one in search.listed):
            message = f"正文有“{table.caption}”{place(table.evidence)}，目录{place(first)}没有列出。"
            yield _finding(search.disclosure, "unlisted", essence, message, table.evidence, first)


def _finding(disclosure: Disclosure, case: str, item: str, message: str, *evidence: Evidence) -> Finding:
    return Finding(
        code=toc_body_mismatch.code,
        case=case,
        subject=subject_of(disclosure, table="contents", item=item, measure=case),
        severity=toc_body_mismatch.cases[case],
        message=message,
        evidence=evidence,
    )
