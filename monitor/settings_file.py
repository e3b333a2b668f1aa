"""Finds and reads monitor.toml and checks.toml; every error is told at once, with its key and line."""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from checks.check import Check
from checks.settings import CheckSettings, InvalidCheckSettings, bind_settings
from monitor.settings import Settings
from parsing.knowledge_files import load_knowledge
from parsing.words.terms_file import InvalidTerms

MONITOR_FILE = "monitor.toml"
CHECKS_FILE = "checks.toml"
KNOWLEDGE_FOLDER = "knowledge"
DIRECTORY_VARIABLE = "BUDGETWATCH_CONFIG"


@dataclass(frozen=True, slots=True)
class Configuration:
    """Everything that was configured, and where."""

    settings: Settings
    checks: tuple[CheckSettings, ...]
    directory: Path | None
    """None where the embedded defaults are in force."""


class InvalidConfiguration(Exception):
    """Carries every error of the configuration, each naming file, line and key."""

    def __init__(self, errors: Iterable[str]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(self.errors))


def config_directory(option: Path | None, environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the folder that configures this call: the option's, the environment's, ./config, or None for defaults."""
    if option is not None:
        return option
    if named := environment.get(DIRECTORY_VARIABLE):
        return Path(named)
    local = Path("config")
    return local if (local / MONITOR_FILE).is_file() else None


def load_configuration(directory: Path | None, checks: Iterable[Check]) -> Configuration:
    """Read both files of a folder; a file that is not there leaves its defaults.

    Raises InvalidConfiguration with all errors of both files.
    """
    errors: list[str] = []
    if directory is not None and not any((directory / name).is_file() for name in (MONITOR_FILE, CHECKS_FILE)):
        raise InvalidConfiguration([f"{directory}: holds neither {MONITOR_FILE} nor {CHECKS_FILE}"])
    monitor_text = _text(directory, MONITOR_FILE, errors)
    checks_text = _text(directory, CHECKS_FILE, errors)
    settings = _settings(f"{directory}/{MONITOR_FILE}", monitor_text, errors)
    bound = _checks(f"{directory}/{CHECKS_FILE}", checks_text, tuple(checks), errors)
    settings = _with_knowledge(settings, directory, errors)
    if errors:
        raise InvalidConfiguration(errors)
    return Configuration(settings, bound, directory)


def _text(directory: Path | None, name: str, errors: list[str]) -> str:
    if directory is None or not (directory / name).is_file():
        return ""
    try:
        return (directory / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        errors.append(f"{directory / name}: cannot be read: {error}")
        return ""


def _with_knowledge(settings: Settings, directory: Path | None, errors: list[str]) -> Settings:
    """Return the settings with the folder of knowledge that is in force, every file of which can be loaded."""
    beside = directory / KNOWLEDGE_FOLDER if directory else None
    folder = settings.reader.knowledge or (beside if beside and beside.is_dir() else None)
    if folder is None:
        return settings
    if not folder.is_dir():
        errors.append(f"{folder}: is no folder: reader.knowledge names one")
        return settings
    try:
        load_knowledge(folder)
    except InvalidTerms as invalid:
        errors.append(str(invalid))
    reader = settings.reader.model_copy(update={"knowledge": folder.absolute()})  # readers work in other folders
    return settings.model_copy(update={"reader": reader})


def _tables(file: str, text: str, errors: list[str]) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        errors.append(f"{file}: {error}")
        return {}


def _settings(file: str, text: str, errors: list[str]) -> Settings:
    try:
        return Settings.model_validate(_tables(file, text, errors))
    except ValidationError as invalid:
        for error in invalid.errors():
            keys = [str(part) for part in error["loc"]]
            reason = "unknown key" if error["type"] == "extra_forbidden" else error["msg"].removeprefix("Value error, ")
            errors.append(located(file, text, keys, reason))
        return Settings()


def _checks(file: str, text: str, checks: tuple[Check, ...], errors: list[str]) -> tuple[CheckSettings, ...]:
    tables = _tables(file, text, errors)
    errors.extend(located(file, text, [key], "unknown key") for key in tables if key != "checks")
    by_code = tables.get("checks", {})
    if not isinstance(by_code, dict):
        errors.append(located(file, text, ["checks"], "must hold one table a check: [checks.SUM001]"))
        return ()
    try:
        return bind_settings(checks, by_code)
    except InvalidCheckSettings as invalid:
        for error in invalid.errors:
            keys, _, reason = error.partition(": ")
            errors.append(located(file, text, keys.split("."), reason))
        return ()


def located(file: str, text: str, keys: list[str], reason: str) -> str:
    """Return one error with its file, its line where the key is written out, and its key path."""
    line = line_of(text, keys)
    place = f"{file}:{line}" if line else file
    return ": ".join(part for part in (place, ".".join(keys), reason) if part)


def line_of(text: str, keys: list[str]) -> int | None:
    """Return the line, from 1, of the key or of the nearest table above it; None where neither is written out.

    tomllib keeps no positions, and one layout is enough: a header in brackets, then one key a line.
    """
    table: list[str] = []
    nearest: tuple[int, int] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*\[([^\[\]]+)\]", line):
            table = [part.strip(" \"'") for part in header[1].split(".")]
            written = table
        elif key := re.match(r"\s*([\w.-]+)\s*=", line):
            written = [*table, *key[1].split(".")]
        else:
            continue
        if keys[: len(written)] == written and (nearest is None or len(written) > nearest[0]):
            nearest = (len(written), number)
    return nearest[1] if nearest else None
