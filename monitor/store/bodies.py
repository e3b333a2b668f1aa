"""Which public bodies have disclosed what, as far as was read."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sqlmodel import col, select

from monitor.store.engine import Session
from monitor.store.schema import DocumentRow, ReadingRow
from records.body import Scope
from records.disclosure import Kind


@dataclass(frozen=True, slots=True)
class Disclosed:
    """One disclosure of a body."""

    fiscal_year: int
    kind: Kind
    scope: Scope | None
    file: str


@dataclass(frozen=True, slots=True)
class KnownBody:
    """One body and what it disclosed, the latest first."""

    key: str
    names: tuple[str, ...]
    """As printed, each once."""
    codes: tuple[str, ...]
    region: str | None
    disclosed: tuple[Disclosed, ...]


def known_bodies(session: Session, containing: str = "") -> tuple[KnownBody, ...]:
    """Return the bodies whose name contains a text, in the order of their regions and names."""
    rows = session.exec(
        select(ReadingRow, DocumentRow.name)
        .join(DocumentRow, col(DocumentRow.id) == col(ReadingRow.document_id))
        .where(col(ReadingRow.superseded_by).is_(None))
        .where(col(ReadingRow.body_key).contains(containing, autoescape=True))
        .order_by(col(ReadingRow.body_key), col(ReadingRow.fiscal_year).desc(), col(ReadingRow.kind))
    ).all()
    grouped = (_body(key, list(found)) for key, found in groupby(rows, key=lambda row: row[0].body_key))
    return tuple(sorted(grouped, key=lambda body: (body.region or "", body.key)))


def _body(key: str, rows: list[tuple[ReadingRow, str]]) -> KnownBody:
    readings = [reading for reading, _ in rows]
    return KnownBody(
        key=key,
        names=tuple(dict.fromkeys(reading.body_name for reading in readings)),
        codes=tuple(dict.fromkeys(reading.body_code for reading in readings if reading.body_code)),
        region=next((reading.region for reading in readings if reading.region), None),
        disclosed=tuple(_disclosed(rows)),
    )


def _disclosed(rows: list[tuple[ReadingRow, str]]) -> Iterator[Disclosed]:
    for reading, name in rows:
        yield Disclosed(reading.fiscal_year, reading.kind, reading.scope, name)
