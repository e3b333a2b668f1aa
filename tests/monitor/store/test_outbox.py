from monitor.store.engine import Store
from monitor.store.notices import pending_notices
from monitor.store.outbox import (
    MailToDeliver,
    NewMail,
    mails_to_deliver,
    record_attempt,
    record_held,
    record_mail,
    record_refused,
    record_retry,
    record_sent,
    take_back,
)
from monitor.store.states import MailState
from monitor.store.status import status
from tests.builders.disclosures import a_disclosure
from tests.builders.stored import check, found, minutes, publish

OFFICER = "officer@example.org"
AUDITOR = "auditor@example.org"


def queue(store: Store, recipient: str = OFFICER, message_id: str = "one@example.org", at: int = 0) -> int:
    mail = NewMail(message_id, recipient, "3月1日 预决算监测", b"Subject: x\r\n\r\n\xff\x00", "<p>x</p>")
    with store.write() as session:
        notices = [notice.id for notice in pending_notices(session, recipient)]
        return record_mail(session, mail, notices, minutes(at))


def due(store: Store, at: int) -> tuple[MailToDeliver, ...]:
    with store.read() as session:
        return mails_to_deliver(session, minutes(at))


def attempt(store: Store, mail: int, at: int) -> None:
    with store.write() as session:
        record_attempt(session, mail, minutes(at), minutes(at + 30))


def state_of(store: Store) -> dict[MailState, int]:
    with store.read() as session:
        return dict(status(session).mails)


def waiting(store: Store, recipient: str = OFFICER) -> int:
    with store.read() as session:
        return len(pending_notices(session, recipient))


def test_a_mail_settles_its_news_for_its_recipient_only(store: Store) -> None:
    check(store, publish(store, "2023.pdf", a_disclosure()), found())
    queue(store)
    assert (waiting(store, OFFICER), waiting(store, AUDITOR)) == (0, 1)


def test_a_mail_is_delivered_exactly_as_it_was_frozen(store: Store) -> None:
    mail = queue(store)
    (ready,) = due(store, at=0)
    assert ready == MailToDeliver(mail, "one@example.org", OFFICER, b"Subject: x\r\n\r\n\xff\x00", 1, in_doubt=False)


def test_a_known_message_id_is_queued_once(store: Store) -> None:
    assert queue(store) == queue(store)
    assert state_of(store) == {MailState.QUEUED: 1}


def test_a_sent_mail_is_not_sent_again(store: Store) -> None:
    mail = queue(store)
    attempt(store, mail, at=0)
    for at in (1, 2):
        with store.write() as session:
            record_sent(session, mail, minutes(at))
    assert due(store, at=999) == ()
    with store.read() as session:
        now = status(session)
    assert (now.last_mail_at, now.undelivered) == (minutes(1), ())


def test_an_attempt_whose_end_was_never_heard_of_is_in_doubt_and_repeated(store: Store) -> None:
    mail = queue(store)
    attempt(store, mail, at=0)
    assert due(store, at=29) == ()
    (ready,) = due(store, at=30)
    assert (ready.attempt, ready.in_doubt) == (2, True)
    attempt(store, mail, at=30)
    with store.write() as session:
        record_retry(session, mail, minutes(60), "connection refused")
        assert take_back(session, OFFICER) == 0
    assert state_of(store) == {MailState.IN_DOUBT: 1}


def test_a_mail_that_failed_for_now_waits_and_is_not_in_doubt(store: Store) -> None:
    mail = queue(store)
    attempt(store, mail, at=0)
    with store.write() as session:
        record_retry(session, mail, minutes(5), "451 greylisted")
    assert due(store, at=4) == ()
    (ready,) = due(store, at=5)
    assert (ready.attempt, ready.in_doubt) == (2, False)
    with store.read() as session:
        (undelivered,) = status(session).undelivered
    assert (undelivered.state, undelivered.attempts, undelivered.reason) == (MailState.QUEUED, 1, "451 greylisted")


def test_a_connection_broken_after_the_message_leaves_it_in_doubt(store: Store) -> None:
    mail = queue(store)
    attempt(store, mail, at=0)
    with store.write() as session:
        record_retry(session, mail, minutes(5), "connection lost", in_doubt=True)
    (ready,) = due(store, at=5)
    assert ready.in_doubt


def test_a_held_mail_counts_no_attempt(store: Store) -> None:
    mail = queue(store)
    for at in (0, 10, 20):
        attempt(store, mail, at)
        for _ in range(2):
            with store.write() as session:
                record_held(session, mail, minutes(at + 5), "certificate expired")
    (ready,) = due(store, at=30)
    assert ready.attempt == 1
    assert state_of(store) == {MailState.HELD: 1}


def test_a_refused_mail_is_given_up_and_reported(store: Store) -> None:
    mail = queue(store)
    attempt(store, mail, at=0)
    with store.write() as session:
        record_refused(session, mail, "550 no such user")
    assert due(store, at=999) == ()
    with store.read() as session:
        (undelivered,) = status(session).undelivered
    assert (undelivered.state, undelivered.reason) == (MailState.FAILED, "550 no such user")


def test_a_mail_that_never_reached_a_server_is_taken_back_and_its_news_told_in_the_next(store: Store) -> None:
    check(store, publish(store, "2022.pdf", a_disclosure(2022)), found())
    first = queue(store, message_id="first@example.org")
    attempt(store, first, at=0)
    with store.write() as session:
        record_retry(session, first, minutes(5), "connection refused")
    check(store, publish(store, "2023.pdf", a_disclosure(2023)), found())
    with store.write() as session:
        assert take_back(session, OFFICER) == 1
        assert take_back(session, OFFICER) == 0
    assert waiting(store) == 2
    queue(store, message_id="second@example.org", at=9)
    assert [mail.message_id for mail in due(store, at=9)] == ["second@example.org"]


def test_only_the_mails_of_that_recipient_are_taken_back(store: Store) -> None:
    queue(store, OFFICER, "one@example.org")
    queue(store, AUDITOR, "two@example.org")
    with store.write() as session:
        take_back(session, OFFICER)
    assert [mail.recipient for mail in due(store, at=0)] == [AUDITOR]
