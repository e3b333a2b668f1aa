"""What a disclosure may be compared with, from the numbers that are stored."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy.orm import defer
from sqlmodel import col, select

from monitor.store.encoding import decode, disclosures
from monitor.store.engine import Session
from monitor.store.fen import from_fen
from monitor.store.readings import body_of, disclosure_of
from monitor.store.schema import DocumentRow, FactRow, ReadingRow
from records.companions import companion_among
from records.disclosure import Disclosure
from records.evidence import BoundingBox, Evidence
from records.surroundings import Snapshot, Surroundings
from records.table import Fact, FactKey


def surroundings_of(session: Session, document_id: int) -> Surroundings:
    """Return the surroundings of a stored disclosure."""
    return surroundings_for(session, disclosure_of(session, document_id), except_document=document_id)


def surroundings_for(session: Session, disclosure: Disclosure, *, except_document: int | None = None) -> Surroundings:
    """Return the surroundings of a disclosure that need not be stored.

    Of each year, kind and scope the newest version with tables is taken, a draft only where there is nothing else, also
    where its file is gone from the share.
    """
    found = session.exec(
        select(ReadingRow, DocumentRow.name)
        .join(DocumentRow, col(DocumentRow.id) == col(ReadingRow.document_id))
        .where(
            ReadingRow.body_key == disclosure.body.key,
            ReadingRow.document_id != except_document,
            col(ReadingRow.superseded_by).is_(None),
        )
        .options(defer(col(ReadingRow.disclosure)))  # type: ignore[arg-type]  # SQLModel types it as any expression
    ).all()
    facts = _facts(session, [reading.document_id for reading, _ in found])
    newest = {}
    for reading, name in sorted(found, key=lambda pair: (not pair[0].draft, pair[0].document_id)):
        if facts[reading.document_id]:
            newest[reading.kind, reading.fiscal_year, reading.scope] = reading, name
    return Surroundings(
        history=tuple(_snapshot(reading, name, facts[reading.document_id]) for reading, name in newest.values())
    )


def companion_of(session: Session, document_id: int, disclosure: Disclosure) -> Disclosure | None:
    """Return the other file of the publication a document is of, where narrative and tables were published as two."""
    others = session.exec(
        select(ReadingRow.disclosure)
        .where(
            ReadingRow.body_key == disclosure.body.key,
            ReadingRow.kind == disclosure.kind,
            ReadingRow.fiscal_year == disclosure.fiscal_year,
            ReadingRow.document_id != document_id,
            col(ReadingRow.superseded_by).is_(None),
        )
        .order_by(col(ReadingRow.document_id))
    ).all()
    return companion_among(disclosure, (decode(disclosures(), other) for other in others))


def _facts(session: Session, documents: Iterable[int]) -> Mapping[int, Mapping[FactKey, Fact]]:
    facts: dict[int, dict[FactKey, Fact]] = {document: {} for document in documents}
    for row in session.exec(select(FactRow).where(col(FactRow.document_id).in_(list(facts))).order_by(col(FactRow.id))):
        facts[row.document_id][FactKey(row.table_kind, row.item, row.measure)] = _fact(row)
    return facts


def _fact(row: FactRow) -> Fact:
    return Fact(
        item=row.item,
        measure=row.measure,
        amount=from_fen(row.amount_fen, row.quantum_fen),
        evidence=Evidence(
            page=row.page,
            cell=row.cell,
            line=row.line,
            caption=row.caption,
            row=row.row,
            column=row.column,
            text=row.text,
            bbox=_box(row.bbox),
        ),
    )


def _box(sides: Sequence[float] | None) -> BoundingBox | None:
    if sides is None:
        return None
    left, top, right, bottom = sides
    return left, top, right, bottom


def _snapshot(reading: ReadingRow, name: str, facts: Mapping[FactKey, Fact]) -> Snapshot:
    return Snapshot(
        body=body_of(reading),
        kind=reading.kind,
        fiscal_year=reading.fiscal_year,
        scope=reading.scope,
        source=name,
        facts=facts,
    )
