"""Decides when a digest is due; when that is, is kept in the store, so that no restart and no clock loses one."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from monitor.settings import AtOnce, DigestSettings
from monitor.store.notices import Notice


def next_daily(after: datetime, daily_at: time, zone: ZoneInfo) -> datetime:
    """Return the first moment after `after` at which clocks of the zone show that time of day."""
    local = after.astimezone(zone)
    today = datetime.combine(local.date(), daily_at, zone)
    if today.astimezone(UTC) > after.astimezone(UTC):
        return today
    return datetime.combine(local.date() + timedelta(days=1), daily_at, zone)


def urgent(notices: Sequence[Notice], at_once: AtOnce) -> bool:
    """Return whether any of the news is to be mailed without waiting for the daily digest."""
    if at_once is AtOnce.EVERYTHING:
        return bool(notices)
    limit = at_once.severity
    return limit is not None and any(
        notice.severity is not None and notice.severity.rank <= limit.rank for notice in notices
    )


def due_at_once(notices: Sequence[Notice], settings: DigestSettings, *, busy: bool, now: datetime) -> bool:
    """Return whether the news is to be mailed now: it is urgent, and all is quiet or it has waited long enough.

    News from the future means that the clock was set back; how long it has waited is then not known, and it is due.
    """
    if not urgent(notices, settings.at_once):
        return False
    oldest = min(notice.created_at for notice in notices)
    newest = max(notice.created_at for notice in notices)
    if newest > now or now - oldest >= timedelta(seconds=settings.max_wait_seconds):
        return True
    return not busy and now - newest >= timedelta(seconds=settings.quiet_seconds)
