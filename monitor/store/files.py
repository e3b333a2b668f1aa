"""Where on the share a document stands."""

from sqlalchemy import ColumnElement
from sqlmodel import col, select

from monitor.store.engine import Session
from monitor.store.schema import FileRow


def file_of(session: Session, document_id: int) -> FileRow:
    """Return the file of a document: one that stands, the first seen of its copies, or the one that stood last."""
    files = session.exec(select(FileRow).where(FileRow.document_id == document_id).order_by(col(FileRow.id))).all()
    return next((file for file in files if stands(file)), files[-1])


def stands(file: FileRow) -> bool:
    """Return whether the file is on the share, as far as is known."""
    return file.superseded_at is None and file.withdrawn_at is None


def on_the_share(document_id: int | None) -> ColumnElement[bool]:
    """Return the condition that a document, named by a column, has a file on the share."""
    return (
        select(FileRow.id)
        .where(
            FileRow.document_id == document_id,
            col(FileRow.superseded_at).is_(None),
            col(FileRow.withdrawn_at).is_(None),
        )
        .exists()
    )
