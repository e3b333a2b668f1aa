"""Decides whether an alteration is found: whether a finding appears that was not there, and names what was altered."""

from collections import Counter
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
    """Only a finding of severity info: something may be wrong."""
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
    about: str
    """What sort of figure was altered."""
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
    return Judged(alteration.kind, alteration.where, alteration.what, _verdict(alteration, new), alteration.about)


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


def figures_of(group: Sequence[Judged]) -> dict[str, float]:
    """Return how many there are of each verdict, and the share found of what must show.

    What only rounding can explain, and what nothing is tied to, is apart.
    """
    counts = Counter(one.verdict for one in group)
    found = counts[Verdict.FOUND]
    not_found = counts[Verdict.INFO] + counts[Verdict.MISSED]
    return {
        **{verdict.value: counts[verdict] for verdict in Verdict},
        "share": _part(found, not_found),
        "share_if_blind_spots_are_missed": _part(found, not_found + counts[Verdict.BLIND]),
    }


def _part(found: int, missed: int) -> float:
    return round(found / (found + missed), 4) if found + missed else 0.0
