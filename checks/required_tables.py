"""Which tables a disclosure must contain, and by which words another table or the text may account for one."""

import re
from dataclasses import dataclass

from records.disclosure import Disclosure, Kind
from records.table import Table, TableKind


@dataclass(frozen=True, slots=True)
class RequiredTable:
    """A table that must be published."""

    kind: TableKind
    budget_name: str
    final_name: str
    words: tuple[str, ...]
    """A caption or a sentence with all of these words speaks of this table."""
    core: bool = True
    """Without it the budget or account cannot be read."""
    may_be_merged: bool = False
    """Some forms print it together with another table, under one caption."""
    since: int = 0
    """The first fiscal year whose forms contain it."""

    def name(self, kind: Kind) -> str:
        """Return what the forms call it."""
        return self.final_name if kind is Kind.FINAL_ACCOUNTS else self.budget_name


NINE = (
    RequiredTable(TableKind.SUMMARY, "收支总表", "收入支出决算总表", ("收", "支", "总")),
    RequiredTable(TableKind.INCOME, "收入总表", "收入决算表", ("收入",), core=False),
    RequiredTable(TableKind.EXPENDITURE, "支出总表", "支出决算表", ("支出", "总")),
    RequiredTable(TableKind.FISCAL, "财政拨款收支总表", "财政拨款收入支出决算总表", ("财政拨款", "收", "支", "总")),
    RequiredTable(TableKind.GENERAL, "一般公共预算支出表", "一般公共预算财政拨款支出决算表", ("一般公共预算", "支出")),
    RequiredTable(TableKind.BASIC, "一般公共预算基本支出表", "一般公共预算财政拨款基本支出决算表", ("基本支出",)),
    RequiredTable(TableKind.SANGONG, "“三公”经费支出表", "财政拨款“三公”经费支出决算表", ("三公",), may_be_merged=True),
    RequiredTable(
        TableKind.FUND,
        "政府性基金预算支出表",
        "政府性基金预算财政拨款收入支出决算表",
        ("基金",),
        core=False,
        may_be_merged=True,
    ),
    RequiredTable(
        TableKind.STATE_CAPITAL,
        "国有资本经营预算支出表",
        "国有资本经营预算财政拨款支出决算表",
        ("国有资本",),
        core=False,
        may_be_merged=True,
        since=2021,
    ),
)
"""The nine tables of every budget and every final account, in the order of the forms.

That the ninth came in 2021 is our observation: the documents of 2017 to 2019 that we have seen print eight.
"""

LOCAL = (
    RequiredTable(TableKind.PROCUREMENT, "政府采购预算表", "政府采购支出决算表", ("政府采购",), core=False),
    RequiredTable(TableKind.ASSETS, "国有资产占用情况表", "国有资产占用情况表", ("资产",), core=False),
    RequiredTable(TableKind.PROJECT_PERFORMANCE, "项目绩效目标表", "项目绩效表", ("绩效",), core=False),
)
"""Tables that some regions require besides."""

_SANGONG = "三公"
_NINE_KINDS = frozenset(table.kind for table in NINE)
_ELSEWHERE = re.compile(r"另行公开|另行公布|另文公开|单独公开|见附件|见附表|涉密|保密|不予公开|不宜公开")
_NONE = re.compile(r"没有|无|未安排|不涉及")
_SENTENCE_END = re.compile(r"[。；\n]")


def is_present(disclosure: Disclosure, required: RequiredTable) -> bool:
    """Say whether the table is there: by itself, under another caption with its words, or merged into another."""
    return any(table.kind is required.kind or _may_be(table, required) for table in disclosure.tables)


def is_published_elsewhere(disclosure: Disclosure, required: RequiredTable) -> bool:
    """Say whether the text announces that the table stands in another file or may not be published."""
    return _says(disclosure, required, _ELSEWHERE)


def is_declared_empty(disclosure: Disclosure, required: RequiredTable) -> bool:
    """Say whether the text states that there is nothing the table could show."""
    return not required.core and _says(disclosure, required, _NONE)


def _may_be(table: Table, required: RequiredTable) -> bool:
    beside = table.kind not in _NINE_KINDS
    if _SANGONG in table.place and _SANGONG not in required.words:
        return False  # 政府性基金预算“三公”经费支出表 is not the table of the fund
    return (beside or required.may_be_merged) and all(word in table.place for word in required.words)


def _says(disclosure: Disclosure, required: RequiredTable, pattern: re.Pattern[str]) -> bool:
    sentences = (sentence for section in disclosure.sections for sentence in _SENTENCE_END.split(section.text))
    return any(pattern.search(sentence) and all(word in sentence for word in required.words) for sentence in sentences)
