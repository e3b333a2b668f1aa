"""Runs checks on one disclosure; one broken check never keeps the others from running."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import structlog

from checks.causes import with_causes
from checks.check import Skipped, Unresolved
from checks.settings import CheckSettings
from records.disclosure import Disclosure
from records.finding import CheckRun, Finding, Mode, Outcome
from records.surroundings import Surroundings
from records.table import Table


def run_checks(
    disclosure: Disclosure, surroundings: Surroundings, settings: Iterable[CheckSettings]
) -> tuple[CheckRun, ...]:
    """Return how every check that is not off came out, in the order given, each finding with its cause."""
    return with_causes([_run(disclosure, surroundings, one) for one in settings if one.mode is not Mode.OFF])


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
    misread = _misread(found, disclosure)
    if misread:
        found = [finding for finding in found if not _rests_on(finding, misread)]
        outcome, reason = Outcome.UNRESOLVED, f"{', '.join(table.caption for table in misread)}: may be misread"
    return CheckRun(code, mode, Outcome.FOUND if found else outcome, _told_apart(found), reason)


def _misread(findings: Iterable[Finding], disclosure: Disclosure) -> tuple[Table, ...]:
    """Return the doubtful tables that findings rest on: there the reading is the cause, not the body."""
    findings = tuple(findings)
    doubtful = (table for table in disclosure.tables if table.quality.doubtful)
    return tuple(table for table in doubtful if any(_rests_on(finding, [table]) for finding in findings))


def _rests_on(finding: Finding, tables: Iterable[Table]) -> bool:
    """Say whether a finding quotes a number of the tables; a table that is missing behind one of them does not."""
    places = {(table.evidence.document, table.caption, page) for table in tables for page in table.pages}
    cells = (one for one in finding.evidence if one.row or one.column)
    return any((one.document, one.caption, one.page) in places for one in cells)


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
