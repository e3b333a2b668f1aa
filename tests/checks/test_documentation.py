import tomllib
from pathlib import Path

import pytest

from checks.documentation import EXAMPLE, PAGES, generated, main, outdated, page_of, write
from checks.registry import ALL
from checks.settings import bind_settings, default_settings
from checks.sum_hierarchy import sum_hierarchy
from checks.table_missing import table_missing

ROOT = Path(__file__).parents[2]


def test_the_generated_files_of_the_repository_are_up_to_date() -> None:
    assert not outdated(generated(ALL), ROOT), "run python -m checks.documentation"


def test_the_example_says_what_is_so_without_it() -> None:
    tables = tomllib.loads(generated(ALL)[EXAMPLE])["checks"]
    assert bind_settings(ALL, tables) == default_settings(ALL)
    assert list(tables) == [check.code for check in ALL]


def test_a_page_holds_the_title_the_sections_the_cases_and_the_options() -> None:
    page = page_of(table_missing)
    assert page.startswith("# CMP001 缺少必需公开的表\n\n`table-missing`\n\n## 检查什么\n")
    assert "| core | 错误 |" in page
    assert "| `function_digits` | `7` | Digits of the deepest functional code" in page


def test_a_check_without_options_says_so() -> None:
    assert "## 参数\n\n没有参数。" in page_of(sum_hierarchy)


def test_every_check_is_in_the_index() -> None:
    index = generated(ALL)[PAGES / "README.md"]
    assert all(f"[{check.code}]({check.code}.md) | {check.title}" in index for check in ALL)


def test_writing_mends_what_differs_and_removes_pages_of_checks_that_are_no_more(tmp_path: Path) -> None:
    files = generated([sum_hierarchy])
    write(files, tmp_path)
    (tmp_path / PAGES / "SUM001.md").write_text("old", encoding="utf-8")
    (tmp_path / PAGES / "SUM999.md").write_text("stray", encoding="utf-8")
    assert outdated(files, tmp_path) == (PAGES / "SUM001.md", PAGES / "SUM999.md")
    write(files, tmp_path)
    assert not outdated(files, tmp_path)
    assert not (tmp_path / PAGES / "SUM999.md").exists()


def test_the_command_compares_and_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check", "--root", str(tmp_path)]) == 1
    assert "docs/checks/SUM001.md is out of date" in capsys.readouterr().err
    assert main(["--root", str(tmp_path)]) == 0
    assert main(["--check", "--root", str(tmp_path)]) == 0
