"""Keeps what archives hold: each file is a document of its own, read and checked like one that stands in a folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, delete, select

from monitor.store.engine import Session
from monitor.store.publications import settle_document
from monitor.store.rows import id_of, row_of
from monitor.store.schema import DocumentRow, PackedRow
from monitor.store.states import State


@dataclass(frozen=True, slots=True)
class PackedFile:
    """One file of an archive, of which we keep a copy."""

    name: str
    """What the archive calls it, with slashes."""
    sha256: str
    kept: str


def record_unpacked(
    session: Session,
    document_id: int,
    files: Sequence[PackedFile],
    now: datetime,
    *,
    reader_version: str,
    format: str,  # noqa: A002 (the field's own word)
) -> None:
    """Record what an archive holds; a file whose bytes were never seen before waits to be read.

    A later unpacking of the same archive replaces the earlier one.
    """
    archive = row_of(session, DocumentRow, document_id)
    before = packed_in(session, document_id)
    session.exec(delete(PackedRow).where(col(PackedRow.archive_id) == document_id))
    documents = [_document(session, archive, file, now) for file in files]
    for file, document in zip(files, documents, strict=True):
        session.add(PackedRow(archive_id=document_id, name=file.name, document_id=id_of(document.id)))
    archive.state, archive.changed_at, archive.reader_version = State.UNPACKED, now, reader_version
    archive.format, archive.reason, archive.reason_chinese = format, "", ""
    archive.attempts = archive.interruptions = 0
    archive.next_try_at, archive.claimed_until = None, None
    session.flush()
    for document in {id_of(one.id): one for one in (*before, *documents)}.values():
        settle_document(session, document, now)


def packed_in(session: Session, document_id: int) -> Sequence[DocumentRow]:
    """Return the documents in an archive; none for a document that is no archive."""
    return session.exec(
        select(DocumentRow)
        .join(PackedRow, col(PackedRow.document_id) == col(DocumentRow.id))
        .where(PackedRow.archive_id == document_id)
        .order_by(col(PackedRow.id))
    ).all()


def _document(session: Session, archive: DocumentRow, file: PackedFile, now: datetime) -> DocumentRow:
    """Return the document of these bytes, a new one where they were never seen."""
    known = session.exec(select(DocumentRow).where(DocumentRow.sha256 == file.sha256)).first()
    if known is not None:
        known.kept = known.kept or file.kept
        return known
    document = DocumentRow(
        sha256=file.sha256,
        name=f"{archive.name}/{file.name}",
        kept=file.kept,
        state=State.RECEIVED,
        received_at=now,
        changed_at=now,
    )
    session.add(document)
    session.flush()
    return document
