"""Recomputes a reported finding from the bytes it was found in."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from checks.settings import CheckSettings
from monitor.checking import checked
from monitor.file_names import readable
from monitor.reader_process import ReaderProcess
from monitor.reading import KeptFile, Scanned, Understood, Unpacked
from monitor.store.engine import Store
from monitor.store.history import companion_of, surroundings_of
from monitor.store.reports import KeptDocument, Reported, kept_document, sha256_of
from records.disclosure import Disclosure
from records.finding import CheckRun, Finding, Mode


class Ending(StrEnum):
    """What became of the finding."""

    CONFIRMED = "confirmed"
    CHANGED = "changed"
    """It is found, with other numbers."""
    GONE = "gone"


class NotVerifiable(Exception):
    """The bytes are not there any more, or cannot be read: says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Verification:
    """A finding as it was reported, and as it is found now."""

    reported: Finding
    now: Finding | None
    run: CheckRun
    """How its check came out now."""
    file: str
    sha256: str

    @property
    def ending(self) -> Ending:
        """Whether the finding is found again with the same numbers."""
        if self.now is None:
            return Ending.GONE
        return Ending.CONFIRMED if _numbers(self.now) == _numbers(self.reported) else Ending.CHANGED


def _numbers(finding: Finding) -> tuple[object, ...]:
    return finding.case, finding.expected, finding.actual, finding.unit


def verify(
    reported: Reported, store: Store, reader: ReaderProcess, kept: Path, checks: Sequence[CheckSettings]
) -> Verification:
    """Read the document and its companion anew, pictures too, and run the check with what is stored around them.

    Raises NotVerifiable where bytes are missing or changed, or cannot be read, or where there is no such check.
    """
    finding = reported.finding
    settings = [replace(one, mode=Mode.ON) for one in checks if one.check.code == finding.code]
    if not settings:
        raise NotVerifiable(f"检查 {finding.code} 已不存在，无法重算。(no such check any more)")
    with store.read() as session:
        document = kept_document(session, sha256_of(session, reported.document_id))
    disclosure = _read(document, reader, kept)
    with store.read() as session:
        companion = companion_of(session, reported.document_id, disclosure)
        other = kept_document(session, companion.documents[0].sha256) if companion else None
        surroundings = surroundings_of(session, reported.document_id, disclosure)
    (run,) = checked(disclosure, _read(other, reader, kept) if other else None, surroundings, settings).runs
    now = next((one for one in run.findings if one.fingerprint == finding.fingerprint), None)
    return Verification(finding, now, run, readable(document.name), document.sha256)


def _read(document: KeptDocument, reader: ReaderProcess, kept: Path) -> Disclosure:
    path = kept / document.kept if document.kept else document.share
    name = readable(document.name)
    try:
        with path.open("rb") as file:
            same = hashlib.file_digest(file, "sha256").hexdigest() == document.sha256
    except OSError as error:
        raise NotVerifiable(f"原件 {name} 不在 {path}，无法重算。({error.strerror})") from error
    if not same:
        raise NotVerifiable(f"{path} 的内容与检查时不同（SHA-256 不符），无法重算。(its bytes have changed)")
    answer = reader.read(KeptFile(path, name, document.sha256, document.pages, document.correction))
    if isinstance(answer, Scanned | Unpacked):
        raise TypeError(
            "verify reads with the recogniser, which leaves no pictures, and no finding is about an archive"
        )
    if not isinstance(answer, Understood):
        raise NotVerifiable(f"{name} 现在无法读取：{answer.chinese}({answer.reason})")
    return answer.disclosure
