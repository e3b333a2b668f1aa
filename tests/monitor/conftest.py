"""Fixtures of the service: mail servers on the loopback, and settings quick enough for tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

from tests.builders.mail_servers import Script, Serve, start_server


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Return a function that starts mail servers, all stopped after the test."""
    running: list[Controller] = []

    def start(script: Script) -> int:
        running.append(start_server(script))
        return int(running[-1].port)

    yield start
    for controller in running:
        controller.stop()


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty watched folder of an installation in tmp_path, which becomes the working folder."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "var" / "inbox"
    folder.mkdir(parents=True)
    return folder
