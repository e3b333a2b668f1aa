"""The whole way: a file lands in a folder, a mail arrives."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from checks.registry import ALL
from monitor.service import Service
from monitor.settings_file import Configuration, load_configuration
from monitor.store.engine import open_store
from tests.builders.installations import configure
from tests.builders.mail_servers import Script, Serve
from tests.builders.publications import TWENTY_BODIES, a_publication

BY_SMTP = 'host = "127.0.0.1"\nport = {port}\ntls = "none"\nsender = "watch@example.org"'
TO_AUDITOR = 'recipients = ["auditor@example.org"]'


@contextmanager
def running(configuration: Configuration) -> Iterator[None]:
    """Run the service in a thread until the block ends."""
    store = open_store(configuration.settings.store.url)
    service = Service(configuration, store)
    ready = threading.Event()
    thread = threading.Thread(target=service.run, args=(ready.set,))
    thread.start()
    assert ready.wait(20)
    try:
        yield
    finally:
        service.stop()
        thread.join(20)
        store.close()
    assert not thread.is_alive()


def wait_for(happened: Callable[[], bool], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


def text_of(content: bytes) -> str:
    message = message_from_bytes(content, _class=EmailMessage, policy=SMTP)
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def test_a_file_dropped_into_the_folder_becomes_a_mail_over_smtp(inbox: Path, tmp_path: Path, serve: Serve) -> None:
    script = Script()
    config = configure(tmp_path, digest=TO_AUDITOR, mail=BY_SMTP.format(port=serve(script)))
    with running(load_configuration(config, ALL)):
        (inbox / "2023年部门预算.txt").write_text(a_publication(off_by="10.00"), encoding="utf-8")
        wait_for(lambda: bool(script.received))
        time.sleep(1)
    ((recipients, content),) = script.received
    text = text_of(content)
    assert recipients == ["auditor@example.org"]
    assert "云山市司法局" in text
    assert "SUM001" in text
    assert "2023年部门预算.txt" in text


def test_what_cannot_be_checked_is_told_with_its_reason(inbox: Path, tmp_path: Path, serve: Serve) -> None:
    script = Script()
    config = configure(tmp_path, digest=TO_AUDITOR, mail=BY_SMTP.format(port=serve(script)))
    for name, content in (("空.pdf", b""), ("残.pdf", b"%PDF-1.7\n1 0 obj"), ("信.txt", "一封信".encode())):
        (inbox / name).write_bytes(content)
    with running(load_configuration(config, ALL)):
        wait_for(lambda: bool(script.received))
    text = text_of(script.received[0][1])
    assert "3 份未能检查" in text
    for name, reason in (("空.pdf", "文件为空"), ("残.pdf", "文件已损坏"), ("信.txt", "不是预决算文本")):
        assert any(name in line and reason in line for line in text.splitlines()), name


def test_after_an_outage_one_mail_tells_everything(inbox: Path, tmp_path: Path, serve: Serve) -> None:
    script = Script(sender_reply="451 try again later")
    config = configure(tmp_path, digest=TO_AUDITOR, mail=BY_SMTP.format(port=serve(script)))
    configuration = load_configuration(config, ALL)
    with running(configuration):
        for body in ("云山市司法局", "云山市教育局"):
            (inbox / f"{body}.txt").write_text(a_publication(body, off_by="10.00"), encoding="utf-8")
            time.sleep(1.5)
        script.sender_reply = "250 OK"
        wait_for(lambda: bool(script.received))
        time.sleep(1)
    ((_, content),) = script.received
    assert "云山市司法局" in text_of(content)
    assert "云山市教育局" in text_of(content)


def test_the_service_stops_in_the_middle_of_its_work(inbox: Path, tmp_path: Path) -> None:
    for body in TWENTY_BODIES:
        (inbox / f"{body}.txt").write_text(a_publication(body, off_by="10.00"), encoding="utf-8")
    with running(load_configuration(configure(tmp_path), ALL)):
        time.sleep(0.5)
        stopping = time.monotonic()
    assert time.monotonic() - stopping < 5


@pytest.mark.parametrize("at_once", ["error", "never"])
def test_news_that_is_not_urgent_waits_for_the_daily_digest(inbox: Path, tmp_path: Path, at_once: str) -> None:
    config = configure(tmp_path, digest=f'at_once = "{at_once}"')
    (inbox / "clean.txt").write_text(a_publication(), encoding="utf-8")
    with running(load_configuration(config, ALL)):
        time.sleep(3)
    assert not (tmp_path / "var" / "mail").exists()
