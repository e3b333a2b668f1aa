"""Makes digests: what waits for a recipient becomes one frozen mail, in the transaction that settles its news."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from checks.check import Check
from monitor.digest_news import digest_of
from monitor.due import due_at_once, next_daily
from monitor.settings import Settings
from monitor.store.engine import Session, Store
from monitor.store.moments import moment, set_moment
from monitor.store.news import digest_material
from monitor.store.notices import Notice, pass_over, pending_notices
from monitor.store.outbox import NewMail, record_mail, take_back
from monitor.store.states import State
from monitor.store.status import status
from notifications.digest import Digest
from notifications.message import build_message
from notifications.rendering import RenderedDigest, render

DIGEST_DUE = "digest-due"
"""The moment at which the next daily digest is due."""
LAST_DIGEST = "last-digest"
"""The moment at which the last digest was made."""
NOBODY = "oversight@localhost.localdomain"
"""Whom mail is written for that goes to a folder, where no recipient is named."""


@dataclass(frozen=True, slots=True)
class Digests:
    """What making a digest needs."""

    store: Store
    settings: Settings
    checks: Mapping[str, Check]
    """By code."""


def recipients_of(settings: Settings) -> tuple[str, ...]:
    """Return who gets the digests."""
    return settings.digest.recipients or (NOBODY,)


def make_due_digests(digests: Digests, now: datetime) -> int:
    """Make the digests that are due, daily ones and those that do not wait; return how many mails were queued."""
    daily = _daily_is_due(digests, now)
    made = 0
    for recipient in recipients_of(digests.settings):
        with digests.store.read() as session:
            notices = pending_notices(session, recipient)
            at_once = bool(notices) and due_at_once(notices, digests.settings.digest, busy=_busy(session), now=now)
        if notices and (daily or at_once):
            made += make_digest(digests, recipient, now)
    if daily:
        _set_next_daily(digests, now)
    return made


def make_digest(digests: Digests, recipient: str, now: datetime) -> bool:
    """Queue one mail with all the news that waits for a recipient; return whether there was any.

    A mail that never reached a server is taken back first, so that after an outage one mail tells everything.
    """
    with digests.store.write() as session:
        take_back(session, recipient)
        notices = pending_notices(session, recipient)
        digest = _digest(digests, session, notices, now)
        ids = [notice.id for notice in notices]
        if digest.empty:
            pass_over(session, recipient, ids)
            return False
        record_mail(session, _mail(digests, digest, recipient), ids, now)
        set_moment(session, LAST_DIGEST, now)
        return True


def preview(digests: Digests, recipient: str, now: datetime) -> RenderedDigest:
    """Render the digest as it would be mailed at that time; nothing is recorded."""
    with digests.store.read() as session:
        notices = pending_notices(session, recipient)
        return render(_digest(digests, session, notices, now))


def _digest(digests: Digests, session: Session, notices: tuple[Notice, ...], now: datetime) -> Digest:
    return digest_of(
        digest_material(session, notices),
        digests.checks,
        made_at=now.astimezone(digests.settings.digest.zone),
        since=moment(session, LAST_DIGEST),
    )


def _mail(digests: Digests, digest: Digest, recipient: str) -> NewMail:
    rendered = render(digest)
    sender = digests.settings.mail.sender
    message_id = f"{uuid4()}@{sender.partition('@')[2]}"
    message = build_message(rendered, sender=sender, recipients=[recipient], message_id=message_id, date=digest.made_at)
    return NewMail(message_id, recipient, rendered.subject, message.as_bytes(), rendered.html)


def _busy(session: Session) -> bool:
    """Return whether files are on their way that may have news for the same mail."""
    counts = status(session).counts
    return any(counts.get(state) for state in (State.SEEN, State.RECEIVED, State.SCANNED, State.READ))


def _daily_is_due(digests: Digests, now: datetime) -> bool:
    with digests.store.read() as session:
        due = moment(session, DIGEST_DUE)
    if due is None:
        _set_next_daily(digests, now)
    return due is not None and due <= now


def _set_next_daily(digests: Digests, now: datetime) -> None:
    daily = digests.settings.digest
    with digests.store.write() as session:
        set_moment(session, DIGEST_DUE, next_daily(now, daily.daily_at, daily.zone))
