"""Finds a reported finding by its fingerprint, and the kept copies of documents."""

from dataclasses import dataclass
from pathlib import Path

from sqlmodel import col, select

from monitor.store.corrections import correction_of
from monitor.store.encoding import decode, findings
from monitor.store.engine import Session
from monitor.store.files import standing_of
from monitor.store.rows import id_of
from monitor.store.schema import DocumentRow, FindingRow, ReportRow
from records.correction import Correction
from records.finding import Finding


@dataclass(frozen=True, slots=True)
class Reported:
    """A finding as a document last had it."""

    finding: Finding
    document_id: int
    stands: bool


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """The bytes of a document, as far as they were kept, and what a person said of it."""

    name: str
    sha256: str
    kept: str | None
    """The copy, within the folder of copies."""
    share: Path
    """Where it stands on the share, or last stood."""
    pages: int
    """0 where it has none, or nobody knows how many."""
    correction: Correction | None


def reported(session: Session, beginning: str) -> tuple[Reported, ...]:
    """Return the findings whose fingerprint begins so, in the order they were first found.

    Each as one document has it: one that stands before one that does not, the latest of these.
    """
    rows = session.exec(
        select(ReportRow)
        .join(FindingRow, col(FindingRow.id) == col(ReportRow.finding_id))
        .where(col(FindingRow.fingerprint).startswith(beginning, autoescape=True))
        .order_by(col(ReportRow.stands), col(ReportRow.document_id))
    )
    chosen = {row.finding_id: row for row in rows}
    return tuple(
        Reported(decode(findings(), row.finding), row.document_id, row.stands) for _, row in sorted(chosen.items())
    )


def kept_document(session: Session, sha256: str) -> KeptDocument:
    """Return where the bytes of a document are. Raises LookupError if no document has that hash."""
    document = session.exec(select(DocumentRow).where(DocumentRow.sha256 == sha256)).first()
    if document is None:
        raise LookupError(f"there is no document {sha256}")
    standing = standing_of(session, id_of(document.id))
    correction = correction_of(session, id_of(document.id))
    share = Path(standing.root, standing.path)
    return KeptDocument(document.name, sha256, document.kept, share, document.pages or 0, correction)


def sha256_of(session: Session, document_id: int) -> str:
    """Return the hash of a document. Raises LookupError if there is none."""
    sha256 = session.exec(select(DocumentRow.sha256).where(DocumentRow.id == document_id)).first()
    if sha256 is None:
        raise LookupError(f"there is no document {document_id}")
    return sha256
