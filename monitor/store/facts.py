"""The numbers of stored documents, as other documents are compared with them."""

import json
from collections.abc import Iterator, Mapping, Set
from typing import Any

import sqlalchemy
from sqlalchemy import JSON, Column, ColumnElement, Row, Text, and_, or_
from sqlmodel import SQLModel

from monitor.store.columns import AnyText, from_column
from monitor.store.engine import Session
from monitor.store.fen import from_fen
from monitor.store.schema import FactRow
from records.evidence import BoundingBox, Evidence
from records.table import Fact, FactKey, Measure, TableKind

Facts = Mapping[int, Mapping[FactKey, Fact]]
"""The numbers of each document."""
LONG_KNOWN = tuple(
    FactKey(TableKind.SANGONG, item, Measure.TOTAL)
    for item in ("sangong", "abroad", "vehicle", "vehicle-purchase", "vehicle-running", "reception")
)
"""What is known of the years before the last."""
_KEY = ("table_kind", "item", "measure")


class _StoredFacts(Mapping[FactKey, Fact]):
    """The numbers of one document; few of its thousands are asked for, and only those are made into facts."""

    def __init__(self) -> None:
        """Hold none yet."""
        self.rows: dict[FactKey, Row[Any]] = {}

    def __getitem__(self, key: FactKey) -> Fact:
        """Return the number of that key."""
        return _fact(self.rows[key])

    def __contains__(self, key: object) -> bool:
        """Say whether there is a number of that key."""
        return key in self.rows

    def __iter__(self) -> Iterator[FactKey]:
        """Yield the keys in the order printed."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many numbers there are."""
        return len(self.rows)


def facts_of(session: Session, documents: Set[int], long_ago: Set[int]) -> Facts:
    """Return the numbers of some documents, and of others those that are known long."""
    facts = {document: _StoredFacts() for document in documents | long_ago}
    # A department prints thousands of numbers: they are read as they are kept, not as objects watched for changes.
    columns = SQLModel.metadata.tables[str(FactRow.__tablename__)].columns
    long_known = sqlalchemy.tuple_(*(columns[name] for name in _KEY)).in_(LONG_KNOWN)
    document = columns["document_id"]
    wanted = or_(document.in_(documents), and_(document.in_(long_ago), long_known))
    for row in session.execute(sqlalchemy.select(*map(_kept, columns)).where(wanted).order_by(columns["id"])).all():
        facts[row.document_id].rows[FactKey(row.table_kind, from_column(row.item), row.measure)] = row
    return facts


def _kept(column: Column[Any]) -> ColumnElement[Any]:
    """Return a column as the database keeps it, where unpacking it costs more than reading it."""
    packed = isinstance(column.type, AnyText | JSON)
    return sqlalchemy.cast(column, Text).label(column.name) if packed else column


def _fact(row: Row[Any]) -> Fact:
    return Fact(
        item=from_column(row.item),
        measure=row.measure,
        amount=from_fen(row.amount_fen, row.quantum_fen),
        evidence=Evidence(
            page=row.page,
            cell=from_column(row.cell) if row.cell else None,
            line=row.line,
            caption=from_column(row.caption),
            row=from_column(row.row),
            column=from_column(row.column),
            text=from_column(row.text),
            bbox=_box(row.bbox),
        ),
    )


def _box(kept: str | None) -> BoundingBox | None:
    if kept is None:
        return None
    left, top, right, bottom = json.loads(kept)
    return left, top, right, bottom
