"""The tables of documents: files on the share, the bytes they hold, what was read of them and what was found."""

from datetime import datetime

from sqlalchemy import JSON, BigInteger, Column, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from monitor.store.columns import AnyText, Moment, one_of
from monitor.store.states import State
from records.body import Scope
from records.disclosure import Kind
from records.finding import Mode, Outcome, Severity
from records.table import Measure, TableKind

STANDING_FILE = text("superseded_at IS NULL")


class FileRow(SQLModel, table=True):
    """One version of a file: a path with the bytes last seen there."""

    __tablename__ = "file"
    __table_args__ = (
        Index(
            "one_standing_file_a_path",
            "root",
            "path",
            unique=True,
            sqlite_where=STANDING_FILE,
            postgresql_where=STANDING_FILE,
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    root: str = Field(sa_type=AnyText)
    path: str = Field(sa_type=AnyText)
    size: int = Field(sa_type=BigInteger)
    mtime_ns: int = Field(sa_type=BigInteger)
    first_seen_at: datetime = Field(sa_type=Moment)
    changed_at: datetime = Field(sa_type=Moment)
    withdrawn_at: datetime | None = Field(default=None, sa_type=Moment)
    superseded_at: datetime | None = Field(default=None, sa_type=Moment)
    """When other bytes were seen at its path."""
    previous_id: int | None = Field(default=None, foreign_key="file.id")
    """The version of the file before this one."""
    document_id: int | None = Field(default=None, foreign_key="document.id", index=True)
    """None until the file is received."""


class DocumentRow(SQLModel, table=True):
    """One content: what its bytes are, and how far the work on them has come."""

    __tablename__ = "document"

    id: int | None = Field(default=None, primary_key=True)
    sha256: str = Field(unique=True, sa_type=AnyText)
    name: str = Field(sa_type=AnyText)
    """The file name it first came with."""
    unopened: bool = False
    """True for a file we were not allowed to open, whose bytes are not known: `sha256` is then of where it stands."""
    kept: str | None = Field(default=None, sa_type=AnyText)
    format: str | None = Field(default=None, sa_type=AnyText)
    pages: int | None = None
    state: State = Field(sa_column=Column(one_of(State), nullable=False, index=True))
    reason: str = Field(default="", sa_type=AnyText)
    reason_chinese: str = Field(default="", sa_type=AnyText)
    reader_version: str = Field(default="", sa_type=AnyText)
    received_at: datetime = Field(sa_type=Moment)
    changed_at: datetime = Field(sa_type=Moment)
    attempts: int = 0
    """How often the reader crashed or ran over its limits."""
    interruptions: int = 0
    """How often work on it began and, as far as is known, did not end."""
    next_try_at: datetime | None = Field(default=None, sa_type=Moment)
    claimed_until: datetime | None = Field(default=None, sa_type=Moment)


class PackedRow(SQLModel, table=True):
    """One file in an archive: both are documents, so that a copy of an archive has the same files."""

    __tablename__ = "packed"

    id: int | None = Field(default=None, primary_key=True)
    archive_id: int = Field(foreign_key="document.id", index=True)
    name: str = Field(sa_type=AnyText)
    """What the archive calls it, with slashes."""
    document_id: int = Field(foreign_key="document.id", index=True)


class ReadingRow(SQLModel, table=True):
    """What was read of a document, and with what it was checked."""

    __tablename__ = "reading"
    __table_args__ = (Index("readings_of_a_body", "body_key", "fiscal_year"),)

    document_id: int = Field(primary_key=True, foreign_key="document.id")
    body_key: str = Field(sa_type=AnyText)
    body_name: str = Field(sa_type=AnyText)
    body_code: str | None = Field(default=None, sa_type=AnyText)
    region: str | None = Field(default=None, sa_type=AnyText)
    level: str | None = Field(default=None, sa_type=AnyText)
    kind: Kind = Field(sa_column=Column(one_of(Kind), nullable=False))
    fiscal_year: int
    scope: Scope | None = Field(default=None, sa_column=Column(one_of(Scope)))
    draft: bool
    unread_pages: list[int] = Field(sa_type=JSON)
    ocr_pages: list[int] = Field(sa_type=JSON)
    disclosure: str = Field(sa_type=AnyText)
    """The whole Disclosure as JSON."""
    reader_version: str = Field(sa_type=AnyText)
    read_at: datetime = Field(sa_type=Moment)
    superseded_by: int | None = Field(default=None, foreign_key="document.id", index=True)
    """The document that now stands for the same publication, where this one's file is gone or was replaced."""
    headline: str | None = Field(default=None, sa_type=AnyText)
    checked_at: datetime | None = Field(default=None, sa_type=Moment)
    checked_with: str | None = Field(default=None, sa_type=AnyText)
    """The versions of reader, config and checks, in one text that is only compared."""


class ListedUnitRow(SQLModel, table=True):
    """One body that a department's disclosure may name as its unit."""

    __tablename__ = "listed_unit"

    document_id: int = Field(primary_key=True, foreign_key="reading.document_id")
    body_key: str = Field(primary_key=True, sa_type=AnyText, index=True)


class CorrectionRow(SQLModel, table=True):
    """What a person said of a document; what is None was left to its text."""

    __tablename__ = "correction"

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", index=True)
    author: str = Field(sa_type=AnyText)
    reason: str = Field(sa_type=AnyText)
    body: str | None = Field(default=None, sa_type=AnyText)
    fiscal_year: int | None = None
    kind: Kind | None = Field(default=None, sa_column=Column(one_of(Kind)))
    scope: Scope | None = Field(default=None, sa_column=Column(one_of(Scope)))
    made_at: datetime = Field(sa_type=Moment)
    withdrawn_at: datetime | None = Field(default=None, sa_type=Moment)


class FactRow(SQLModel, table=True):
    """One printed number of a reading, for the disclosures that are compared with it."""

    __tablename__ = "fact"

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="reading.document_id", index=True)
    table_kind: TableKind = Field(sa_column=Column(one_of(TableKind), nullable=False))
    item: str = Field(sa_type=AnyText)
    measure: Measure = Field(sa_column=Column(one_of(Measure), nullable=False))
    amount_fen: int = Field(sa_type=BigInteger)
    quantum_fen: int = Field(sa_type=BigInteger)
    page: int | None = None
    line: int | None = None
    cell: str | None = Field(default=None, sa_type=AnyText)
    caption: str = Field(sa_type=AnyText)
    row: str = Field(sa_type=AnyText)
    column: str = Field(sa_type=AnyText)
    text: str = Field(sa_type=AnyText)
    bbox: list[float] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))


class CheckRunRow(SQLModel, table=True):
    """How one check last came out on one document."""

    __tablename__ = "check_run"

    document_id: int = Field(primary_key=True, foreign_key="reading.document_id")
    code: str = Field(primary_key=True, sa_type=AnyText)
    position: int
    mode: Mode = Field(sa_column=Column(one_of(Mode), nullable=False))
    outcome: Outcome = Field(sa_column=Column(one_of(Outcome), nullable=False))
    reason: str | None = Field(default=None, sa_type=AnyText)


class FindingRow(SQLModel, table=True):
    """One finding through all its life, known by its fingerprint."""

    __tablename__ = "finding"

    id: int | None = Field(default=None, primary_key=True)
    fingerprint: str = Field(unique=True, sa_type=AnyText)
    code: str = Field(sa_type=AnyText)
    mode: Mode = Field(sa_column=Column(one_of(Mode), nullable=False))
    stands: bool
    """Whether any document that has not been replaced reports it."""
    first_found_at: datetime = Field(sa_type=Moment)
    changed_at: datetime = Field(sa_type=Moment)


class ReportRow(SQLModel, table=True):
    """One finding as one document has it."""

    __tablename__ = "report"
    __table_args__ = (UniqueConstraint("document_id", "finding_id"),)

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="reading.document_id")
    finding_id: int = Field(foreign_key="finding.id", index=True)
    severity: Severity = Field(sa_column=Column(one_of(Severity), nullable=False))
    stands: bool
    finding: str = Field(sa_type=AnyText)
    """The Finding as JSON."""
