"""Puts documents into a store the way the service does, step by step, so that a test shows only what it is about."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from monitor.store.engine import Store
from monitor.store.findings import Versions, record_checks
from monitor.store.ledger import Listed, mark_received, record_sighting
from monitor.store.readings import record_reading
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.finding import CheckRun, Finding, Mode, Outcome, Severity, subject_of
from records.headline import Headline, Movement
from tests.builders.disclosures import CELL

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
SHARE = "/srv/share"
HEADLINE = Headline(Movement("总额", "total"), Movement("“三公”经费", "sangong"))
VERSIONS = Versions(config="c1", checks="k1")


def minutes(count: int) -> datetime:
    """Return the time so many minutes after the tests begin."""
    return NOON + timedelta(minutes=count)


def receive(store: Store, path: str, content: str = "", *, at: int = 0) -> int:
    """Have a file with that content stand on the share and be received; return its document's id."""
    content = content or path
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    with store.write() as session:
        file_id, _ = record_sighting(session, SHARE, Listed(path, len(content), at), minutes(at))
        return mark_received(session, file_id, sha256, kept=sha256, now=minutes(at)).document_id


def publish(store: Store, path: str, disclosure: Disclosure, content: str = "", *, at: int = 0) -> int:
    """Have a disclosure received and read."""
    document_id = receive(store, path, content, at=at)
    with store.write() as session:
        record_reading(session, document_id, disclosure, "r1", minutes(at))
    return document_id


def check(store: Store, document_id: int, *runs: CheckRun, at: int = 0, versions: Versions = VERSIONS) -> None:
    """Record how checks came out."""
    with store.write() as session:
        record_checks(session, document_id, runs, HEADLINE, versions, minutes(at))


def a_finding(
    disclosure: Disclosure,
    item: str = "204",
    *,
    code: str = "SUM001",
    actual: str = "100",
    severity: Severity = Severity.ERROR,
) -> Finding:
    """Return a finding about one item of a disclosure."""
    return Finding(
        code=code,
        case="different",
        subject=subject_of(disclosure, table="general", item=item),
        severity=severity,
        message=f"“{item}”为 {actual} 元，应为 90 元。",
        evidence=(Evidence(page=3, row=item, text=actual, bbox=CELL),),
        expected=Decimal(90),
        actual=Decimal(actual),
    )


def found(*findings: Finding, code: str = "SUM001", mode: Mode = Mode.ON, reason: str | None = None) -> CheckRun:
    """Return a run that found these, or passed where there are none."""
    return CheckRun(code, mode, Outcome.FOUND if findings else Outcome.PASSED, findings, reason)


def came_out(outcome: Outcome, code: str = "SUM001") -> CheckRun:
    """Return a run that could not be concluded."""
    return CheckRun(code, Mode.ON, outcome, (), "something is missing")


def reworded(finding: Finding) -> Finding:
    """Return the same finding in other words."""
    return replace(finding, message="另一种说法：" + finding.message)
