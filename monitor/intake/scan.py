"""Scans the watched roots and takes in every file that is complete; the ledger in the store leads.

A scan may be killed anywhere and repeated: a file is taken in when its row says so, and until then it is seen again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import structlog

from monitor.file_names import readable
from monitor.intake.keep import ChangedWhileCopying, keep_copy
from monitor.intake.listing import FileStamp, FoundFile, Listing, RootUnavailable, list_root
from monitor.intake.stability import Settling, settle
from monitor.intake.trust import doubt_about, is_trusted, pass_judgement
from monitor.settings import WatchSettings
from monitor.store.engine import Store
from monitor.store.ledger import (
    Listed,
    SeenFile,
    mark_received,
    mark_unopened,
    record_scan,
    record_sighting,
    seen,
    standing_paths,
)
from monitor.store.moments import set_moment

LAST_SCAN = "last-scan"
"""The moment at which the last scan ended."""
NOT_ALLOWED = "没有读取该文件的权限，请检查文件或目录的权限设置。"


@dataclass(frozen=True, slots=True)
class Scanned:
    """What one scan came to."""

    received: int
    troubles: tuple[RootUnavailable, ...]
    """The roots about which nothing, or not everything, could be learned."""


class Intake:
    """Remembers between scans what it is waiting for."""

    def __init__(self, store: Store, settings: WatchSettings, kept: Path) -> None:
        self._store = store
        self._settings = settings
        self._kept = kept
        self._waiting: dict[str, Settling] = {}
        self._recorded: dict[Path, Listing] = {}
        self._refused: set[tuple[str, str]] = set()

    def scan(self, now: Callable[[], datetime], clock: float) -> Scanned:
        """List every root, then take in what has not changed for long enough.

        `clock` is in seconds and never goes back, as the time of day may.
        """
        troubles = tuple(trouble for root in self._settings.roots if (trouble := self._record(root, now())))
        received = sum(self._receive(file, now) for file in self._complete(clock))
        with self._store.write() as session:
            set_moment(session, LAST_SCAN, now())
        return Scanned(received, troubles)

    def _record(self, root: Path, now: datetime) -> RootUnavailable | None:
        recorded = self._recorded.pop(root, None)
        try:
            listing = list_root(root, self._settings.ignore)
        except RootUnavailable as unavailable:
            return unavailable
        trouble = record_listing(self._store, root, listing, now) if listing != recorded else None
        if trouble is None:
            self._recorded[root] = listing
        return trouble

    def _complete(self, clock: float) -> tuple[SeenFile, ...]:
        with self._store.read() as session:
            files = {f"{file.root}\0{file.path}": file for file in seen(session)}
        found = [FoundFile(key, FileStamp(file.size, file.mtime_ns)) for key, file in files.items()]
        complete, self._waiting = settle(
            found, self._waiting, now=clock, stable_for_seconds=self._settings.stable_for_seconds
        )
        return tuple(files[file.path] for file in complete)

    def _receive(self, file: SeenFile, now: Callable[[], datetime]) -> bool:
        source = Path(file.root, file.path)
        try:
            copy = keep_copy(source, FileStamp(file.size, file.mtime_ns), self._kept)
        except ChangedWhileCopying:
            return False  # the next scan sees it with its new size or time
        except OSError as error:
            self._complain(file, error)
            if isinstance(error, PermissionError) and error.filename == str(source):
                with self._store.write() as session:
                    mark_unopened(session, file.file_id, f"may not be opened: {error}", NOT_ALLOWED, now())
            return False
        with self._store.write() as session:
            relative = copy.path.relative_to(self._kept)
            receipt = mark_received(session, file.file_id, copy.sha256, kept=relative.as_posix(), now=now())
        structlog.get_logger().info(
            "received", document=readable(file.path), sha256=copy.sha256, size=copy.size, fresh=receipt.fresh
        )
        return True

    def _complain(self, file: SeenFile, error: OSError) -> None:
        """Log once why a file cannot be taken in; it is tried again at every scan."""
        complaint = (f"{file.root}/{file.path}", str(error))
        if complaint not in self._refused:
            self._refused.add(complaint)
            structlog.get_logger().warning("cannot take in", document=readable(file.path), reason=str(error))


def record_listing(store: Store, root: Path, listing: Listing, now: datetime) -> RootUnavailable | None:
    """Record what stands under a root; what is gone is recorded only where there is no doubt about the root."""
    files = [Listed(file.path, file.stamp.size, file.stamp.modified_ns) for file in listing.files]
    with store.write() as session:
        known = standing_paths(session, str(root))
        doubt = doubt_about(listing, known, trusted=pass_judgement(session, root, listing, now))
        if doubt is None:
            record_scan(session, str(root), files, now)
            return None
        for file in files:
            record_sighting(session, str(root), file, now)
    return RootUnavailable(root, doubt)


def root_trouble(store: Store, root: Path, ignore: Sequence[str]) -> RootUnavailable | None:
    """Look at a root without recording anything; return why it cannot be relied on, or None."""
    try:
        listing = list_root(root, ignore)
    except RootUnavailable as trouble:
        return trouble
    with store.read() as session:
        known = standing_paths(session, str(root))
        doubt = doubt_about(listing, known, trusted=is_trusted(session, root, listing))
    return RootUnavailable(root, doubt) if doubt else None
