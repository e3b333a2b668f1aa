"""What files stand on the share, and which document each of them is.

A file is a path with the bytes last seen there; a document is those bytes. A copy is a second file of one document, a
moved file is a new file of a known document, and new bytes at a known path are a new file row that names the one
before. So a document is read and checked once, however many paths it has.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import PurePosixPath

from sqlmodel import col, or_, select

from monitor.store.archives import packed_in
from monitor.store.engine import Session
from monitor.store.publications import settle_document
from monitor.store.rows import id_of, row_of
from monitor.store.schema import DocumentRow, FileRow
from monitor.store.states import State
from monitor.store.work import record_failure


class Sighting(StrEnum):
    """How a file seen on the share compares with what was known of its path."""

    NEW = "new"
    CHANGED = "changed"
    """Other size or time than before: it is to be received (again) once it is stable."""
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Listed:
    """One file as a scan lists it."""

    path: str
    """Relative to its root, with '/'."""
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file that waits to be received."""

    file_id: int
    root: str
    path: str
    size: int
    mtime_ns: int
    changed_at: datetime
    """When its size or time was last seen to change."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What receiving a file came to."""

    document_id: int
    fresh: bool
    """False where the same bytes were received before, here or at another path: there is nothing to read."""


@dataclass(frozen=True, slots=True)
class ScanOutcome:
    """How many files a scan found new, changed and gone."""

    new: int
    changed: int
    withdrawn: int


def record_sighting(session: Session, root: str, listed: Listed, now: datetime) -> tuple[int, Sighting]:
    """Record that a file stands on the share, and return its id and how it compares with what was known.

    A file that is still `seen` keeps its id while it grows; a received one that changes gets a new id.
    """
    known = session.exec(
        select(FileRow).where(FileRow.root == root, FileRow.path == listed.path, col(FileRow.superseded_at).is_(None))
    ).first()
    row, sighting = _sight(session, known, root, listed, now)
    session.flush()
    return id_of(row.id), sighting


def record_scan(session: Session, root: str, listing: Iterable[Listed], now: datetime) -> ScanOutcome:
    """Record everything that stands under a root; files no longer listed become withdrawn.

    Only for a listing that is complete and believed: an unmounted share lists as empty.
    """
    known = {row.path: row for row in _standing(session, root)}
    sightings = []
    for listed in listing:
        _, sighting = _sight(session, known.pop(listed.path, None), root, listed, now)
        sightings.append(sighting)
    gone = [row for row in known.values() if row.withdrawn_at is None]
    for row in gone:
        _withdraw(session, row, now)
    return ScanOutcome(sightings.count(Sighting.NEW), sightings.count(Sighting.CHANGED), len(gone))


def standing_paths(session: Session, root: str) -> frozenset[str]:
    """Return the paths of the files that stand under a root, as far as is known."""
    return frozenset(row.path for row in _standing(session, root) if row.withdrawn_at is None)


def seen(session: Session) -> tuple[SeenFile, ...]:
    """Return the files that wait to be received, longest unchanged first; also those that could not be opened yet."""
    waiting = (
        select(FileRow)
        .outerjoin(DocumentRow, col(DocumentRow.id) == col(FileRow.document_id))
        .where(
            or_(col(FileRow.document_id).is_(None), col(DocumentRow.unopened).is_(True)),
            col(FileRow.superseded_at).is_(None),
            col(FileRow.withdrawn_at).is_(None),
        )
        .order_by(col(FileRow.changed_at), col(FileRow.id))
    )
    return tuple(
        SeenFile(id_of(row.id), row.root, row.path, row.size, row.mtime_ns, row.changed_at)
        for row in session.exec(waiting)
    )


def mark_received(session: Session, file_id: int, digest: str, *, kept: str | None, now: datetime) -> Receipt:
    """Record which bytes a file has, by their SHA-256; `kept` is where our own copy of them is, if we keep one.

    Also for a re-hash that found other bytes under the same size and time: that is a new version of the file.
    """
    file = row_of(session, FileRow, file_id)
    _forget_unopened(session, file)
    document = session.exec(select(DocumentRow).where(DocumentRow.sha256 == digest)).first()
    fresh = document is None
    if document is None:
        name = PurePosixPath(file.path).name
        document = DocumentRow(
            sha256=digest, name=name, kept=kept, state=State.RECEIVED, received_at=now, changed_at=now
        )
        session.add(document)
        session.flush()
    elif document.kept is None:
        document.kept = kept
    if file.document_id not in (None, document.id):
        file = _supersede(session, file, Listed(file.path, file.size, file.mtime_ns), now)
    file.document_id = document.id
    _settle(session, document, now)
    return Receipt(id_of(document.id), fresh)


def mark_unopened(session: Session, file_id: int, reason: str, reason_chinese: str, now: datetime) -> bool:
    """Record that we are not allowed to open a file, with a notice; return whether that is news.

    The file goes on waiting to be received.
    """
    file = row_of(session, FileRow, file_id)
    if file.document_id is not None:
        return False
    place = f"{file.root}\0{file.path}\0{file.id}".encode("utf-8", "surrogateescape")
    name = PurePosixPath(file.path).name
    document = DocumentRow(
        sha256=sha256(place).hexdigest(),
        name=name,
        unopened=True,
        state=State.UNREADABLE,
        received_at=now,
        changed_at=now,
    )
    session.add(document)
    session.flush()
    file.document_id = document.id
    record_failure(session, id_of(document.id), State.UNREADABLE, reason, reason_chinese, now)
    return True


def _forget_unopened(session: Session, file: FileRow) -> None:
    """Part a file from the document that stood for it while it could not be opened."""
    document = session.get(DocumentRow, file.document_id) if file.document_id is not None else None
    if document is not None and document.unopened:
        document.state = State.WITHDRAWN
        file.document_id = None


def mark_withdrawn(session: Session, file_id: int, now: datetime) -> None:
    """Record that a file is gone from the share; what was read of it stays."""
    row = row_of(session, FileRow, file_id)
    if row.withdrawn_at is None and row.superseded_at is None:
        _withdraw(session, row, now)


def _standing(session: Session, root: str) -> Iterable[FileRow]:
    return session.exec(select(FileRow).where(FileRow.root == root, col(FileRow.superseded_at).is_(None)))


def _sight(
    session: Session, known: FileRow | None, root: str, listed: Listed, now: datetime
) -> tuple[FileRow, Sighting]:
    if known is None:
        row = FileRow(
            root=root, path=listed.path, size=listed.size, mtime_ns=listed.mtime_ns, first_seen_at=now, changed_at=now
        )
        session.add(row)
        return row, Sighting.NEW
    if (known.size, known.mtime_ns) == (listed.size, listed.mtime_ns):
        if known.withdrawn_at is None:
            return known, Sighting.UNCHANGED
        return _return(session, known, now), Sighting.CHANGED
    if known.document_id is not None:
        return _supersede(session, known, listed, now), Sighting.CHANGED
    known.size, known.mtime_ns, known.changed_at, known.withdrawn_at = listed.size, listed.mtime_ns, now, None
    return known, Sighting.CHANGED


def _return(session: Session, file: FileRow, now: datetime) -> FileRow:
    """Take up again a file that was gone; it is received anew, for under the same size and time may be other bytes."""
    if file.document_id is not None:
        return _supersede(session, file, Listed(file.path, file.size, file.mtime_ns), now)
    file.withdrawn_at, file.changed_at = None, now
    return file


def _supersede(session: Session, file: FileRow, listed: Listed, now: datetime) -> FileRow:
    """Return a new version of the file, which waits to be received."""
    file.superseded_at = now
    # The row before must give up its path first: one file a path stands.
    session.flush()
    version = FileRow(
        root=file.root,
        path=file.path,
        size=listed.size,
        mtime_ns=listed.mtime_ns,
        first_seen_at=now,
        changed_at=now,
        previous_id=file.id,
    )
    session.add(version)
    session.flush()
    return version


def _withdraw(session: Session, file: FileRow, now: datetime) -> None:
    file.withdrawn_at = now
    if file.document_id is not None:
        _settle(session, row_of(session, DocumentRow, file.document_id), now)


def _settle(session: Session, document: DocumentRow, now: datetime) -> None:
    """Settle a document after its files came or went, and those it holds if it is an archive."""
    session.flush()
    for one in (document, *packed_in(session, id_of(document.id))):
        settle_document(session, one, now)
