"""Mails on their way: frozen as rendered, delivered at least once, each recipient apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, delete, select

from monitor.store.engine import Session
from monitor.store.mail_schema import MailRow, ToldRow
from monitor.store.notices import settle
from monitor.store.rows import id_of, row_of
from monitor.store.states import UNSENT, MailState


@dataclass(frozen=True, slots=True)
class NewMail:
    """A mail as it was rendered for one recipient."""

    message_id: str
    recipient: str
    subject: str
    content: bytes
    """The whole message, exactly as it goes to the server at every attempt."""
    html: str
    """What `budgetwatch mail` shows."""


@dataclass(frozen=True, slots=True)
class MailToDeliver:
    """A mail that is to be sent now."""

    mail_id: int
    message_id: str
    recipient: str
    content: bytes
    attempt: int
    """The number this attempt has: 1 for the first."""
    in_doubt: bool
    """True where an earlier attempt may have arrived, so that this one may be a duplicate."""


def record_mail(session: Session, mail: NewMail, notices: Sequence[int], now: datetime) -> int:
    """Queue a mail and settle its notices for its recipient; return its id. A known Message-ID is queued once."""
    known = session.exec(select(MailRow).where(MailRow.message_id == mail.message_id)).first()
    if known is not None:
        return id_of(known.id)
    row = MailRow(
        message_id=mail.message_id,
        recipient=mail.recipient,
        subject=mail.subject,
        content=mail.content,
        html=mail.html,
        state=MailState.QUEUED,
        created_at=now,
        next_try_at=now,
    )
    session.add(row)
    session.flush()
    settle(session, mail.recipient, notices, row.id)
    return id_of(row.id)


def take_back(session: Session, recipient: str) -> int:
    """Give up the mails to a recipient that certainly never arrived, so that their news is told in the next.

    Returns how many there were. Their notices are pending again.
    """
    mails = session.exec(
        select(MailRow).where(
            MailRow.recipient == recipient,
            col(MailRow.state).in_((MailState.QUEUED, MailState.HELD)),
            col(MailRow.doubted).is_(False),
        )
    ).all()
    for mail in mails:
        session.exec(delete(ToldRow).where(col(ToldRow.mail_id) == mail.id))
        session.delete(mail)
    session.flush()
    return len(mails)


def mails_to_deliver(session: Session, now: datetime) -> tuple[MailToDeliver, ...]:
    """Return the mails whose time has come, oldest first."""
    due = (
        select(MailRow)
        .where(col(MailRow.state).in_(UNSENT), MailRow.next_try_at <= now)
        .order_by(col(MailRow.created_at), col(MailRow.id))
    )
    return tuple(
        MailToDeliver(
            mail_id=id_of(row.id),
            message_id=row.message_id,
            recipient=row.recipient,
            content=row.content,
            attempt=row.attempts + 1,
            in_doubt=row.doubted or row.state is MailState.IN_DOUBT,
        )
        for row in session.exec(due)
    )


def record_attempt(session: Session, mail_id: int, now: datetime, again_at: datetime) -> None:
    """Count an attempt before it begins; if its end is never heard of, the mail is in doubt and tried again then."""
    mail = row_of(session, MailRow, mail_id)
    # Still in doubt from before: we were killed while the last attempt was under way, and it may have arrived.
    mail.doubted = mail.doubted or mail.state is MailState.IN_DOUBT
    mail.state, mail.attempted_at, mail.next_try_at = MailState.IN_DOUBT, now, again_at
    mail.attempts += 1


def record_sent(session: Session, mail_id: int, now: datetime) -> None:
    """Record that the server took the mail for this recipient."""
    mail = row_of(session, MailRow, mail_id)
    mail.state, mail.sent_at, mail.reason = MailState.SENT, mail.sent_at or now, ""


def record_retry(session: Session, mail_id: int, again_at: datetime, reason: str, *, in_doubt: bool = False) -> None:
    """Record that the attempt failed for now; in doubt where the connection broke after the message was handed over.

    A mail that was ever in doubt stays so until it is sent: it may be tried again, never taken back.
    """
    mail = row_of(session, MailRow, mail_id)
    mail.doubted = mail.doubted or in_doubt
    mail.state = MailState.IN_DOUBT if mail.doubted else MailState.QUEUED
    mail.next_try_at, mail.reason = again_at, reason


def record_held(session: Session, mail_id: int, again_at: datetime, reason: str) -> None:
    """Record that the server cannot be used as configured; the attempt does not count."""
    mail = row_of(session, MailRow, mail_id)
    if mail.state is MailState.IN_DOUBT:
        mail.attempts -= 1
    mail.state, mail.next_try_at, mail.reason = MailState.HELD, again_at, reason


def record_refused(session: Session, mail_id: int, reason: str) -> None:
    """Record that the server refused this recipient for good."""
    mail = row_of(session, MailRow, mail_id)
    mail.state, mail.reason = MailState.FAILED, reason
