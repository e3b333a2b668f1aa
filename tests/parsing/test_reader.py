import pickle
from contextlib import suppress
from pathlib import Path

import pytest

from parsing.failures import Cause, NotADisclosure, UnreadableDocument
from parsing.formats import CHINESE_NAMES, UNKNOWN, format_of
from parsing.limits import Limits
from parsing.pages import Reading
from parsing.reader import read_bytes, read_file, readers
from parsing.readers.office.program import OfficeProgram
from tests.builders.packed import packed

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def compound(stream: str) -> bytes:
    return COMPOUND + stream.encode("utf-16-le").ljust(128, b"\0")


TOLD: list[tuple[bytes, str]] = [
    (b"%PDF-1.7\n", "pdf"),
    (b"junk before the header\n%PDF-1.4\n", "pdf"),
    ("部门预算收支总表".encode(), "txt"),
    ("部门预算收支总表".encode("gb18030"), "txt"),
    ("部门预算收支总表".encode("utf-16"), "txt"),
    ("部门预算,收支总表\n项目,金额\n".encode("gb18030"), "csv"),
    (b'<%@ page language="java"%>\n<html>', "html"),
    (b"<table><tr><td>\xff</td></tr></table>", "html"),
    (b"From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "mhtml"),
    (b'<?xml version="1.0"?>\n<Workbook/>', "xml"),
    (b"\n<!-- saved --> <!DOCTYPE html><html>", "html"),
    (b'<?xml version="1.0"?>\n<html>', "html"),
    (packed({"word/document.xml": "收支总表"}), "docx"),
    (packed({"xl/workbook.xml": "收支总表"}), "xlsx"),
    (packed({"OFD.xml": "收支总表"}), "ofd"),
    (packed({"%PDF-1.4.pdf": "收支总表"}), "zip"),
    (packed({"word/2023年部门预算.doc": "收支总表"}), "zip"),
    (packed({"[Content_Types].xml": "", "word/document2.xml": ""}), "docx"),
    (packed({"xl/workbook.bin": ""}), "xlsb"),
    (packed({"mimetype": "application/vnd.oasis.opendocument.text"}, compressed=False), "odf"),
    (b"PK\x03\x04 cut short", "zip"),
    (compound("WordDocument"), "doc"),
    (compound("Workbook"), "xls"),
    (compound("MatOST"), "wps"),
    (COMPOUND, "ole"),
    (COMPOUND + b"x" + "WordDocument".encode("utf-16-le") + bytes(99), "ole"),
    (b"Rar!\x1a\x07\x01\x00", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff\xe0", "image"),
    (b"II*\x00", "image"),
    (bytes(512), "unknown"),
]


def refusal(content: bytes, limits: Limits | None = None) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as refused:
        read_bytes(content, limits or Limits())
    return refused.value


@pytest.mark.parametrize(("content", "name"), TOLD)
def test_the_format_is_told_from_the_bytes(content: bytes, name: str) -> None:
    assert format_of(content) == name


def test_the_name_of_a_file_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "2023年部门预算.pdf"
    path.write_text("部门预算收支总表\n", "utf-8")
    assert read_file(path, Limits()).format == "txt"


def test_an_empty_file_is_refused_as_empty(tmp_path: Path) -> None:
    path = tmp_path / "部门预算.pdf"
    path.touch()
    with pytest.raises(UnreadableDocument) as refused:
        read_file(path, Limits())
    assert refused.value.cause is Cause.EMPTY


def test_a_file_beyond_the_limit_is_too_large_and_one_at_it_is_not() -> None:
    content = "预算".encode()
    assert refusal(content, Limits(max_bytes=len(content) - 1)).cause is Cause.TOO_LARGE
    assert read_bytes(content, Limits(max_bytes=len(content))).format == "txt"


@pytest.mark.parametrize(
    ("content", "chinese"),
    [
        (packed({"OFD.xml": ""}), "OFD 版式文件"),
        (compound("MatOST"), "WPS 文字"),
        (b"Rar!\x1a\x07\x01\x00", "RAR 压缩包"),
        (b"7z\xbc\xaf\x27\x1c", "7z 压缩包"),
        (packed({"一.txt": "预算"}), "ZIP 压缩包"),
    ],
)
def test_a_format_we_know_but_do_not_read_is_named(content: bytes, chinese: str) -> None:
    refused = refusal(content)
    assert refused.cause is Cause.UNSUPPORTED_FORMAT
    assert refused.chinese.startswith(f"文件为{chinese}")


@pytest.mark.parametrize("form", sorted({name for _, name in TOLD} - {UNKNOWN}))
def test_every_format_that_is_told_is_read_or_has_a_chinese_name(form: str) -> None:
    assert form in readers(OfficeProgram(), None) or form in CHINESE_NAMES


def test_a_refusal_keeps_its_sentence_on_the_way_from_a_child() -> None:
    refused = pickle.loads(pickle.dumps(refusal(packed({"OFD.xml": ""}))))
    assert (refused.cause, refused.chinese[:3]) == (Cause.UNSUPPORTED_FORMAT, "文件为")


def test_an_office_document_with_a_password_is_encrypted() -> None:
    assert refusal(compound("EncryptedPackage")).cause is Cause.ENCRYPTED


@pytest.mark.parametrize("cause", Cause)
def test_every_cause_has_a_sentence_for_the_staff(cause: Cause) -> None:
    assert UnreadableDocument(cause, "reason").chinese.endswith("。")


def test_what_is_not_a_disclosure_says_so_in_both_languages() -> None:
    refused = NotADisclosure("no body is named", "未找到公开主体名称。")
    assert (str(refused), refused.chinese) == ("no body is named", "未找到公开主体名称。")


def test_every_hostile_file_is_read_or_refused(corpus: Path) -> None:
    for path in sorted(path for path in (corpus / "hostile").rglob("*") if path.is_file()):
        with suppress(UnreadableDocument):
            assert isinstance(read_file(path, Limits()), Reading), path.name
