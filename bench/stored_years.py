"""Fills a store with generated disclosures, many bodies over many years, as quickly as the database takes rows."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert
from sqlmodel import SQLModel

from monitor.store.encoding import disclosures, encode
from monitor.store.engine import Session, Store
from monitor.store.readings import record_reading
from monitor.store.schema import DocumentRow, FactRow, FileRow, ReadingRow
from monitor.store.states import State
from records.body import Body
from records.disclosure import Disclosure, Kind
from records.table import Measure, TableKind

YEARS = 10
_FACTS = 30
"""Numbers of a generated disclosure: enough for the index to be deep, few enough to be written in a minute."""
_BATCH = 2_000
_THEN = datetime(2026, 3, 1, tzinfo=UTC)


def fill(store: Store, count: int) -> None:
    """Store so many disclosures of bodies with ten years each."""
    for start in range(1, count + 1, _BATCH):
        numbers = range(start, min(start + _BATCH, count + 1))
        with store.write() as session:
            _insert(session, DocumentRow, (_document(number) for number in numbers))
            _insert(session, ReadingRow, (_reading(number) for number in numbers))
            _insert(session, FactRow, (fact for number in numbers for fact in _facts(number)))


def store_history(store: Store, disclosure: Disclosure) -> int:
    """Store a disclosure and the same of the nine years before it; return the id of its document."""
    for age in reversed(range(YEARS)):
        year = disclosure.fiscal_year - age
        source = replace(disclosure.documents[0], sha256=f"{disclosure.body.key}{year}")
        earlier = replace(disclosure, fiscal_year=year, documents=(source,))
        with store.write() as session:
            document = DocumentRow(**{**_document(0), "id": None, "sha256": source.sha256, "name": source.name})
            session.add(document)
            session.flush()
            document_id = document.id or 0
            session.add(
                FileRow(
                    root="/",
                    path=source.sha256,
                    size=1,
                    mtime_ns=1,
                    first_seen_at=_THEN,
                    changed_at=_THEN,
                    document_id=document_id,
                )
            )
            session.flush()
            record_reading(session, document_id, earlier, "r1", _THEN)
    return document_id


def _insert(session: Session, table: type[SQLModel], rows: Iterator[Mapping[str, Any]]) -> None:
    session.execute(insert(table), list(rows))


def _document(number: int) -> dict[str, Any]:
    return {
        "id": number,
        "sha256": f"generated {number}",
        "name": f"{number}.pdf",
        "state": State.CHECKED,
        "received_at": _THEN,
        "changed_at": _THEN,
    }


def _reading(number: int) -> dict[str, Any]:
    body, year = Body(f"生成市第{number // YEARS}局"), 2026 - number % YEARS
    return {
        "document_id": number,
        "body_key": body.key,
        "body_name": body.name,
        "kind": Kind.BUDGET,
        "fiscal_year": year,
        "draft": False,
        "unread_pages": [],
        "ocr_pages": [],
        "disclosure": encode(disclosures(), Disclosure(body, Kind.BUDGET, year)),
        "reader_version": "r1",
        "read_at": _THEN,
    }


def _facts(number: int) -> Iterator[dict[str, Any]]:
    for item in range(_FACTS):
        yield {
            "document_id": number,
            "table_kind": TableKind.GENERAL,
            "item": f"20{item:03}",
            "measure": Measure.TOTAL,
            "amount_fen": number * 100 + item,
            "quantum_fen": 1,
            "page": 3,
            "caption": "支出表",
            "row": "行",
            "column": "合计",
            "text": f"{number}.{item:02}",
        }
