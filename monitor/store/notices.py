"""News that waits to be mailed to each recipient."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, func, select

from monitor.store.engine import Session
from monitor.store.mail_schema import NoticeFindingRow, NoticeRow, RecipientRow, ToldRow
from monitor.store.rows import batches, id_of
from monitor.store.states import Cause, Change, NoticeKind, State
from records.finding import Severity


@dataclass(frozen=True, slots=True)
class Notice:
    """One piece of news about one document."""

    id: int
    kind: NoticeKind
    document_id: int
    severity: Severity | None
    """Of the most severe finding that is new, changed or reopened; None where there is none."""
    cause: Cause
    created_at: datetime


@dataclass(frozen=True, slots=True)
class FindingChange:
    """What is news about one finding."""

    finding_id: int
    change: Change
    severity: Severity
    previous: str | None
    """The finding as it was reported before, as JSON."""


def set_recipients(session: Session, recipients: Iterable[str], now: datetime) -> None:
    """Make these the recipients; one that was not among them before gets the news from now on, not the past.

    The very first ones get everything, as does an address that was never set.
    """
    wanted = set(recipients)
    known = {row.address: row for row in session.exec(select(RecipientRow))}
    for address in known.keys() - wanted:
        session.delete(known[address])
    last = session.exec(select(func.max(NoticeRow.id))).one() if known else None
    session.add_all(
        RecipientRow(address=address, since=now, after_notice=last or 0) for address in sorted(wanted - known.keys())
    )


def pending_notices(session: Session, recipient: str) -> tuple[Notice, ...]:
    """Return the news that no mail to this recipient has told yet, oldest first."""
    told = select(ToldRow.notice_id).where(ToldRow.recipient == recipient)
    pending = select(NoticeRow).where(col(NoticeRow.id).not_in(told)).order_by(col(NoticeRow.id))
    known = session.get(RecipientRow, recipient)
    if known is not None:
        pending = pending.where(col(NoticeRow.id) > known.after_notice)
    return tuple(
        Notice(id_of(row.id), row.kind, row.document_id, row.severity, row.cause, row.created_at)
        for row in session.exec(pending)
    )


def pass_over(session: Session, recipient: str, notices: Sequence[int]) -> None:
    """Settle notices that are not for this recipient, without a mail."""
    settle(session, recipient, notices, None)


def settle(session: Session, recipient: str, notices: Sequence[int], mail_id: int | None) -> None:
    """Record that notices were told to a recipient; those settled before stay with the mail that told them."""
    for batch in batches(dict.fromkeys(notices)):
        told = set(
            session.exec(
                select(ToldRow.notice_id).where(ToldRow.recipient == recipient, col(ToldRow.notice_id).in_(batch))
            )
        )
        session.add_all(
            ToldRow(notice_id=notice, recipient=recipient, mail_id=mail_id) for notice in batch if notice not in told
        )


def add_failure_notice(session: Session, document_id: int, state: State, reason_chinese: str, now: datetime) -> None:
    """Write the notice of a failure, unless it is what was last said of the document."""
    last = session.exec(
        select(NoticeRow).where(NoticeRow.document_id == document_id).order_by(col(NoticeRow.id).desc())
    ).first()
    if last is not None and (last.state, last.reason_chinese) == (state, reason_chinese):
        return
    session.add(
        NoticeRow(
            kind=NoticeKind.FAILURE,
            document_id=document_id,
            cause=Cause.OURS if last else Cause.PUBLISHED,
            state=state,
            reason_chinese=reason_chinese,
            created_at=now,
        )
    )


def add_checks_notice(
    session: Session,
    document_id: int,
    kind: NoticeKind,
    cause: Cause,
    changes: Sequence[FindingChange],
    now: datetime,
) -> None:
    """Write the notice of a check with what it changed."""
    severities = [change.severity for change in changes if change.change is not Change.RESOLVED]
    notice = NoticeRow(
        kind=kind,
        document_id=document_id,
        severity=min(severities, key=lambda severity: severity.rank, default=None),
        cause=cause,
        created_at=now,
    )
    session.add(notice)
    session.flush()
    session.add_all(
        NoticeFindingRow(
            notice_id=id_of(notice.id), finding_id=change.finding_id, change=change.change, previous=change.previous
        )
        for change in changes
    )
