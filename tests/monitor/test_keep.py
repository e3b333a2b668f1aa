"""How a file is taken in."""

import hashlib
from pathlib import Path

import pytest

from monitor.intake.keep import ChangedWhileCopying, clear_unfinished, keep_copy, kept_path
from monitor.intake.listing import FileStamp


def stamp_of(path: Path) -> FileStamp:
    status = path.stat()
    return FileStamp(status.st_size, status.st_mtime_ns)


def test_the_copy_is_named_by_its_hash_and_the_original_is_untouched(tmp_path: Path) -> None:
    source = tmp_path / "预算.txt"
    source.write_bytes(b"1,234.56\n" * 300_000)
    before = source.stat()
    copy = keep_copy(source, stamp_of(source), tmp_path / "kept")
    assert copy.sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    assert copy.path == kept_path(tmp_path / "kept", copy.sha256)
    assert copy.path.read_bytes() == source.read_bytes()
    after = source.stat()
    assert (after.st_mtime_ns, after.st_mode, after.st_ino) == (before.st_mtime_ns, before.st_mode, before.st_ino)


def test_a_file_that_was_written_to_since_it_was_listed_is_not_taken(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes(b"half")
    listed = stamp_of(source)
    source.write_bytes(b"half and the other half")
    with pytest.raises(ChangedWhileCopying):
        keep_copy(source, listed, tmp_path / "kept")
    assert [path for path in (tmp_path / "kept").rglob("*") if path.is_file()] == []


def test_a_name_that_became_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"x")
    (tmp_path / "a.txt").symlink_to(tmp_path / "secret")
    with pytest.raises(OSError, match="symbolic links"):
        keep_copy(tmp_path / "a.txt", stamp_of(tmp_path / "secret"), tmp_path / "kept")


def test_taking_the_same_bytes_again_leaves_one_copy(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"same")
        copy = keep_copy(tmp_path / name, stamp_of(tmp_path / name), tmp_path / "kept")
    assert [path for path in (tmp_path / "kept").rglob("*") if path.is_file()] == [copy.path]


def test_copies_that_a_kill_left_unfinished_are_cleared(tmp_path: Path) -> None:
    unfinished = tmp_path / ".unfinished"
    unfinished.mkdir()
    (unfinished / "tmpabc").write_bytes(b"half")
    clear_unfinished(tmp_path)
    assert list(unfinished.iterdir()) == []
