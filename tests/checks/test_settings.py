from dataclasses import replace
from decimal import Decimal

import pytest
from pydantic import Field

from checks.check import Check, CheckOptions
from checks.settings import CheckSettings, InvalidCheckSettings, bind_settings, default_settings
from records.finding import Mode, Severity


class Options(CheckOptions):
    ratio: Decimal = Field(default=Decimal("0.30"), gt=0, description="Smaller changes are ignored.")


CHECK = Check(
    code="YOY999",
    name="made-up",
    cases={"total": Severity.ERROR, "item": Severity.WARNING, "remark": Severity.INFO},
    function=lambda disclosure, surroundings, options: iter(()),
    options=Options,
    page="",
)


def bound(table: object) -> CheckSettings:
    (settings,) = bind_settings([CHECK], {"YOY999": table})
    return settings


def errors(tables: dict[str, object]) -> tuple[str, ...]:
    with pytest.raises(InvalidCheckSettings) as invalid:
        bind_settings([CHECK], tables)
    return invalid.value.errors


def test_without_a_table_a_check_keeps_what_it_ships_with() -> None:
    (settings,) = bind_settings([CHECK], {})
    assert (settings,) == default_settings([CHECK])
    assert (settings.mode, settings.severities, settings.options) == (Mode.ON, CHECK.cases, Options())


def test_a_check_that_ships_in_shadow_runs_so_until_the_table_says_otherwise() -> None:
    shadowed = replace(CHECK, mode=Mode.SHADOW)
    modes = [bind_settings([shadowed], {"YOY999": table})[0].mode for table in ({}, {"mode": "on"})]
    assert modes == [Mode.SHADOW, Mode.ON]
    assert default_settings([shadowed])[0].mode is Mode.SHADOW


def test_mode_and_options_are_taken_from_the_table() -> None:
    settings = bound({"mode": "shadow", "ratio": "0.25"})
    assert settings.mode is Mode.SHADOW
    assert settings.options == Options(ratio=Decimal("0.25"))


def test_a_table_of_severities_sets_single_cases() -> None:
    severities = bound({"severity": {"item": "error"}}).severities
    assert severities == {"total": Severity.ERROR, "item": Severity.ERROR, "remark": Severity.INFO}


def test_a_single_severity_caps_every_case_and_raises_none() -> None:
    severities = bound({"severity": "warning"}).severities
    assert severities == {"total": Severity.WARNING, "item": Severity.WARNING, "remark": Severity.INFO}


def test_every_error_is_told_at_once_with_its_path() -> None:
    found = errors(
        {
            "YOY01": {},
            "YOY999": {"mode": "loud", "ratoi": "1", "ratio": 0, "severity": {"totl": "error", "item": "bad"}},
        }
    )
    assert found[0] == "checks.YOY01: unknown check; known: YOY999"
    assert "checks.YOY999.ratoi: unknown option" in found
    assert any(error.startswith("checks.YOY999.ratio: ") for error in found)
    assert "checks.YOY999.mode: must be one of off, shadow, on; is 'loud'" in found
    assert "checks.YOY999.severity.totl: unknown case; known: total, item, remark" in found
    assert "checks.YOY999.severity.item: must be one of error, warning, info; is 'bad'" in found
    assert len(found) == 6


@pytest.mark.parametrize(
    ("table", "error"),
    [
        ("on", "checks.YOY999: must be a table"),
        ({"severity": "grave"}, "checks.YOY999.severity: must be one of error, warning, info or a table of cases"),
        ({"severity": 3}, "checks.YOY999.severity: must be one of error, warning, info or a table of cases"),
        ({"mode": ["on"]}, "checks.YOY999.mode: must be one of off, shadow, on"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_where_it_stands(table: object, error: str) -> None:
    (found,) = errors({"YOY999": table})
    assert found.startswith(error)
