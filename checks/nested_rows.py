"""Numbers of the tables that are parts of another one, where no exact sum of theirs is tested."""

from collections import Counter
from collections.abc import Iterator

from checks.nested import Nested
from checks.printings import counterparts
from checks.quoted import quoted_fact
from records.disclosure import Disclosure
from records.relation import Rule
from records.relations import relations_of
from records.table import TOTAL_ITEM, Fact, Measure, Row, Side, Table, TableKind

_SHARES = (
    (TableKind.GENERAL, TableKind.EXPENDITURE),
    (TableKind.FUND, TableKind.EXPENDITURE),
    (TableKind.STATE_CAPITAL, TableKind.EXPENDITURE),
    (TableKind.FISCAL_EXPENDITURE, TableKind.EXPENDITURE),
    (TableKind.GENERAL, TableKind.FISCAL_EXPENDITURE),
    (TableKind.BASIC_FUNCTION, TableKind.GENERAL),
    (TableKind.BASIC, TableKind.FISCAL_BASIC),
    (TableKind.BASIC, TableKind.ECONOMIC),
    (TableKind.BASIC, TableKind.BASIC_SOURCES),
)
"""Tables whose every number is part of the same number of another: one source of the money, or one purpose."""
_COLUMNS = (Measure.TOTAL, Measure.BASIC, Measure.PROJECT, Measure.PERSONNEL, Measure.PUBLIC)
_EXACT = (Rule.SECTION, Rule.BALANCE, Rule.SANGONG)
"""The sums down a column, of which these rows may be parts."""
_SANGONG_ITEMS = ("abroad", "vehicle", "reception")


def nested_in_tables(disclosure: Disclosure) -> Iterator[Nested]:
    """Yield every number with the whole it is part of, doubtfully read tables left out."""
    for table in disclosure.tables:
        if not table.quality.doubtful:
            yield from _of_which(table)
    for part_kind, whole_kind in _SHARES:
        for part, wholes in counterparts(disclosure, part_kind, whole_kind):
            if len(wholes) == 1:
                yield from _share(part, wholes[0])


def _of_which(table: Table) -> Iterator[Nested]:
    """Yield the 其中 rows with the row they stand under, and the 三公 items with their sum."""
    summed = {relation.whole for relation in relations_of(table, *_EXACT)}
    wholes: dict[Side | None, Row] = {}
    for row in table.rows:
        if not row.of_which:
            wholes[row.side] = row
        elif row.side in wholes:
            yield from _row(table, row, wholes[row.side], summed)
    sangong = table.row("sangong") if table.kind is TableKind.SANGONG else None
    for item in _SANGONG_ITEMS if sangong else ():
        part = table.row(item)
        if part and sangong:
            yield from _row(table, part, sangong, summed)


def _row(table: Table, part: Row, whole: Row, summed: set[Fact]) -> Iterator[Nested]:
    for fact in part.facts:
        total = whole.fact(fact.measure)
        # Where the exact sum is tested, the check of that sum tells; changes may have either sign.
        if total and total not in summed and fact.measure is not Measure.CHANGE:
            yield _nested(table, fact, table, total)


def _share(part: Table, whole: Table) -> Iterator[Nested]:
    rows = _single_rows(whole)
    for item, row in _single_rows(part).items():
        for measure in _COLUMNS if item in rows else ():
            fact, total = row.fact(measure), rows[item].fact(measure)
            if fact and total:
                yield _nested(part, fact, whole, total)


def _single_rows(table: Table) -> dict[str, Row]:
    counts = Counter(row.item for row in table.rows)
    return {
        row.item: row for row in table.rows if (row.item.isdigit() or row.item == TOTAL_ITEM) and counts[row.item] == 1
    }


def _nested(part_table: Table, part: Fact, whole_table: Table, whole: Fact) -> Nested:
    return Nested(
        "table",
        quoted_fact(whole_table, whole),
        (quoted_fact(part_table, part),),
        table=part_table.kind,
        place=part_table.place,
        item=part.item,
        measure=f"{part.measure}<{whole_table.kind}:{whole.item}",
    )
