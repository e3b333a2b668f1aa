"""Takes each document one step on: received → read → checked. Every step is its own transaction and may be repeated."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from checks.settings import CheckSettings
from monitor.checking import checked
from monitor.file_names import readable
from monitor.reader_process import Broken, Interrupted, ReaderProcess
from monitor.reading import KeptFile, Refused
from monitor.store.corrections import correction_of
from monitor.store.engine import Session, Store
from monitor.store.findings import Versions, record_checks
from monitor.store.history import companion_of, surroundings_of
from monitor.store.readings import disclosure_of, record_reading
from monitor.store.states import State
from monitor.store.work import Work, claim_next, put_off, record_failure, record_strike
from records.disclosure import Disclosure
from records.finding import CheckRun, Mode, Severity

LEASE = timedelta(hours=1)
"""Far beyond any reading; a claim only outlives its process when that was killed, and is then ended at the start."""
AWAY = timedelta(minutes=1)
"""How long a document waits whose kept copy cannot be opened."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What every step needs."""

    store: Store
    reader: ReaderProcess
    kept: Path
    checks: Sequence[CheckSettings]
    reader_version: str
    versions: Versions
    retry_after: timedelta
    now: Callable[[], datetime]


def read_next(pipeline: Pipeline) -> bool:
    """Read the document that waits longest to be read; return whether there was one."""
    with pipeline.store.write() as session:
        work = claim_next(session, State.RECEIVED, pipeline.now(), LEASE)
        correction = correction_of(session, work.document_id) if work else None
    if work is None:
        return False
    path = pipeline.kept / work.kept if work.kept else Path(work.root, work.path)
    if not path.is_file():
        structlog.get_logger().error("kept copy is missing", document=readable(work.name), path=str(path))
        _put_off(pipeline, work, AWAY)
        return True
    try:
        answer = pipeline.reader.read(KeptFile(path, readable(work.name), work.sha256, correction))
    except Interrupted:
        _put_off(pipeline, work, timedelta(0))
        return True
    if isinstance(answer, Broken):
        _strike(pipeline, work, answer.reason, answer.chinese)
    elif isinstance(answer, Refused):
        _refuse(pipeline, work, answer)
    else:
        with pipeline.store.write() as session:
            record_reading(session, work.document_id, answer.disclosure, pipeline.reader_version, pipeline.now())
    return True


def check_next(pipeline: Pipeline) -> bool:
    """Check the document that waits longest to be checked; return whether there was one.

    One transaction holds what it is compared with still until the outcome is recorded, so that a disclosure arriving
    meanwhile has it checked again.
    """
    with pipeline.store.write() as session:
        work = claim_next(session, State.READ, pipeline.now(), LEASE)
    if work is None:
        return False
    try:
        with pipeline.store.write() as session:
            disclosure, runs = _check(pipeline, session, work.document_id)
    except Exception as error:  # one document must not stop the others; three times ends it
        structlog.get_logger().exception("checking broke", document=readable(work.name))
        _strike(pipeline, work, f"checking broke: {type(error).__name__}: {error}", "检查过程意外中断，请联系管理员。")
        return True
    structlog.get_logger().info("checked", **_summary(work, disclosure, runs))
    return True


def _check(pipeline: Pipeline, session: Session, document_id: int) -> tuple[Disclosure, tuple[CheckRun, ...]]:
    disclosure = disclosure_of(session, document_id)
    companion = companion_of(session, document_id, disclosure)
    surroundings = surroundings_of(session, document_id, disclosure)
    outcome = checked(disclosure, companion, surroundings, pipeline.checks)
    record_checks(session, document_id, outcome.runs, outcome.headline, pipeline.versions, pipeline.now())
    return disclosure, outcome.runs


def _summary(work: Work, disclosure: Disclosure, runs: Sequence[CheckRun]) -> dict[str, str | int]:
    severities = [finding.severity for run in runs if run.mode is Mode.ON for finding in run.findings]
    return {
        "document": readable(work.name),
        "body": disclosure.body.name,
        "year": disclosure.fiscal_year,
        "kind": disclosure.kind,
        "state": State.CHECKED,
        **{f"{severity}s": severities.count(severity) for severity in Severity},
    }


def _strike(pipeline: Pipeline, work: Work, reason: str, chinese: str) -> None:
    now = pipeline.now()
    with pipeline.store.write() as session:
        state = record_strike(session, work.document_id, reason, chinese, now, now + pipeline.retry_after)
    structlog.get_logger().warning(
        "broken", document=readable(work.name), state=state, reason=reason, attempt=work.attempt
    )


def _refuse(pipeline: Pipeline, work: Work, refused: Refused) -> None:
    with pipeline.store.write() as session:
        record_failure(
            session,
            work.document_id,
            refused.state,
            refused.reason,
            refused.chinese,
            pipeline.now(),
            reader_version=pipeline.reader_version,
            format=refused.format,
            pages=refused.pages,
        )
    structlog.get_logger().info("not read", document=readable(work.name), state=refused.state, reason=refused.reason)


def _put_off(pipeline: Pipeline, work: Work, wait: timedelta) -> None:
    with pipeline.store.write() as session:
        put_off(session, work.document_id, pipeline.now() + wait)
