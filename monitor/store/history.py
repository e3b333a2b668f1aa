"""What a disclosure may be compared with, from the numbers that are stored."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.orm import defer
from sqlmodel import col, select

from monitor.store.encoding import decode, disclosures
from monitor.store.engine import Session
from monitor.store.facts import Facts, facts_of
from monitor.store.readings import body_of
from monitor.store.schema import DocumentRow, ReadingRow
from records.body import Scope
from records.companions import companion_among, is_half
from records.disclosure import Disclosure
from records.surroundings import Snapshot, Surroundings, versions_of
from records.table import Fact, FactKey
from records.units import in_one_region, unit_keys

YEARS = 10
"""So far back a disclosure is compared with others of its body."""
NamedReading = tuple[ReadingRow, str]
"""A reading with the name of its file."""


def surroundings_of(session: Session, document_id: int, disclosure: Disclosure) -> Surroundings:
    """Return the surroundings of a stored document's disclosure, with what it was published in the place of."""
    surroundings = surroundings_for(session, disclosure, except_document=document_id)
    return replace(surroundings, versions=versions_of(disclosure, _replaced(session, document_id, disclosure)))


def surroundings_for(session: Session, disclosure: Disclosure, *, except_document: int | None = None) -> Surroundings:
    """Return the surroundings of a disclosure that need not be stored.

    Its history are the disclosures of its body in its year and the year before, and the 三公 of the years before that.
    Of each year, kind and scope the newest version with tables is taken, a draft only where there is nothing else, also
    where its file is gone from the share.
    """
    last_year = disclosure.fiscal_year - 1
    year = col(ReadingRow.fiscal_year)
    recent = year.in_((last_year, disclosure.fiscal_year))
    before = and_(year.between(last_year - YEARS + 2, last_year - 1), col(ReadingRow.kind) == disclosure.kind)
    wanted = and_(col(ReadingRow.body_key) == disclosure.body.key, or_(recent, before))
    own = _readings(session, wanted, except_document)
    related = _related(session, disclosure, except_document)
    long_ago = {reading.document_id for reading, _ in own if reading.fiscal_year < last_year}
    recently = {reading.document_id for reading, _ in (*own, *related)} - long_ago
    facts = facts_of(session, recently, long_ago)
    return Surroundings(history=_newest(own, facts), related=_newest(related, facts))


def _replaced(session: Session, document_id: int, disclosure: Disclosure) -> Iterator[Disclosure]:
    """Yield the last disclosures that a document replaced, in the order they arrived.

    Only what the same reader read: another may have read the same page otherwise. A publication is two files at most.
    """
    reader_version = select(ReadingRow.reader_version).where(ReadingRow.document_id == document_id).scalar_subquery()
    rows = session.exec(
        select(ReadingRow.disclosure)
        .where(
            ReadingRow.body_key == disclosure.body.key,
            ReadingRow.kind == disclosure.kind,
            ReadingRow.fiscal_year == disclosure.fiscal_year,
            ReadingRow.reader_version == reader_version,
            ReadingRow.document_id < document_id,
            col(ReadingRow.superseded_by).is_not(None),
        )
        .order_by(col(ReadingRow.document_id).desc())
        .limit(2)
    ).all()
    yield from (decode(disclosures(), stored) for stored in reversed(rows))


def _related(session: Session, disclosure: Disclosure, except_document: int | None) -> list[NamedReading]:
    """Return the readings of a department's units, or of a unit's department where both have one name."""
    if disclosure.scope is None:
        return []
    of_unit = disclosure.scope is Scope.UNIT
    wanted = and_(
        col(ReadingRow.body_key).in_([disclosure.body.key] if of_unit else unit_keys(disclosure)),
        col(ReadingRow.fiscal_year) == disclosure.fiscal_year,
        col(ReadingRow.kind) == disclosure.kind,
        col(ReadingRow.scope) == (Scope.DEPARTMENT if of_unit else Scope.UNIT),
    )
    found = _readings(session, wanted, except_document)
    return [(reading, name) for reading, name in found if in_one_region(body_of(reading), disclosure.body)]


def _readings(session: Session, wanted: ColumnElement[bool], except_document: int | None) -> list[NamedReading]:
    """Return the current readings that are wanted, the drafts first, then in the order they arrived."""
    found = session.exec(
        select(ReadingRow, DocumentRow.name)
        .options(defer(ReadingRow.disclosure))  # type: ignore[arg-type]  # SQLModel gives the field's type
        .join(DocumentRow, col(DocumentRow.id) == col(ReadingRow.document_id))
        .where(wanted, ReadingRow.document_id != except_document)
    ).all()
    # Asked for what nothing supersedes, SQLite goes through all of it, which is nearly everything that is stored.
    current = [(reading, name) for reading, name in found if reading.superseded_by is None]
    return sorted(current, key=lambda pair: (not pair[0].draft, pair[0].document_id))


def _newest(readings: Iterable[NamedReading], facts: Facts) -> tuple[Snapshot, ...]:
    newest = {}
    for reading, name in readings:
        if facts[reading.document_id]:
            newest[reading.body_key, reading.kind, reading.fiscal_year, reading.scope] = reading, name
    return tuple(_snapshot(reading, name, facts[reading.document_id]) for reading, name in newest.values())


def companion_of(session: Session, document_id: int, disclosure: Disclosure) -> Disclosure | None:
    """Return the other file of a stored document's publication, where narrative and tables were published as two."""
    if not is_half(disclosure):
        return None
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


def _snapshot(reading: ReadingRow, name: str, facts: Mapping[FactKey, Fact]) -> Snapshot:
    return Snapshot(
        body=body_of(reading),
        kind=reading.kind,
        fiscal_year=reading.fiscal_year,
        scope=reading.scope,
        source=name,
        facts=facts,
    )
