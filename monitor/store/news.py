"""What notices are about, as the digest tells it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from monitor.store.encoding import decode, findings, headlines
from monitor.store.engine import Session
from monitor.store.files import standing_of
from monitor.store.net_changes import NetChange, net_changes
from monitor.store.notices import Notice
from monitor.store.readings import body_of
from monitor.store.rows import batches, row_of
from monitor.store.schema import CheckRunRow, DocumentRow, FindingRow, ReadingRow, ReportRow
from monitor.store.states import FAILED, Cause, Change, NoticeKind, State
from records.body import Body, Scope
from records.disclosure import Kind
from records.finding import CheckRun, Finding, Mode
from records.headline import Headline


@dataclass(frozen=True, slots=True)
class FindingNews:
    """One finding of a disclosure; mode "on" only."""

    finding: Finding
    change: Change | None
    """What is news about it; None for one that was mailed before and still stands."""
    previous: Finding | None = None
    """The finding as it was last mailed, where its amounts changed."""


@dataclass(frozen=True, slots=True)
class DisclosureNews:
    """One disclosure that something is to be told of."""

    document_id: int
    file_name: str
    root: str
    path: str
    """Where it stands on the share now, or last stood."""
    body: Body
    kind: Kind
    fiscal_year: int
    scope: Scope | None
    draft: bool
    first: bool
    """True where the disclosure itself is news, not only its findings."""
    replaces: str | None
    """The file name of the version it replaces, if there was one."""
    cause: Cause
    headline: Headline
    findings: tuple[FindingNews, ...]
    """Those that stand, most severe first, then those that are resolved."""
    runs: tuple[CheckRun, ...]
    """How each check came out, shadow ones included, without its findings."""
    unread_pages: tuple[int, ...]
    ocr_pages: tuple[int, ...]
    checked_at: datetime


@dataclass(frozen=True, slots=True)
class FailureNews:
    """One document that was not checked, and why."""

    document_id: int
    file_name: str
    root: str
    path: str
    state: State
    reason: str
    reason_chinese: str


@dataclass(frozen=True, slots=True)
class DigestMaterial:
    """Everything a set of notices is about; several notices about one document are told as one."""

    disclosures: tuple[DisclosureNews, ...]
    failures: tuple[FailureNews, ...]


def digest_material(session: Session, notices: Sequence[Notice]) -> DigestMaterial:
    """Return what the notices are about, as it stands now.

    What came and went between two digests is left out: a finding resolved before it was ever mailed, a failure that
    was mended or taken away. Where a document was replaced meanwhile, the one that replaced it tells the news of both.
    """
    by_speaker: dict[int, list[Notice]] = {}
    for notice in notices:
        if notice.kind is not NoticeKind.FAILURE:
            by_speaker.setdefault(_speaker(session, notice.document_id), []).append(notice)
    changes = net_changes(session, [notice.id for notice in notices])
    standing, gone = _standing(session, by_speaker), _resolved(changes.values())
    disclosures = (
        _disclosure(session, document_id, about, _findings(about, standing[document_id], changes, gone))
        for document_id, about in sorted(by_speaker.items())
    )
    failed = dict.fromkeys(notice.document_id for notice in notices if notice.kind is NoticeKind.FAILURE)
    return DigestMaterial(
        disclosures=tuple(news for news in disclosures if news.first or any(one.change for one in news.findings)),
        failures=tuple(failure for document_id in failed if (failure := _failure(session, document_id))),
    )


def _speaker(session: Session, document_id: int) -> int:
    """Return the document that replaced this one, once it is checked, or itself."""
    successor = row_of(session, ReadingRow, document_id).superseded_by
    if successor is None or row_of(session, ReadingRow, successor).checked_at is None:
        return document_id
    return successor


def _standing(session: Session, documents: Collection[int]) -> Mapping[int, Mapping[int, Finding]]:
    """Return the findings that stand by document and id; one that two documents report is the newer one's."""
    newest: dict[int, ReportRow] = {}
    for batch in batches(sorted(documents)):
        reports = session.exec(
            select(ReportRow)
            .join(FindingRow, col(FindingRow.id) == col(ReportRow.finding_id))
            .where(col(ReportRow.document_id).in_(batch), col(ReportRow.stands).is_(True), FindingRow.mode == Mode.ON)
            .order_by(col(ReportRow.document_id), col(ReportRow.id))
        )
        newest.update((report.finding_id, report) for report in reports)
    standing: dict[int, dict[int, Finding]] = {document: {} for document in documents}
    for report in newest.values():
        standing[report.document_id][report.finding_id] = decode(findings(), report.finding)
    return standing


def _resolved(changes: Iterable[NetChange]) -> Mapping[int, Sequence[NetChange]]:
    """Return the changes that are resolutions, by the document whose check told them."""
    resolved: dict[int, list[NetChange]] = {}
    for change in changes:
        if change.change is Change.RESOLVED:
            resolved.setdefault(change.document_id, []).append(change)
    return resolved


def _findings(
    about: Iterable[Notice],
    standing: Mapping[int, Finding],
    changes: Mapping[int, NetChange],
    gone: Mapping[int, Sequence[NetChange]],
) -> tuple[FindingNews, ...]:
    """Return those that stand, most severe first, then those that the documents of the notices no longer have."""
    stand = [
        FindingNews(finding, change.change, change.previous)
        if (change := changes.get(finding_id))
        else FindingNews(finding, None)
        for finding_id, finding in standing.items()
    ]
    resolved = [
        FindingNews(change.previous, change.change)
        for document_id in sorted({notice.document_id for notice in about})
        for change in gone.get(document_id, ())
        if change.previous
    ]
    return (*sorted(stand, key=lambda one: (one.finding.severity.rank, one.finding.code)), *resolved)


def _disclosure(
    session: Session, document_id: int, about: Sequence[Notice], told: tuple[FindingNews, ...]
) -> DisclosureNews:
    reading, document = row_of(session, ReadingRow, document_id), row_of(session, DocumentRow, document_id)
    place = standing_of(session, document_id)
    if reading.headline is None or reading.checked_at is None:
        raise LookupError(f"document {document_id} has notices but was never checked")
    return DisclosureNews(
        document_id=document_id,
        file_name=document.name,
        root=place.root,
        path=place.path,
        body=body_of(reading),
        kind=reading.kind,
        fiscal_year=reading.fiscal_year,
        scope=reading.scope,
        draft=reading.draft,
        first=any(notice.kind is NoticeKind.DISCLOSURE for notice in about),
        replaces=_replaced(session, document_id),
        cause=min((notice.cause for notice in about), key=list(Cause).index),
        headline=decode(headlines(), reading.headline),
        findings=told,
        runs=_runs(session, document_id),
        unread_pages=tuple(reading.unread_pages),
        ocr_pages=tuple(reading.ocr_pages),
        checked_at=reading.checked_at,
    )


def _replaced(session: Session, document_id: int) -> str | None:
    return session.exec(
        select(DocumentRow.name)
        .join(ReadingRow, col(ReadingRow.document_id) == col(DocumentRow.id))
        .where(ReadingRow.superseded_by == document_id)
        .order_by(col(DocumentRow.id).desc())
    ).first()


def _runs(session: Session, document_id: int) -> tuple[CheckRun, ...]:
    rows = session.exec(
        select(CheckRunRow).where(CheckRunRow.document_id == document_id).order_by(col(CheckRunRow.position))
    )
    return tuple(CheckRun(row.code, row.mode, row.outcome, (), row.reason) for row in rows)


def _failure(session: Session, document_id: int) -> FailureNews | None:
    document, place = row_of(session, DocumentRow, document_id), standing_of(session, document_id)
    if document.state not in FAILED or not place.stands:
        return None
    return FailureNews(
        document_id, document.name, place.root, place.path, document.state, document.reason, document.reason_chinese
    )
