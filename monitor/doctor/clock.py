"""Looks at the time of day, which decides when digests are sent."""

from datetime import datetime, timedelta

from monitor.doctor.diagnosis import Diagnosis, Health
from monitor.settings import DigestSettings

PART, TITLE = "clock", "时钟"
TOLERATED = timedelta(minutes=5)
REMEDY = "校准系统时间并启用时间同步：timedatectl set-ntp true"


def look_at_clock(settings: DigestSettings, now: datetime, last_known: datetime | None) -> Diagnosis:
    """Return whether the time may be right: it cannot be before what the service last recorded."""
    shown = f"{now.astimezone(settings.zone):%Y-%m-%d %H:%M}（{settings.timezone}）"
    if last_known and now < last_known - TOLERATED:
        last = f"{last_known.astimezone(settings.zone):%Y-%m-%d %H:%M}"
        return Diagnosis(PART, TITLE, Health.ERROR, f"现在是 {shown}，早于服务上次记录的 {last}", REMEDY)
    return Diagnosis(PART, TITLE, Health.OK, f"现在是 {shown}，每日摘要在 {settings.daily_at:%H:%M}，请核对")
