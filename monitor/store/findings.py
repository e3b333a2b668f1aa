"""Keeps how the checks came out, and what has become of every finding."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, delete, select, update

from monitor.store.encoding import decode, encode, findings, headlines
from monitor.store.engine import Session
from monitor.store.lifecycle import follow
from monitor.store.notices import add_checks_notice
from monitor.store.rows import row_of
from monitor.store.schema import CheckRunRow, DocumentRow, FindingRow, ReadingRow, ReportRow
from monitor.store.states import Cause, NoticeKind, State
from records.finding import CheckRun, Finding, Mode
from records.headline import Headline


@dataclass(frozen=True, slots=True)
class Versions:
    """What a check run was made with."""

    config: str
    checks: str


@dataclass(frozen=True, slots=True)
class OpenFinding:
    """A finding that stands."""

    finding: Finding
    mode: Mode
    document_id: int
    file_name: str
    since: datetime


def record_checks(
    session: Session,
    document_id: int,
    runs: Sequence[CheckRun],
    headline: Headline,
    versions: Versions,
    now: datetime,
) -> None:
    """Keep how the checks came out, move the document to `checked`, and write a notice if there is news.

    A finding is known again by its fingerprint. One that is not found any more is resolved only if its check ran to
    its end. Recording the same outcome again changes nothing. Findings of a check in shadow mode are kept, and are no
    news.
    """
    document = row_of(session, DocumentRow, document_id)
    reading = row_of(session, ReadingRow, document_id)
    with_versions = f"{reading.reader_version} {_text_of(versions)}"
    cause = _cause(reading, with_versions)
    _replace_runs(session, document_id, runs)
    changes = follow(session, document_id, runs, now)
    if reading.checked_at is None:
        add_checks_notice(session, document_id, NoticeKind.DISCLOSURE, cause, changes, now)
    elif changes:
        add_checks_notice(session, document_id, NoticeKind.FINDINGS, cause, changes, now)
    reading.headline, reading.checked_at, reading.checked_with = encode(headlines(), headline), now, with_versions
    if document.state is not State.CHECKED:
        document.state, document.changed_at = State.CHECKED, now
    document.attempts = document.interruptions = 0
    document.next_try_at, document.claimed_until = None, None


def check_again_with(session: Session, versions: Versions, now: datetime) -> int:
    """Have everything checked again that other checks, or the same with other settings, checked; return how many."""
    by_others = select(ReadingRow.document_id).where(
        col(ReadingRow.superseded_by).is_(None), col(ReadingRow.checked_with).not_like(f"% {_text_of(versions)}")
    )
    again = update(DocumentRow).where(col(DocumentRow.state) == State.CHECKED, col(DocumentRow.id).in_(by_others))
    return session.exec(again.values(state=State.READ, attempts=0, changed_at=now)).rowcount


def open_findings(session: Session, *, body: str | None = None, code: str | None = None) -> tuple[OpenFinding, ...]:
    """Return the findings that stand, by body and code; `body` is the key of a body, `code` that of a check."""
    standing = (
        select(ReportRow, FindingRow, DocumentRow.name)
        .join(FindingRow, col(FindingRow.id) == col(ReportRow.finding_id))
        .join(ReadingRow, col(ReadingRow.document_id) == col(ReportRow.document_id))
        .join(DocumentRow, col(DocumentRow.id) == col(ReportRow.document_id))
        .where(col(ReportRow.stands).is_(True))
        .order_by(ReadingRow.body_key, FindingRow.code, col(ReportRow.document_id), col(ReportRow.id))
    )
    if body is not None:
        standing = standing.where(ReadingRow.body_key == body)
    if code is not None:
        standing = standing.where(FindingRow.code == code)
    # Two files of one publication may report the same finding; the later one speaks.
    latest = {row.id: (report, row, name) for report, row, name in session.exec(standing)}
    return tuple(
        OpenFinding(decode(findings(), report.finding), row.mode, report.document_id, name, row.first_found_at)
        for report, row, name in latest.values()
    )


def _text_of(versions: Versions) -> str:
    return f"{versions.config} {versions.checks}"


def _cause(reading: ReadingRow, with_versions: str) -> Cause:
    if reading.checked_at is None:
        return Cause.PUBLISHED
    return Cause.SURROUNDINGS if reading.checked_with == with_versions else Cause.OURS


def _replace_runs(session: Session, document_id: int, runs: Sequence[CheckRun]) -> None:
    session.exec(delete(CheckRunRow).where(col(CheckRunRow.document_id) == document_id))
    session.add_all(
        CheckRunRow(
            document_id=document_id,
            code=run.code,
            position=position,
            mode=run.mode,
            outcome=run.outcome,
            reason=run.reason,
        )
        for position, run in enumerate(runs)
    )
