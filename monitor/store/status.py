"""What `budgetwatch status` shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, func, or_, select

from monitor.store.engine import Session
from monitor.store.files import on_the_share, standing_of
from monitor.store.mail_schema import MailRow
from monitor.store.moments import moments
from monitor.store.rows import id_of
from monitor.store.schema import DocumentRow, FileRow, FindingRow, ReadingRow, ReportRow
from monitor.store.states import FAILED, UNSENT, MailState, State
from records.finding import Mode, Severity


@dataclass(frozen=True, slots=True)
class Failure:
    """One document on the share that is not checked, and why."""

    document_id: int
    name: str
    root: str
    path: str
    state: State
    reason: str
    reason_chinese: str
    since: datetime


@dataclass(frozen=True, slots=True)
class UndeliveredMail:
    """One mail that has not arrived, and why."""

    mail_id: int
    recipient: str
    subject: str
    state: MailState
    attempts: int
    reason: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Status:
    """Where everything stands."""

    counts: Mapping[State, int]
    """Seen and withdrawn are files; the other states are documents, whatever number of copies they have."""
    oldest_waiting: datetime | None
    """Since when the document that waits longest has been waiting to be read or checked."""
    failures: tuple[Failure, ...]
    open_findings: Mapping[Severity, int]
    mails: Mapping[MailState, int]
    undelivered: tuple[UndeliveredMail, ...]
    last_mail_at: datetime | None
    moments: Mapping[str, datetime]


def status(session: Session) -> Status:
    """Return where everything stands."""
    waiting = (
        select(func.min(DocumentRow.changed_at))
        .outerjoin(ReadingRow, col(ReadingRow.document_id) == col(DocumentRow.id))
        .where(_waits())
    )
    mails = session.exec(select(MailRow.state, func.count()).group_by(col(MailRow.state)))
    return Status(
        counts=counts_by_state(session),
        oldest_waiting=session.exec(waiting).one(),
        failures=_failures(session),
        open_findings=_open_findings(session),
        mails={MailState(state): count for state, count in mails},
        undelivered=_undelivered(session),
        last_mail_at=session.exec(select(func.max(MailRow.sent_at))).one(),
        moments=moments(session),
    )


def counts_by_state(session: Session) -> Mapping[State, int]:
    """Return how many files are seen and withdrawn, and how many documents are in every other state.

    A document whose files are gone counts no more, except while it waits to be read or checked.
    """
    documents = (
        select(DocumentRow.state, func.count())
        .outerjoin(ReadingRow, col(ReadingRow.document_id) == col(DocumentRow.id))
        .where(or_(_waits(), on_the_share(DocumentRow.id)))
        .group_by(col(DocumentRow.state))
    )
    counts = {State(state): count for state, count in session.exec(documents)}
    files = select(func.count()).select_from(FileRow).where(col(FileRow.superseded_at).is_(None))
    seen = files.where(col(FileRow.document_id).is_(None), col(FileRow.withdrawn_at).is_(None))
    withdrawn = files.where(col(FileRow.withdrawn_at).is_not(None))
    for state, query in ((State.SEEN, seen), (State.WITHDRAWN, withdrawn)):
        counts[state] = session.exec(query).one()
    return {state: counts[state] for state in State if counts.get(state)}


def _waits() -> ColumnElement[bool]:
    """Return the condition that a document waits to be read, or to be checked and was not replaced."""
    return or_(
        col(DocumentRow.state).in_((State.RECEIVED, State.SCANNED)),
        and_(col(DocumentRow.state) == State.READ, col(ReadingRow.superseded_by).is_(None)),
    )


def _failures(session: Session) -> tuple[Failure, ...]:
    failed = (
        select(DocumentRow)
        .where(col(DocumentRow.state).in_(FAILED), on_the_share(DocumentRow.id))
        .order_by(col(DocumentRow.changed_at), col(DocumentRow.id))
    )
    return tuple(_failure(session, document) for document in session.exec(failed).all())


def _failure(session: Session, document: DocumentRow) -> Failure:
    place = standing_of(session, id_of(document.id))
    return Failure(
        document_id=id_of(document.id),
        name=document.name,
        root=place.root,
        path=place.path,
        state=document.state,
        reason=document.reason,
        reason_chinese=document.reason_chinese,
        since=document.changed_at,
    )


def _open_findings(session: Session) -> Mapping[Severity, int]:
    standing = (
        select(ReportRow.severity, func.count(col(ReportRow.finding_id).distinct()))
        .join(FindingRow)
        .where(col(ReportRow.stands).is_(True), FindingRow.mode == Mode.ON)
        .group_by(col(ReportRow.severity))
    )
    return {Severity(severity): count for severity, count in session.exec(standing)}


def _undelivered(session: Session) -> tuple[UndeliveredMail, ...]:
    unsent = (
        select(MailRow)
        .where(col(MailRow.state).in_((*UNSENT, MailState.FAILED)))
        .order_by(col(MailRow.created_at), col(MailRow.id))
    )
    return tuple(
        UndeliveredMail(
            mail_id=id_of(mail.id),
            recipient=mail.recipient,
            subject=mail.subject,
            state=mail.state,
            attempts=mail.attempts,
            reason=mail.reason,
            created_at=mail.created_at,
        )
        for mail in session.exec(unsent)
    )
