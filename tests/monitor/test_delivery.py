"""What becomes of a mail."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from monitor.delivery import deliver_mails, given_up, wait_after
from monitor.password import PasswordMissing, mail_password
from monitor.settings import MailSettings
from monitor.store.engine import Store, open_store
from monitor.store.outbox import NewMail, mails_to_deliver, record_mail
from monitor.store.states import MailState
from monitor.store.status import status
from notifications.smtp import Security
from tests.builders.mail_servers import Script, Serve, free_port

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
AUDITOR = "auditor@example.org"
CONTENT = (
    f"Date: {format_datetime(NOW)}\r\nFrom: a@example.org\r\nTo: {AUDITOR}\r\nMessage-ID: <1@example.org>\r\n"
    "Subject: x\r\nContent-Type: text/plain\r\n\r\nx\r\n"
).encode()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    with store.write() as session:
        record_mail(session, NewMail("1@example.org", AUDITOR, "x", CONTENT, "<p>x</p>"), [], NOW)
    yield store
    store.close()


def by_smtp(port: int) -> MailSettings:
    return MailSettings(host="127.0.0.1", port=port, tls=Security.NONE, sender="a@example.org", timeout_seconds=5)


def mails(store: Store) -> dict[MailState, int]:
    with store.read() as session:
        return {state: count for state, count in status(session).mails.items() if count}


def test_a_mail_goes_to_the_server_byte_for_byte_and_only_once(store: Store, serve: Serve) -> None:
    script = Script()
    settings = by_smtp(serve(script))
    assert deliver_mails(store, settings, lambda: NOW) == 1
    assert deliver_mails(store, settings, lambda: NOW + timedelta(days=1)) == 0
    assert script.received == [([AUDITOR], CONTENT)]
    assert mails(store) == {MailState.SENT: 1}


def test_without_a_server_a_mail_goes_to_the_folder(store: Store, tmp_path: Path) -> None:
    assert deliver_mails(store, MailSettings(folder=tmp_path / "mail"), lambda: NOW) == 1
    assert [path.read_bytes() for path in (tmp_path / "mail").glob("*.eml")] == [CONTENT]


def test_a_server_that_is_away_is_tried_again_later_and_later(store: Store) -> None:
    settings = by_smtp(free_port())
    assert deliver_mails(store, settings, lambda: NOW) == 0
    assert mails(store) == {MailState.QUEUED: 1}
    with store.read() as session:
        assert mails_to_deliver(session, NOW + timedelta(minutes=29)) == ()
        (again,) = mails_to_deliver(session, NOW + timedelta(minutes=30))
    assert (again.attempt, again.content) == (2, CONTENT)


def test_a_refused_recipient_is_not_tried_again(store: Store, serve: Serve) -> None:
    settings = by_smtp(serve(Script(recipient_replies={AUDITOR: "550 no such user"})))
    deliver_mails(store, settings, lambda: NOW)
    with store.read() as session:
        (undelivered,) = status(session).undelivered
    assert undelivered.state is MailState.FAILED
    assert undelivered.reason.startswith("recipient 550 no such user")


def test_a_connection_lost_after_the_content_leaves_the_mail_in_doubt(store: Store, serve: Serve) -> None:
    script = Script(drop_after_data=True)
    settings = by_smtp(serve(script))
    deliver_mails(store, settings, lambda: NOW)
    assert mails(store) == {MailState.IN_DOUBT: 1}
    script.drop_after_data = False
    assert deliver_mails(store, settings, lambda: NOW + timedelta(hours=1)) == 1
    assert [content for _, content in script.received] == [CONTENT, CONTENT]


def test_a_missing_password_holds_the_mail(store: Store, tmp_path: Path) -> None:
    settings = by_smtp(free_port()).model_copy(update={"username": "u", "password_file": tmp_path / "none"})
    deliver_mails(store, settings, lambda: NOW)
    assert mails(store) == {MailState.HELD: 1}


def test_waits_double_up_to_six_hours() -> None:
    first = timedelta(minutes=30)
    waits = [wait_after(attempt, first) for attempt in range(1, 7)]
    assert waits == [timedelta(minutes=minutes) for minutes in (30, 60, 120, 240, 360, 360)]


def test_a_mail_is_given_up_after_the_days_that_were_set() -> None:
    settings = MailSettings(retry_seconds=1800, give_up_after_days=5)
    attempts = next(attempt for attempt in range(1, 100) if given_up(attempt, settings))
    waited = sum((wait_after(attempt, timedelta(minutes=30)) for attempt in range(1, attempts)), timedelta())
    assert timedelta(days=5) <= waited < timedelta(days=5, hours=6)


def test_the_password_is_a_file_or_a_credential_of_systemd(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("correct horse\n", encoding="utf-8")
    by_file = MailSettings(username="u", password_file=tmp_path / "secret")
    by_credential = MailSettings(username="u", credential="secret")
    assert mail_password(MailSettings(), {}) is None
    assert mail_password(by_file, {}) == "correct horse"
    assert mail_password(by_credential, {"CREDENTIALS_DIRECTORY": str(tmp_path)}) == "correct horse"
    with pytest.raises(PasswordMissing, match="systemd hands over no credential"):
        mail_password(by_credential, {})
