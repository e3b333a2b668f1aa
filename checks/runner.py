"""Runs checks on one disclosure; one broken check never keeps the others from running."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import structlog

from checks.check import Skipped, Unresolved
from checks.settings import CheckSettings
from records.disclosure import Disclosure
from records.finding import CheckRun, Finding, Mode, Outcome
from records.surroundings import Surroundings


def run_checks(
    disclosure: Disclosure, surroundings: Surroundings, settings: Iterable[CheckSettings]
) -> tuple[CheckRun, ...]:
    """Return how every check that is not off came out, in the order given."""
    return tuple(_run(disclosure, surroundings, one) for one in settings if one.mode is not Mode.OFF)


def _run(disclosure: Disclosure, surroundings: Surroundings, settings: CheckSettings) -> CheckRun:
    code, mode = settings.check.code, settings.mode
    found: list[Finding] = []
    reason: str | None = None
    outcome = Outcome.PASSED
    try:
        for finding in settings.check.function(disclosure, surroundings, settings.options):
            found.append(replace(finding, severity=settings.severities[finding.case]))
    except Skipped as skipped:
        outcome, reason = Outcome.SKIPPED, str(skipped)
    except Unresolved as unresolved:
        outcome, reason = Outcome.UNRESOLVED, str(unresolved)
    except Exception as error:  # a check may break in any way; the others must still run
        structlog.get_logger().exception("check broke", code=code, body=disclosure.body.name)
        return CheckRun(code, mode, Outcome.ERRORED, (), f"{type(error).__name__}: {error}")
    return CheckRun(code, mode, Outcome.FOUND if found else outcome, _told_apart(found), reason)


def _told_apart(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Number the findings that name the same subject, so that no two share a fingerprint and none is lost."""
    seen: Counter[str] = Counter()
    distinct = []
    for finding in findings:
        first = finding.fingerprint
        seen[first] += 1
        if seen[first] > 1:
            place = f"{finding.subject.place}#{seen[first]}"
            finding = replace(finding, subject=replace(finding.subject, place=place))
        distinct.append(finding)
    return tuple(distinct)
