"""Repeats a step in a thread of its own."""

from collections.abc import Callable
from threading import Event, Thread

import structlog


class Loop:
    """Takes a step again and again: at once while there is work, and otherwise after a rest or when woken."""

    def __init__(
        self, name: str, step: Callable[[], bool], *, rest_seconds: float, beat: Callable[[str], None]
    ) -> None:
        self.name = name
        self.wake = Event()
        self._step = step
        self._rest_seconds = rest_seconds
        self._beat = beat
        self._stopping = False
        self._thread = Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Ask it to end after the step that is under way."""
        self._stopping = True
        self.wake.set()

    def join(self, timeout_seconds: float) -> None:
        """Wait for its end. A step that hangs on a dead share is left behind; it ends with the process."""
        self._thread.join(timeout_seconds)

    def _run(self) -> None:
        while not self._stopping:
            self.wake.clear()
            try:
                worked = self._step()
            except Exception:  # database locked, disk full: nothing may end the loop
                structlog.get_logger().exception("step failed", part=self.name)
                worked = False
            self._beat(self.name)
            if not worked:
                self.wake.wait(self._rest_seconds)
