"""Tables of a disclosure: what kind they are, and the numbers in them by item and measure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from records.amount import Amount
from records.evidence import Evidence
from records.remembered import remembered


class TableKind(StrEnum):
    """What a table is about. Budgets and final accounts print the same kinds (B1–B9, F1–F9 of the field's model)."""

    SUMMARY = "summary"
    """收支总表."""
    INCOME = "income"
    """收入总表."""
    EXPENDITURE = "expenditure"
    """支出总表."""
    FISCAL = "fiscal"
    """财政拨款收支总表."""
    GENERAL = "general"
    """一般公共预算支出表."""
    BASIC = "basic"
    """一般公共预算基本支出表."""
    FUND = "fund"
    """政府性基金预算支出表."""
    STATE_CAPITAL = "state-capital"
    """国有资本经营预算支出表."""
    SANGONG = "sangong"
    """“三公”经费支出表."""
    FISCAL_EXPENDITURE = "fiscal-expenditure"
    """财政拨款支出表（功能科目）: all fiscal money, by function."""
    FISCAL_BASIC = "fiscal-basic"
    """财政拨款基本支出表（经济科目）."""
    ECONOMIC = "economic"
    """一般公共预算支出表（按经济分类）: basic and project expenditure together, by economic class."""
    PROJECT_ECONOMIC = "project-economic"
    """一般公共预算项目支出表（按经济分类）."""
    BASIC_FUNCTION = "basic-function"
    """一般公共预算基本支出表（按功能分类）."""
    BASIC_SOURCES = "basic-sources"
    """基本支出表, by where the money comes from."""
    PROJECTS = "projects"
    """项目支出表: a row a project."""
    OPERATING_COST = "operating-cost"
    """机关运行经费支出表."""
    SERVICES = "services"
    """政府购买服务表."""
    PROCUREMENT = "procurement"
    """政府采购预算表."""
    ASSETS = "assets"
    """国有资产占用情况表."""
    INSTITUTIONS = "institutions"
    """机构设置情况表."""
    PROJECT_PERFORMANCE = "project-performance"
    """项目绩效目标表."""
    OVERALL_PERFORMANCE = "overall-performance"
    """部门（单位）整体绩效目标表."""
    EVALUATION = "evaluation"
    """绩效自评表."""
    OTHER = "other"
    """A table whose caption or headings are not known to us."""


class Measure(StrEnum):
    """What a column of amounts measures."""

    TOTAL = "total"
    """合计, 金额, 预算数."""
    BASIC = "basic"
    """基本支出."""
    PROJECT = "project"
    """项目支出."""
    BUSINESS_EXPENDITURE = "business-expenditure"
    """经营支出."""
    REMITTED = "remitted"
    """上缴上级支出."""
    SUBSIDY = "subsidy"
    """对附属单位补助支出."""
    PERSONNEL = "personnel"
    """人员经费."""
    PUBLIC = "public"
    """公用经费."""
    YEAR_INCOME = "year-income"
    """小计, 本年收入合计."""
    YEAR_EXPENDITURE = "year-expenditure"
    """当年预算, 本年支出合计, where what was carried in, or is carried out, stands beside it."""
    RESERVE = "reserve"
    """单位预留机动经费."""
    FISCAL = "fiscal"
    """财政拨款收入."""
    GENERAL = "general"
    """一般公共预算财政拨款."""
    FUND = "fund"
    """政府性基金预算财政拨款."""
    STATE_CAPITAL = "state-capital"
    """国有资本经营预算财政拨款."""
    SPECIAL_ACCOUNT = "special-account"
    """财政专户管理资金."""
    UNDERTAKING = "undertaking"
    """事业收入."""
    BUSINESS_INCOME = "business-income"
    """经营收入."""
    SUPERIOR = "superior"
    """上级补助收入."""
    AFFILIATE = "affiliate"
    """附属单位上缴收入."""
    OTHER = "other"
    """其他收入, 单位资金."""
    CARRIED_IN = "carried-in"
    """上年结转结余."""
    CARRIED_OUT = "carried-out"
    """年末结转结余, 结转下年."""
    BALANCE_USED = "balance-used"
    """使用非财政拨款结余."""
    PRIOR = "prior"
    """上年数, printed beside this year's."""
    CHANGE = "change"
    """增减额, printed beside the two years."""
    BUDGET = "budget"
    """年初预算数 of a final account."""
    ADJUSTED = "adjusted"
    """全年预算数, 调整预算数 of a final account."""


class Side(StrEnum):
    """Which half of a two-sided table a row belongs to."""

    INCOME = "income"
    EXPENDITURE = "expenditure"


TOTAL_ITEM = "total"
"""The item of the 合计 row in tables with classification codes."""


class FactKey(NamedTuple):
    """What tells one number of a disclosure from every other."""

    table: TableKind
    item: str
    measure: Measure


@dataclass(frozen=True, slots=True)
class Fact:
    """One printed number: which item, which column, how much, and where it stands."""

    item: str
    measure: Measure
    amount: Amount
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Row:
    """One item of a table with its numbers. A printed row of a two-sided table gives two."""

    item: str
    """The key of the item: a classification code, or a name of docs/glossary.md such as total or vehicle-running."""
    label: str
    """The name as printed, without its numbering and spaces."""
    code: str | None = None
    level: int | None = None
    """0 for a total, 1 类, 2 款, 3 项; None where the table has no levels."""
    side: Side | None = None
    of_which: bool = False
    """True for a 其中 row: part of the row above, never added beside it."""
    facts: tuple[Fact, ...] = ()
    code_evidence: Evidence | None = None
    """Where its code is printed: the last part of it, where each level has a cell."""
    label_evidence: Evidence | None = None
    """Where its name is printed; None where rows have no codes."""

    def fact(self, measure: Measure) -> Fact | None:
        """Return the row's number in that column, or None where the cell is empty or the column is not there."""
        for fact in self.facts:  # asked for every number of every sum: a generator would cost twice as much
            if fact.measure is measure:
                return fact
        return None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the printed grid."""

    heading: str
    """The heading as printed; the levels of a merged heading joined by '/'."""
    measure: Measure | None = None
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Quality:
    """How well a table agrees with its own arithmetic: the measure of how well it was read."""

    relations: int = 0
    hold: int = 0
    one_misprint: bool = False
    """Whether one wrong number would explain every relation that fails."""

    @property
    def fail(self) -> int:
        """How many relations do not hold."""
        return self.relations - self.hold

    @property
    def doubtful(self) -> bool:
        """Whether more relations fail than hold, so that the reading and not the body is to be suspected.

        In a small table most relations may fail by one misprint: a wrong 合计 breaks each of the two it is in.
        """
        return self.fail > self.hold and not self.one_misprint


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a disclosure, its continuation pages joined."""

    kind: TableKind
    caption: str
    unit: str | None
    """元, 万元 … as printed; None when no unit is printed anywhere near it."""
    columns: tuple[Column, ...]
    grid: tuple[tuple[str, ...], ...]
    """Every cell's text as printed, heading rows included; repeated headings of continuation pages left out."""
    rows: tuple[Row, ...]
    printed_rows: int
    """How many data rows the grid has; a two-sided table has more `rows` than that."""
    evidence: Evidence
    """Where the caption stands."""
    pages: tuple[int, ...] = ()
    remarks: tuple[Evidence, ...] = ()
    """What is remarked under the table: the text of each remark, and where it begins."""
    quality: Quality = Quality()

    @property
    def note(self) -> str:
        """The remarks, one a line."""
        return "\n".join(remark.text for remark in self.remarks)

    @property
    def place(self) -> str:
        """The caption without spaces, which tells tables of one kind apart."""
        return "".join(self.caption.split())

    def row(self, item: str) -> Row | None:
        """Return the first row of that item."""
        return next((row for row in self.rows if row.item == item), None)

    def fact(self, item: str, measure: Measure) -> Fact | None:
        """Return the number of that item in that column."""
        row = self.row(item)
        return row.fact(measure) if row else None


@remembered(16)
def facts_by_key(tables: Iterable[Table]) -> Mapping[FactKey, Fact]:
    """Return every number of the tables by its key.

    A key that stands for two different amounts is left out, and so are tables that were read doubtfully.
    """
    found: dict[FactKey, Fact] = {}
    contradicted: set[FactKey] = set()
    for key, fact in _keyed(tables):
        if key in found and found[key].amount.yuan != fact.amount.yuan:
            contradicted.add(key)
        found.setdefault(key, fact)
    return {key: fact for key, fact in found.items() if key not in contradicted}


def _keyed(tables: Iterable[Table]) -> Iterator[tuple[FactKey, Fact]]:
    for table in (table for table in tables if not table.quality.doubtful):
        for row in table.rows:
            for fact in row.facts:
                yield FactKey(table.kind, fact.item, fact.measure), fact
