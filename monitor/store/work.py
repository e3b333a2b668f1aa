"""Which document is worked on next, and what becomes of those that fail."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, or_, select

from monitor.store.engine import Session
from monitor.store.files import standing_of
from monitor.store.notices import add_failure_notice
from monitor.store.rows import id_of, row_of
from monitor.store.schema import DocumentRow, ReadingRow
from monitor.store.states import State

STRIKES = 3
"""How often the reader may crash or run over its limits on a document before it is quarantined."""
INTERRUPTIONS = 10
"""How often the service may end in the middle of a document before that is the document's doing and not chance."""
NEVER_ENDED = f"work on it began {INTERRUPTIONS} times and never ended: it brings the service down"
NEVER_ENDED_CHINESE = f"处理 {INTERRUPTIONS} 次均使程序意外中断，已停止处理，请人工核对。"


@dataclass(frozen=True, slots=True)
class Work:
    """One document that was claimed."""

    document_id: int
    state: State
    sha256: str
    name: str
    """The original file name."""
    root: str
    path: str
    """Where it stands on the share now, or last stood."""
    kept: str | None
    pages: int | None
    """How many it has, where an earlier reading told."""
    attempt: int
    """1 for the first."""


def claim_next(session: Session, state: State, now: datetime, lease: timedelta) -> Work | None:
    """Claim the document that waits longest in a state (received, scanned: to be read; read: to be checked).

    An interruption is counted here, before the work begins, and taken back when it ends, so that a document that kills
    us is noticed: it waits behind the others, and is quarantined with a notice in the end. Commit before beginning the
    work. Recording how it ended, put_off, or the end of the lease ends the claim.
    """
    while (document := _longest_waiting(session, state, now)) is not None:
        if document.interruptions < INTERRUPTIONS:
            document.interruptions += 1
            document.claimed_until = now + lease
            session.flush()
            return _work(session, document)
        record_failure(session, id_of(document.id), State.QUARANTINED, NEVER_ENDED, NEVER_ENDED_CHINESE, now)
    return None


def release_claims(session: Session) -> int:
    """End every claim, at start-up, when nobody can still be working; return how many there were."""
    claimed = session.exec(select(DocumentRow).where(col(DocumentRow.claimed_until).is_not(None))).all()
    for document in claimed:
        document.claimed_until = None
    return len(claimed)


def record_strike(
    session: Session, document_id: int, reason: str, reason_chinese: str, now: datetime, again_at: datetime
) -> State:
    """Record that the reader crashed or ran over its limits; try again then, or quarantine with a notice.

    Returns the state the document is in now.
    """
    document = row_of(session, DocumentRow, document_id)
    document.attempts += 1
    document.interruptions = 0
    if document.attempts >= STRIKES:
        record_failure(session, document_id, State.QUARANTINED, reason, reason_chinese, now)
    else:
        document.next_try_at, document.claimed_until = again_at, None
    return document.state


def record_scanned(session: Session, document_id: int, *, format: str, pages: int, now: datetime) -> None:  # noqa: A002 (the field's own word)
    """Record that a document has pages that are pictures, to be read by the process that reads these."""
    document = row_of(session, DocumentRow, document_id)
    document.state, document.changed_at = State.SCANNED, now
    document.format, document.pages = format, pages
    document.attempts = document.interruptions = 0
    document.next_try_at, document.claimed_until = None, None


def put_off(session: Session, document_id: int, again_at: datetime) -> None:
    """End a claim without counting the attempt: the trouble was not the document's (share away, disk full)."""
    document = row_of(session, DocumentRow, document_id)
    if document.claimed_until is not None:
        document.interruptions -= 1
        document.next_try_at, document.claimed_until = again_at, None


def record_failure(
    session: Session,
    document_id: int,
    state: State,
    reason: str,
    reason_chinese: str,
    now: datetime,
    *,
    reader_version: str = "",
    format: str | None = None,  # noqa: A002 (the field's own word)
    pages: int | None = None,
) -> None:
    """Record for good that a document is unreadable, not a disclosure or quarantined, with a notice.

    The same failure again, as after a new reader's try, is no news and gives no notice.
    """
    document = row_of(session, DocumentRow, document_id)
    document.state, document.reason, document.reason_chinese = state, reason, reason_chinese
    document.reader_version, document.changed_at = reader_version, now
    document.format, document.pages = format or document.format, pages or document.pages
    document.next_try_at, document.claimed_until = None, None
    session.flush()
    add_failure_notice(session, document_id, state, reason_chinese, now)


def retry(session: Session, document_id: int, now: datetime) -> None:
    """Have a document read again, whatever state it is in."""
    document = row_of(session, DocumentRow, document_id)
    document.state, document.changed_at = State.RECEIVED, now
    document.attempts = document.interruptions = 0
    document.next_try_at, document.claimed_until = None, None


def retry_for_reader(session: Session, reader_version: str, now: datetime) -> int:
    """Have everything another reader version made no disclosure of read again, archives too; return how many."""
    failed = session.exec(
        select(DocumentRow).where(
            col(DocumentRow.state).in_((State.UNREADABLE, State.NOT_A_DISCLOSURE, State.UNPACKED)),
            DocumentRow.reader_version != reader_version,
        )
    ).all()
    for document in failed:
        retry(session, id_of(document.id), now)
    return len(failed)


def _longest_waiting(session: Session, state: State, now: datetime) -> DocumentRow | None:
    """Return the document that nobody works on and that was not replaced by another.

    What was never checked comes before what is only checked again: after an upgrade that may be everything stored.
    """
    return session.exec(
        select(DocumentRow)
        .outerjoin(ReadingRow, col(ReadingRow.document_id) == col(DocumentRow.id))
        .where(
            DocumentRow.state == state,
            or_(col(DocumentRow.next_try_at).is_(None), col(DocumentRow.next_try_at) <= now),
            or_(col(DocumentRow.claimed_until).is_(None), col(DocumentRow.claimed_until) <= now),
            or_(state is not State.READ, col(ReadingRow.superseded_by).is_(None)),
        )
        .order_by(
            col(DocumentRow.interruptions),
            col(ReadingRow.checked_at).is_not(None),
            col(DocumentRow.changed_at),
            col(DocumentRow.id),
        )
        .limit(1)
    ).first()


def _work(session: Session, document: DocumentRow) -> Work:
    place = standing_of(session, id_of(document.id))
    return Work(
        document_id=id_of(document.id),
        state=document.state,
        sha256=document.sha256,
        name=document.name,
        root=place.root,
        path=place.path,
        kept=document.kept,
        pages=document.pages,
        attempt=document.attempts + 1,
    )
