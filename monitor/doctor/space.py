"""Looks at the places where files are written."""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from monitor.doctor.diagnosis import Diagnosis, Health
from monitor.doctor.filesystems import free_bytes, writable
from monitor.settings import Settings

PART, TITLE = "space", "磁盘空间"
NOT_WRITABLE = "以服务的用户运行本命令；若仍如此，改正该目录的属主"
GIGABYTE = 1024**3
TOO_LITTLE_BYTES, LITTLE_BYTES = GIGABYTE // 4, 4 * GIGABYTE
"""A year of a city's disclosures takes some 2 GB; a single file may take 200 MB."""


def look_at_space(settings: Settings) -> Iterator[Diagnosis]:
    """Yield whether each place can be written to and how much room it has left."""
    for name, folder in _places(settings).items():
        if writable(folder):
            yield judge_space(name, folder, free_bytes(folder))
        else:
            yield Diagnosis(PART, TITLE, Health.ERROR, f"{name} {folder} 不能写入", NOT_WRITABLE)


def judge_space(name: str, folder: Path, free: int) -> Diagnosis:
    """Return whether that many bytes are enough."""
    message = f"{name} {folder} 余 {free / GIGABYTE:.1f} GB"
    if free >= LITTLE_BYTES:
        return Diagnosis(PART, TITLE, Health.OK, message)
    health = Health.ERROR if free < TOO_LITTLE_BYTES else Health.WARNING
    return Diagnosis(PART, TITLE, health, message, "清理或扩大该磁盘，或把目录改到别处")


def _places(settings: Settings) -> Mapping[str, Path]:
    places = {"留存副本": settings.store.kept, "临时文件": Path(tempfile.gettempdir())}
    if settings.store.database_file:
        places["数据库"] = settings.store.database_file.parent
    if settings.mail.host is None:
        places["邮件"] = settings.mail.folder
    return places
