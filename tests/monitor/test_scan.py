"""What a scan makes of files that come, grow, move and go."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from monitor.intake.scan import Intake, root_trouble
from monitor.settings import WatchSettings
from monitor.store.engine import Store, open_store
from monitor.store.states import State
from monitor.store.status import status

STABLE_SECONDS = 3.0


class Share:
    """A watched folder with its intake, and a clock that only a test moves."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "share"
        self.root.mkdir()
        self.kept = folder / "kept"
        self.settings = WatchSettings(roots=(self.root,), stable_for_seconds=STABLE_SECONDS)
        self.store: Store = open_store(f"sqlite:///{folder / 'store.sqlite3'}")
        self.clock = 0.0
        self.restart()

    def restart(self) -> None:
        self.intake = Intake(self.store, self.settings, self.kept)

    def scan(self, *, later_by: float = STABLE_SECONDS) -> list[str]:
        """Scan, wait, scan again; return the troubles."""
        self.intake.scan(self.now, self.clock)
        self.clock += later_by
        return [trouble.reason for trouble in self.intake.scan(self.now, self.clock).troubles]

    def now(self) -> datetime:
        return datetime(2026, 11, 21, tzinfo=UTC) + timedelta(seconds=self.clock)

    def count(self, state: State) -> int:
        with self.store.read() as session:
            return status(session).counts.get(state, 0)

    def kept_files(self) -> set[bytes]:
        return {path.read_bytes() for path in self.kept.rglob("*") if path.is_file()}


@pytest.fixture
def share(tmp_path: Path) -> Iterator[Share]:
    share = Share(tmp_path)
    yield share
    share.store.close()


def test_a_file_is_received_once_it_has_not_changed_for_long_enough(share: Share) -> None:
    (share.root / "2023").mkdir()
    (share.root / "2023" / "预算.txt").write_bytes(b"whole")
    share.scan(later_by=STABLE_SECONDS - 0.1)
    assert (share.count(State.SEEN), share.count(State.RECEIVED)) == (1, 0)
    share.scan(later_by=0.1)
    assert (share.count(State.SEEN), share.count(State.RECEIVED)) == (0, 1)
    assert share.kept_files() == {b"whole"}


def test_a_file_that_keeps_growing_waits(share: Share) -> None:
    file = share.root / "预算.txt"
    for size in range(1, 5):
        file.write_bytes(b"x" * size)
        share.scan(later_by=STABLE_SECONDS - 0.1)
    assert share.count(State.RECEIVED) == 0
    share.scan()
    assert share.kept_files() == {b"xxxx"}


def test_a_partial_download_is_left_alone_and_taken_under_its_final_name(share: Share) -> None:
    (share.root / "预算.pdf.part").write_bytes(b"all of it")
    share.scan()
    assert share.count(State.SEEN) == share.count(State.RECEIVED) == 0
    (share.root / "预算.pdf.part").rename(share.root / "预算.pdf")
    share.scan()
    assert share.count(State.RECEIVED) == 1


def test_a_copy_under_another_name_is_the_same_document(share: Share) -> None:
    (share.root / "预算.txt").write_bytes(b"same")
    share.scan()
    shutil.copy2(share.root / "预算.txt", share.root / "副本.txt")
    share.scan()
    assert (share.count(State.RECEIVED), share.count(State.SEEN)) == (1, 0)


def test_a_moved_file_is_neither_read_again_nor_lost(share: Share) -> None:
    (share.root / "other.txt").write_bytes(b"other")
    (share.root / "预算.txt").write_bytes(b"moved")
    share.scan()
    (share.root / "存档").mkdir()
    (share.root / "预算.txt").rename(share.root / "存档" / "预算.txt")
    share.scan()
    assert (share.count(State.RECEIVED), share.count(State.SEEN)) == (2, 0)
    assert len(share.kept_files()) == 2


def test_a_republished_file_is_a_new_version(share: Share) -> None:
    (share.root / "预算.txt").write_bytes(b"first")
    share.scan()
    (share.root / "预算.txt").write_bytes(b"second")
    share.scan()
    assert share.kept_files() == {b"first", b"second"}
    assert share.count(State.RECEIVED) == 2


def test_a_removed_file_is_withdrawn_and_its_copy_stays(share: Share) -> None:
    for name in ("a.txt", "b.txt"):
        (share.root / name).write_bytes(name.encode())
    share.scan()
    (share.root / "a.txt").unlink()
    assert share.scan() == []
    assert share.count(State.WITHDRAWN) == 1
    assert share.kept_files() == {b"a.txt", b"b.txt"}


def test_an_unmounted_share_withdraws_nothing_and_says_so(share: Share) -> None:
    for name in ("a.txt", "b.txt"):
        (share.root / name).write_bytes(name.encode())
    share.scan()
    away = share.root.rename(share.root.with_name("away"))
    assert share.scan() == ["No such file or directory"]
    share.root.mkdir()
    (trouble,) = share.scan()
    assert trouble.startswith("目录为空，原有 2 个文件全都不见")
    assert root_trouble(share.store, share.root, share.settings.ignore) is not None
    assert share.count(State.WITHDRAWN) == 0
    share.root.rmdir()
    away.rename(share.root)
    assert share.scan() == []
    assert root_trouble(share.store, share.root, share.settings.ignore) is None


def test_strangers_in_the_place_of_a_share_are_taken_in_but_withdraw_nothing(share: Share) -> None:
    (share.root / "a.txt").write_bytes(b"a")
    share.scan()
    away = share.root.rename(share.root.with_name("away"))
    share.root.mkdir()
    (share.root / "stranger.txt").write_bytes(b"b")
    for _ in range(3):
        (trouble,) = share.scan()
        assert trouble.startswith("不是原来的目录")
    assert (share.count(State.RECEIVED), share.count(State.WITHDRAWN)) == (2, 0)
    (share.root / "stranger.txt").unlink()
    share.root.rmdir()
    away.rename(share.root)
    assert share.scan() == []
    assert share.count(State.WITHDRAWN) == 1


def test_a_share_mounted_anew_is_known_by_its_files(share: Share) -> None:
    for name in ("a.txt", "b.txt"):
        (share.root / name).write_bytes(name.encode())
    share.scan()
    shutil.copytree(share.root, share.root.with_name("again"), copy_function=shutil.copy2)
    shutil.rmtree(share.root)
    share.root.with_name("again").rename(share.root)
    (share.root / "a.txt").unlink()
    assert share.scan() == []
    assert share.count(State.WITHDRAWN) == 1


def test_in_the_same_folder_all_files_may_be_replaced_at_once(share: Share) -> None:
    (share.root / "a.txt").write_bytes(b"a")
    share.scan()
    (share.root / "b.txt").write_bytes(b"b")
    (share.root / "a.txt").unlink()
    assert share.scan() == []
    assert share.count(State.WITHDRAWN) == 1


def test_a_file_that_may_not_be_read_does_not_stop_the_others(share: Share) -> None:
    (share.root / "a.txt").symlink_to(share.root / "b.txt")
    (share.root / "b.txt").write_bytes(b"b")
    (share.root / "c.txt").write_bytes(b"c")
    share.intake.scan(share.now, share.clock)
    (share.root / "c.txt").unlink()  # gone between listing and copying
    share.clock += STABLE_SECONDS
    share.scan()
    assert share.kept_files() == {b"b"}


def test_a_restart_takes_up_where_it_was(share: Share) -> None:
    (share.root / "a.txt").write_bytes(b"a")
    share.intake.scan(share.now, share.clock)
    share.restart()
    share.scan()
    share.restart()
    share.scan()
    assert (share.count(State.RECEIVED), share.count(State.SEEN)) == (1, 0)


def test_a_name_that_is_not_utf8_is_received(share: Share) -> None:
    (share.root / os.fsdecode("预算.txt".encode("gb18030"))).write_bytes(b"old share")
    share.scan()
    assert share.count(State.RECEIVED) == 1


def test_a_file_that_may_not_be_opened_is_named_and_taken_in_once_it_may(share: Share) -> None:
    locked = share.root / "locked.txt"
    locked.write_text("预算")
    locked.chmod(0)
    if os.access(locked, os.R_OK):
        pytest.skip("nothing is forbidden to whoever runs the tests")
    share.scan()
    assert share.count(State.UNREADABLE) == 1
    locked.chmod(0o600)
    share.scan()
    assert (share.count(State.UNREADABLE), share.count(State.RECEIVED)) == (0, 1)
