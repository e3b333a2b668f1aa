"""What of a folder is looked at."""

import os
from pathlib import Path

import pytest

from monitor.intake.listing import RootUnavailable, list_root
from monitor.settings import WatchSettings

IGNORE = WatchSettings().ignore


def paths(root: Path) -> list[str]:
    return [file.path for file in list_root(root, IGNORE).files]


def test_temporary_partial_and_hidden_names_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "2023").mkdir()
    (tmp_path / ".snapshot").mkdir()
    for name in (
        "2023/预算.pdf",
        "~$预算.docx",
        "a.TMP",
        "b.pdf.part",
        "c.crdownload",
        ".hidden.pdf",
        ".snapshot/old.pdf",
        "Thumbs.db",
        "决算.txt",
    ):
        (tmp_path / name).write_bytes(b"x")
    assert paths(tmp_path) == ["2023/预算.pdf", "决算.txt"]


def test_symbolic_links_are_not_followed_and_only_regular_files_are_listed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.pdf").write_bytes(b"x")
    root = tmp_path / "root"
    root.mkdir()
    (root / "folder").symlink_to(outside)
    (root / "link.pdf").symlink_to(outside / "secret.pdf")
    os.mkfifo(root / "pipe.pdf")
    assert paths(root) == []


def test_a_name_that_is_not_utf8_is_listed(tmp_path: Path) -> None:
    name = os.fsdecode("2023年预算.pdf".encode("gb18030"))
    (tmp_path / name).write_bytes(b"x")
    assert paths(tmp_path) == [name]


def test_a_root_that_is_gone_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(RootUnavailable) as raised:
        list_root(tmp_path / "share", IGNORE)
    assert raised.value.reason == "No such file or directory"
