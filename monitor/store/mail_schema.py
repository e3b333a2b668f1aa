"""The tables of the mail: news, to whom it was told, the mails themselves, and points in time."""

from datetime import datetime

from sqlalchemy import Column
from sqlmodel import Field, SQLModel

from monitor.store.columns import AnyText, Moment, one_of
from monitor.store.states import Cause, Change, MailState, NoticeKind, State
from records.finding import Severity


class NoticeRow(SQLModel, table=True):
    """One piece of news about one document, written with what it is about."""

    __tablename__ = "notice"

    id: int | None = Field(default=None, primary_key=True)
    kind: NoticeKind = Field(sa_column=Column(one_of(NoticeKind), nullable=False))
    document_id: int = Field(foreign_key="document.id", index=True)
    severity: Severity | None = Field(default=None, sa_column=Column(one_of(Severity)))
    cause: Cause = Field(sa_column=Column(one_of(Cause), nullable=False))
    state: State | None = Field(default=None, sa_column=Column(one_of(State)))
    """Of a failure: what became of the document."""
    reason_chinese: str = Field(default="", sa_type=AnyText)
    created_at: datetime = Field(sa_type=Moment)


class NoticeFindingRow(SQLModel, table=True):
    """What a notice says of one finding."""

    __tablename__ = "notice_finding"

    notice_id: int = Field(primary_key=True, foreign_key="notice.id")
    finding_id: int = Field(primary_key=True, foreign_key="finding.id")
    change: Change = Field(sa_column=Column(one_of(Change), nullable=False))
    previous: str | None = Field(default=None, sa_type=AnyText)
    """The Finding as it was reported before, as JSON."""


class RecipientRow(SQLModel, table=True):
    """Someone the digest goes to."""

    __tablename__ = "recipient"

    address: str = Field(primary_key=True, sa_type=AnyText)
    since: datetime = Field(sa_type=Moment)
    after_notice: int
    """The last notice there was when they became a recipient; what came before is not theirs."""


class MailRow(SQLModel, table=True):
    """One mail to one recipient."""

    __tablename__ = "mail"

    id: int | None = Field(default=None, primary_key=True)
    message_id: str = Field(unique=True, sa_type=AnyText)
    recipient: str = Field(sa_type=AnyText)
    subject: str = Field(sa_type=AnyText)
    content: bytes
    html: str = Field(sa_type=AnyText)
    state: MailState = Field(sa_column=Column(one_of(MailState), nullable=False, index=True))
    doubted: bool = False
    """Whether an earlier attempt may have arrived; never false again."""
    attempts: int = 0
    reason: str = Field(default="", sa_type=AnyText)
    created_at: datetime = Field(sa_type=Moment)
    attempted_at: datetime | None = Field(default=None, sa_type=Moment)
    next_try_at: datetime = Field(sa_type=Moment)
    sent_at: datetime | None = Field(default=None, sa_type=Moment)


class ToldRow(SQLModel, table=True):
    """That a notice is settled for one recipient."""

    __tablename__ = "told"

    notice_id: int = Field(primary_key=True, foreign_key="notice.id")
    recipient: str = Field(primary_key=True, sa_type=AnyText)
    mail_id: int | None = Field(default=None, foreign_key="mail.id", index=True)
    """None where it was passed over: not of this recipient's concern."""


class MomentRow(SQLModel, table=True):
    """A point in time that outlives the process."""

    __tablename__ = "moment"

    name: str = Field(primary_key=True, sa_type=AnyText)
    at: datetime = Field(sa_type=Moment)
