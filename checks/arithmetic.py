"""Turns relations that do not hold into findings, the same way for every check of sums."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.check import Check, Skipped, Unresolved
from checks.wording import addends, labelled, money, place
from records.disclosure import Disclosure
from records.finding import Finding, Severity, subject_of
from records.relation import Relation, Rule
from records.relations import relations_of
from records.table import Table
from records.tolerance import Agreement

SUM_CASES = {"different": Severity.ERROR, "rounding": Severity.WARNING}
"""The cases of every check of sums: the difference is beyond twice the tolerance, or between the tolerance and that.

What rounding explains is no finding. No sum of the published documents lies between: one that does is no rounding.
"""


@dataclass(frozen=True, slots=True)
class _Tested:
    """One relation of one table, with what tells a finding about it from others."""

    table: Table
    relation: Relation
    measure: str
    place: str


def relation_findings(disclosure: Disclosure, check: Check, rule: Rule) -> Iterator[Finding]:
    """Yield a finding for each relation of that rule which rounding within tolerance cannot explain.

    Raises Skipped when the disclosure has no such relation, Unresolved when a table was read too doubtfully to judge.
    """
    tested = tuple(_tested(disclosure, rule))
    found: list[tuple[Relation, Finding]] = []
    for one in tested:
        if one.relation.agreement is not Agreement.EQUAL and not one.table.quality.doubtful:
            finding = _finding(disclosure, check, one, _cause(one.relation, found))
            found.append((one.relation, finding))
            yield finding
    suspect = (table for table in disclosure.tables if table.quality.doubtful)
    doubtful = dict.fromkeys(table.caption for table in suspect if any(True for _ in relations_of(table, rule)))
    if doubtful:
        raise Unresolved(f"most relations fail in {', '.join(doubtful)}: the table may be misread")
    if not tested:
        raise Skipped(f"no table with a {rule} relation")


def _tested(disclosure: Disclosure, rule: Rule) -> Iterator[_Tested]:
    """Number what has the same subject in the order printed, so that mending one leaves the others' identity alone."""
    seen: Counter[tuple[str, ...]] = Counter()
    for table in disclosure.tables:
        caption = table.place
        for relation in relations_of(table, rule):
            whole = relation.whole
            measure = f"{whole.measure}:{relation.name}" if relation.name else str(whole.measure)
            about = (table.kind, caption, whole.item, measure)
            seen[about] += 1
            number = f"#{seen[about]}" if seen[about] > 1 else ""
            yield _Tested(table, relation, measure, f"{caption}{number}")


def _cause(relation: Relation, found: Sequence[tuple[Relation, Finding]]) -> str | None:
    """Return the earlier finding that the same misprint explains.

    One wrong number breaks every sum it is in, and one wrong row the same sum in several columns.
    """
    misprints = list(relation.misprints)
    for other, finding in found:
        if _same_row(relation, other) or any(misprint in misprints for misprint in other.misprints):
            return finding.fingerprint
    return None


def _same_row(relation: Relation, other: Relation) -> bool:
    """Say whether the same row lacks, or has too much of, the same rows below it in another column."""
    places = [(one.whole.evidence.caption, one.whole.evidence.row, one.whole.item) for one in (relation, other)]
    alike = (relation.difference > 0) == (other.difference > 0)
    return places[0] == places[1] and relation.name == other.name and alike


def _finding(disclosure: Disclosure, check: Check, tested: _Tested, caused_by: str | None) -> Finding:
    relation, table, unit = tested.relation, tested.table, tested.table.unit
    item, measure = relation.whole.item, tested.measure
    case = str(relation.agreement)
    return Finding(
        code=check.code,
        case=case,
        subject=subject_of(disclosure, table=table.kind, place=tested.place, item=item, measure=measure),
        severity=check.cases[case],
        message=(
            f"{table.caption}{labelled(relation.whole)}为 {money(relation.whole.amount, unit)}"
            f"{place(relation.whole.evidence)}，{_sum(relation, unit)}，"
            f"相差 {money(abs(relation.difference), unit)}。"
        ),
        evidence=tuple(fact.evidence for fact in (relation.whole, *relation.parts, *relation.less)),
        expected=relation.expected,
        actual=relation.whole.amount.yuan,
        caused_by=caused_by,
    )


def _sum(relation: Relation, unit: str | None) -> str:
    if relation.less:
        return f"按同行各数推算为 {addends(relation, unit)}"
    if len(relation.parts) == 1:
        part = relation.parts[0]
        return f"{labelled(part)}为 {money(part.amount, unit)}{place(part.evidence)}"
    if all(part.evidence.row == relation.whole.evidence.row for part in relation.parts):
        return f"同行各列相加：{addends(relation, unit, with_columns=True)}"
    return f"{len(relation.parts)} 个分项之和为 {addends(relation, unit)}"
