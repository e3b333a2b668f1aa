"""Delivers the mails of the outbox, each at least once; what became of an attempt is recorded before the next."""

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from monitor.mail_server import mail_server
from monitor.settings import MailSettings
from monitor.store.engine import Store
from monitor.store.outbox import (
    MailToDeliver,
    mails_to_deliver,
    record_attempt,
    record_held,
    record_refused,
    record_retry,
    record_sent,
)
from notifications.delivery import Delivery, Phase, RecipientDelivery
from notifications.folder import deliver_to_folder
from notifications.smtp import send

LONGEST_WAIT = timedelta(hours=6)


def deliver_mails(store: Store, settings: MailSettings, now: Callable[[], datetime]) -> int:
    """Deliver what is to be delivered now; return how many mails arrived."""
    with store.read() as session:
        mails = mails_to_deliver(session, now())
    return sum(_deliver(store, settings, mail, now) for mail in mails)


def wait_after(attempt: int, first: timedelta) -> timedelta:
    """Return how long to wait after that attempt, counted from 1: each wait is twice the one before."""
    doubled = first * float(2 ** min(attempt - 1, 20))
    return min(doubled, max(first, LONGEST_WAIT))


def given_up(attempt: int, settings: MailSettings) -> bool:
    """Return whether that attempt was the last: the waits up to here add up to what a mail may take."""
    first = timedelta(seconds=settings.retry_seconds)
    waited = sum((wait_after(earlier, first) for earlier in range(1, attempt)), timedelta())
    return waited >= timedelta(days=settings.give_up_after_days)


def _deliver(store: Store, settings: MailSettings, mail: MailToDeliver, now: Callable[[], datetime]) -> bool:
    wait = wait_after(mail.attempt, timedelta(seconds=settings.retry_seconds))
    with store.write() as session:
        record_attempt(session, mail.mail_id, now(), now() + wait)
    outcome = _hand_over(settings, mail)
    _record(store, settings, mail, outcome, now)
    log = structlog.get_logger().bind(recipient=mail.recipient, message_id=mail.message_id, attempt=mail.attempt)
    if outcome.delivery is Delivery.ACCEPTED:
        log.info("mailed", may_be_duplicate=mail.in_doubt)
        return True
    log.warning("not mailed", outcome=outcome.delivery, phase=outcome.phase, reason=_reason(outcome))
    return False


def _hand_over(settings: MailSettings, mail: MailToDeliver) -> RecipientDelivery:
    try:
        server = mail_server(settings)
        if server is None:
            path = deliver_to_folder(mail.content, settings.folder)
            return RecipientDelivery(mail.recipient, Delivery.ACCEPTED, Phase.CONTENT, text=str(path))
        return send(mail.content, sender=settings.sender, recipients=[mail.recipient], server=server)[0]
    except Exception as error:  # disk full, no password: the mail waits, the service goes on
        return RecipientDelivery(mail.recipient, Delivery.HELD, Phase.CONNECT, text=f"{type(error).__name__}: {error}")


def _record(
    store: Store, settings: MailSettings, mail: MailToDeliver, outcome: RecipientDelivery, now: Callable[[], datetime]
) -> None:
    again_at = now() + wait_after(mail.attempt, timedelta(seconds=settings.retry_seconds))
    reason = _reason(outcome)
    with store.write() as session:
        match outcome.delivery:
            case Delivery.ACCEPTED:
                record_sent(session, mail.mail_id, now())
            case Delivery.REFUSED:
                record_refused(session, mail.mail_id, reason)
            case Delivery.HELD:
                record_held(session, mail.mail_id, again_at, reason)
            case _ if given_up(mail.attempt, settings):
                record_refused(session, mail.mail_id, f"given up after {mail.attempt} attempts: {reason}")
            case _:
                in_doubt = outcome.delivery is Delivery.IN_DOUBT
                record_retry(session, mail.mail_id, again_at, reason, in_doubt=in_doubt)


def _reason(outcome: RecipientDelivery) -> str:
    return " ".join(part for part in (str(outcome.phase), str(outcome.code or ""), outcome.text) if part)
