"""Gets rows by their ids."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from sqlmodel import SQLModel

from monitor.store.engine import Session

Row = TypeVar("Row", bound=SQLModel)

BATCH = 10_000
"""How many ids one statement names; SQLite takes 32,766 parameters, PostgreSQL 65,535."""


def row_of(session: Session, table: type[Row], key: int) -> Row:
    """Return the row with that id. Raises LookupError naming the table and the id."""
    row = session.get(table, key)
    if row is None:
        raise LookupError(f"there is no {table.__tablename__} {key}")
    return row


def id_of(key: int | None) -> int:
    """Return the id of a row that is stored; only one that was never flushed has none."""
    if key is None:
        raise ValueError("the row is not stored yet")
    return key


def batches(ids: Iterable[int]) -> Iterator[list[int]]:
    """Yield the ids in lists that one statement can name."""
    everything = list(ids)
    for start in range(0, len(everything), BATCH):
        yield everything[start : start + BATCH]
