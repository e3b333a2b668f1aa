"""Finds which finding follows from which: one wrong number breaks every relation it stands in.

A check sees the consequences among its own findings; here they are sought across checks. Nothing is left out: a finding
that follows from another is told under it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from checks.explanations import MAGNITUDE, errors, explains, is_cell, wrong_unit_explains
from records.evidence import Evidence
from records.finding import CheckRun, Finding, Mode

ROUNDING = "rounding"
"""The case of findings that rounding may explain: they explain nothing else."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A finding with the mode of its check."""

    finding: Finding
    mode: Mode
    fingerprint: str
    """The identity of the finding, which is asked for again and again."""

    def may_cause(self, one: "_Found") -> bool:
        """Say whether whoever is told of the one is told of this too; a rounding explains nothing."""
        return self.finding.case != ROUNDING and (self.mode is Mode.ON or one.mode is not Mode.ON)


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

    def note(self, one: _Found, cause: _Found) -> None:
        """Note what a finding follows from."""
        self.of[one.fingerprint] = cause.fingerprint

    def leads_back(self, cause: _Found, one: _Found) -> bool:
        """Say whether the cause itself follows from the one."""
        return self.root(cause.fingerprint) == one.fingerprint


def with_causes(runs: Sequence[CheckRun]) -> tuple[CheckRun, ...]:
    """Return the runs with every finding that follows from one of another check naming it as its cause."""
    found = [_Found(finding, run.mode, finding.fingerprint) for run in runs for finding in run.findings]
    causes = _Causes({one.fingerprint: one.finding.caused_by for one in found if one.finding.caused_by})
    own = frozenset(causes.of)
    _follow_units(found, causes)
    _follow_one(sorted(found, key=lambda one: one.finding.severity.rank), causes)
    _follow_several(found, causes)
    added = {fingerprint: causes.root(fingerprint) for fingerprint in causes.of if fingerprint not in own}
    return tuple(replace(run, findings=tuple(_caused(finding, added) for finding in run.findings)) for run in runs)


def _caused(finding: Finding, causes: Mapping[str, str]) -> Finding:
    cause = causes.get(finding.fingerprint)
    return replace(finding, caused_by=cause) if cause else finding


def _follow_units(found: Sequence[_Found], causes: _Causes) -> None:
    """Note what follows from a wrong unit: numbers of the same place that differ by its factor."""
    units = [one for one in found if one.finding.case == MAGNITUDE]
    for one in found:
        others = (unit for unit in units if unit is not one and unit.may_cause(one))
        cause = next((unit for unit in others if wrong_unit_explains(unit.finding, one.finding)), None)
        if cause and not causes.leads_back(cause, one):
            causes.note(one, cause)


def _follow_one(found: Sequence[_Found], causes: _Causes) -> None:
    """Note for each finding the first one, at least as severe, whose error explains it."""
    by_place: dict[Evidence, list[_Found]] = defaultdict(list)  # sentences without their words: some quote a part
    for one in found:
        if one.fingerprint not in causes.of:
            earlier = (other for place in _places(one) for other in by_place[place])
            others = (other for other in earlier if other.may_cause(one) and not causes.leads_back(other, one))
            cause = next((other for other in others if explains(other.finding, one.finding)), None)
            if cause:
                causes.note(one, cause)
        for place in _places(one):
            by_place[place].append(one)


def _places(one: _Found) -> Iterable[Evidence]:
    places = one.finding.evidence
    return dict.fromkeys(place if is_cell(place) else replace(place, text="", bbox=None) for place in places)


def _follow_several(found: Sequence[_Found], causes: _Causes) -> None:
    """Note the sums that several wrong numbers broke together: their errors add up to the sum's."""
    roots = [one for one in found if one.fingerprint not in causes.of and errors(one.finding)]
    for one in roots:
        needed = errors(one.finding)
        parts = [other for other in roots if _is_part(other, one) and other.fingerprint not in causes.of]
        shared = {cell: error for part in parts for cell, error in errors(part.finding).items() if cell in needed}
        if len(parts) > 1 and len(shared) == len(parts) and {sum(shared.values())} == {needed[cell] for cell in shared}:
            causes.note(one, parts[0])


def _is_part(part: _Found, one: _Found) -> bool:
    """Say whether a finding is a smaller error in a number that the other adds up."""
    if part is one or part.finding.severity.rank > one.finding.severity.rank or not part.may_cause(one):
        return False
    ours, theirs = errors(part.finding), errors(one.finding)
    return any(abs(ours[cell]) < abs(theirs[cell]) for cell in ours.keys() & theirs.keys())
