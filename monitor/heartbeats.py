"""Tells whether every part of the service still moves, so that the sign of life sent to systemd is earned."""

import time
from collections.abc import Callable


class Heartbeats:
    """When each part last said that it moves; parts speak from threads of their own."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._allowed: dict[str, float] = {}
        self._last: dict[str, float] = {}

    def expect(self, part: str, within_seconds: float) -> None:
        """Expect a beat of the part at least that often, from now on."""
        self._allowed[part] = within_seconds
        self.beat(part)

    def beat(self, part: str) -> None:
        """Say that the part moves."""
        self._last[part] = self._clock()

    def stopped(self) -> tuple[str, ...]:
        """Return the parts that have been silent for too long."""
        now = self._clock()
        return tuple(part for part, allowed in self._allowed.items() if now - self._last[part] > allowed)
