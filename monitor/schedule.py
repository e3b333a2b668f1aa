"""Calls the round of digests and deliveries again and again.

APScheduler only ticks: whether something is due is kept in the store. Its clock is the time of day; when that is set
back it would wait until the old time comes again, so a step of the clock starts the job anew.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime

import structlog
from apscheduler.schedulers.background import BackgroundScheduler

CLOCK_STEP_SECONDS = 60
"""A larger difference between the time of day and the time passed is no drift: somebody set the clock."""
JOB = "mail-round"


def clock_offset() -> float:
    """Return how far the time of day is ahead of the clock that is never set."""
    return time.time() - time.monotonic()


class Ticker:
    """Runs a job in a thread of its own until stopped; a run that takes long is never doubled."""

    def __init__(
        self, job: Callable[[], None], every_seconds: float, clock_offset: Callable[[], float] = clock_offset
    ) -> None:
        self._scheduler = BackgroundScheduler(timezone=UTC)
        self._scheduler.add_job(
            job,
            "interval",
            seconds=every_seconds,
            id=JOB,
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
            next_run_time=datetime.now(UTC),
        )
        self._clock_offset = clock_offset
        self._offset = clock_offset()

    def start(self) -> None:
        """Begin."""
        self._scheduler.start()

    def stop(self) -> None:
        """End after the run that is under way."""
        self._scheduler.shutdown(wait=True)

    def tend(self) -> None:
        """Start the job anew after the clock was set; to be called now and then."""
        offset = self._clock_offset()
        step, self._offset = offset - self._offset, offset
        if abs(step) <= CLOCK_STEP_SECONDS:
            return
        self._scheduler.modify_job(JOB, next_run_time=datetime.now(UTC))
        structlog.get_logger().warning("clock was set", seconds=round(step))
