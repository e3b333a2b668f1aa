"""Published documents in office and web formats; test_seeds_in_every_format.py compares them with their text."""

from pathlib import Path

import pytest

from parsing.limits import Limits
from parsing.pages import Grid
from parsing.reader import read_file
from parsing.readers.office.program import OfficeProgram
from tests.builders.blocks import grid_texts, shown

DOCUMENTS = ("000", "001", "002", "003", "004")


@pytest.fixture
def office() -> OfficeProgram:
    program = OfficeProgram()
    if not program.present:
        pytest.skip(f"{program.command[0]} is not on this machine")
    return program


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_doc_is_read_as_its_docx(corpus: Path, office: OfficeProgram, name: str) -> None:
    read = read_file(corpus / f"typeset/{name}.doc", Limits(), office)
    assert read.format == "doc"
    assert shown(read.pages) == shown(read_file(corpus / f"typeset/{name}.docx", Limits()).pages)


def test_a_doc_made_by_wps_has_all_its_tables_the_embedded_one_too(corpus: Path, office: OfficeProgram) -> None:
    (path,) = (corpus / "real/yqgq-wl").glob("*.doc")
    (page,) = read_file(path, Limits(), office).pages
    grids = [grid_texts(block) for block in page.blocks if isinstance(block, Grid)]
    assert ("总计", "36", "43,360,225.06", "总计", "70", "43,360,225.06") in grids[1]
    assert sum("公开0" in block for block in shown([page]) if isinstance(block, str)) == 9
    assert not page.unread


def test_both_formats_of_a_workbook_are_read_alike(corpus: Path) -> None:
    old, new = (corpus / f"real/tianbaoxitong/{name}" for name in ("budget_template.xls", "unit_budget_template.xlsx"))
    assert read_file(old, Limits()).pages == read_file(new, Limits()).pages


def test_a_web_page_converted_from_a_pdf_has_its_pages_and_tables(corpus: Path) -> None:
    (path,) = (corpus / "real/025_烟台").glob("*.html")
    pages = read_file(path, Limits()).pages
    grids = {page.number: grid_texts(block) for page in pages for block in page.blocks if isinstance(block, Grid)}
    assert ("", "", "", "合\u3000计", "35,874.49", "10,440.01", "25,434.48", "") in grids[11]
    assert ("28.10", "", "19.90", "", "19.90", "8.20", "25.02", "", "17.40", "", "17.40", "7.62") in grids[20]


@pytest.mark.parametrize(("folder", "first"), [("cqjw", "重庆市交通委员会2018年部门预算情况说明")])
def test_a_web_page_saved_from_its_source_begins_with_its_title(corpus: Path, folder: str, first: str) -> None:
    (path,) = (corpus / "real" / folder).iterdir()
    assert shown(read_file(path, Limits()).pages)[0] == first


def test_no_number_of_a_published_web_page_is_lost_and_no_word_of_the_site_is_read(corpus: Path) -> None:
    for path in sorted((corpus / "real/_html").iterdir()):
        lines = [line for line in shown(read_file(path, Limits()).pages) if isinstance(line, str)]
        assert any("万元" in line or "元" in line for line in lines)
        assert not any(word in line for line in lines for word in ("ICP备", "无障碍", "版权所有", "友情链接")), (
            path.name
        )
