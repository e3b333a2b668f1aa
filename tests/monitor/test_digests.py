"""Which news goes into which mail."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from checks.registry import ALL
from monitor.digests import NOBODY, Digests, make_digest, make_due_digests, preview
from monitor.settings import AtOnce, DigestSettings, Settings
from monitor.store.engine import Store, open_store
from monitor.store.notices import set_recipients
from monitor.store.outbox import mails_to_deliver, record_attempt, record_retry
from monitor.store.states import State
from monitor.store.work import record_failure
from records.finding import Severity
from tests.builders.disclosures import a_disclosure
from tests.builders.stored import a_finding, check, found, minutes, publish, receive

AUDITORS = ("a@example.org", "b@example.org")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    with store.write() as session:
        set_recipients(session, (NOBODY, *AUDITORS), minutes(0))
    yield store
    store.close()


def digests(store: Store, at_once: AtOnce = AtOnce.NEVER, recipients: tuple[str, ...] = ()) -> Digests:
    settings = DigestSettings(at_once=at_once, recipients=recipients)
    return Digests(store, Settings(digest=settings), {check.code: check for check in ALL})


def an_error(store: Store, name: str = "预算.pdf", item: str = "204", *, at: int = 0) -> None:
    disclosure = a_disclosure(2023 + at)
    check(store, publish(store, name, disclosure, at=at), found(a_finding(disclosure, item)), at=at)


def mails(store: Store, *, at: int) -> list[tuple[str, str]]:
    with store.read() as session:
        return [(mail.recipient, mail.message_id) for mail in mails_to_deliver(session, minutes(at))]


def test_the_daily_digest_is_made_once_at_its_hour_with_all_that_waits(store: Store) -> None:
    an_error(store)
    daily = digests(store)
    assert make_due_digests(daily, minutes(0)) == 0  # 20:00 in Shanghai: the next is due at 8:00
    assert make_due_digests(daily, minutes(12 * 60 - 1)) == 0
    assert make_due_digests(daily, minutes(12 * 60)) == 1
    assert make_due_digests(daily, minutes(12 * 60 + 1)) == 0
    assert make_due_digests(daily, minutes(36 * 60)) == 0  # nothing new


def test_a_digest_that_was_due_while_the_service_was_away_is_made_at_its_return(store: Store) -> None:
    daily = digests(store)
    make_due_digests(daily, minutes(0))
    an_error(store)
    assert make_due_digests(daily, minutes(60 * 60)) == 1


def test_an_error_is_mailed_at_once_and_takes_the_rest_along(store: Store) -> None:
    at_once = digests(store, AtOnce.ERROR)
    disclosure = a_disclosure(2022)
    mild = a_finding(disclosure, severity=Severity.INFO)
    check(store, publish(store, "2022.pdf", disclosure), found(mild))
    assert make_due_digests(at_once, minutes(1)) == 0
    an_error(store, at=1)
    assert "2022 年" in preview(at_once, NOBODY, minutes(2)).text
    assert make_due_digests(at_once, minutes(2)) == 1
    assert "没有新文本" in preview(at_once, NOBODY, minutes(3)).subject


def test_an_urgent_digest_waits_for_files_that_are_on_their_way_but_not_for_ever(store: Store) -> None:
    at_once = digests(store, AtOnce.ERROR)
    an_error(store)
    receive(store, "next.pdf", at=1)
    assert make_due_digests(at_once, minutes(1)) == 0
    assert make_due_digests(at_once, minutes(6)) == 1


def test_every_recipient_gets_a_mail_of_their_own(store: Store) -> None:
    an_error(store)
    assert make_due_digests(digests(store, AtOnce.ERROR, AUDITORS), minutes(1)) == 2
    recipients = [recipient for recipient, _ in mails(store, at=1)]
    assert sorted(recipients) == sorted(AUDITORS)


def test_what_never_reached_a_server_is_told_again_in_the_next_mail(store: Store) -> None:
    an_error(store)
    make_digest(digests(store), NOBODY, minutes(1))
    with store.write() as session:
        (mail,) = mails_to_deliver(session, minutes(1))
        record_attempt(session, mail.mail_id, minutes(1), minutes(30))
        record_retry(session, mail.mail_id, minutes(30), "connect refused")
    an_error(store, "次年.pdf", at=2)
    text = preview(digests(store), NOBODY, minutes(3)).text
    assert "次年.pdf" in text
    make_digest(digests(store), NOBODY, minutes(3))
    ((_, message_id),) = mails(store, at=60)
    assert message_id != mail.message_id
    with store.read() as session:
        (merged,) = mails_to_deliver(session, minutes(60))
    assert merged.attempt == 1


def test_a_preview_records_nothing(store: Store) -> None:
    an_error(store)
    first = preview(digests(store), NOBODY, minutes(1))
    again = preview(digests(store), NOBODY, minutes(1) + timedelta(days=1))
    assert "SUM001" in first.text
    assert "SUM001" in again.text
    assert mails(store, at=1) == []


def test_what_could_not_be_read_is_told_with_its_reason(store: Store) -> None:
    document = receive(store, "扫描件.pdf")
    with store.write() as session:
        record_failure(session, document, State.UNREADABLE, "no-text", "文件全部为图片。", minutes(0))
    text = preview(digests(store), NOBODY, minutes(1)).text
    assert "扫描件.pdf：无法读取。文件全部为图片。" in text
