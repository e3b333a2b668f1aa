"""When digests are due."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from monitor.due import due_at_once, next_daily
from monitor.settings import AtOnce, DigestSettings
from monitor.store.notices import Notice
from monitor.store.states import Cause, NoticeKind
from records.finding import Severity

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
SHANGHAI = ZoneInfo("Asia/Shanghai")


def news(severity: Severity | None, seconds_ago: float = 60) -> Notice:
    created_at = NOON - timedelta(seconds=seconds_ago)
    return Notice(1, NoticeKind.DISCLOSURE, 1, severity, Cause.PUBLISHED, created_at)


@pytest.mark.parametrize(
    ("after", "due"),
    [
        pytest.param("2026-11-21T07:59:59+08:00", "2026-11-21T08:00:00+08:00", id="later today"),
        pytest.param("2026-11-21T08:00:00+08:00", "2026-11-22T08:00:00+08:00", id="never twice in one day"),
        pytest.param("2026-11-20T23:30:00+00:00", "2026-11-21T08:00:00+08:00", id="the day is the zone's"),
        pytest.param("2026-12-31T20:00:00+08:00", "2027-01-01T08:00:00+08:00", id="over the year's end"),
    ],
)
def test_the_daily_digest_is_due_at_the_next_such_time_of_day(after: str, due: str) -> None:
    assert next_daily(datetime.fromisoformat(after), time(8), SHANGHAI) == datetime.fromisoformat(due)


def test_a_time_of_day_that_summer_time_skips_comes_once() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    due = next_daily(datetime(2026, 3, 28, 12, tzinfo=berlin), time(2, 30), berlin)
    assert due.astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert next_daily(due, time(2, 30), berlin).astimezone(UTC) == datetime(2026, 3, 30, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("notices", "at_once", "busy", "due"),
    [
        pytest.param([], AtOnce.EVERYTHING, False, False, id="no news"),
        pytest.param([news(None)], AtOnce.EVERYTHING, False, True, id="a clean document, everything wanted"),
        pytest.param([news(None)], AtOnce.INFO, False, False, id="a clean document, findings wanted"),
        pytest.param([news(Severity.ERROR)], AtOnce.ERROR, False, True, id="an error, errors wanted"),
        pytest.param([news(Severity.WARNING)], AtOnce.ERROR, False, False, id="a warning, errors wanted"),
        pytest.param([news(None), news(Severity.ERROR)], AtOnce.WARNING, False, True, id="one urgent among others"),
        pytest.param([news(Severity.ERROR)], AtOnce.NEVER, False, False, id="the daily digest only"),
        pytest.param([news(Severity.ERROR, 4)], AtOnce.ERROR, False, False, id="not quiet yet"),
        pytest.param([news(Severity.ERROR, 5)], AtOnce.ERROR, False, True, id="just quiet for long enough"),
        pytest.param([news(Severity.ERROR)], AtOnce.ERROR, True, False, id="more files are on their way"),
        pytest.param([news(Severity.ERROR, 300)], AtOnce.ERROR, True, True, id="waited as long as it may"),
        pytest.param([news(Severity.ERROR, -3600)], AtOnce.ERROR, True, True, id="the clock was set back"),
    ],
)
def test_news_is_mailed_at_once_when_it_is_urgent_and_all_is_quiet(
    notices: list[Notice], at_once: AtOnce, busy: bool, due: bool
) -> None:
    assert due_at_once(notices, DigestSettings(at_once=at_once), busy=busy, now=NOON) is due
