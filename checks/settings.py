"""What the administrator may set of each check, bound from the tables of checks.toml."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from checks.check import Check, CheckOptions
from records.finding import Mode, Severity


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """One check as it is to run."""

    check: Check
    options: CheckOptions
    mode: Mode = Mode.ON
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """The severity of every case."""


class InvalidCheckSettings(Exception):
    """Carries every error found in the settings, each with its key path."""

    def __init__(self, errors: Iterable[str]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(self.errors))


def default_settings(checks: Iterable[Check]) -> tuple[CheckSettings, ...]:
    """Return every check with the settings it ships with."""
    return tuple(CheckSettings(check, check.options(), check.mode, check.cases) for check in checks)


def bind_settings(checks: Iterable[Check], tables: Mapping[str, Any]) -> tuple[CheckSettings, ...]:
    """Return every check with its settings from the [checks.CODE] tables, defaults where a key is not given.

    Raises InvalidCheckSettings with all errors at once.
    """
    by_code = {check.code: check for check in checks}
    errors = [
        f"checks.{code}: unknown check; known: {' '.join(sorted(by_code))}" for code in tables if code not in by_code
    ]
    bound = tuple(_bind_one(check, tables.get(code, {}), errors) for code, check in by_code.items())
    if errors:
        raise InvalidCheckSettings(errors)
    return bound


def _bind_one(check: Check, table: object, errors: list[str]) -> CheckSettings:
    default = CheckSettings(check, check.options(), check.mode, check.cases)
    path = f"checks.{check.code}"
    if not isinstance(table, Mapping):
        errors.append(f"{path}: must be a table")
        return default
    rest = {key: value for key, value in table.items() if key not in ("mode", "severity")}
    return CheckSettings(
        check,
        options=_options(check, rest, path, errors),
        mode=_mode(table.get("mode", check.mode), path, errors),
        severities=_severities(check, table.get("severity", {}), path, errors),
    )


def _mode(value: object, path: str, errors: list[str]) -> Mode:
    if value in list(Mode):
        return Mode(str(value))
    errors.append(f"{path}.mode: must be one of {', '.join(Mode)}; is {value!r}")
    return Mode.ON


def _severities(check: Check, value: object, path: str, errors: list[str]) -> Mapping[str, Severity]:
    """A severity for one case replaces it; a single severity caps every case."""
    if isinstance(value, str) and value in list(Severity):
        cap = Severity(value)
        return {case: max(severity, cap, key=lambda s: s.rank) for case, severity in check.cases.items()}
    if not isinstance(value, Mapping):
        errors.append(f"{path}.severity: must be one of {', '.join(Severity)} or a table of cases; is {value!r}")
        return check.cases
    chosen = dict(check.cases)
    for case, severity in value.items():
        if case not in check.cases:
            errors.append(f"{path}.severity.{case}: unknown case; known: {', '.join(check.cases)}")
        elif severity not in list(Severity):
            errors.append(f"{path}.severity.{case}: must be one of {', '.join(Severity)}; is {severity!r}")
        else:
            chosen[case] = Severity(severity)
    return chosen


def _options(check: Check, values: Mapping[str, Any], path: str, errors: list[str]) -> CheckOptions:
    try:
        return check.options(**values)
    except ValidationError as invalid:
        for error in invalid.errors():
            key = ".".join(str(part) for part in error["loc"])
            reason = "unknown option" if error["type"] == "extra_forbidden" else error["msg"]
            errors.append(f"{path}.{key}: {reason}")
        return check.options()
