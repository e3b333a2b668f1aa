"""Finds which finding follows from which: one wrong number breaks every relation it stands in.

A check sees the consequences among its own findings; here they are sought across checks. Nothing is left out: a finding
that follows from another is told under it.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from records.evidence import Evidence
from records.finding import CheckRun, Finding, Mode

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_UNITS = (Decimal(1), Decimal(1000), Decimal(10_000), Decimal(100_000_000))
ROUNDING = "rounding"
"""The case of findings that rounding may explain: they explain nothing else."""

MAGNITUDE = "magnitude"
"""The case of findings that say a unit is wrong: numbers that a table and something else print differ by its factor."""
_ABOUT_EQUAL = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class _Found:
    """A finding with what it may be the cause of."""

    finding: Finding
    mode: Mode
    errors: Mapping[Evidence, Decimal]
    """The printed numbers of tables it rests on, each with the error in it that would explain the finding."""


@dataclass(slots=True)
class _Causes:
    """What was found so far to follow from what, by fingerprint."""

    of: dict[str, str] = field(default_factory=dict)

    def root(self, fingerprint: str) -> str:
        """Return the first cause; a circle ends where it began."""
        seen = {fingerprint}
        while (cause := self.of.get(fingerprint)) and cause not in seen:
            seen.add(cause)
            fingerprint = cause
        return fingerprint


def with_causes(runs: Sequence[CheckRun]) -> tuple[CheckRun, ...]:
    """Return the runs with every finding that follows from one of another check naming it as its cause."""
    found = [
        _Found(finding, run.mode, _errors(finding))
        for run in runs
        for finding in run.findings
        if finding.case != ROUNDING
    ]
    causes = _Causes({one.finding.fingerprint: one.finding.caused_by for one in found if one.finding.caused_by})
    own = frozenset(causes.of)
    _follow_units(found, causes)
    _follow_one(sorted(found, key=lambda one: one.finding.severity.rank), causes)
    _follow_several(found, causes)
    added = {fingerprint: causes.root(fingerprint) for fingerprint in causes.of if fingerprint not in own}
    return tuple(replace(run, findings=tuple(_caused(finding, added) for finding in run.findings)) for run in runs)


def _errors(finding: Finding) -> dict[Evidence, Decimal]:
    difference = finding.difference
    if not difference:
        return {}
    cells = (place for place in finding.evidence if _is_cell(place))
    return {cell: difference if _prints(cell, finding.actual) else -difference for cell in cells}


def _caused(finding: Finding, causes: Mapping[str, str]) -> Finding:
    cause = causes.get(finding.fingerprint)
    return replace(finding, caused_by=cause) if cause else finding


def _follow_units(found: Sequence[_Found], causes: _Causes) -> None:
    """Note what follows from a wrong unit: numbers of the same place that differ by its factor."""
    units = [one for one in found if one.finding.case == MAGNITUDE]
    for one in found:
        cause = next((unit for unit in units if one is not unit and _wrong_unit_explains(unit, one)), None)
        if cause:
            causes.of[one.finding.fingerprint] = cause.finding.fingerprint


def _wrong_unit_explains(unit: _Found, one: _Found) -> bool:
    factor, other = _ratio(unit.finding), _ratio(one.finding)
    alike = factor is not None and other is not None and abs(other / factor - 1) < _ABOUT_EQUAL
    places = {(place.document, place.caption) for place in unit.finding.evidence}
    return alike and _may_cause(unit, one) and any((at.document, at.caption) in places for at in one.finding.evidence)


def _ratio(finding: Finding) -> Decimal | None:
    """Return how many times larger the larger of the two amounts is."""
    if finding.unit != "元" or not finding.expected or not finding.actual:
        return None
    smaller, larger = sorted(map(abs, (finding.expected, finding.actual)))
    return larger / smaller


def _follow_one(found: Sequence[_Found], causes: _Causes) -> None:
    """Note for each finding the first one, at least as severe, whose error explains it."""
    by_place: dict[Evidence, list[_Found]] = defaultdict(list)
    for one in found:
        fingerprint = one.finding.fingerprint
        if fingerprint not in causes.of:
            earlier = (other for place in one.finding.evidence for other in by_place[place])
            cause = next((other for other in earlier if _may_cause(other, one) and _explains(other, one)), None)
            if cause:
                causes.of[fingerprint] = cause.finding.fingerprint
        for place in dict.fromkeys(one.finding.evidence):
            by_place[place].append(one)


def _may_cause(cause: _Found, one: _Found) -> bool:
    """Say whether whoever is told of the one is told of its cause too."""
    return cause.mode is Mode.ON or one.mode is not Mode.ON


def _explains(cause: _Found, one: _Found) -> bool:
    """Say whether the same wrong number explains both.

    In a table it is off by as much in one sum as in the other. In a sentence it is the amount that both speak of, or
    one that a table contradicts: then whatever else the sentence says of the subject was reckoned from it.
    """
    if cause.errors.items() & one.errors.items():
        return True
    said = [place for place in cause.finding.evidence if not _is_cell(place) and place in one.finding.evidence]
    if not said:
        return False
    if _amounts(cause.finding) & _amounts(one.finding):
        return True
    contradicted = said[0] == cause.finding.evidence[0] and any(map(_is_cell, cause.finding.evidence))
    return contradicted and _about(cause.finding) == _about(one.finding)


def _follow_several(found: Sequence[_Found], causes: _Causes) -> None:
    """Note the sums that several wrong numbers broke together: their errors add up to the sum's."""
    roots = [one for one in found if one.finding.fingerprint not in causes.of]
    for one in roots:
        needed = one.errors
        parts = [other for other in roots if _is_part(other, one) and other.finding.fingerprint not in causes.of]
        shared = {cell: error for part in parts for cell, error in part.errors.items() if cell in needed}
        if len(parts) > 1 and len(shared) == len(parts) and {sum(shared.values())} == {needed[cell] for cell in shared}:
            causes.of[one.finding.fingerprint] = parts[0].finding.fingerprint


def _is_part(part: _Found, one: _Found) -> bool:
    """Say whether a finding is a smaller error in a number that the other adds up."""
    errors = one.errors
    smaller = (abs(error) < abs(errors[cell]) for cell, error in part.errors.items() if cell in errors)
    return _may_cause(part, one) and part.finding.severity.rank <= one.finding.severity.rank and any(smaller)


def _is_cell(place: Evidence) -> bool:
    return bool(place.row or place.column or place.cell)


def _prints(cell: Evidence, amount: Decimal | None) -> bool:
    """Say whether a cell is where an amount is printed, in whatever unit."""
    printed = cell.text.replace(",", "").strip()
    if amount is None or not _NUMBER.fullmatch(printed):
        return False
    return any(Decimal(printed) * unit == amount for unit in _UNITS)


def _amounts(finding: Finding) -> set[Decimal]:
    """Return the amounts of money a finding says differ; zero says nothing of which number is meant."""
    if finding.unit != "元" or not finding.difference:
        return set()
    return {one for one in (finding.expected, finding.actual) if one}


def _about(finding: Finding) -> tuple[str, str]:
    return finding.subject.item, finding.subject.place
