"""金额单位冲突。

## 检查什么
两张表必须相等的总数按各自标注的单位换算以后，正好相差一千倍、一万倍或一亿倍；文字所称的数与表中的数也是如此。
另外，有金额而哪里都没有标注单位的表，报提示。

## 为什么重要
单位标错，一张表上的数全都错，读者会把元当作万元。由此引起的其他不符列在本条之下。

## 示例
> 单位冲突：收支总表“支出总计”预算数为 18,949.22 万元（第 4 页），支出总表“合计”合计为 189,492,200.00 万元（第 7 页），
> 换算后相差 10,000 倍。

## 不适用
表用元、“三公”表和文字用万元而换算后相符的；数为零的；倍数不是单位之间的倍数的（由 TAB001、TXT001 检查）。

## 依据
同一笔钱换算成同一单位应相等。
"""

from collections.abc import Iterator
from dataclasses import dataclass

from checks.check import CheckOptions, Skipped, check
from checks.equalities import TOTAL_EQUALITIES
from checks.printings import counterparts, nearest, printings
from checks.quoted import Quoted, quoted_claim, quoted_fact
from checks.slots import candidates
from checks.wording import place
from records.amount import Amount
from records.claim import Claim
from records.disclosure import Disclosure
from records.finding import Finding, Severity, subject_of
from records.surroundings import Surroundings
from records.table import Fact, Table
from records.tolerance import tolerance

_FACTORS = (1000, 10_000, 100_000_000)
"""What lies between 元, 千元, 万元 and 亿元; ten, between 千元 and 万元, may be a slipped point as well."""


@dataclass(frozen=True, slots=True)
class _Conflict:
    """Two printings of one number that differ by the factor between two units."""

    left: Quoted
    right: Quoted
    factor: int
    table: Table
    """The table that the right number stands in."""
    item: str


@check("IDF004", "unit-conflict", cases={"magnitude": Severity.ERROR, "unlabelled": Severity.INFO})
def unit_conflict(disclosure: Disclosure, surroundings: Surroundings, options: CheckOptions) -> Iterator[Finding]:
    """Yield the tables whose unit cannot be right, and those that print none."""
    tables = [table for table in disclosure.tables if any(row.facts for row in table.rows)]
    if not tables:
        raise Skipped("no table with amounts was read")
    told: set[str] = set()
    for conflict in (*_between_tables(disclosure), *_with_text(disclosure)):
        if conflict.table.place not in told:
            told.add(conflict.table.place)
            yield _magnitude(disclosure, conflict)
    yield from (_unlabelled(disclosure, table) for table in tables if table.unit is None)


def factor_between(one: Amount, other: Amount) -> int | None:
    """Return the factor between two units that turns one amount into the other, or None."""
    smaller, larger = sorted((one, other), key=lambda amount: abs(amount.yuan))
    for factor in _FACTORS if smaller.yuan else ():
        allowed = tolerance([smaller.quantum, larger.quantum / factor])
        if abs(larger.yuan / factor - smaller.yuan) <= allowed < abs(smaller.yuan):
            return factor
    return None


def _between_tables(disclosure: Disclosure) -> Iterator[_Conflict]:
    for equality in (one for one in TOTAL_EQUALITIES if one.applies(disclosure)):
        for table, others in counterparts(disclosure, equality.left[0].kind, equality.right.kind):
            pair = nearest(printings([table], equality.left), printings(others, [equality.right]))
            left, right = (one.facts[0] for one in pair) if pair else (None, None)
            factor = factor_between(left.amount, right.amount) if left and right else None
            if pair and left and right and factor:
                quoted = quoted_fact(pair[0].table, left), quoted_fact(pair[1].table, right)
                yield _Conflict(*quoted, factor, pair[1].table, right.item)


def _with_text(disclosure: Disclosure) -> Iterator[_Conflict]:
    """Yield the claims that agree with none of their numbers but for the factor."""
    for claim in disclosure.claims:
        facts = candidates(claim, disclosure) if claim.year in (disclosure.fiscal_year, None) else ()
        fact = _at_a_factor(claim, facts)
        table = _table_of(fact, disclosure) if fact else None
        if fact and table and claim.amount and (factor := factor_between(claim.amount, fact.amount)):
            stated = quoted_claim(claim, claim.amount)
            yield _Conflict(stated, quoted_fact(table, fact), factor, table, claim.subject)


def _table_of(fact: Fact, disclosure: Disclosure) -> Table | None:
    return next((one for one in disclosure.tables if any(fact in row.facts for row in one.rows)), None)


def _at_a_factor(claim: Claim, facts: tuple[Fact, ...]) -> Fact | None:
    if claim.amount is None or any(_equal(claim.amount, fact.amount) for fact in facts):
        return None
    return next((fact for fact in facts if factor_between(claim.amount, fact.amount)), None)


def _equal(one: Amount, other: Amount) -> bool:
    return abs(one.yuan - other.yuan) <= tolerance([one.quantum, other.quantum])


def _magnitude(disclosure: Disclosure, conflict: _Conflict) -> Finding:
    return Finding(
        code=unit_conflict.code,
        case="magnitude",
        subject=subject_of(disclosure, table=conflict.table.kind, place=conflict.table.place, item=conflict.item),
        severity=unit_conflict.cases["magnitude"],
        message=f"单位冲突：{conflict.left.text}，{conflict.right.text}，换算后相差 {conflict.factor:,} 倍。",
        evidence=(conflict.left.evidence, conflict.right.evidence),
        expected=conflict.left.amount.yuan,
        actual=conflict.right.amount.yuan,
    )


def _unlabelled(disclosure: Disclosure, table: Table) -> Finding:
    return Finding(
        code=unit_conflict.code,
        case="unlabelled",
        subject=subject_of(disclosure, table=table.kind, place=table.place),
        severity=unit_conflict.cases["unlabelled"],
        message=f"{table.caption}{place(table.evidence)}有金额而没有标注单位。",
        evidence=(table.evidence,),
    )
