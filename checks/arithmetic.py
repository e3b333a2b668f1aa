"""Turns relations that do not hold into findings, the same way for every check of sums."""

from collections.abc import Iterator

from checks.check import Check, Skipped, Unresolved
from checks.wording import addends, money, place
from records.disclosure import Disclosure
from records.finding import Finding, subject_of
from records.relations import Relation, Rule, relations_of
from records.table import Row, Table
from records.tolerance import Agreement


def relation_findings(disclosure: Disclosure, check: Check, rule: Rule) -> Iterator[Finding]:
    """Yield a finding for each relation of that rule which rounding within tolerance cannot explain.

    Raises Skipped when the disclosure has no such relation, Unresolved when a table was read too doubtfully to judge.
    """
    tested = 0
    doubtful = []
    for table in disclosure.tables:
        relations = [relation for relation in relations_of(table) if relation.rule is rule]
        if relations and table.quality.doubtful:
            doubtful.append(table.caption)
            continue
        tested += len(relations)
        for relation in relations:
            if relation.agreement is not Agreement.EQUAL:
                yield _finding(disclosure, check, table, relation)
    if doubtful:
        raise Unresolved(f"most relations fail in {', '.join(doubtful)}: the table may be misread")
    if not tested:
        raise Skipped(f"no table with a {rule} relation")


def _finding(disclosure: Disclosure, check: Check, table: Table, relation: Relation) -> Finding:
    whole = relation.whole
    case = str(relation.agreement)
    row = next(row for row in table.rows if whole in row.facts)
    return Finding(
        code=check.code,
        case=case,
        subject=subject_of(
            disclosure, table=table.kind, place=table.place, item=whole.item, measure=f"{relation.rule}:{whole.measure}"
        ),
        severity=check.cases[case],
        message=(
            f"{table.caption}“{_name(row)}”{whole.evidence.column}为 {money(whole.amount, table.unit)}，"
            f"{len(relation.parts)} 个分项之和为 {addends(relation, table.unit)}，"
            f"相差 {money(relation.difference, table.unit)}{place(whole.evidence)}。"
        ),
        evidence=(whole.evidence, *(part.evidence for part in relation.parts)),
        expected=relation.expected,
        actual=whole.amount.yuan,
    )


def _name(row: Row) -> str:
    return f"{row.code} {row.label}" if row.code else row.label
