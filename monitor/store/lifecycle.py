"""Follows every finding from check to check: new, other amounts, reopened, resolved.

A finding is known by its fingerprint and reported by documents. It stands as long as one document reports it that was
not replaced; so two files of one publication may report it, and neither resolves what the other still says.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import col, or_, select

from monitor.store.encoding import decode, encode, findings
from monitor.store.engine import Session
from monitor.store.mail_schema import NoticeFindingRow
from monitor.store.notices import FindingChange
from monitor.store.rows import id_of
from monitor.store.schema import FindingRow, ReadingRow, ReportRow
from monitor.store.states import Change
from records.finding import CheckRun, Finding, Mode, Outcome


@dataclass(slots=True)
class _Followed:
    """One finding and who reports it."""

    row: FindingRow
    told: bool
    """Whether any notice has spoken of it."""
    reports: list[ReportRow] = field(default_factory=list)

    def last_report(self, documents: Sequence[int]) -> ReportRow | None:
        """Return how it was last reported: by one of the documents if possible, standing if possible."""
        return max(
            self.reports,
            key=lambda report: (report.stands, report.document_id in documents, report.document_id),
            default=None,
        )


def follow(session: Session, document_id: int, runs: Sequence[CheckRun], now: datetime) -> tuple[FindingChange, ...]:
    """Record what the checks of a document found, and return what of it is news."""
    found = {finding.fingerprint: finding for run in runs for finding in run.findings}
    modes = {run.code: run.mode for run in runs}
    documents = [document_id, *_replaced_by(session, document_id)]
    followed = _followed(session, documents, found)
    changes = []
    for fingerprint, finding in found.items():
        one = followed.get(fingerprint) or _first(session, finding, now)
        changes.append(_found(session, one, documents, finding, modes[finding.code], now))
    concluded = {run.code for run in runs if _conclusive(run)}
    for fingerprint, one in followed.items():
        if fingerprint not in found:
            mode = modes.get(one.row.code, Mode.OFF)
            changes.append(_not_found(one, documents, mode, one.row.code in concluded, now))
    return tuple(change for change in changes if change is not None)


def change_of(*, told: bool, stood: bool, previous: Finding | None, finding: Finding) -> Change | None:
    """Return what is news about a finding that a check in mode "on" has found."""
    if not told:
        return Change.NEW
    if not stood:
        return Change.REOPENED
    return Change.AMOUNT_CHANGED if previous and differ(previous, finding) else None


def differ(one: Finding, other: Finding) -> bool:
    """Return whether two reports of one finding have other amounts; the wording is ours and does not count."""
    return (one.expected, one.actual, one.unit) != (other.expected, other.actual, other.unit)


def _conclusive(run: CheckRun) -> bool:
    """Return whether the check went through all it tests; one that stopped after it found something did not."""
    return run.outcome is Outcome.PASSED or (run.outcome is Outcome.FOUND and run.reason is None)


def _replaced_by(session: Session, document_id: int) -> Sequence[int]:
    return session.exec(select(ReadingRow.document_id).where(ReadingRow.superseded_by == document_id)).all()


def _followed(session: Session, documents: Sequence[int], fingerprints: Iterable[str]) -> dict[str, _Followed]:
    """Return the findings with these fingerprints and those that the documents report, each with all its reports."""
    reported = select(ReportRow.finding_id).where(
        col(ReportRow.document_id).in_(documents), col(ReportRow.stands).is_(True)
    )
    rows = session.exec(
        select(FindingRow).where(
            or_(col(FindingRow.fingerprint).in_(list(fingerprints)), col(FindingRow.id).in_(reported))
        )
    ).all()
    ids = [id_of(row.id) for row in rows]
    told = set(session.exec(select(NoticeFindingRow.finding_id).where(col(NoticeFindingRow.finding_id).in_(ids))))
    by_id = {id_of(row.id): _Followed(row, row.id in told) for row in rows}
    for report in session.exec(select(ReportRow).where(col(ReportRow.finding_id).in_(ids)).order_by(col(ReportRow.id))):
        by_id[report.finding_id].reports.append(report)
    return {one.row.fingerprint: one for one in by_id.values()}


def _first(session: Session, finding: Finding, now: datetime) -> _Followed:
    row = FindingRow(
        fingerprint=finding.fingerprint,
        code=finding.code,
        mode=Mode.OFF,
        stands=False,
        first_found_at=now,
        changed_at=now,
    )
    session.add(row)
    session.flush()
    return _Followed(row, told=False)


def _found(
    session: Session, one: _Followed, documents: Sequence[int], finding: Finding, mode: Mode, now: datetime
) -> FindingChange | None:
    last = one.last_report(documents)
    previous = decode(findings(), last.finding) if last else None
    change = change_of(told=one.told, stood=one.row.stands, previous=previous, finding=finding)
    before = last.finding if last else None
    if not one.row.stands or (previous and differ(previous, finding)):
        one.row.changed_at = now
    one.row.stands, one.row.mode = True, mode
    _report(session, one, documents, finding)
    if change is None or mode is not Mode.ON:
        return None
    return FindingChange(id_of(one.row.id), change, finding.severity, before)


def _report(session: Session, one: _Followed, documents: Sequence[int], finding: Finding) -> None:
    """Have the first of the documents report the finding, and those it replaces no more."""
    for report in one.reports:
        if report.document_id in documents[1:]:
            report.stands = False
    report = next((report for report in one.reports if report.document_id == documents[0]), None) or ReportRow(
        document_id=documents[0], finding_id=id_of(one.row.id), severity=finding.severity, stands=True, finding=""
    )
    report.severity, report.stands, report.finding = finding.severity, True, encode(findings(), finding)
    session.add(report)


def _not_found(
    one: _Followed, documents: Sequence[int], mode: Mode, concluded: bool, now: datetime
) -> FindingChange | None:
    one.row.mode = mode
    if not concluded:
        return None
    last = one.last_report(documents)
    for report in one.reports:
        if report.document_id in documents:
            report.stands = False
    one.row.stands = any(report.stands for report in one.reports)
    if one.row.stands:
        return None
    one.row.changed_at = now
    if last is None or not one.told or mode is not Mode.ON:
        return None
    return FindingChange(id_of(one.row.id), Change.RESOLVED, last.severity, last.finding)
