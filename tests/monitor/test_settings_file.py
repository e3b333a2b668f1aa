"""What the settings accept, and how they tell what is wrong."""

import re
import tomllib
from pathlib import Path

import pytest

from checks.registry import ALL
from monitor.settings import Settings
from monitor.settings_file import InvalidConfiguration, config_directory, load_configuration

SHIPPED = Path(__file__).parents[2] / "config"
EXAMPLES = {
    *(("mail", key) for key in ("host", "authorities", "username", "password_file", "credential")),
    ("reader", "knowledge"),
}
"""Keys without a default: the shipped file shows an example instead."""


def errors_of(folder: Path, *, monitor: str = "", checks: str = "") -> list[str]:
    (folder / "monitor.toml").write_text(monitor, encoding="utf-8")
    (folder / "checks.toml").write_text(checks, encoding="utf-8")
    with pytest.raises(InvalidConfiguration) as raised:
        load_configuration(folder, ALL)
    return [error.removeprefix(f"{folder}/") for error in raised.value.errors]


def test_every_error_of_both_files_is_told_at_once_with_its_line_and_key(tmp_path: Path) -> None:
    monitor = '[watch]\nroots = ["share"]\nintervall = 5\n\n[reader]\ntimeout_seconds = 0\n[mial]\nhost = "x"\n'
    checks = '[checks.SUM001]\nmode = "loud"\n\n[checks.NIX999]\nmode = "on"\n'
    errors = errors_of(tmp_path, monitor=monitor, checks=checks)
    assert [re.sub(r": known.*|; known.*|; is.*", "", error) for error in errors] == [
        "monitor.toml:3: watch.intervall: unknown key",
        "monitor.toml:6: reader.timeout_seconds: Input should be greater than 0",
        "monitor.toml:7: mial: unknown key",
        "checks.toml:4: checks.NIX999: unknown check",
        "checks.toml:2: checks.SUM001.mode: must be one of off, shadow, on",
    ]


def test_a_file_that_is_not_toml_is_told_with_its_line(tmp_path: Path) -> None:
    (error,) = errors_of(tmp_path, monitor="[watch]\nroots = \n")
    assert error.startswith("monitor.toml: Invalid value (at line 2")


@pytest.mark.parametrize(
    ("monitor", "told"),
    [
        ('[mail]\nhost = "mail.example.org"\nsender = "a@example.org"', "digest.recipients: must name somebody"),
        ('[mail]\nhost = "h"\n[digest]\nrecipients = ["a@example.org"]', "mail.sender: must be set"),
        ('[mail]\nusername = "u"', "monitor.toml:1: mail: username needs password_file or credential"),
        ('[digest]\nrecipients = ["nobody"]', "monitor.toml:2: digest.recipients.0: 'nobody' is not an address"),
        ('[digest]\ntimezone = "Asia/Atlantis"', "monitor.toml:2: digest.timezone: is not a time zone"),
        ("[watch]\nroots = []", "monitor.toml:2: watch.roots: Tuple should have at least 1 item"),
    ],
)
def test_what_cannot_work_is_refused_before_the_start(tmp_path: Path, monitor: str, told: str) -> None:
    (error,) = errors_of(tmp_path, monitor=monitor)
    assert told in error


def test_the_folder_of_knowledge_beside_the_settings_is_in_force(tmp_path: Path) -> None:
    (tmp_path / "monitor.toml").touch()
    assert load_configuration(tmp_path, ALL).settings.reader.knowledge is None

    knowledge = tmp_path / "knowledge"
    knowledge.mkdir()
    (knowledge / "bodies.toml").write_text('[renamed]\n"甲市生态环境局" = ["甲市环境保护局"]\n', encoding="utf-8")

    assert load_configuration(tmp_path, ALL).settings.reader.knowledge == knowledge


def test_knowledge_that_cannot_be_loaded_is_told_with_file_and_key(tmp_path: Path) -> None:
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "captions.toml").write_text('[kinds]\nsumary = ["收支一览"]\n', encoding="utf-8")

    (error,) = errors_of(tmp_path)

    assert "captions.toml: kinds.sumary: unknown key" in error


def test_checks_that_are_no_table_are_refused(tmp_path: Path) -> None:
    assert errors_of(tmp_path, checks='checks = "all"\n') == [
        "checks.toml:1: checks: must hold one table a check: [checks.SUM001]"
    ]


def test_the_option_comes_before_the_environment_and_the_environment_before_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert config_directory(None, {}) is None
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "monitor.toml").touch()
    assert config_directory(None, {}) == Path("config")
    assert config_directory(None, {"BUDGETWATCH_CONFIG": "/etc/budgetwatch"}) == Path("/etc/budgetwatch")
    assert config_directory(Path("mine"), {"BUDGETWATCH_CONFIG": "/etc/budgetwatch"}) == Path("mine")


def test_a_folder_named_by_mistake_is_not_taken_for_the_defaults(tmp_path: Path) -> None:
    with pytest.raises(InvalidConfiguration, match="holds neither"):
        load_configuration(tmp_path / "confg", ALL)


def test_the_shipped_files_show_every_key_at_its_default() -> None:
    text = (SHIPPED / "monitor.toml").read_text(encoding="utf-8")
    uncommented = re.sub(r"^# (?=\w+ = )", "", text, flags=re.MULTILINE)
    shown = {
        (section, key): value for section, keys in tomllib.loads(uncommented).items() for key, value in keys.items()
    }
    defaults = {
        (section, key): value
        for section, keys in Settings().model_dump(mode="json").items()
        for key, value in keys.items()
    }
    assert shown.keys() == defaults.keys()
    plain = {key: value if isinstance(value, (int, float, list)) else str(value) for key, value in shown.items()}
    assert {key: value for key, value in plain.items() if key not in EXAMPLES} == {
        key: value for key, value in defaults.items() if key not in EXAMPLES
    }


def test_the_shipped_configuration_is_valid_and_changes_nothing() -> None:
    assert load_configuration(SHIPPED, ALL).settings == Settings()
