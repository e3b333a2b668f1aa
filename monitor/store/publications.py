"""Which document stands for a publication, where several were read of the same body, year, kind and scope.

Those whose file stands on the share are current, all of them: a narrative and its tables may be published as two
files. The others are superseded by the newest that is current. Where no file stands any more, the newest stays.
"""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, or_
from sqlalchemy.orm import defer
from sqlmodel import col, select

from monitor.store.engine import Session
from monitor.store.files import on_the_share
from monitor.store.schema import DocumentRow, ListedUnitRow, ReadingRow
from monitor.store.states import State
from records.body import Scope
from records.disclosure import Kind


class Publication(NamedTuple):
    """What makes two readings versions, or parts, of one publication."""

    body_key: str
    kind: Kind
    fiscal_year: int
    scope: Scope | None


def settle_document(session: Session, document: DocumentRow, now: datetime) -> None:
    """Settle the publication a document belongs to, if it was read, after its files came or went."""
    reading = session.get(ReadingRow, document.id)
    if reading is not None:
        settle_publication(session, publication_of(reading), now)


def publication_of(reading: ReadingRow) -> Publication:
    """Return which publication a reading is of."""
    return Publication(reading.body_key, reading.kind, reading.fiscal_year, reading.scope)


def settle_publication(session: Session, publication: Publication, now: datetime) -> None:
    """Find out again which of its documents are current; if that changed, have all that depends on it checked again."""
    session.flush()
    versions = session.exec(
        select(ReadingRow, on_the_share(ReadingRow.document_id))
        .where(
            ReadingRow.body_key == publication.body_key,
            ReadingRow.kind == publication.kind,
            ReadingRow.fiscal_year == publication.fiscal_year,
            ReadingRow.scope == publication.scope,
        )
        .order_by(col(ReadingRow.document_id))
        .options(defer(col(ReadingRow.disclosure)))  # type: ignore[arg-type]  # SQLModel types it as any expression
    ).all()
    current = [version for version, stands in versions if stands] or [version for version, _ in versions[-1:]]
    if not current:
        return
    standing = {version.document_id for version in current}
    before = [version.superseded_by for version, _ in versions]
    for version, _ in versions:
        version.superseded_by = None if version.document_id in standing else current[-1].document_id
    if before != [version.superseded_by for version, _ in versions]:
        check_again(session, publication, now)


def check_again(session: Session, publication: Publication, now: datetime) -> None:
    """Have what is compared with a publication checked again.

    Those are the disclosures of the body of that year and the next, and of the departments that list it as a unit.
    """
    session.flush()
    year = col(ReadingRow.fiscal_year)
    own = and_(
        col(ReadingRow.body_key) == publication.body_key,
        year.in_((publication.fiscal_year, publication.fiscal_year + 1)),
    )
    of_department = and_(
        col(ReadingRow.document_id).in_(
            select(ListedUnitRow.document_id).where(ListedUnitRow.body_key == publication.body_key)
        ),
        col(ReadingRow.kind) == publication.kind,
        year == publication.fiscal_year,
    )
    checked = (
        select(DocumentRow)
        .join(ReadingRow, col(ReadingRow.document_id) == col(DocumentRow.id))
        .where(DocumentRow.state == State.CHECKED, or_(own, of_department), col(ReadingRow.superseded_by).is_(None))
    )
    for document in session.exec(checked):
        document.state, document.attempts, document.changed_at = State.READ, 0, now
