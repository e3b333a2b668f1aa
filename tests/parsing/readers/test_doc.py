import time
from pathlib import Path

import pytest

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.reader import read_bytes
from parsing.readers.office.program import OfficeProgram, as_docx
from tests.builders.programs import converter, sleeper

DOCUMENT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + "WordDocument".encode("utf-16-le").ljust(512, b"\0")
ENCRYPTED = DOCUMENT + b"\xec\xa5\xc1\x00".ljust(10, b"\0") + b"\x00\x01" + bytes(500)


def refusal(content: bytes, program: OfficeProgram) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as refused:
        read_bytes(content, Limits(), program)
    return refused.value


def test_a_batch_is_converted_in_one_call(tmp_path: Path) -> None:
    program = OfficeProgram(converter(tmp_path))
    assert as_docx([b"a", b"b", b"c"], program) == (b"docx of a", b"docx of b", b"docx of c")
    assert (tmp_path / "log").read_text() == "3\n"


def test_a_bad_document_does_not_spoil_its_batch(tmp_path: Path) -> None:
    assert as_docx([b"a", b"CRASH"], OfficeProgram(converter(tmp_path))) == (b"docx of a", None)


def test_nothing_is_left_in_the_scratch_folder(tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    as_docx([b"a"], OfficeProgram(converter(tmp_path), scratch=scratch))
    assert list(scratch.iterdir()) == []


def test_a_call_beyond_its_time_is_ended_with_all_it_started(tmp_path: Path) -> None:
    program = OfficeProgram(sleeper(tmp_path), timeout_seconds=1)
    assert as_docx([b"a"], program) == (None,)
    started = int((tmp_path / "log").read_text())
    assert _has_ended(started)


def test_a_document_libreoffice_makes_nothing_of_is_damaged(tmp_path: Path) -> None:
    assert refusal(DOCUMENT + b"CRASH", OfficeProgram(converter(tmp_path))).cause is Cause.DAMAGED


def test_without_libreoffice_the_staff_are_told_what_is_missing() -> None:
    refused = refusal(DOCUMENT, OfficeProgram(("no-such-office",)))
    assert refused.cause is Cause.NEEDS_LIBREOFFICE
    assert "LibreOffice" in refused.chinese


def test_a_document_with_a_password_is_told_before_anything_is_converted() -> None:
    assert refusal(ENCRYPTED, OfficeProgram(("no-such-office",))).cause is Cause.ENCRYPTED


def _has_ended(process: int) -> bool:
    for _ in range(50):
        state = Path(f"/proc/{process}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.1)
    return False
