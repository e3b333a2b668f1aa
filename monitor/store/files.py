"""Where on the share a document stands: as a file, or in an archive."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, or_, select

from monitor.store.engine import Session
from monitor.store.schema import FileRow, PackedRow


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a document stands, or last stood."""

    root: str
    path: str
    """Relative to the root; that of a file in an archive begins with the archive's."""
    stands: bool
    """Whether it is on the share, as far as is known."""


def standing_of(session: Session, document_id: int) -> Standing:
    """Return where a document stands, the first seen of its copies; else where it stood last.

    A file is named before a place in an archive. Raises LookupError if it stood nowhere.
    """
    files = session.exec(select(FileRow).where(FileRow.document_id == document_id).order_by(col(FileRow.id)))
    packed = session.exec(
        select(FileRow, PackedRow.name)
        .join(PackedRow, col(PackedRow.archive_id) == col(FileRow.document_id))
        .where(PackedRow.document_id == document_id)
        .order_by(col(FileRow.id), col(PackedRow.id))
    )
    places = [Standing(file.root, file.path, stands(file)) for file in files]
    places += [Standing(file.root, f"{file.path}/{name}", stands(file)) for file, name in packed]
    if not places:
        raise LookupError(f"document {document_id} stood nowhere")
    return next((place for place in places if place.stands), places[-1])


def stands(file: FileRow) -> bool:
    """Return whether the file is on the share, as far as is known."""
    return file.superseded_at is None and file.withdrawn_at is None


def on_the_share(document_id: int | None) -> ColumnElement[bool]:
    """Return the condition that a document, named by a column, has a file on the share, or is in an archive there."""
    standing = and_(col(FileRow.superseded_at).is_(None), col(FileRow.withdrawn_at).is_(None))
    packed = (
        select(PackedRow.id)
        .join(FileRow, col(FileRow.document_id) == col(PackedRow.archive_id))
        .where(PackedRow.document_id == document_id, standing)
    )
    return or_(select(FileRow.id).where(FileRow.document_id == document_id, standing).exists(), packed.exists())
