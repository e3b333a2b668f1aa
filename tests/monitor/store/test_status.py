from monitor.store.engine import Store
from monitor.store.ledger import Listed, record_scan, record_sighting
from monitor.store.moments import set_moment
from monitor.store.states import State
from monitor.store.status import Status, status
from monitor.store.work import record_failure
from tests.builders.disclosures import a_disclosure
from tests.builders.stored import NOON, SHARE, check, found, minutes, publish, receive


def status_of(store: Store) -> Status:
    with store.read() as session:
        return status(session)


def test_an_empty_store_has_nothing_to_tell(store: Store) -> None:
    assert status_of(store) == Status(
        counts={},
        oldest_waiting=None,
        failures=(),
        open_findings={},
        mails={},
        undelivered=(),
        last_mail_at=None,
        moments={},
    )


def test_everything_is_counted_where_it_stands(store: Store) -> None:
    with store.write() as session:
        record_sighting(session, SHARE, Listed("growing.pdf", 1, 1), NOON)
        set_moment(session, "last-scan", minutes(9))
    receive(store, "waiting.pdf", at=3)
    publish(store, "2022.pdf", a_disclosure(2022), at=4)
    check(store, publish(store, "2019.pdf", a_disclosure(2019), at=5), found(), at=5)
    unreadable = receive(store, "locked.pdf", at=1)
    with store.write() as session:
        record_failure(session, unreadable, State.UNREADABLE, "encrypted", "文件已加密", minutes(6))
    now = status_of(store)
    assert now.counts == {
        State.SEEN: 1,
        State.RECEIVED: 1,
        State.READ: 1,
        State.CHECKED: 1,
        State.UNREADABLE: 1,
    }
    assert now.oldest_waiting == minutes(3)
    assert [(failure.name, failure.reason, failure.since) for failure in now.failures] == [
        ("locked.pdf", "encrypted", minutes(6))
    ]
    assert now.moments == {"last-scan": minutes(9)}


def test_what_is_gone_from_the_share_counts_as_withdrawn_unless_it_still_waits(store: Store) -> None:
    check(store, publish(store, "2023.pdf", a_disclosure()), found())
    receive(store, "waiting.pdf")
    with store.write() as session:
        record_scan(session, SHARE, (), minutes(1))
    assert status_of(store).counts == {State.RECEIVED: 1, State.WITHDRAWN: 2}


def test_a_replaced_version_counts_no_more(store: Store) -> None:
    publish(store, "2023.pdf", a_disclosure(), "第一版")
    check(store, publish(store, "2023.pdf", a_disclosure(), "第二版", at=1), found(), at=1)
    now = status_of(store)
    assert (now.counts, now.oldest_waiting) == ({State.CHECKED: 1}, None)
