"""单位与部门汇总不符。

## 检查什么
部门公开的财政拨款支出（一般公共预算、基本支出、政府性基金、国有资本经营预算、“三公”经费）按科目不得小于其所属单位同年公开的
同一科目，也不得小于几个单位之和；一张“三公”经费表内逐一列出各单位的，各单位之和应等于合计：同一张表的数不能都对，为错误。

## 为什么重要
部门是各单位的汇总，单位的数大于部门，说明两份公开文本至少有一份填错，或者汇总时漏了单位。

## 示例
> 单位的一般公共预算支出表“2040201 行政运行”合计为 1,371.20 万元（《公安局（本级）单位预算.pdf》第 12 页），
> 大于部门的一般公共预算支出表“2040201 行政运行”合计 1,271.20 万元（第 10 页），相差 100.00 万元。

## 不适用
单位的文本不在库内；单位与部门不同年度、不同文种；事业收入、上级补助等汇总时可能抵消的非财政资金；
一个科目在表中印了几行的；单位不全时，单位之和小于部门是正常的。单位由机构设置、预算单位构成的名单认定，同名的本级也是单位。

## 依据
部门预算、部门决算由本级和所属单位的预算、决算汇总而成（预算法关于各部门预算组成的规定，未核原文）。
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checks.check import CheckOptions, Skipped, check
from checks.wording import labelled, money, place
from records.body import Scope
from records.disclosure import Disclosure
from records.finding import Finding, Severity, subject_of
from records.hierarchies import COMBINED
from records.surroundings import Surroundings
from records.table import Fact, FactKey, Measure, Table, TableKind, facts_by_key
from records.tolerance import Agreement, agreement, tolerance

_FISCAL = (TableKind.GENERAL, TableKind.BASIC, TableKind.FUND, TableKind.STATE_CAPITAL, TableKind.SANGONG)
_COLUMNS = (Measure.TOTAL, Measure.BASIC, Measure.PROJECT, Measure.PERSONNEL, Measure.PUBLIC)


@dataclass(frozen=True, slots=True)
class _Whole:
    """A number of the department with the numbers of its units."""

    case: str
    key: FactKey
    whole: Fact
    units: tuple[Fact, ...]
    unit: str | None
    """The unit the department's table prints."""

    @property
    def sum(self) -> Decimal:
        return sum((fact.amount.yuan for fact in self.units), Decimal(0))

    @property
    def agreement(self) -> Agreement:
        """How the sum of the units compares; where units may be missing, less than the department is right."""
        difference = self.sum - self.whole.amount.yuan
        printed = [fact.amount.quantum for fact in (self.whole, *self.units) if fact.amount.yuan]
        return agreement(difference if self.case == "bodies" else max(difference, Decimal(0)), tolerance(printed))


@check(
    "TAB005",
    "unit-vs-department",
    cases={"exceeds": Severity.ERROR, "bodies": Severity.ERROR, "rounding": Severity.INFO},
)
def unit_vs_department(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the numbers of a department that its units do not fit into."""
    tested = False
    for whole in (*_across(disclosure, surroundings), *_listed(disclosure)):
        tested = True
        if whole.agreement is not Agreement.EQUAL:
            yield _finding(disclosure, whole)
    if not tested:
        raise Skipped("no number that units print beside their department")


def _across(disclosure: Disclosure, surroundings: Surroundings) -> Iterator[_Whole]:
    """Yield the numbers of a department that the documents of its units print too."""
    units = [one for one in surroundings.related if one.scope is Scope.UNIT]
    if disclosure.scope is not Scope.DEPARTMENT or not units:
        return
    printed_in = _units_of_measure(disclosure.tables)
    for key, whole in facts_by_key(disclosure.tables).items():
        if key.table in _FISCAL and key.measure in _COLUMNS and COMBINED not in key.item:
            facts = tuple(fact for fact in (unit.fact(key) for unit in units) if fact)
            if facts:
                yield _Whole("exceeds", key, whole, facts, printed_in.get(key.table))


def _listed(disclosure: Disclosure) -> Iterator[_Whole]:
    """Yield the numbers of a 三公 table that lists its bodies; a name that stands there twice is a subtotal too."""
    for table in disclosure.of_kind(TableKind.SANGONG):
        bodies = [row.item.rpartition(COMBINED)[0] for row in table.rows if COMBINED in row.item]
        items = {row.item for row in table.rows}
        repeated = len(table.rows) > len(items)
        if len(set(bodies)) < 2 or repeated or table.quality.doubtful:
            continue
        for (item, measure), facts in _by_item(table).items():
            whole = table.fact(item, measure)
            if whole:
                yield _Whole("bodies", FactKey(table.kind, item, measure), whole, tuple(facts), table.unit)


def _by_item(table: Table) -> Mapping[tuple[str, Measure], Sequence[Fact]]:
    found: dict[tuple[str, Measure], list[Fact]] = defaultdict(list)
    for row in table.rows:
        body, _, item = row.item.rpartition(COMBINED)
        for fact in row.facts if body else ():
            found[item, fact.measure].append(fact)
    return found


def _units_of_measure(tables: Sequence[Table]) -> Mapping[TableKind, str | None]:
    return {table.kind: table.unit for table in tables}


def _finding(disclosure: Disclosure, whole: _Whole) -> Finding:
    case = whole.case if whole.agreement is Agreement.DIFFERENT else str(whole.agreement)
    difference = whole.sum - whole.whole.amount.yuan
    department = f"部门的{whole.whole.evidence.caption}{labelled(whole.whole)}"
    relation = "大于" if difference > 0 else "小于"
    return Finding(
        code=unit_vs_department.code,
        case=case,
        subject=subject_of(
            disclosure, table=whole.key.table, place=whole.case, item=whole.key.item, measure=whole.key.measure
        ),
        severity=unit_vs_department.cases[case],
        message=(
            f"{_units(whole)}，{relation}{department} {money(whole.whole.amount, whole.unit)}"
            f"{place(whole.whole.evidence)}，相差 {money(abs(difference), whole.unit)}。"
        ),
        evidence=tuple(fact.evidence for fact in (whole.whole, *whole.units)),
        expected=whole.whole.amount.yuan,
        actual=whole.sum,
    )


def _units(whole: _Whole) -> str:
    first = whole.units[0]
    if len(whole.units) == 1:
        amount = money(first.amount, whole.unit)
        return f"单位的{first.evidence.caption}{labelled(first)}为 {amount}{place(first.evidence)}"
    addends = "＋".join(money(fact.amount, whole.unit, with_unit=False) for fact in whole.units)
    return f"{len(whole.units)} 个单位的{labelled(first)}合计 {addends}＝{money(whole.sum, whole.unit)}"
