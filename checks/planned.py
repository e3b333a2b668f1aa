"""What was budgeted for a final figure of the narrative, in its own section or in the tables."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from checks.quoted import Quoted, said_unit
from checks.slots import SLOTS
from records.claim import Claim, Stage
from records.disclosure import Disclosure, Kind
from records.table import Fact, Measure

_FIRST = "年初"
FIRST_BUDGET = "年初预算"
NAMES: Mapping[Stage, str] = MappingProxyType({Stage.BUDGET: FIRST_BUDGET, Stage.ADJUSTED: "全年预算"})
_MEASURES: Mapping[Stage, Measure] = MappingProxyType({Stage.BUDGET: Measure.BUDGET, Stage.ADJUSTED: Measure.ADJUSTED})
_COLUMNS = tuple(_MEASURES.values())


def stages_meant(stage: Stage | None, *, first: bool) -> tuple[Stage, ...]:
    """Return which budgets a text may mean: 预算 alone may be either, 年初预算 (`first`) and 全年预算 may not."""
    if stage is Stage.BUDGET:
        return (Stage.BUDGET,) if first else (Stage.BUDGET, Stage.ADJUSTED)
    return (Stage.ADJUSTED,) if stage is Stage.ADJUSTED else ()


def planned_for(claim: Claim, disclosure: Disclosure, stage: Stage) -> list[Quoted]:
    """Return every amount of that stage which may be the budget of a final figure."""
    return [*_in_its_section(claim, disclosure, stage), *_in_the_tables(claim, disclosure, stage)]


def planned_facts(claim: Claim, disclosure: Disclosure) -> tuple[Fact, ...]:
    """Return what the tables of a final account print as the budget that a claim states.

    预算数 may mean the budget as adjusted, so what is called 年初 is only compared with what is called so too.
    """
    final = disclosure.kind is Kind.FINAL_ACCOUNTS and claim.year in (disclosure.fiscal_year, None)
    if not final or claim.path or claim.stage not in _MEASURES:
        return ()
    keys = [key for key in SLOTS.get(claim.subject, ()) if key.measure is Measure.TOTAL]
    tables = [table for table in disclosure.tables if not table.quality.doubtful]
    found = (
        table.fact(key.item, one) for key in keys for table in tables if table.kind is key.table for one in _COLUMNS
    )
    first = _FIRST in claim.evidence.text
    return tuple(fact for fact in found if fact and (_FIRST in fact.evidence.column) is first)


def _in_its_section(claim: Claim, disclosure: Disclosure, stage: Stage) -> Iterator[Quoted]:
    for other in disclosure.claims_about(claim.subject):
        same = (other.place, other.year, other.evidence.caption) == (claim.place, claim.year, claim.evidence.caption)
        if same and other.stage is stage and other.amount:
            yield Quoted(NAMES[stage], other.amount, said_unit(other, other.amount), other.evidence)


def _in_the_tables(claim: Claim, disclosure: Disclosure, stage: Stage) -> Iterator[Quoted]:
    """A table prints the budget in a column beside the final figure."""
    if claim.path:
        return
    for key in SLOTS.get(claim.subject, ()):
        for table in disclosure.of_kind(key.table):
            fact = table.fact(key.item, _MEASURES[stage]) if key.measure is Measure.TOTAL else None
            if fact and not table.quality.doubtful:
                yield Quoted(f"{table.caption}{NAMES[stage]}", fact.amount, table.unit, fact.evidence)
