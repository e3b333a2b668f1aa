"""Keeps what was read of a document."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from sqlmodel import col, delete, insert, select

from monitor.store.encoding import decode, disclosures, encode
from monitor.store.engine import Session
from monitor.store.fen import to_fen
from monitor.store.publications import check_again, publication_of, settle_publication
from monitor.store.rows import row_of
from monitor.store.schema import DocumentRow, FactRow, ListedUnitRow, ReadingRow
from monitor.store.states import State
from records.body import Body
from records.disclosure import Disclosure
from records.table import facts_by_key
from records.units import unit_keys


def record_reading(
    session: Session, document_id: int, disclosure: Disclosure, reader_version: str, now: datetime
) -> None:
    """Keep a reading, move the document to `read`, and have those checked again that are compared with it.

    A later reading of the same document replaces the earlier one.
    """
    document = row_of(session, DocumentRow, document_id)
    # An earlier reading may have taken it for the disclosure of another body or year.
    earlier = session.get(ReadingRow, document_id)
    publications = {publication_of(earlier)} if earlier else set()
    session.exec(delete(FactRow).where(col(FactRow.document_id) == document_id))
    session.exec(delete(ListedUnitRow).where(col(ListedUnitRow.document_id) == document_id))
    reading = _record(session, earlier, document_id, disclosure, reader_version, now)
    if facts := list(_facts(document_id, disclosure)):
        session.exec(insert(FactRow).values(), params=facts)  # thousands; rows of their own class cost three times that
    session.add_all(ListedUnitRow(document_id=document_id, body_key=key) for key in sorted(unit_keys(disclosure)))
    _move_to_read(document, disclosure, reader_version, now)
    for publication in publications | {publication_of(reading)}:
        settle_publication(session, publication, now)
        check_again(session, publication, now)


def disclosure_of(session: Session, document_id: int) -> Disclosure:
    """Return what was read of a document. Raises LookupError if it was not read."""
    stored = session.exec(select(ReadingRow.disclosure).where(ReadingRow.document_id == document_id)).first()
    if stored is None:
        raise LookupError(f"there is no reading {document_id}")
    return decode(disclosures(), stored)


def body_of(reading: ReadingRow) -> Body:
    """Return the body a reading is of."""
    body = Body(reading.body_name, reading.body_code, reading.region, reading.level)
    return body if body.key == reading.body_key else replace(body, known_as=reading.body_key)


def _record(
    session: Session,
    earlier: ReadingRow | None,
    document_id: int,
    disclosure: Disclosure,
    reader_version: str,
    now: datetime,
) -> ReadingRow:
    body = disclosure.body
    reading = ReadingRow(
        document_id=document_id,
        body_key=body.key,
        body_name=body.name,
        body_code=body.code,
        region=body.region,
        level=body.level,
        kind=disclosure.kind,
        fiscal_year=disclosure.fiscal_year,
        scope=disclosure.scope,
        draft=disclosure.draft,
        unread_pages=list(disclosure.unread_pages),
        ocr_pages=list(disclosure.ocr_pages),
        disclosure=encode(disclosures(), disclosure),
        reader_version=reader_version,
        read_at=now,
    )
    if earlier is not None:
        # How it was checked stays until it is checked again.
        reading = earlier.sqlmodel_update(reading.model_dump(exclude_unset=True))
    session.add(reading)
    session.flush()
    return reading


def _facts(document_id: int, disclosure: Disclosure) -> Iterator[Mapping[str, object]]:
    """Yield what each row of the numbers holds."""
    for key, fact in facts_by_key(disclosure.tables).items():
        fen = to_fen(fact.amount)
        if fen is None:
            continue
        evidence = fact.evidence
        yield {
            "document_id": document_id,
            "table_kind": key.table,
            "item": key.item,
            "measure": key.measure,
            "amount_fen": fen[0],
            "quantum_fen": fen[1],
            "page": evidence.page,
            "line": evidence.line,
            "cell": evidence.cell,
            "caption": evidence.caption,
            "row": evidence.row,
            "column": evidence.column,
            "text": evidence.text,
            "bbox": list(evidence.bbox) if evidence.bbox else None,
        }


def _move_to_read(document: DocumentRow, disclosure: Disclosure, reader_version: str, now: datetime) -> None:
    source = next((source for source in disclosure.documents if source.sha256 == document.sha256), None)
    if source is not None:
        document.format, document.pages = source.format, source.pages
    document.state, document.changed_at, document.reader_version = State.READ, now, reader_version
    document.reason = document.reason_chinese = ""
    document.attempts = document.interruptions = 0
    document.next_try_at, document.claimed_until = None, None
