"""Pictures are drawn in a child process, for whoever reads a file at a terminal."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from monitor.command_line import application
from monitor.pictures import evidence_picture, page_picture
from monitor.reader_process import Broken, ReaderProcess
from monitor.settings import ReaderSettings
from parsing.pictures.marks import MARK, TABLES
from parsing.pictures.sheets import NO_PAGES
from tests.builders.drawn import around_colour, opened
from tests.builders.pdf import PdfPrinter

ROWS = (
    ("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
    ("", "合计", "510.00", "300.00", "200.00"),
    ("204", "公共安全支出", "500.00", "300.00", "200.00"),
)
"""The total is 10.00 too large."""
WIDTHS = (80, 120, 80, 80, 80)


@pytest.fixture(scope="module")
def reader() -> Iterator[ReaderProcess]:
    with ReaderProcess(ReaderSettings()) as reader:
        yield reader


@pytest.fixture
def disclosure(inbox: Path) -> Path:
    printer = PdfPrinter()
    printer.text(60, 60, "云山市司法局2025年部门预算", size=18)
    printer.next_page()
    printer.text(60, 60, "部门预算支出总表", size=18)
    printer.text(60, 100, "单位：万元")
    printer.table(60, 120, WIDTHS, ROWS)
    file = inbox / "预算.pdf"
    file.write_bytes(printer.printed())
    return file


def budgetwatch(*arguments: str | Path) -> Result:
    return CliRunner().invoke(application(), [str(argument) for argument in arguments])


def test_a_page_is_drawn_in_the_child_also_by_a_relative_path(reader: ReaderProcess, disclosure: Path) -> None:
    picture = page_picture(reader, disclosure.relative_to(Path.cwd()), 2)
    assert isinstance(picture, bytes)
    assert around_colour(opened(picture), TABLES[0])


def test_the_evidence_is_drawn_in_the_child(reader: ReaderProcess, disclosure: Path) -> None:
    picture = evidence_picture(reader, disclosure, 2, (260, 144, 360, 168))
    assert isinstance(picture, bytes)
    assert around_colour(opened(picture), MARK)


def test_a_format_without_pages_has_no_picture(reader: ReaderProcess, inbox: Path) -> None:
    text = inbox / "预算.txt"
    text.write_text("支出总表\n", encoding="utf-8")
    assert evidence_picture(reader, text, 1, (0, 0, 10, 10)) == NO_PAGES


def test_a_file_that_is_gone_breaks_the_drawing_and_not_the_service(reader: ReaderProcess, inbox: Path) -> None:
    assert isinstance(page_picture(reader, inbox / "gone.pdf", 1), Broken)


def test_read_draws_the_page_where_it_is_told(disclosure: Path, tmp_path: Path) -> None:
    result = budgetwatch("read", disclosure, "--page", "2", "--picture", tmp_path / "page.png")
    assert result.exit_code == 0
    assert "公共安全支出\t500.00" in result.stdout
    assert f"第 2 页的图片 (picture): {tmp_path / 'page.png'}" in result.stderr
    assert around_colour(opened((tmp_path / "page.png").read_bytes()), TABLES[0])


def test_read_draws_the_page_into_a_new_file_unless_told(
    disclosure: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert budgetwatch("read", disclosure, "--page", "2").exit_code == 0
    (drawn,) = tmp_path.glob("budgetwatch-*-page-2.png")
    assert around_colour(opened(drawn.read_bytes()), TABLES[0])


def test_read_draws_around_the_place_of_a_finding(disclosure: Path, tmp_path: Path) -> None:
    findings = json.loads(budgetwatch("check", disclosure, "--json").stdout)["documents"][0]["findings"]
    evidence = next(each for finding in findings for each in finding["evidence"] if each["text"] == "510.00")
    assert evidence["bbox"] == pytest.approx([260, 144, 340, 168], abs=0.5)
    place = ("--page", str(evidence["page"]), "--box", json.dumps(evidence["bbox"]))
    result = budgetwatch("read", disclosure, "--json", *place, "--picture", tmp_path / "place.png")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["state"] == "checked"
    assert around_colour(opened((tmp_path / "place.png").read_bytes()), MARK)


def test_read_fails_where_the_picture_that_was_asked_for_cannot_be_drawn(disclosure: Path, tmp_path: Path) -> None:
    result = budgetwatch("read", disclosure, "--page", "9", "--picture", tmp_path / "page.png")
    assert result.exit_code == 1
    assert "文件没有第 9 页。" in result.stderr
    assert not (tmp_path / "page.png").exists()


@pytest.mark.parametrize(
    "options",
    [
        ("--picture", "page.png"),
        ("--box", "1,2,3,4"),
        ("--page", "2", "--box", "1,2,3"),
        ("--page", "2", "--picture", "nowhere/page.png"),
    ],
)
def test_a_picture_that_makes_no_sense_is_bad_usage(disclosure: Path, options: tuple[str, ...]) -> None:
    assert budgetwatch("read", disclosure, *options).exit_code == 2
