"""Numbers of a disclosure that repeat, or continue, a number of another document of the same body."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checks.quoted import Quoted, quoted_cell, quoted_claim
from checks.slots import SLOTS, rows_named
from records.claim import Claim, Stage
from records.disclosure import Disclosure, Kind
from records.surroundings import Snapshot, Surroundings
from records.table import Fact, FactKey, Measure, Table, TableKind, facts_by_key

_TOTAL = Measure.TOTAL
_INITIAL = "年初"
"""Only 年初预算 is the budget as published; 预算数 alone may mean the budget as adjusted."""
_NOT_A_BUDGET = ("执行", "决算", "完成")
_MEANINGS = {
    "income-total": ("income-total", "income-year"),
    "expenditure-total": ("expenditure-total", "expenditure-year"),
}
"""Forms differ in whether the total of a year contains what was carried in."""
_SHARES = (Measure.GENERAL, Measure.FUND, Measure.STATE_CAPITAL)
_FUNDS = (TableKind.FUND, TableKind.STATE_CAPITAL)


@dataclass(frozen=True, slots=True)
class Bridge:
    """A number and the number of an earlier document that it must repeat."""

    case: str
    own: Quoted
    other: Quoted
    key: tuple[str, str, str]
    """Table, item and measure by which a finding about it is known."""
    at_most: bool = False
    """True where the number may be smaller than the earlier one."""

    @property
    def difference(self) -> Decimal:
        """The number less the earlier one, in 元; zero where it may be smaller and is."""
        difference = self.own.amount.yuan - self.other.amount.yuan
        return max(difference, Decimal(0)) if self.at_most else difference


def bridges(disclosure: Disclosure, surroundings: Surroundings) -> Iterator[Bridge]:
    """Yield every number of the disclosure that a stored document of its body prints too."""
    year, kind = disclosure.fiscal_year, disclosure.kind
    budget = surroundings.disclosed(disclosure, Kind.BUDGET, year)
    earlier = surroundings.disclosed(disclosure, kind, year - 1)
    closed = surroundings.disclosed(disclosure, Kind.FINAL_ACCOUNTS, year - 1)
    if kind is Kind.FINAL_ACCOUNTS and budget:
        yield from _initial_budget(disclosure, budget)
    if earlier:
        yield from _printed_prior(disclosure, earlier)
    if closed:
        yield from _opening(disclosure, closed)


def _initial_budget(disclosure: Disclosure, budget: Snapshot) -> Iterator[Bridge]:
    """Yield the 年初预算数 of a final account with the same year's budget."""
    for key, fact in facts_by_key(disclosure.tables).items():
        if key.measure is Measure.BUDGET and _INITIAL in fact.evidence.column:
            items = _MEANINGS.get(key.item, (key.item,))
            others = [budget.fact(FactKey(key.table, item, _TOTAL)) for item in items]
            yield from _nearest("initial-budget", _own(fact), others, (key.table, key.item, key.measure))
    for claim in disclosure.claims:
        if claim.amount and claim.stage is Stage.BUDGET and _INITIAL in claim.evidence.text:
            own = quoted_claim(claim, claim.amount)
            others = [budget.fact(key) for key in _meant(claim, disclosure)]
            yield from _nearest("initial-budget", own, others, ("", claim.subject, "/".join(claim.path)))


def _meant(claim: Claim, disclosure: Disclosure) -> Iterator[FactKey]:
    """Yield where the budget prints what a claim speaks of; an item by the code it has in the final account."""
    if not claim.path:
        yield from SLOTS.get(claim.subject, ())
        return
    rows = (row for table in disclosure.of_kind(TableKind.GENERAL) for row in rows_named(table.rows, claim.path))
    yield from (FactKey(TableKind.GENERAL, row.item, _TOTAL) for row in rows)


def _printed_prior(disclosure: Disclosure, earlier: Snapshot) -> Iterator[Bridge]:
    """Yield last year's column of a table with what last year's document printed."""
    other_kind = _NOT_A_BUDGET if disclosure.kind is Kind.BUDGET else ("预算",)
    for key, fact in facts_by_key(disclosure.tables).items():
        if key.measure is Measure.PRIOR and not any(word in fact.evidence.column for word in other_kind):
            other = earlier.fact(key._replace(measure=_TOTAL))
            yield from _nearest("prior-column", _own(fact), [other], (key.table, key.item, key.measure))


def _opening(disclosure: Disclosure, closed: Snapshot) -> Iterator[Bridge]:
    """Yield what was carried in with what last year's final account carried out."""
    budget = disclosure.kind is Kind.BUDGET
    for table in disclosure.tables:
        for fact, key in _carried_in(table) if not table.quality.doubtful else ():
            other = closed.fact(key)
            if other:
                case = "carried-in" if budget else "opening-balance"
                own, quoted = replace(_own(fact), unit=table.unit), replace(_own(other), unit=table.unit)
                yield Bridge(case, own, quoted, (table.kind, fact.item, fact.measure), at_most=budget)


def _carried_in(table: Table) -> Iterator[tuple[Fact, FactKey]]:
    """Yield what a table says was carried in, with the key of what is carried out of the same account."""
    if table.kind in (TableKind.SUMMARY, TableKind.FISCAL):
        shares = {f"carried-in:{share}": share for share in _SHARES} if table.kind is TableKind.FISCAL else {}
        for item, measure in {"carried-in": _TOTAL, **shares}.items():
            fact = table.fact(item, _TOTAL)
            if fact:
                yield fact, FactKey(table.kind, "carried-out", measure)
    for row in table.rows if table.kind in _FUNDS else ():
        fact = row.fact(Measure.CARRIED_IN)
        if fact:
            yield fact, FactKey(table.kind, row.item, Measure.CARRIED_OUT)


def _own(fact: Fact) -> Quoted:
    return quoted_cell(fact)


def _nearest(case: str, own: Quoted, others: Sequence[Fact | None], key: tuple[str, str, str]) -> Iterator[Bridge]:
    """Yield the bridge to the number that comes nearest: forms differ in what a total contains."""
    known = [other for other in others if other]
    if known:
        nearest = min(known, key=lambda other: abs(other.amount.yuan - own.amount.yuan))
        yield Bridge(case, own, replace(_own(nearest), unit=own.unit), key)
