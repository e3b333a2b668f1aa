"""Points in time that outlive the process: when the last scan ended, when the next digest is due."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import col, select

from monitor.store.engine import Session
from monitor.store.mail_schema import MomentRow


def moment(session: Session, name: str) -> datetime | None:
    """Return the time kept under a name, or None."""
    row = session.get(MomentRow, name)
    return row.at if row else None


def set_moment(session: Session, name: str, at: datetime) -> None:
    """Keep a time under a name: last-scan, digest-due …"""
    session.merge(MomentRow(name=name, at=at))


def moments(session: Session) -> Mapping[str, datetime]:
    """Return every time that is kept."""
    return {row.name: row.at for row in session.exec(select(MomentRow).order_by(col(MomentRow.name)))}
