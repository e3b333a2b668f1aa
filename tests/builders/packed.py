"""Writes ZIP archives, honest and hostile."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

UTF8_NAME = 0x800


def packed(entries: Mapping[str, bytes | str], *, compressed: bool = True) -> bytes:
    """Return an archive of the entries."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def packed_by_chinese_windows(name: str, content: bytes) -> bytes:
    """Return an archive whose entry is named in GB18030, without a mark that says so."""
    placeholder = "x" * len(name.encode("gb18030"))
    return packed({placeholder: content}, compressed=False).replace(placeholder.encode(), name.encode("gb18030"))


def with_link(name: str, target: str) -> bytes:
    """Return an archive whose entry is a symbolic link."""
    link = zipfile.ZipInfo(name)
    link.external_attr = 0o120777 << 16
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(link, target)
    return buffer.getvalue()


def encrypted(entries: Mapping[str, bytes | str]) -> bytes:
    """Return an archive whose entries say that they need a password."""
    content = bytearray(packed(entries))
    for mark, flags_at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(mark)
        while start >= 0:
            content[start + flags_at] |= 1
            start = content.find(mark, start + 1)
    return bytes(content)


def overlapping(name: str, content: bytes) -> bytes:
    """Return an archive with two entries that share the same bytes."""
    archive = packed({name: content, name[:-1] + "z": content}, compressed=False)
    second = archive.find(b"PK\x01\x02", archive.find(b"PK\x01\x02") + 1)
    return archive[: second + 42] + bytes(4) + archive[second + 46 :]


def bomb(name: str, megabytes: int) -> bytes:
    """Return an archive of one entry that unpacks to so much of nothing."""
    return packed({name: bytes(megabytes * 1024 * 1024)})
