"""Decides whether files that are no longer listed are gone, or whether the share is.

An unmounted share lists as an empty folder, and another share mounted in its place lists other files. So a folder is
judged once, when it is first seen with files in it: it is trusted if it holds any of the files that were known of that
root. In a folder that is not trusted, new files are taken in and none is taken for withdrawn.
"""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from monitor.file_names import readable
from monitor.intake.listing import Listing
from monitor.store.engine import Session
from monitor.store.ledger import standing_paths
from monitor.store.moments import moment, set_moment


def doubt_about(listing: Listing, known: Collection[str], *, trusted: bool) -> str | None:
    """Return why files that are not listed may not be taken for withdrawn, for the administrator, or None."""
    if listing.unlisted:
        return f"无法列出 {'、'.join(map(readable, listing.unlisted))}，未记录撤下的文件"
    if known and not listing.files:
        return f"目录为空，原有 {len(known)} 个文件全都不见，可能未挂载，未记录撤下的文件"
    if known and not trusted:
        return "不是原来的目录，原有的文件都不在其中，可能挂载了别的共享，未记录撤下的文件"
    return None


def is_trusted(session: Session, root: Path, listing: Listing) -> bool:
    """Return the judgement that was passed on the folder, or the one that is to be passed now."""
    if moment(session, _judgement(root, listing, trusted=True)):
        return True
    if moment(session, _judgement(root, listing, trusted=False)):
        return False
    known = standing_paths(session, str(root))
    return not known or any(file.path in known for file in listing.files)


def pass_judgement(session: Session, root: Path, listing: Listing, now: datetime) -> bool:
    """Judge the folder if that was not done before, and return whether it is trusted."""
    trusted = is_trusted(session, root, listing)
    name = _judgement(root, listing, trusted=trusted)
    if listing.files and moment(session, name) is None:
        set_moment(session, name, now)
    return trusted


def _judgement(root: Path, listing: Listing, *, trusted: bool) -> str:
    return f"{'trusted' if trusted else 'doubted'} {root} {listing.identity}"
