"""The doctor looks at real installations, sound and broken, and changes nothing."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from typer.testing import CliRunner

from checks.registry import ALL
from monitor.command_line import application
from monitor.doctor.diagnosis import Diagnosis, Health
from monitor.doctor.examination import examine
from monitor.settings_file import load_configuration
from parsing.readers.office.program import OfficeProgram
from tests.builders.installations import configure

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
SERVICE = 1000
"""A user who is not root."""


def diagnoses(config: Path, office: OfficeProgram) -> Mapping[str, Diagnosis]:
    """Return the worst diagnosis of each part."""
    order = list(Health)
    found = sorted(
        examine(load_configuration(config, ALL), NOW, SERVICE, office), key=lambda each: order.index(each.health)
    )
    return {each.part: each for each in found}


def files_below(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def test_a_fresh_installation_is_sound_and_stays_as_it_is(inbox: Path, tmp_path: Path) -> None:
    config = configure(tmp_path)
    before = files_below(tmp_path)
    found = diagnoses(config, OfficeProgram(("no-such-office",)))
    assert {part: each.health for part, each in found.items() if each.health is not Health.OK} == {
        "libreoffice": Health.WARNING
    }
    assert "apt-get install libreoffice-writer-nogui" in found["libreoffice"].remedy
    assert files_below(tmp_path) == before


def test_the_command_prints_a_line_for_each_part_and_exits_with_0(inbox: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(application(), ["doctor", "--config", str(configure(tmp_path))])
    assert result.exit_code == 0
    assert "正常　监视目录：var/inbox 可以读取，有文件 0 个" in result.stdout
    assert "错误 0" in result.stdout.splitlines()[-1]


def test_what_is_broken_is_told_to_programs_and_exits_with_1(inbox: Path, tmp_path: Path) -> None:
    config = configure(tmp_path, mail='folder = "var/inbox/mail"')
    result = CliRunner().invoke(application(), ["doctor", "--json", "--config", str(config)])
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert not told["healthy"]
    broken = [each for each in told["diagnoses"] if each["health"] == "error"]
    assert [(each["part"], each["remedy"]) for each in broken] == [("watched-folders", "移到监视目录之外")]


def test_every_error_of_the_configuration_is_told(inbox: Path, tmp_path: Path) -> None:
    config = configure(tmp_path, digest='daily_at = "noon"\nat_onc = "error"')
    result = CliRunner().invoke(application(), ["doctor", "--config", str(config)])
    assert result.exit_code == 1
    assert "digest.daily_at" in result.stdout
    assert "digest.at_onc: unknown key" in result.stdout


def test_an_office_that_does_not_convert_is_broken(inbox: Path, tmp_path: Path) -> None:
    found = diagnoses(configure(tmp_path), OfficeProgram(("false",)))
    assert found["libreoffice"].health is Health.ERROR
