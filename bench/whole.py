"""Measures what a whole document takes, beside what plain pdfplumber takes for its tables alone, in one run.

Whole is: read, understood, checked against the other documents of the run, stored. Both go through the files in turn,
so that whatever else the machine does falls on both.
"""

import hashlib
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from io import BytesIO

import pdfplumber

from bench.corpus import pdf_files
from bench.results import record
from checks.registry import ALL
from checks.settings import CheckSettings, default_settings
from monitor.checking import checked
from monitor.heap import look_for_cycles_seldom
from monitor.store.engine import Store, open_store
from monitor.store.findings import Versions, record_checks
from monitor.store.history import companion_of, surroundings_of
from monitor.store.ledger import Listed, mark_received, record_sighting
from monitor.store.readings import record_reading
from parsing.knowledge_files import Knowledge, load_knowledge
from parsing.limits import Limits
from parsing.reader import read_bytes
from parsing.understanding import understand
from records.disclosure import Document

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
GOAL = 0.25


def main() -> None:
    """Measure, print and record."""
    look_for_cycles_seldom()  # as the service and its children do
    knowledge, settings = load_knowledge(), default_settings(ALL)
    ours = theirs = 0.0
    documents = 0
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/store.sqlite3")
        for path in pdf_files():
            content = path.read_bytes()
            begin = time.process_time()
            if not _whole(path.name, content, store, knowledge, settings):
                continue  # a scan, or no disclosure: there is nothing to compare
            ours += time.process_time() - begin
            theirs += _seconds(partial(_tables, content))
            documents += 1
        store.close()
    record("whole_document", {"documents": documents, "of_pdfplumbers_tables": round(ours / theirs, 3), "goal": GOAL})


def _seconds(work: Callable[[], None]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def _whole(name: str, content: bytes, store: Store, knowledge: Knowledge, settings: tuple[CheckSettings, ...]) -> bool:
    digest = hashlib.sha256(content).hexdigest()
    try:
        reading = read_bytes(content, Limits(), pictures=None)
        disclosure = understand(reading, Document(name, digest, reading.format, len(reading.pages)), knowledge)
    except Exception:
        return False
    with store.write() as session:
        file_id, _ = record_sighting(session, "share", Listed(f"{digest}/{name}", len(content), 1), NOON)
        document = mark_received(session, file_id, digest, kept=digest, now=NOON).document_id
        record_reading(session, document, disclosure, "1", NOON)
    with store.write() as session:
        around = surroundings_of(session, document, disclosure)
        outcome = checked(disclosure, companion_of(session, document, disclosure), around, settings)
        record_checks(session, document, outcome.runs, outcome.headline, Versions("1", "1"), NOON)
    return True


def _tables(content: bytes) -> None:
    with pdfplumber.open(BytesIO(content)) as document:
        for page in document.pages:
            page.extract_tables()
            page.close()


if __name__ == "__main__":
    main()
