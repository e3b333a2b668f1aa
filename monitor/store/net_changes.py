"""What several notices come to for each finding, as somebody sees it who was told none of them yet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import col, select

from monitor.store.encoding import decode, findings
from monitor.store.engine import Session
from monitor.store.lifecycle import differ
from monitor.store.mail_schema import NoticeFindingRow, NoticeRow
from monitor.store.rows import batches
from monitor.store.schema import ReportRow
from monitor.store.states import Change
from records.finding import Finding


@dataclass(frozen=True, slots=True)
class NetChange:
    """What is news about one finding in the end."""

    document_id: int
    """The document whose check told it last."""
    change: Change
    previous: Finding | None
    """The finding as it was told before; None where it was not, or no longer stood."""


def net_changes(session: Session, notices: Iterable[int]) -> Mapping[int, NetChange]:
    """Return, by finding, the news of the notices that still holds."""
    told = _told(session, notices)
    standing = _standing(session, told)
    net = {}
    for finding_id, changes in told.items():
        first, document_id = changes[0][0], changes[-1][1]
        previous = decode(findings(), first.previous) if first.previous else None
        change = net_change(first.change, previous, standing.get(finding_id))
        if change is not None:
            was_told = change in (Change.AMOUNT_CHANGED, Change.RESOLVED)
            net[finding_id] = NetChange(document_id, change, previous if was_told else None)
    return net


def net_change(first: Change, previous: Finding | None, now: Finding | None) -> Change | None:
    """Return what a row of changes comes to, from the first of them, what stood before it, and what stands now."""
    stood = first in (Change.AMOUNT_CHANGED, Change.RESOLVED)
    if now is None:
        return Change.RESOLVED if stood else None
    if not stood:
        return first
    return Change.AMOUNT_CHANGED if previous and differ(previous, now) else None


def _told(session: Session, notices: Iterable[int]) -> Mapping[int, Sequence[tuple[NoticeFindingRow, int]]]:
    """Return what the notices say of each finding, with the document checked, oldest first."""
    told: dict[int, list[tuple[NoticeFindingRow, int]]] = {}
    for batch in batches(sorted(notices)):
        rows = session.exec(
            select(NoticeFindingRow, NoticeRow.document_id)
            .join(NoticeRow, col(NoticeRow.id) == col(NoticeFindingRow.notice_id))
            .where(col(NoticeFindingRow.notice_id).in_(batch))
            .order_by(col(NoticeFindingRow.notice_id))
        )
        for row, document_id in rows:
            told.setdefault(row.finding_id, []).append((row, document_id))
    return told


def _standing(session: Session, finding_ids: Iterable[int]) -> Mapping[int, Finding]:
    """Return the findings that stand, as the newest document reports them."""
    standing = {}
    for batch in batches(finding_ids):
        rows = session.exec(
            select(ReportRow)
            .where(col(ReportRow.finding_id).in_(batch), col(ReportRow.stands).is_(True))
            .order_by(col(ReportRow.document_id))
        )
        standing.update({row.finding_id: decode(findings(), row.finding) for row in rows})
    return standing
