"""Sums of the 三公 table: the total = abroad + vehicles + reception, vehicles = purchase + running."""

from collections.abc import Iterator, Sequence

from records.relation import Relation, Rule, best_reading
from records.table import TOTAL_ITEM, Fact, Measure, Table, TableKind

_VEHICLE = ("vehicle-purchase", "vehicle-running")
_SUMS = (("vehicle", _VEHICLE), ("abroad", ("abroad-academic", "abroad-other")))
_BESIDE_SANGONG = (("meeting", "training"), ("meeting", "training", "operating-cost"))
"""What a 合计 that is more than the 三公 contains besides it."""


def sangong_relations(table: Table) -> Iterator[Relation]:
    """Yield the sums of every column whose parts are all printed as rows; an empty cell is zero."""
    if table.kind is not TableKind.SANGONG:
        return
    for measure in dict.fromkeys(fact.measure for row in table.rows for fact in row.facts):
        yield from _components(table, measure)
        yield from _total(table, measure)
        for item, parts in _SUMS:
            whole = table.fact(item, measure)
            if whole and all(table.row(part) for part in parts):
                yield from _sum(whole, [parts], table)


def _components(table: Table, measure: Measure) -> Iterator[Relation]:
    whole = table.fact("sangong", measure)
    if whole and _prints_all(table):
        yield from _sum(whole, [_items(table, measure)], table)


def _total(table: Table, measure: Measure) -> Iterator[Relation]:
    """合计 beside a 小计 repeats it or contains 会议费 and 培训费 too."""
    whole = table.fact(TOTAL_ITEM, measure)
    sangong = ("sangong",) if table.fact("sangong", measure) else _items(table, measure)
    if whole and _prints_all(table):
        yield from _sum(whole, [sangong, *((*sangong, *others) for others in _BESIDE_SANGONG)], table)


def _items(table: Table, measure: Measure) -> tuple[str, ...]:
    """Return the addends; some forms print purchase and running without their sum, or leave it blank."""
    return ("abroad", *(("vehicle",) if table.fact("vehicle", measure) else _VEHICLE), "reception")


def _prints_all(table: Table) -> bool:
    """Say whether no addend can be missing merely because we did not recognise its row."""
    vehicles = table.row("vehicle") or all(table.row(item) for item in _VEHICLE)
    return bool(table.row("abroad") and table.row("reception") and vehicles)


def _sum(whole: Fact, readings: Sequence[Sequence[str]], table: Table) -> Iterator[Relation]:
    relation = best_reading(
        Relation(Rule.SANGONG, whole, tuple(fact for item in items if (fact := table.fact(item, whole.measure))))
        for items in readings
    )
    if relation:
        yield relation
