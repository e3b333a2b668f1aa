"""Tells systemd how the service fares (sd_notify); silent where systemd does not listen."""

import os
import socket
from collections.abc import Mapping


def notify(*lines: str, environment: Mapping[str, str] = os.environ) -> None:
    """Send lines such as READY=1 or STATUS=... to the socket that systemd names."""
    address = environment.get("NOTIFY_SOCKET")
    if not address:
        return
    if address.startswith("@"):
        address = "\0" + address[1:]  # an abstract socket
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as out:
        try:
            out.connect(address)
            out.sendall("\n".join(lines).encode())
        except OSError:
            return  # the service must not fall because nobody listens


def watchdog_interval(environment: Mapping[str, str] = os.environ) -> float | None:
    """Return how often, in seconds, systemd wants a sign of life: half its patience; None where it wants none."""
    microseconds = environment.get("WATCHDOG_USEC")
    if not microseconds or environment.get("WATCHDOG_PID", str(os.getpid())) != str(os.getpid()):
        return None
    return int(microseconds) / 2_000_000
