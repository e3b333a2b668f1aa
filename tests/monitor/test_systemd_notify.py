"""What systemd is told."""

import os
import socket
from pathlib import Path

from monitor.heartbeats import Heartbeats
from monitor.systemd_notify import notify, watchdog_interval


def test_the_socket_receives_the_lines(tmp_path: Path) -> None:
    address = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address)
        notify("READY=1", "STATUS=正在监测", environment={"NOTIFY_SOCKET": address})
        assert systemd.recv(4096).decode() == "READY=1\nSTATUS=正在监测"


def test_without_systemd_nothing_happens(tmp_path: Path) -> None:
    notify("READY=1", environment={})
    notify("READY=1", environment={"NOTIFY_SOCKET": str(tmp_path / "nobody")})


def test_a_sign_of_life_is_sent_twice_as_often_as_systemd_wants_one() -> None:
    assert watchdog_interval({"WATCHDOG_USEC": "60000000", "WATCHDOG_PID": str(os.getpid())}) == 30
    assert watchdog_interval({"WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "1"}) is None
    assert watchdog_interval({}) is None


def test_a_part_is_stopped_when_it_was_silent_for_longer_than_allowed() -> None:
    clock = iter([0.0, 0.0, 50.0, 100.0, 111.0])
    heartbeats = Heartbeats(lambda: next(clock))
    heartbeats.expect("checker", 60)
    heartbeats.expect("mail", 100)
    heartbeats.beat("checker")
    assert heartbeats.stopped() == ()
    assert heartbeats.stopped() == ("checker", "mail")
