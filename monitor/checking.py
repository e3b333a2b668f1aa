"""Checks a disclosure together with the other file of its publication."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checks.headline import headline_of
from checks.runner import run_checks
from checks.settings import CheckSettings
from records.companions import joined
from records.disclosure import Disclosure
from records.finding import CheckRun, Finding, Outcome
from records.headline import Headline
from records.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Checked:
    """How the checks of one file came out."""

    headline: Headline
    runs: tuple[CheckRun, ...]


def checked(
    disclosure: Disclosure, companion: Disclosure | None, surroundings: Surroundings, settings: Sequence[CheckSettings]
) -> Checked:
    """Return how the checks of a file came out, with its companion as part of it.

    A finding is reported with the file its first evidence stands in, so that two files do not both report it.
    """
    whole = joined(disclosure, companion)
    runs = run_checks(whole, surroundings, settings)
    names = {document.name for document in companion.documents} if companion else set()
    return Checked(headline_of(whole, surroundings), tuple(_own(run, names) for run in runs))


def _own(run: CheckRun, elsewhere: set[str]) -> CheckRun:
    findings = tuple(finding for finding in run.findings if not _stands_in(finding, elsewhere))
    outcome = Outcome.PASSED if run.findings and not findings else run.outcome
    return replace(run, outcome=outcome, findings=findings)


def _stands_in(finding: Finding, names: set[str]) -> bool:
    return finding.evidence[0].document in names
