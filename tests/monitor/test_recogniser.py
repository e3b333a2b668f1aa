"""Scans are read on the way every file goes, by a process of their own."""

import json
from pathlib import Path

from pypdfium2 import PdfDocument
from typer.testing import CliRunner

from monitor.command_line import application
from monitor.reader_process import ReaderProcess
from monitor.reading import KeptFile, Refused, Scanned
from monitor.recogniser import recogniser
from monitor.settings import Settings
from monitor.store.states import State
from tests.builders.pdf import LATIN, PdfPrinter
from tests.builders.scans import pictures_of, saved, scanned


def a_letter() -> bytes:
    printer = PdfPrinter()
    printer.text(60, 60, "A letter of 2025, of no budget", font=LATIN)
    return printer.printed()


def kept(folder: Path, content: bytes) -> KeptFile:
    path = folder / "scan"
    path.write_bytes(content)
    return KeptFile(path, "scan", "0" * 64)


def test_the_reader_leaves_pictures_alone_and_the_recogniser_reads_them_within_its_limits(tmp_path: Path) -> None:
    settings = Settings()
    file = kept(tmp_path, scanned(a_letter()))
    with ReaderProcess(settings.reader) as reader, recogniser(settings) as recognising:
        assert reader.read(file) == Scanned("pdf", 1)
        answer = recognising.read(file)
    assert isinstance(answer, Refused)
    assert (answer.state, answer.format, answer.pages) == (State.NOT_A_DISCLOSURE, "pdf", 1)


def test_an_image_is_checked_like_any_file(inbox: Path) -> None:
    (inbox / "通知.png").write_bytes(saved(pictures_of(a_letter()), "PNG"))
    result = CliRunner().invoke(application(), ["check", str(inbox), "--json"])
    (document,) = json.loads(result.stdout)["documents"]
    assert (document["format"], document["pages"], document["state"]) == ("image", 1, "not-a-disclosure")


def test_a_published_scan_is_read_with_its_pages_named(corpus: Path, inbox: Path) -> None:
    scan = PdfDocument(corpus / "typeset" / "002_scan.pdf")
    extract = PdfDocument.new()
    extract.import_pages(scan, [0, 2])
    extract.save(inbox / "绩效.pdf")
    result = CliRunner().invoke(application(), ["read", str(inbox / "绩效.pdf")])
    assert "承德市司法局 2025 年部门绩效文本" in result.stdout
    assert "第 1–2 页由文字识别读出，数字请与原件核对" in result.stdout
    assert "12348" in result.stdout
