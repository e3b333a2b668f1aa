"""Fixtures that start mail servers and stop them after the test."""

from collections.abc import Iterator

import pytest
from aiosmtpd.controller import Controller

from tests.builders.mail_servers import Certificate, Script, Serve, a_certificate, start_server


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """Return a certificate nobody but the test trusts."""
    return a_certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Return a function that starts servers, all stopped after the test."""
    running: list[Controller] = []

    def start(script: Script) -> int:
        running.append(start_server(script))
        return int(running[-1].port)

    yield start
    for controller in running:
        controller.stop()
