"""Sums of the 三公 table: the total = abroad + vehicles + reception, vehicles = purchase + running."""

from collections.abc import Iterator, Mapping, Sequence

from records.hierarchies import COMBINED
from records.relation import Relation, Rule, best_reading
from records.table import TOTAL_ITEM, Fact, Measure, Row, Table, TableKind

Rows = Mapping[str, Row]
"""The rows of one body by item."""

_VEHICLE = ("vehicle-purchase", "vehicle-running")
_SUMS = (("vehicle", _VEHICLE), ("abroad", ("abroad-academic", "abroad-other")))
_BESIDE_SANGONG = (("meeting", "training"), ("meeting", "training", "operating-cost"))
"""What a 合计 that is more than the 三公 contains besides it."""


def sangong_relations(table: Table) -> Iterator[Relation]:
    """Yield the sums of every column whose parts are all printed as rows, for each body; an empty cell is zero."""
    if table.kind is not TableKind.SANGONG:
        return
    bodies: dict[str, dict[str, Row]] = {}
    for row in table.rows:
        body, _, item = row.item.rpartition(COMBINED)
        bodies.setdefault(body, {})[item] = row
    for rows in bodies.values():
        for measure in dict.fromkeys(fact.measure for row in rows.values() for fact in row.facts):
            yield from _body_relations(rows, measure)
    whole = bodies.pop("", {})
    for fact in (fact for row in whole.values() for fact in row.facts if bodies):
        yield from _all_bodies(fact, list(bodies.values()))


def _all_bodies(whole: Fact, bodies: Sequence[Rows]) -> Iterator[Relation]:
    """Yield a number of all bodies as the sum of theirs; the first of them may be the sum of the others."""
    parts = tuple(fact for rows in bodies if (fact := _fact(rows, whole.item, whole.measure)))
    readings = (Relation(Rule.SANGONG, whole, some, "bodies") for some in (parts, parts[1:], parts[:1]))
    if relation := best_reading(readings):
        yield relation


def _body_relations(rows: Rows, measure: Measure) -> Iterator[Relation]:
    yield from _components(rows, measure)
    yield from _total(rows, measure)
    for item, parts in _SUMS:
        whole = _fact(rows, item, measure)
        if whole and all(part in rows for part in parts):
            yield from _sum(whole, [parts], rows)


def _components(rows: Rows, measure: Measure) -> Iterator[Relation]:
    whole = _fact(rows, "sangong", measure)
    if whole and _prints_all(rows):
        yield from _sum(whole, [_items(rows, measure)], rows)


def _total(rows: Rows, measure: Measure) -> Iterator[Relation]:
    """合计 beside a 小计 repeats it or contains 会议费 and 培训费 too."""
    whole = _fact(rows, TOTAL_ITEM, measure)
    sangong = ("sangong",) if _fact(rows, "sangong", measure) else _items(rows, measure)
    if whole and _prints_all(rows):
        yield from _sum(whole, [sangong, *((*sangong, *others) for others in _BESIDE_SANGONG)], rows)


def _items(rows: Rows, measure: Measure) -> tuple[str, ...]:
    """Return the addends; some forms print purchase and running without their sum, or leave it blank."""
    return ("abroad", *(("vehicle",) if _fact(rows, "vehicle", measure) else _VEHICLE), "reception")


def _prints_all(rows: Rows) -> bool:
    """Say whether no addend can be missing merely because we did not recognise its row."""
    vehicles = "vehicle" in rows or all(item in rows for item in _VEHICLE)
    return "abroad" in rows and "reception" in rows and vehicles


def _fact(rows: Rows, item: str, measure: Measure) -> Fact | None:
    return rows[item].fact(measure) if item in rows else None


def _sum(whole: Fact, readings: Sequence[Sequence[str]], rows: Rows) -> Iterator[Relation]:
    relation = best_reading(
        Relation(Rule.SANGONG, whole, tuple(fact for item in items if (fact := _fact(rows, item, whole.measure))))
        for items in readings
    )
    if relation:
        yield relation
