"""项目合计与项目支出不符。

## 检查什么
各项目绩效目标表的预算（没有印预算的，取唯一的成本金额）合计，不得大于支出总表的项目支出合计；
同名的几张项目表对应一个功能科目时，其合计不得大于该科目的项目支出；
列出全部项目的项目支出表，其合计应等于支出总表的项目支出，不等的两数不能都对，为错误；
预算的文字称全部项目纳入绩效管理并写出其资金的，应等于表中某一口径的项目支出（全部、财政拨款、一般公共预算，或列出的各项目之和）。

## 为什么重要
项目比预算安排的项目支出还多，说明有项目重复填报、金额填错，或者没有列入预算。

## 示例
> 项目“法律职业资格考试经费”为 90.00 万元（第 31 页），项目“法律职业资格考试经费”为 90.00 万元（第 32 页），
> 合计 90.00＋90.00＝180.00 万元，大于支出总表“2040608 国家统一法律职业资格考试”项目支出的 140.00 万元（第 7 页），
> 多 40.00 万元。

## 不适用
只公开部分项目的，合计小于项目支出是正常的，不报。成本有几个金额、只有单位成本或者没有金额的项目，不计入合计；
专项资金总体绩效目标表与其项目重复，不计入合计。只列财政拨款的项目支出表，不要求相等。
文字没有说明是全部项目的，不比较。项目与科目只按名称对应，单个项目已经大于该科目的，可能列在别的科目，不判断。

## 依据
项目绩效目标与预算同步编报、同步公开的要求（未核原文）。
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checks.arithmetic import SUM_CASES
from checks.check import CheckOptions, Skipped, check
from checks.nested import Nested, excess_finding
from checks.printings import Printing, Term, compare, contradiction, counterparts, nearest, printings, sound
from checks.project_costs import core_name, project_cost
from checks.quoted import Quoted, quoted_fact
from checks.stated_projects import stated_projects
from checks.wording import money
from records.disclosure import Disclosure, Kind
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.table import TOTAL_ITEM, Fact, Measure, Row, Table, TableKind
from records.tolerance import Agreement, agreement, tolerance

_PROJECT = Measure.PROJECT
_SHORTEST_NAME = 4
"""A shorter name, such as 培训, lies within many items."""
_ONLY_FISCAL = ("财政拨款", "一般公共预算")
_FISCAL = (TableKind.GENERAL, TableKind.FUND, TableKind.STATE_CAPITAL)
_PROJECT_TOTALS = (
    Term(TableKind.EXPENDITURE, TOTAL_ITEM, _PROJECT),
    Term(TableKind.FISCAL_EXPENDITURE, TOTAL_ITEM, _PROJECT),
    *(Term(kind, TOTAL_ITEM, _PROJECT) for kind in _FISCAL),
    Term(TableKind.PROJECTS, TOTAL_ITEM),
)


@check(
    "TAB007",
    "project-sum-vs-table",
    cases={
        "total": Severity.WARNING,
        "item": Severity.WARNING,
        "list": Severity.ERROR,
        "stated": Severity.WARNING,
        "rounding": SUM_CASES["rounding"],
    },
)
def project_sum_vs_table(
    disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions
) -> Iterator[Finding]:
    """Yield the sums of projects that do not fit into the project expenditure."""
    tested = False
    for nested in _nested(disclosure):
        tested = True
        if nested.agreement is not Agreement.EQUAL:
            yield excess_finding(disclosure, project_sum_vs_table, nested)
    for left, right in _lists(disclosure):
        tested = True
        verdict = compare(left, right)
        if verdict is not Agreement.EQUAL:
            case = "list" if verdict is Agreement.DIFFERENT else "rounding"
            yield contradiction(
                disclosure, project_sum_vs_table, case, left, right, item=TOTAL_ITEM, measure=f"{_PROJECT}"
            )
    for stated, totals in _statements(disclosure):
        tested = True
        sums = (*((one,) for one in totals), _of_fiscal(totals), _listed(disclosure))
        if not any(_agrees(stated, addends) for addends in sums):
            yield _stated_finding(disclosure, stated, totals[0])
    if not tested:
        raise Skipped("no project with an amount beside a table with project expenditure")


def _nested(disclosure: Disclosure) -> Iterator[Nested]:
    costs = [(project.name, cost) for project in disclosure.projects if (cost := project_cost(project))]
    tables = [table for table in disclosure.of_kind(TableKind.EXPENDITURE) if not table.quality.doubtful]
    if not costs or len(tables) != 1:
        return
    total = tables[0].fact(TOTAL_ITEM, _PROJECT)
    if total:
        yield _within(tables[0], total, [cost for _, cost in costs], "total")
    by_name: dict[str, list[Quoted]] = defaultdict(list)
    for name, cost in costs:
        by_name[core_name(name)].append(cost)
    for name, same in by_name.items():
        fact = _item_named(tables[0], name) if len(same) > 1 and len(name) >= _SHORTEST_NAME else None
        if fact and all(cost.amount.yuan <= fact.amount.yuan for cost in same):
            yield _within(tables[0], fact, same, "item")


def _item_named(table: Table, name: str) -> Fact | None:
    """Return the project expenditure of the one item without items of its own whose label contains the name."""
    rows = [row for row in table.rows if row.code and name in row.label and not _has_children(table, row)]
    return rows[0].fact(_PROJECT) if len(rows) == 1 else None


def _has_children(table: Table, row: Row) -> bool:
    code = row.code or ""
    return any(other.code and other.code != code and other.code.startswith(code) for other in table.rows)


def _within(table: Table, whole: Fact, parts: Sequence[Quoted], case: str) -> Nested:
    return Nested(
        case,
        quoted_fact(table, whole),
        tuple(parts),
        table=table.kind,
        place="projects",
        item=whole.item,
        measure=_PROJECT,
    )


def _lists(disclosure: Disclosure) -> Iterator[tuple[Printing, Printing]]:
    """Yield the totals of the tables that list every project with the project expenditure."""
    for table, others in counterparts(disclosure, TableKind.PROJECTS, TableKind.EXPENDITURE):
        lefts = printings([table], [Term(TableKind.PROJECTS, TOTAL_ITEM)])
        pair = nearest(lefts, printings(others, [Term(TableKind.EXPENDITURE, TOTAL_ITEM, _PROJECT)]))
        if pair and not any(word in table.caption for word in _ONLY_FISCAL):
            yield pair


def _statements(disclosure: Disclosure) -> Iterator[tuple[Quoted, list[Printing]]]:
    """Yield what the narrative of a budget says of all projects, with every total the tables print of them."""
    totals = [printing for term in _PROJECT_TOTALS for printing in printings(sound(disclosure, term.kind), [term])]
    if disclosure.kind is Kind.BUDGET and totals:
        yield from ((stated, totals) for stated in stated_projects(disclosure))


def _of_fiscal(totals: Sequence[Printing]) -> tuple[Printing, ...]:
    return tuple(one for one in totals if one.table.kind in _FISCAL)


def _listed(disclosure: Disclosure) -> tuple[Printing, ...]:
    """Return the projects as the table lists them: what is secret is in its total alone."""
    rows = ((table, row) for table in sound(disclosure, TableKind.PROJECTS) for row in table.rows)
    found = ((table, row.fact(Measure.TOTAL)) for table, row in rows if row.item != TOTAL_ITEM)
    return tuple(Printing(table, (fact,)) for table, fact in found if fact)


def _agrees(stated: Quoted, addends: Sequence[Printing]) -> bool:
    """Whether the statement is the sum of the printed totals, or so close that rounding may explain it."""
    facts = [fact for printing in addends for fact in printing.facts]
    difference = stated.amount.yuan - sum(fact.amount.yuan for fact in facts)
    allowed = tolerance([stated.amount.quantum, *(fact.amount.quantum for fact in facts)])
    return bool(facts) and agreement(difference, allowed) is not Agreement.DIFFERENT


def _stated_finding(disclosure: Disclosure, stated: Quoted, total: Printing) -> Finding:
    difference = abs(stated.amount.yuan - total.yuan)
    return Finding(
        code=project_sum_vs_table.code,
        case="stated",
        subject=subject_of(disclosure, table=total.table.kind, place="stated", item=TOTAL_ITEM, measure=_PROJECT),
        severity=project_sum_vs_table.cases["stated"],
        message=f"{stated.text}，{total.text}，相差 {money(difference, stated.unit)}。",
        evidence=(stated.evidence, *(fact.evidence for fact in total.facts)),
        expected=total.yuan,
        actual=stated.amount.yuan,
    )
