"""The commands, as somebody at a terminal or a script uses them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from monitor.command_line import application
from monitor.store.engine import open_store
from tests.builders.installations import configure
from tests.builders.publications import a_publication


def budgetwatch(*arguments: str | Path) -> Result:
    return CliRunner().invoke(application(), [str(argument) for argument in arguments])


@pytest.fixture
def wrong(inbox: Path) -> Path:
    """Return a publication whose 合计 is 10.00 万元 too large."""
    file = inbox / "2023年部门预算.txt"
    file.write_text(a_publication(off_by="10.00"), encoding="utf-8")
    return file


@pytest.fixture
def letter(inbox: Path) -> Path:
    file = inbox / "信.txt"
    file.write_text("云山市司法局：\n来信收悉。\n", encoding="utf-8")
    return file


def test_check_exits_with_0_whatever_it_finds(wrong: Path) -> None:
    result = budgetwatch("check", wrong)
    assert result.exit_code == 0
    assert "[错误] SUM001 类款项逐级汇总不符" in result.stdout
    assert "云山市司法局 2023 年部门预算" in result.stdout


def test_check_prints_json_that_a_program_can_rely_on(wrong: Path, letter: Path) -> None:
    result = budgetwatch("check", "--json", wrong.parent)
    assert result.exit_code == 0
    read, unread = json.loads(result.stdout)["documents"]
    assert (read["path"], read["state"]) == (str(wrong), "checked")
    assert (unread["path"], unread["state"]) == (str(letter), "not-a-disclosure")
    assert unread["reason"]


def test_check_exits_with_1_when_nothing_could_be_read(letter: Path) -> None:
    result = budgetwatch("check", letter)
    assert result.exit_code == 1
    assert "不能视为无异常" in result.stdout


@pytest.mark.parametrize(("fail_on", "status"), [("error", 3), ("warning", 3), ("info", 3)])
def test_check_exits_with_3_when_asked_to_and_something_is_found(wrong: Path, fail_on: str, status: int) -> None:
    assert budgetwatch("check", "--fail-on", fail_on, wrong).exit_code == status


def test_check_does_not_fail_on_what_is_less_severe(inbox: Path) -> None:
    (inbox / "clean.txt").write_text(a_publication(), encoding="utf-8")
    assert budgetwatch("check", "--fail-on", "error", inbox).exit_code == 0


@pytest.mark.parametrize(
    "arguments", [("check", "nowhere.pdf"), ("check",), ("check", "--fail-on", "panic", "."), ("read", "."), ("dance",)]
)
def test_bad_usage_exits_with_2(inbox: Path, arguments: tuple[str, ...]) -> None:
    assert budgetwatch(*arguments).exit_code == 2


@pytest.mark.parametrize("command", [("run",), ("check", "."), ("status",), ("digest",), ("config", "check")])
def test_a_wrong_configuration_stops_every_command_with_all_errors(
    inbox: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    config = configure(tmp_path, digest='daily_at = "noon"\nat_onc = "error"')
    result = budgetwatch(*command, "--config", config)
    assert result.exit_code == 2
    assert "digest.daily_at" in result.stderr
    assert "digest.at_onc: unknown key" in result.stderr


def test_files_given_together_are_each_others_history_unless_alone(inbox: Path) -> None:
    for year, basic in ((2022, "300.00"), (2023, "150.00")):
        (inbox / f"{year}.txt").write_text(a_publication(year=year, basic=basic), encoding="utf-8")
    together = json.loads(budgetwatch("check", "--json", inbox).stdout)["documents"][1]
    alone = json.loads(budgetwatch("check", "--json", "--alone", inbox).stdout)["documents"][1]
    assert together["headline"]["sangong"]["prior"] == "120000"
    assert alone["headline"]["sangong"]["prior"] is None


def test_the_mode_of_a_check_is_taken_from_the_config(wrong: Path, tmp_path: Path) -> None:
    config = configure(tmp_path)
    (config / "checks.toml").write_text('[checks.SUM001]\nmode = "shadow"\n', encoding="utf-8")
    assert "SUM001" not in budgetwatch("check", wrong, "--config", config).stdout
    assert "SUM001" in budgetwatch("check", wrong, "--config", config, "--shadow").stdout


def test_read_prints_everything_that_was_understood(wrong: Path) -> None:
    printed = json.loads(budgetwatch("read", "--json", wrong).stdout)
    assert {table["kind"] for table in printed["tables"]} == {"expenditure", "sangong"}
    assert "部门预算支出总表" in budgetwatch("read", wrong).stdout


def test_explain_shows_a_checks_page_by_code_or_name() -> None:
    for word in ("SUM001", "sum001", "sum-hierarchy"):
        assert "## 检查什么" in budgetwatch("explain", word).stdout
        assert "| different | 错误 |" in budgetwatch("explain", word).stdout
    unknown = budgetwatch("explain", "SUM999")
    assert unknown.exit_code == 2
    assert "SUM001  sum-hierarchy" in unknown.stderr


def test_status_before_the_first_run_says_so(inbox: Path, tmp_path: Path) -> None:
    result = budgetwatch("status", "--config", configure(tmp_path))
    assert result.exit_code == 1
    assert "budgetwatch run" in result.stderr


def test_a_time_that_is_none_is_bad_usage(inbox: Path, tmp_path: Path) -> None:
    open_store("sqlite:///var/budgetwatch.sqlite3").close()
    assert budgetwatch("digest", "--at", "noon", "--config", configure(tmp_path)).exit_code == 2
