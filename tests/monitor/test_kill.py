"""A service that is killed at any moment loses nothing and tells nothing twice."""

import csv
import io
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from checks.registry import ALL
from checks.settings import default_settings
from monitor.examination import check_all, read_all
from monitor.reader_process import ReaderProcess
from monitor.recogniser import recogniser
from monitor.settings import ReaderSettings, Settings
from monitor.store.engine import Store, open_store
from monitor.store.states import UNSENT, State
from monitor.store.status import Status, status
from parsing.archive import members
from parsing.limits import Limits
from tests.builders.installations import configure
from tests.builders.packed import packed
from tests.builders.publications import TWENTY_BODIES, a_publication

REPOSITORY = Path(__file__).parents[2]
LONGEST_LIFE_SECONDS = 1.3
"""Counted from the moment the service is ready: long enough to take in, read, check and mail one file."""


def start(folder: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "monitor.command_line", "run"]
    with (folder / "service.log").open("a", encoding="utf-8") as log:
        return subprocess.Popen(
            command, cwd=folder, env={"PYTHONPATH": str(REPOSITORY)}, stdout=subprocess.PIPE, stderr=log, text=True
        )


def wait_until_ready(service: "subprocess.Popen[str]") -> None:
    assert service.stdout is not None
    assert "ready" in service.stdout.readline()


def drained(store: Store) -> bool:
    with store.read() as session:
        known = status(session)
    waiting = sum(known.counts.get(state, 0) for state in (State.SEEN, State.RECEIVED, State.SCANNED, State.READ))
    return waiting == 0 and known.counts.get(State.CHECKED, 0) == len(TWENTY_BODIES) and _all_mailed(known)


def _all_mailed(known: Status) -> bool:
    return not any(known.mails.get(state) for state in UNSENT)


def wait_for(happened: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not happened() and time.monotonic() < deadline:
        time.sleep(0.2)


def deliver(inbox: Path, number: int, body: str) -> None:
    """Put a publication into the folder, every fifth one in an archive."""
    text = a_publication(body, off_by=f"{10 + number}.00")
    if number % 5:
        (inbox / f"{body}.txt").write_text(text, encoding="utf-8")
    else:
        (inbox / f"{body}.zip").write_bytes(packed({f"{body}/预算.txt": text}))


def delivered(inbox: Path) -> Iterator[bytes]:
    """Yield the content of every file in the folder and in its archives."""
    for path in inbox.iterdir():
        yield path.read_bytes()
        if path.suffix == ".zip":
            yield from (member.content for member in members(path.read_bytes(), Limits()))


def expected_findings(inbox: Path) -> Counter[str]:
    with ReaderProcess(ReaderSettings()) as reader, recogniser(Settings()) as recognising:
        examined = check_all(read_all(sorted(inbox.iterdir()), reader, recognising), default_settings(ALL), alone=True)
    return Counter(finding.fingerprint for one in examined for finding in one.findings())


def mailed_findings(folder: Path) -> Counter[str]:
    rows = [row for mail in folder.glob("*.eml") for row in attached_rows(mail.read_bytes())]
    assert {row["状态"] for row in rows} == {"新发现"}
    return Counter(row["指纹"] for row in rows)


def attached_rows(content: bytes) -> list[dict[str, str]]:
    message = message_from_bytes(content, _class=EmailMessage, policy=SMTP)
    (attached,) = message.iter_attachments()
    assert isinstance(attached, EmailMessage)
    return list(csv.DictReader(io.StringIO(attached.get_content().lstrip("\ufeff"))))


def test_twenty_kills_lose_no_file_and_mail_every_finding_once(inbox: Path, tmp_path: Path) -> None:
    moments = random.Random(20261121)
    configure(tmp_path)
    for number, body in enumerate(TWENTY_BODIES):
        deliver(inbox, number, body)
        service = start(tmp_path)
        if moments.random() < 0.2:
            time.sleep(moments.uniform(0, 1))  # while it starts
        else:
            wait_until_ready(service)
            time.sleep(moments.uniform(0, LONGEST_LIFE_SECONDS))
        service.kill()
        service.wait()
    service = start(tmp_path)
    wait_until_ready(service)
    store = open_store(f"sqlite:///{tmp_path / 'var' / 'budgetwatch.sqlite3'}")
    wait_for(lambda: drained(store), 20)
    time.sleep(1.5)  # whatever might still be mailed
    service.send_signal(signal.SIGTERM)
    assert service.wait(10) == 0
    with store.read() as session:
        known = status(session)
    store.close()
    archives = len(list(inbox.glob("*.zip")))
    counts = {State.CHECKED: len(TWENTY_BODIES), State.UNPACKED: archives}
    assert {state: count for state, count in known.counts.items() if count} == counts
    kept = [path for path in (tmp_path / "var" / "kept").rglob("*") if path.is_file()]
    assert Counter(path.read_bytes() for path in kept) == Counter(delivered(inbox))
    expected = expected_findings(inbox)
    assert len(expected) >= len(TWENTY_BODIES)
    assert mailed_findings(tmp_path / "var" / "mail") == expected
