from hashlib import sha256

from sqlmodel import select

from monitor.store.archives import PackedFile, record_unpacked
from monitor.store.engine import Store
from monitor.store.files import Standing, standing_of
from monitor.store.ledger import Listed, mark_withdrawn, record_scan, record_sighting
from monitor.store.readings import record_reading
from monitor.store.rows import id_of
from monitor.store.schema import DocumentRow, ReadingRow
from monitor.store.states import State
from monitor.store.status import counts_by_state, status
from monitor.store.work import record_failure, retry_for_reader
from tests.builders.disclosures import a_disclosure
from tests.builders.stored import SHARE, minutes, receive


def unpack(store: Store, archive: int, *names: str, at: int = 1) -> list[int]:
    """Have the archive hold files whose content is their name; return their documents."""
    files = [PackedFile(name, hash_of(name), hash_of(name)) for name in names]
    with store.write() as session:
        record_unpacked(session, archive, files, minutes(at), reader_version="r1", format="zip")
    return [document(store, name) for name in names]


def hash_of(content: str) -> str:
    return sha256(content.encode()).hexdigest()


def document(store: Store, content: str) -> int:
    with store.read() as session:
        return id_of(session.exec(select(DocumentRow.id).where(DocumentRow.sha256 == hash_of(content))).one())


def states(store: Store) -> dict[State, int]:
    with store.read() as session:
        return dict(counts_by_state(session))


def place(store: Store, document_id: int) -> Standing:
    with store.read() as session:
        return standing_of(session, document_id)


def test_every_file_of_an_archive_waits_to_be_read_where_the_archive_stands(store: Store) -> None:
    archive = receive(store, "2024/预算.zip")
    first, second = unpack(store, archive, "司法局/一.pdf", "二.pdf")
    assert states(store) == {State.UNPACKED: 1, State.RECEIVED: 2}
    assert place(store, first) == Standing(SHARE, "2024/预算.zip/司法局/一.pdf", stands=True)
    assert place(store, second) == Standing(SHARE, "2024/预算.zip/二.pdf", stands=True)


def test_a_scan_that_lists_only_the_archive_leaves_its_files_alone(store: Store) -> None:
    archive = receive(store, "预算.zip")
    unpack(store, archive, "一.pdf")
    with store.write() as session:
        record_scan(session, SHARE, [Listed("预算.zip", len("预算.zip"), 0)], minutes(2))
    assert states(store) == {State.UNPACKED: 1, State.RECEIVED: 1}


def test_a_file_that_stands_in_a_folder_and_in_an_archive_is_one_document(store: Store) -> None:
    known = receive(store, "一.pdf")
    (packed,) = unpack(store, receive(store, "预算.zip"), "一.pdf")
    assert packed == known
    assert place(store, packed).path == "一.pdf"


def test_a_failed_file_of_an_archive_is_told_with_its_place_until_the_archive_is_gone(store: Store) -> None:
    archive = receive(store, "预算.zip")
    (packed,) = unpack(store, archive, "一.pdf")
    with store.write() as session:
        record_failure(session, packed, State.UNREADABLE, "empty", "文件为空。", minutes(2))
    with store.read() as session:
        (failure,) = status(session).failures
    assert failure.path == "预算.zip/一.pdf"
    withdraw(store, "预算.zip")
    with store.read() as session:
        assert status(session).failures == ()
    assert not place(store, packed).stands


def test_the_files_of_an_archive_are_gone_and_return_with_it(store: Store) -> None:
    archive = receive(store, "预算.zip")
    (packed,) = unpack(store, archive, "一.pdf")
    withdraw(store, "预算.zip")
    assert not place(store, packed).stands
    receive(store, "副本.zip", "预算.zip", at=3)
    assert place(store, packed) == Standing(SHARE, "副本.zip/一.pdf", stands=True)


def test_a_publication_of_an_archive_gives_way_when_the_archive_goes(store: Store) -> None:
    (packed,) = unpack(store, receive(store, "预算.zip"), "一.pdf")
    other = receive(store, "更正.pdf", at=2)
    with store.write() as session:
        for document_id in (packed, other):
            record_reading(session, document_id, a_disclosure(), "r1", minutes(3))
    assert superseded_by(store, packed) is None
    withdraw(store, "预算.zip")
    assert superseded_by(store, packed) == other


def test_another_reader_unpacks_again_and_the_files_it_knew_are_not_read_again(store: Store) -> None:
    archive = receive(store, "预算.zip")
    (packed,) = unpack(store, archive, "一.pdf")
    with store.write() as session:
        record_reading(session, packed, a_disclosure(), "r1", minutes(2))
        assert retry_for_reader(session, "r2", minutes(3)) == 1
    assert unpack(store, archive, "一.pdf", "二.pdf", at=4)[0] == packed
    assert states(store) == {State.UNPACKED: 1, State.READ: 1, State.RECEIVED: 1}


def withdraw(store: Store, path: str) -> None:
    with store.write() as session:
        file_id, _ = record_sighting(session, SHARE, Listed(path, len(path), 0), minutes(2))
        mark_withdrawn(session, file_id, minutes(2))


def superseded_by(store: Store, document_id: int) -> int | None:
    with store.read() as session:
        reading = session.get(ReadingRow, document_id)
        assert reading is not None
        return reading.superseded_by
