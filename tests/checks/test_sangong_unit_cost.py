from dataclasses import replace
from decimal import Decimal

import pytest

from checks.check import Skipped
from checks.sangong_unit_cost import Options, sangong_unit_cost
from records.disclosure import Disclosure, Section
from records.evidence import Evidence
from records.finding import Finding
from records.surroundings import Surroundings
from records.table import Measure, TableKind
from tests.builders.disclosures import a_disclosure, a_row, a_table


def costing(text: str, **items: str) -> Disclosure:
    """A budget whose table prints what was spent, and whose text says something."""
    rows = [a_row(item.replace("_", "-"), {Measure.TOTAL: spent}) for item, spent in items.items()]
    section = Section("四、“三公”经费", 2, text, (22,), Evidence(page=22, text="四、“三公”经费"))
    return replace(a_disclosure(tables=[a_table(TableKind.SANGONG, rows, caption="三公表")]), sections=(section,))


def findings(disclosure: Disclosure, options: Options | None = None) -> list[Finding]:
    return list(sangong_unit_cost.function(disclosure, Surroundings(), options or Options()))


def test_a_vehicle_that_costs_too_much_is_found() -> None:
    (finding,) = findings(costing("本部门共有车辆9辆。", vehicle_running="99.00"))
    assert finding.case == "high"
    assert finding.message == (
        "三公表“vehicle-running”为 99.00 万元（第 3 页），公务用车保有量 9 辆（第 22 页），"
        "平均 11.00 万元，高于 6.00 万元。"
    )


def test_a_vehicle_that_costs_next_to_nothing_is_found() -> None:
    (finding,) = findings(costing("本部门共有车辆16辆。", vehicle_running="7.31"))
    assert finding.case == "low"
    assert "平均 4,568.75 元，低于 5,000 元" in finding.message


def test_a_cost_within_its_range_passes_and_so_does_one_at_its_limit() -> None:
    assert not findings(costing("本部门共有车辆7辆。", vehicle_running="21.56"))
    assert not findings(costing("本部门共有车辆2辆。", vehicle_running="12.00"))
    assert findings(costing("本部门共有车辆2辆。", vehicle_running="12.01"))


def test_a_number_that_would_explain_the_cost_is_enough() -> None:
    assert not findings(costing("本部门共有车辆9辆。公务用车保有量为20辆。", vehicle_running="99.00"))


def test_guests_and_receptions_are_each_set_against_the_cost() -> None:
    found = findings(costing("国内公务接待10批次、152人次。", reception="9.00"))
    assert [one.subject.measure for one in found] == ["per:guests", "per:receptions"]
    assert "平均 592.11 元，高于 300 元" in found[0].message


def test_the_limits_are_the_administrators() -> None:
    options = Options(guest_highest_yuan=Decimal(600), reception_highest_yuan=Decimal(9000))
    assert not findings(costing("国内公务接待10批次、152人次。", reception="9.00"), options)


def test_without_a_number_there_is_nothing_to_divide_by() -> None:
    with pytest.raises(Skipped):
        findings(costing("按规定接待。", reception="9.00"))
