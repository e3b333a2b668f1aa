"""Decides whether an alteration is found: whether a finding appears that was not there, and names what was altered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bench.alterations import Alteration
from bench.reach import place_of
from checks.runner import run_checks
from checks.settings import CheckSettings
from records.disclosure import Disclosure
from records.finding import Finding, Mode, Severity
from records.surroundings import Surroundings

Known = frozenset[tuple[str, Severity]]


class Verdict(StrEnum):
    """What became of an alteration."""

    FOUND = "found"
    INFO = "info"
    """Only a finding of severity info: the change is within twice the tolerance, and may be a rounding."""
    WITHIN = "within"
    """Not found, and within the tolerance of every relation."""
    BLIND = "blind"
    """Not found, and in no relation at all."""
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Judged:
    """An alteration with its verdict."""

    kind: str
    where: str
    what: str
    verdict: Verdict
    reread: bool = False


def findings_of(disclosure: Disclosure, settings: Sequence[CheckSettings]) -> list[Finding]:
    """Return what the checks that are on find in a disclosure alone."""
    runs = run_checks(disclosure, Surroundings(), settings)
    return [finding for run in runs if run.mode is Mode.ON for finding in run.findings]


def known(findings: Iterable[Finding]) -> Known:
    """Return what tells these findings from new ones."""
    return frozenset((finding.fingerprint, finding.severity) for finding in findings)


def judged(alteration: Alteration, findings: Iterable[Finding], before: Known) -> Judged:
    """Return an alteration with its verdict."""
    new = [one for one in findings if (one.fingerprint, one.severity) not in before and _names(one, alteration)]
    return Judged(alteration.kind, alteration.where, alteration.what, _verdict(alteration, new))


def _verdict(alteration: Alteration, new: Sequence[Finding]) -> Verdict:
    if new:
        return Verdict.INFO if all(one.severity is Severity.INFO for one in new) else Verdict.FOUND
    if not alteration.shown.tied:
        return Verdict.BLIND
    return Verdict.MISSED if alteration.shown.broken else Verdict.WITHIN


def _names(finding: Finding, alteration: Alteration) -> bool:
    """Return whether a finding's evidence stands where something was altered, or quotes what was put there."""
    return any(place_of(one) in alteration.touched for one in finding.evidence) or any(
        alteration.new and alteration.new in one.text and one.page == alteration.place[0] for one in finding.evidence
    )
