from datetime import timedelta

from monitor.store.engine import Store
from monitor.store.ledger import (
    Listed,
    ScanOutcome,
    Sighting,
    mark_received,
    mark_unopened,
    mark_withdrawn,
    record_scan,
    record_sighting,
    seen,
    standing_paths,
)
from monitor.store.states import State
from monitor.store.status import counts_by_state, status
from monitor.store.work import claim_next
from tests.builders.stored import NOON, SHARE, minutes, receive

LEASE = timedelta(minutes=10)


def sight(store: Store, path: str, size: int, at: int = 0) -> tuple[int, Sighting]:
    with store.write() as session:
        return record_sighting(session, SHARE, Listed(path, size, at), minutes(at))


def scan(store: Store, *paths: str, at: int = 0) -> ScanOutcome:
    with store.write() as session:
        return record_scan(session, SHARE, [Listed(path, len(path), 0) for path in paths], minutes(at))


def test_a_file_is_new_once_and_then_unchanged(store: Store) -> None:
    first, sighting = sight(store, "2024/预算.pdf", 100)
    assert sighting is Sighting.NEW
    assert sight(store, "2024/预算.pdf", 100) == (first, Sighting.UNCHANGED)


def test_a_growing_file_keeps_its_id_and_waits_again(store: Store) -> None:
    first, _ = sight(store, "预算.pdf", 100)
    assert sight(store, "预算.pdf", 200, at=5) == (first, Sighting.CHANGED)
    with store.read() as session:
        (waiting,) = seen(session)
    assert (waiting.file_id, waiting.size, waiting.changed_at) == (first, 200, minutes(5))


def test_new_bytes_at_a_known_path_are_a_new_version_that_waits(store: Store) -> None:
    first = receive(store, "预算.pdf", "第一版")
    file_id, sighting = sight(store, "预算.pdf", 999, at=5)
    assert sighting is Sighting.CHANGED
    with store.read() as session:
        assert [file.file_id for file in seen(session)] == [file_id]
    assert receive(store, "预算.pdf", "第二版", at=5) != first


def test_a_touched_file_with_the_same_bytes_is_nothing_to_read(store: Store) -> None:
    document = receive(store, "预算.pdf", "内容")
    file_id, sighting = sight(store, "预算.pdf", 2, at=9)
    assert sighting is Sighting.CHANGED
    with store.write() as session:
        receipt = mark_received(session, file_id, _sha256(store, document), kept=None, now=minutes(9))
    assert (receipt.document_id, receipt.fresh) == (document, False)


def test_a_copy_is_the_same_document_and_read_once(store: Store) -> None:
    document = receive(store, "预算.pdf", "内容")
    assert all(receive(store, f"copy/{number}.pdf", "内容", at=1) == document for number in range(20))
    with store.write() as session:
        assert claim_next(session, State.RECEIVED, minutes(1), LEASE) is not None
        assert claim_next(session, State.RECEIVED, minutes(1), LEASE) is None
        assert counts_by_state(session) == {State.RECEIVED: 1}


def test_receiving_a_file_again_changes_nothing(store: Store) -> None:
    file_id, _ = sight(store, "预算.pdf", 100)
    with store.write() as session:
        first = mark_received(session, file_id, "a" * 64, kept="aa", now=NOON)
    with store.write() as session:
        again = mark_received(session, file_id, "a" * 64, kept="aa", now=minutes(1))
    assert first.fresh
    assert (again.document_id, again.fresh) == (first.document_id, False)


def test_a_rehash_that_finds_other_bytes_makes_a_new_version(store: Store) -> None:
    file_id, _ = sight(store, "预算.pdf", 100)
    with store.write() as session:
        first = mark_received(session, file_id, "a" * 64, kept=None, now=NOON)
        other = mark_received(session, file_id, "b" * 64, kept=None, now=minutes(1))
    assert other.fresh
    assert other.document_id != first.document_id
    with store.read() as session:
        assert standing_paths(session, SHARE) == {"预算.pdf"}
        assert seen(session) == ()


def test_a_moved_file_is_the_same_document(store: Store) -> None:
    document = receive(store, "old.pdf", "内容")
    assert scan(store, "new.pdf", at=5) == ScanOutcome(new=1, changed=0, withdrawn=1)
    assert receive(store, "new.pdf", "内容", at=6) == document
    with store.write() as session:
        work = claim_next(session, State.RECEIVED, minutes(6), LEASE)
        assert standing_paths(session, SHARE) == {"new.pdf"}
    assert work is not None
    assert (work.path, work.name) == ("new.pdf", "old.pdf")


def test_a_scan_records_what_is_new_changed_and_gone_and_again_nothing(store: Store) -> None:
    assert scan(store, "a.pdf", "b.pdf", "c.pdf") == ScanOutcome(3, 0, 0)
    assert scan(store, "a.pdf", "b.pdf", at=1) == ScanOutcome(0, 0, 1)
    assert scan(store, "a.pdf", "b.pdf", at=2) == ScanOutcome(0, 0, 0)
    with store.read() as session:
        assert standing_paths(session, SHARE) == {"a.pdf", "b.pdf"}
        assert standing_paths(session, "/elsewhere") == frozenset()
        assert counts_by_state(session) == {State.SEEN: 2, State.WITHDRAWN: 1}


def test_a_file_that_comes_back_is_received_anew(store: Store) -> None:
    document = receive(store, "预算.pdf", "内容")
    assert scan(store, at=1) == ScanOutcome(0, 0, 1)
    with store.write() as session:
        record_sighting(session, SHARE, Listed("预算.pdf", 2, 0), minutes(2))
        assert [file.path for file in seen(session)] == ["预算.pdf"]
    assert receive(store, "预算.pdf", "内容", at=3) == document


def test_withdrawing_a_file_twice_keeps_the_first_time(store: Store) -> None:
    file_id, _ = sight(store, "预算.pdf", 100)
    for at in (1, 2):
        with store.write() as session:
            mark_withdrawn(session, file_id, minutes(at))
    with store.read() as session:
        assert standing_paths(session, SHARE) == frozenset()


def test_a_file_name_that_is_not_unicode_is_found_again(store: Store) -> None:
    name = "预算.pdf".encode("gbk").decode("utf-8", "surrogateescape")
    first, _ = sight(store, name, 100)
    assert sight(store, name, 100) == (first, Sighting.UNCHANGED)
    with store.read() as session:
        assert standing_paths(session, SHARE) == {name}


def _sha256(store: Store, document: int) -> str:
    with store.write() as session:
        work = claim_next(session, State.RECEIVED, NOON, LEASE)
    assert work is not None
    assert work.document_id == document
    return work.sha256


def test_a_file_that_may_not_be_opened_is_named_once_and_goes_on_waiting(store: Store) -> None:
    file_id, _ = sight(store, "locked.pdf", 100)
    for expected in (True, False):
        with store.write() as session:
            assert mark_unopened(session, file_id, "permission denied", "没有权限", minutes(1)) is expected
    with store.read() as session:
        (failure,) = status(session).failures
        assert (failure.name, failure.state, failure.reason_chinese) == ("locked.pdf", State.UNREADABLE, "没有权限")
        assert [file.file_id for file in seen(session)] == [file_id]


def test_a_file_that_may_be_opened_at_last_is_received_and_no_failure_any_more(store: Store) -> None:
    file_id, _ = sight(store, "locked.pdf", 100)
    with store.write() as session:
        mark_unopened(session, file_id, "permission denied", "没有权限", minutes(1))
    with store.write() as session:
        receipt = mark_received(session, file_id, "a" * 64, kept=None, now=minutes(2))
    with store.read() as session:
        assert receipt.fresh
        assert status(session).failures == ()
        assert seen(session) == ()
