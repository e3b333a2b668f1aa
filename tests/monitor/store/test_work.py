from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.store.engine import Session, Store
from monitor.store.findings import check_again_with, record_checks
from monitor.store.notices import pending_notices
from monitor.store.states import NoticeKind, State
from monitor.store.status import status
from monitor.store.work import (
    INTERRUPTIONS,
    STRIKES,
    Work,
    claim_next,
    put_off,
    record_failure,
    record_strike,
    release_claims,
    retry,
    retry_for_reader,
)
from tests.builders.disclosures import a_disclosure
from tests.builders.stored import HEADLINE, VERSIONS, check, minutes, publish, receive

LEASE = timedelta(minutes=10)
OFFICER = "officer@example.org"


def claim(store: Store, at: int, state: State = State.RECEIVED) -> Work | None:
    with store.write() as session:
        return claim_next(session, state, minutes(at), LEASE)


def fail(session: Session, document: int, reason: str = "加密", *, reader: str = "r1", at: int = 0) -> None:
    record_failure(session, document, State.UNREADABLE, "encrypted", reason, minutes(at), reader_version=reader)


def notice_kinds(store: Store) -> list[NoticeKind]:
    with store.read() as session:
        return [notice.kind for notice in pending_notices(session, OFFICER)]


def test_the_longest_waiting_is_claimed_first_and_only_once(store: Store) -> None:
    first, second = receive(store, "a.pdf", at=0), receive(store, "b.pdf", at=1)
    claimed = [claim(store, at=2) for _ in range(3)]
    assert [work and work.document_id for work in claimed] == [first, second, None]


def test_what_was_never_checked_goes_before_what_is_checked_again(store: Store) -> None:
    known = publish(store, "2022.pdf", a_disclosure(2022), at=0)
    check(store, known, at=1)
    with store.write() as session:
        check_again_with(session, replace(VERSIONS, checks="k2"), minutes(2))
    new = publish(store, "2030.pdf", a_disclosure(2030), at=3)
    claimed = [claim(store, at=4, state=State.READ) for _ in range(2)]
    assert [work and work.document_id for work in claimed] == [new, known]


def test_a_claim_carries_what_the_reader_needs(store: Store) -> None:
    receive(store, "2024/预算.pdf", "内容")
    work = claim(store, at=0)
    assert work is not None
    assert (work.state, work.name, work.path, work.attempt) == (State.RECEIVED, "预算.pdf", "2024/预算.pdf", 1)
    assert work.kept == work.sha256


def test_a_claim_ends_with_its_lease_or_with_a_new_start(store: Store) -> None:
    receive(store, "a.pdf")
    assert claim(store, at=0)
    assert claim(store, at=9) is None
    again = claim(store, at=10)
    assert again is not None
    assert again.attempt == 1
    with store.write() as session:
        assert release_claims(session) == 1
        assert release_claims(session) == 0
    assert claim(store, at=11) is not None


def test_a_document_that_kills_us_waits_behind_the_others(store: Store) -> None:
    poison = receive(store, "poison.pdf")
    innocent = receive(store, "b.pdf", at=1)
    for expected in (poison, innocent, poison):
        claimed = claim(store, at=2)
        assert claimed is not None
        assert claimed.document_id == expected
        with store.write() as session:
            release_claims(session)


def test_a_document_that_kills_us_every_time_is_quarantined_with_one_notice(store: Store) -> None:
    receive(store, "poison.pdf")
    for _ in range(INTERRUPTIONS):
        assert claim(store, at=2) is not None
        with store.write() as session:
            release_claims(session)
    assert claim(store, at=3) is None
    assert notice_kinds(store) == [NoticeKind.FAILURE]
    with store.read() as session:
        (failure,) = status(session).failures
    assert (failure.name, failure.state) == ("poison.pdf", State.QUARANTINED)
    assert "10 次" in failure.reason_chinese


def test_kills_while_a_document_is_worked_on_are_no_strikes_against_it(store: Store) -> None:
    document = receive(store, "a.pdf")
    for _ in range(INTERRUPTIONS - 1):
        claim(store, at=2)
        with store.write() as session:
            release_claims(session)
    claim(store, at=3)
    with store.write() as session:
        assert record_strike(session, document, "timeout", "超时", minutes(3), minutes(4)) is State.RECEIVED


def test_a_strike_waits_and_the_last_one_quarantines(store: Store) -> None:
    document = receive(store, "slow.pdf")
    states = []
    for number in range(STRIKES):
        at = number * 10
        assert claim(store, at=at) is not None
        with store.write() as session:
            states.append(record_strike(session, document, "timeout", "超时", minutes(at), minutes(at + 5)))
        assert claim(store, at=at + 4) is None
    assert states == [State.RECEIVED, State.RECEIVED, State.QUARANTINED]
    assert claim(store, at=99) is None


def test_putting_off_counts_no_attempt(store: Store) -> None:
    document = receive(store, "a.pdf")
    for at in range(0, 100, 10):
        assert claim(store, at=at) is not None
        for _ in range(2):
            with store.write() as session:
                put_off(session, document, minutes(at + 5))
        assert claim(store, at=at + 4) is None
    last = claim(store, at=200)
    assert last is not None
    assert last.attempt == 1


def test_a_failure_is_told_once_until_it_is_another(store: Store) -> None:
    document = receive(store, "a.pdf")
    with store.write() as session:
        fail(session, document)
        fail(session, document)
    assert len(notice_kinds(store)) == 1
    with store.write() as session:
        fail(session, document, "截断")
    assert len(notice_kinds(store)) == 2


def test_a_new_reader_tries_what_the_old_one_could_not_read(store: Store) -> None:
    document = receive(store, "a.pdf")
    with store.write() as session:
        fail(session, document, reader="r1")
        assert retry_for_reader(session, "r1", minutes(1)) == 0
        assert retry_for_reader(session, "r2", minutes(1)) == 1
        assert retry_for_reader(session, "r2", minutes(1)) == 0
    assert claim(store, at=2) is not None
    with store.write() as session:
        fail(session, document, reader="r2")
    assert len(notice_kinds(store)) == 1


def test_a_quarantined_document_is_read_again_only_by_hand(store: Store) -> None:
    document = receive(store, "a.pdf")
    with store.write() as session:
        record_failure(session, document, State.QUARANTINED, "crash", "崩溃", minutes(0))
        assert retry_for_reader(session, "r2", minutes(1)) == 0
    assert claim(store, at=2) is None
    with store.write() as session:
        retry(session, document, minutes(3))
    work = claim(store, at=3)
    assert work is not None
    assert work.attempt == 1


def test_reading_and_checking_count_their_attempts_apart(store: Store) -> None:
    receive(store, "a.pdf")
    assert claim(store, at=0) is not None
    document = publish(store, "a.pdf", a_disclosure(), at=1)
    work = claim(store, at=2, state=State.READ)
    assert work is not None
    assert work.attempt == 1
    with store.write() as session:
        record_checks(session, document, (), HEADLINE, VERSIONS, minutes(3))
    assert claim(store, at=99, state=State.READ) is None


def test_what_is_not_there_is_named(store: Store) -> None:
    with pytest.raises(LookupError, match="no document 7"), store.write() as session:
        retry(session, 7, minutes(0))
