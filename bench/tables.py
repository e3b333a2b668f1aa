"""Judges the tables of every published document by their own arithmetic: what was recognised, tested, and holds."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench.disclosures import Read
from checks.required_tables import NINE, RequiredTable, is_present
from parsing.words.numbers import printed_number
from records.disclosure import Disclosure, Kind
from records.relation import Relation
from records.relations import relations_of
from records.table import Table, TableKind
from records.tolerance import Agreement

EXPECTATIONS = Path(__file__).with_name("tables.toml")
HOLDING_GOAL = 0.99
UNRESOLVED_LIMIT = 0.05


@dataclass(slots=True)
class Count:
    """What the tables of one kind come to."""

    tables: int = 0
    with_amounts: int = 0
    untested: int = 0
    """Tables that print amounts, of which no relation can be tested."""
    unresolved: int = 0
    relations: int = 0
    hold: int = 0
    amounts: int = 0
    """Numbers with decimals that are not zero, in tables that have rows for them."""
    facts: int = 0
    """Those of them that were understood: of which item and which measure they are."""

    def take(self, table: Table) -> None:
        """Count a table in."""
        quality, amounts = table.quality, sum(_is_amount(cell) for row in table.grid for cell in row)
        self.tables += 1
        self.with_amounts += amounts > 0
        self.untested += amounts > 0 and not quality.relations
        self.unresolved += quality.doubtful
        self.relations += quality.relations
        self.hold += quality.hold
        if table.rows:
            self.amounts += amounts
            self.facts += sum(_is_amount(fact.evidence.text) for row in table.rows for fact in row.facts)


@dataclass(slots=True)
class Tables:
    """What the tables of the whole corpus come to."""

    kinds: dict[TableKind, Count] = field(default_factory=lambda: defaultdict(Count))
    failing: list[tuple[str, Table, Relation]] = field(default_factory=list)
    missing: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The required tables that are not recognised, by document."""
    documents: list[str] = field(default_factory=list)

    @property
    def total(self) -> Count:
        """The sum over all kinds that are recognised."""
        known = [count for kind, count in self.kinds.items() if kind is not TableKind.OTHER]
        return Count(*(sum(getattr(count, name) for count in known) for name in Count.__slots__))


def tables_of(documents: Iterable[Read]) -> Tables:
    """Count the tables of the documents, what they fail, and what they lack."""
    counted = Tables()
    for document in documents:
        disclosure = document.disclosure
        if disclosure is None:
            continue
        counted.documents.append(_line(document.name, disclosure))
        lacking = tuple(table.kind for table in _lacking(disclosure))
        if lacking:
            counted.missing[document.name] = lacking
        for table in disclosure.tables:
            counted.kinds[table.kind].take(table)
            counted.failing += [(document.name, table, relation) for relation in failing(table)]
    return counted


def failing(table: Table) -> Iterator[Relation]:
    """Yield the relations of a table that rounding cannot explain."""
    return (relation for relation in relations_of(table) if relation.agreement is Agreement.DIFFERENT)


def report(counted: Tables) -> Iterator[str]:
    """Yield the lines of the report: documents, kinds, what fails, what is missing, the sums."""
    yield from counted.documents
    yield f"\n  {'kind':22}{'tables':>7}{'printed':>9}{'untested':>10}{'unresolved':>12}{'relations':>11}{'hold':>8}"
    for kind in sorted(counted.kinds):
        count = counted.kinds[kind]
        yield (
            f"  {kind:22}{count.tables:>7}{count.with_amounts:>9}{count.untested:>10}{count.unresolved:>12}"
            f"{count.relations:>11}{count.hold:>8}"
        )
    yield "\n  failing relations:"
    for name, table, relation in counted.failing:
        yield f"    {name}: {_place(table, relation)}: {relation.whole.evidence.text} against {relation.expected} 元"
    yield "\n  required tables that are not recognised:"
    for name, kinds in counted.missing.items():
        yield f"    {name}: {', '.join(kinds)}"


def figures(counted: Tables) -> Mapping[str, object]:
    """Return what is recorded of the last measurement."""
    total = counted.total
    return {
        "documents": len(counted.documents),
        "tables": total.tables,
        "relations": total.relations,
        "relations_failing": total.relations - total.hold,
        "share_of_relations_holding": round(total.hold / max(total.relations, 1), 4),
        "share_of_tables_unresolved": round(total.unresolved / max(total.tables, 1), 4),
        "share_of_amounts_understood": round(total.facts / max(total.amounts, 1), 4),
    }


def shortcomings(counted: Tables) -> Iterator[str]:
    """Yield every goal that is missed: the shares, the fewest relations of a kind, tables missing without a reason."""
    expected = tomllib.loads(EXPECTATIONS.read_text(encoding="utf-8"))
    total = counted.total
    if total.hold < HOLDING_GOAL * total.relations:
        yield f"only {total.hold} of {total.relations} relations hold"
    if total.unresolved > UNRESOLVED_LIMIT * total.tables:
        yield f"{total.unresolved} of {total.tables} tables are unresolved"
    for kind, fewest in expected["fewest_relations"].items():
        if counted.kinds[TableKind(kind)].relations < fewest:
            yield f"{kind}: {counted.kinds[TableKind(kind)].relations} relations tested, {fewest} expected"
    explained = {entry["file"]: set(entry["tables"]) for entry in expected["missing"]}
    for name, kinds in counted.missing.items():
        unexplained = set(kinds) - explained.get(name, set())
        if unexplained:
            yield f"{name}: {', '.join(sorted(unexplained))} not recognised"


def _line(name: str, disclosure: Disclosure) -> str:
    known = [table for table in disclosure.tables if table.kind is not TableKind.OTHER]
    relations, hold = (sum(getattr(table.quality, one) for table in known) for one in ("relations", "hold"))
    unresolved = sum(table.quality.doubtful for table in known)
    counts = f"{len(known):>3} tables {relations:>5} relations {relations - hold:>3} fail {unresolved:>2} unresolved"
    return f"  {counts}  {name}"


def _lacking(disclosure: Disclosure) -> Iterator[RequiredTable]:
    if disclosure.kind in (Kind.BUDGET, Kind.FINAL_ACCOUNTS):
        in_force = (table for table in NINE if table.since <= disclosure.fiscal_year)
        yield from (table for table in in_force if not is_present(disclosure, table))


def _is_amount(cell: str) -> bool:
    """Say whether a cell holds a number with decimals that is not zero."""
    number = printed_number(cell)
    return bool(number and number.decimals and number.value)


def _place(table: Table, relation: Relation) -> str:
    where = relation.whole.evidence
    return f"{table.kind} page {where.page}, {relation.rule} of {where.row or relation.whole.item} / {where.column}"
