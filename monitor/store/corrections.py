"""What people said of documents; it goes before what their text seems to say, however often they are read."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, or_, select

from monitor.store.engine import Session
from monitor.store.schema import CorrectionRow, DocumentRow, FileRow
from monitor.store.work import retry
from records.correction import Correction


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """One document that a person may mean."""

    document_id: int
    name: str
    sha256: str


def documents_named(session: Session, text: str) -> tuple[NamedDocument, ...]:
    """Return the documents that a text names: by file name, path on the share, or the beginning of the SHA-256."""
    named = session.exec(
        select(DocumentRow)
        .outerjoin(FileRow, col(FileRow.document_id) == col(DocumentRow.id))
        .where(
            or_(
                DocumentRow.name == text,
                FileRow.path == text,
                col(DocumentRow.sha256).startswith(text.lower(), autoescape=True),
            )
        )
        .order_by(col(DocumentRow.id))
        .distinct()
    )
    return tuple(NamedDocument(row.id, row.name, row.sha256) for row in named if row.id is not None)


def correct(session: Session, document_id: int, correction: Correction, reason: str, now: datetime) -> None:
    """Keep what a person said of a document and have it read again; what was said before counts no more."""
    _withdraw(session, document_id, now)
    session.add(
        CorrectionRow(
            document_id=document_id,
            author=correction.author,
            reason=reason,
            body=correction.body,
            fiscal_year=correction.fiscal_year,
            kind=correction.kind,
            scope=correction.scope,
            made_at=now,
        )
    )
    retry(session, document_id, now)


def leave_to_the_text(session: Session, document_id: int, now: datetime) -> bool:
    """Withdraw what was said of a document and have it read again; return whether anything was."""
    withdrawn = _withdraw(session, document_id, now)
    if withdrawn:
        retry(session, document_id, now)
    return withdrawn


def correction_of(session: Session, document_id: int) -> Correction | None:
    """Return what counts of a document besides its text."""
    row = _standing(session, document_id)
    return Correction(row.author, row.body, row.fiscal_year, row.kind, row.scope) if row else None


def _withdraw(session: Session, document_id: int, now: datetime) -> bool:
    row = _standing(session, document_id)
    if row is not None:
        row.withdrawn_at = now
        session.flush()
    return row is not None


def _standing(session: Session, document_id: int) -> CorrectionRow | None:
    return session.exec(
        select(CorrectionRow).where(CorrectionRow.document_id == document_id, col(CorrectionRow.withdrawn_at).is_(None))
    ).first()
