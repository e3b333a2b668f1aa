"""The round of digests and deliveries goes on whatever happens to the clock."""

import threading

from monitor.schedule import Ticker


def test_the_job_runs_at_once_and_again_when_the_clock_was_set() -> None:
    ran = threading.Event()
    offsets = iter([1000.0, 1000.2, -2600.0, -2600.0])
    ticker = Ticker(ran.set, every_seconds=3600, clock_offset=lambda: next(offsets))
    ticker.start()
    assert ran.wait(5)
    ran.clear()
    ticker.tend()  # a drift
    assert not ran.wait(0.5)
    ticker.tend()  # set back by an hour
    assert ran.wait(5)
    ran.clear()
    ticker.tend()
    assert not ran.wait(0.5)
    ticker.stop()
