"""Sums down the classification: 类 = Σ款, 款 = Σ项, 合计 = Σ类."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from records.relation import Relation, Rule, best_reading, column_of
from records.table import TOTAL_ITEM, Measure, Row, Table, TableKind

ECONOMIC_KINDS = frozenset(
    {
        TableKind.BASIC,
        TableKind.FISCAL_BASIC,
        TableKind.ECONOMIC,
        TableKind.PROJECT_ECONOMIC,
        TableKind.BASIC_SOURCES,
        TableKind.OPERATING_COST,
    }
)
"""The kinds whose rows are economic classes (3xx); those of the other kinds are functional (2xx)."""

CODED_KINDS = frozenset(
    {
        TableKind.INCOME,
        TableKind.EXPENDITURE,
        TableKind.GENERAL,
        TableKind.BASIC,
        TableKind.FUND,
        TableKind.STATE_CAPITAL,
        TableKind.FISCAL_EXPENDITURE,
        TableKind.FISCAL_BASIC,
        TableKind.ECONOMIC,
        TableKind.PROJECT_ECONOMIC,
        TableKind.BASIC_FUNCTION,
        TableKind.BASIC_SOURCES,
        TableKind.OPERATING_COST,
        TableKind.PROCUREMENT,
    }
)
"""The kinds whose rows carry classification codes."""

COMBINED = "/"
"""Stands between the codes of an item that several classifications name together."""

PERSONNEL_CLASSES = frozenset({"301", "303"})
"""The economic classes that 人员经费合计 adds up; every other class of 基本支出 belongs to 公用经费."""


def hierarchy_relations(table: Table) -> Iterator[Relation]:
    """Yield the sums of the rows below each coded row, and of the top rows below 合计; an empty cell is zero."""
    if table.kind not in CODED_KINDS:
        return
    coded = [row for row in table.rows if row.code and not row.of_which]
    parents = _parents(coded)
    yield from _combinations(table, coded)
    if parents is None:
        return
    children: dict[int | None, list[Row]] = defaultdict(list)
    for row, parent in zip(coded, parents, strict=True):
        children[parent].append(row)
    for index, whole in enumerate(coded):
        if index in children:
            yield from _sums(whole, [children[index]], "")
    top = children[None]
    yield from _totals(table, top, may_lack_rows=len({row.code for row in coded}) < len(coded))
    yield from _personnel_and_public(table, top)


def _parents(coded: Sequence[Row]) -> list[int | None] | None:
    """Return for each row the index of its nearest printed ancestor; None where the order leaves that open."""
    index_of = {row.code: index for index, row in enumerate(coded)}
    if len(index_of) == len(coded):
        return [_by_code(row, index_of) for row in coded]
    return _by_position(coded)


def _by_code(row: Row, index_of: Mapping[str | None, int]) -> int | None:
    """Find the longest printed prefix: where a level is not printed, the next one above it is the parent."""
    code = row.code or ""
    return next((index_of[code[:length]] for length in range(len(code) - 1, 2, -1) if code[:length] in index_of), None)


def _by_position(coded: Sequence[Row]) -> list[int | None] | None:
    """Read a table that prints one code several times, for several units, as an outline.

    A row then belongs to the nearest row above it whose code it extends. Where a nearer ancestor is printed somewhere
    else instead, the order is not an outline's.
    """
    codes = {row.code or "" for row in coded}
    open_rows: list[int] = []
    parents: list[int | None] = []
    for index, row in enumerate(coded):
        code = row.code or ""
        while open_rows and not _extends(code, coded[open_rows[-1]].code or ""):
            open_rows.pop()
        parent = open_rows[-1] if open_rows else None
        nearest = next((code[:length] for length in range(len(code) - 1, 0, -1) if code[:length] in codes), "")
        if nearest != (coded[parent].code if parent is not None else ""):
            return None
        parents.append(parent)
        open_rows.append(index)
    return parents


def _extends(code: str, other: str) -> bool:
    return len(code) > len(other) and code.startswith(other)


def _totals(table: Table, top: Sequence[Row], *, may_lack_rows: bool) -> Iterator[Relation]:
    """合计 may stand over functional and economic rows at once: each classification then adds up to it by itself.

    A list of several units may leave out what is secret: there a 合计 greater than its rows proves nothing.
    """
    totals = [row for row in table.rows if row.item == TOTAL_ITEM]
    if not totals or any(_amounts(row) != _amounts(totals[0]) for row in totals):
        return  # several units, each with its own 合计: which rows belong to which is not printed
    for family in sorted({(row.code or "")[0] for row in top}):
        members = [row for row in top if (row.code or "").startswith(family)]
        for relation in _sums(totals[0], [members, top], f"classes-{family}"):
            if not may_lack_rows or relation.difference <= relation.allowed:
                yield relation


def _combinations(table: Table, coded: Sequence[Row]) -> Iterator[Relation]:
    """Yield the sum of a table whose every row is one combination of classifications: 2010801/50101/30101."""
    total = table.row(TOTAL_ITEM)
    rows = [row for row in table.rows if COMBINED in row.item]
    for relation in _sums(total, [rows], "combinations") if total and rows and not coded else ():
        if relation.difference <= relation.allowed:  # what is secret may be left out of the rows
            yield relation


def _amounts(row: Row) -> dict[Measure, Decimal]:
    return {fact.measure: fact.amount.yuan for fact in row.facts}


def _personnel_and_public(table: Table, top: Sequence[Row]) -> Iterator[Relation]:
    """A final account prints 人员经费合计 and 公用经费合计 under the economic classes."""
    if table.kind not in (TableKind.BASIC, TableKind.FISCAL_BASIC):
        return
    for item in ("personnel", "public"):
        whole = table.row(item)
        members = [row for row in top if ((row.code or "")[:3] in PERSONNEL_CLASSES) is (item == "personnel")]
        if whole:
            yield from _sums(whole, [members], "")


def _sums(whole: Row, readings: Sequence[Sequence[Row]], name: str) -> Iterator[Relation]:
    for fact in whole.facts:
        relation = best_reading(
            Relation(Rule.HIERARCHY, fact, column_of(rows, fact.measure), name) for rows in readings
        )
        if relation:
            yield relation
