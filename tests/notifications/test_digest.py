from notifications.digest import CheckCounts, Digest, News, count_runs
from records.finding import CheckRun, Mode, Outcome, Severity
from tests.builders.digests import MORNING, a_digest, a_finding, a_line, some_news


def test_resolved_findings_are_counted_apart() -> None:
    warning = a_line(a_finding("YOY008", severity=Severity.WARNING), news=News.OPEN)
    counts = a_digest(some_news(a_line(), warning, a_line(a_finding(item="g"), news=News.RESOLVED))).counts
    assert (counts.findings, counts.errors, counts.warnings, counts.resolved) == (2, 1, 1, 1)


def test_what_follows_from_a_finding_is_counted_with_it() -> None:
    cause = a_finding()
    counts = a_digest(some_news(a_line(cause), a_line(a_finding("SUM002", caused_by=cause.fingerprint)))).counts
    assert (counts.findings, counts.errors) == (1, 1)


def test_shadow_runs_are_not_counted() -> None:
    runs = [
        CheckRun("SUM001", Mode.ON, Outcome.PASSED),
        CheckRun("SUM002", Mode.ON, Outcome.SKIPPED),
        CheckRun("SUM003", Mode.SHADOW, Outcome.ERRORED),
    ]
    assert count_runs(runs) == CheckCounts(passed=1, skipped=1)


def test_a_digest_with_nothing_to_tell_is_empty() -> None:
    assert Digest(MORNING).empty
    assert not a_digest(some_news()).empty
