from dataclasses import replace
from decimal import Decimal

import pytest

from checks.check import Skipped
from checks.sangong_vehicle import Options, sangong_vehicle
from records.amount import Quantity
from records.disclosure import Disclosure, Section
from records.evidence import Evidence
from records.finding import Finding
from records.property import Asset, Purchase, PurchaseRow
from records.surroundings import Surroundings
from records.table import Measure, TableKind
from tests.builders.disclosures import a_disclosure, a_row, a_table, wan

VEHICLES = Quantity(Decimal(33), "辆", Decimal(1))


def costing(text: str = "", *, running: str = "", purchase: str = "") -> Disclosure:
    """A budget whose table prints what vehicles cost, blank where not given, and whose text says something."""
    rows = [
        a_row("sangong", {Measure.TOTAL: "112.40"}),
        a_row("vehicle-running", {Measure.TOTAL: running} if running else {}, label="公务用车运行费"),
        a_row("vehicle-purchase", {Measure.TOTAL: purchase} if purchase else {}, label="公务用车购置费"),
    ]
    section = Section("五、国有资产占有使用情况", 2, text, (20,), Evidence(page=20, text="五、国有资产占有使用情况"))
    return replace(a_disclosure(tables=[a_table(TableKind.SANGONG, rows, caption="三公表")]), sections=(section,))


def buying(disclosure: Disclosure, code: str = "A02030899", amount: str = "6.00") -> Disclosure:
    row = Purchase(PurchaseRow.ITEM, Evidence(page=30), name="其他机动车辆", catalogue_code=code, amount=wan(amount))
    return replace(disclosure, purchases=(row,))


def owning(disclosure: Disclosure) -> Disclosure:
    return replace(disclosure, assets=(Asset("vehicles", "车辆", Evidence(page=40), VEHICLES),))


def findings(disclosure: Disclosure, options: Options | None = None) -> list[Finding]:
    return list(sangong_vehicle.function(disclosure, Surroundings(), options or Options()))


def test_vehicles_that_cost_something_but_are_none_are_found() -> None:
    (finding,) = findings(costing("某局共有车辆0辆。", running="28.00"))
    assert finding.case == "running-without-vehicle"
    assert finding.message == "三公表“公务用车运行费”为 28.00 万元（第 3 页），而公务用车保有量 0 辆（第 20 页）。"


def test_one_place_that_gives_a_number_is_enough() -> None:
    assert not findings(costing("其中本级共有车辆0辆。所属单位共有车辆5辆。", running="28.00"))


def test_vehicles_that_cost_nothing_are_information() -> None:
    (finding,) = findings(costing("某局共有车辆4辆。", running="0.00"))
    assert finding.case == "vehicle-without-running"


def test_money_for_a_vehicle_that_the_text_says_is_not_bought_is_found() -> None:
    text = "比上年减少38.8万元，主要原因是上年度购置新车，本年度未报送购置车辆预算。"
    (finding,) = findings(costing(text, purchase="15.20"))
    assert finding.case == "purchase-without-vehicle"
    assert "而文字写“未报送购置车辆”（第 20 页）" in finding.message


def test_a_vehicle_in_the_procurement_table_beside_an_empty_cell_is_found() -> None:
    (finding,) = findings(buying(costing()))
    assert finding.case == "procured"
    assert "三公表“公务用车购置费”未填，视为 0.00 万元" in finding.message
    assert "政府采购表却列有车辆“其他机动车辆”（A02030899）6.00 万元（第 30 页）" in finding.message


def test_other_goods_and_another_prefix_are_no_vehicles() -> None:
    with pytest.raises(Skipped):
        findings(buying(costing(), code="A02010105"))
    with pytest.raises(Skipped):
        findings(buying(costing()), Options(catalogue_prefix="B0203"))


def test_vehicles_bought_with_the_money_planned_for_them_pass() -> None:
    assert not findings(buying(costing("安排购置车辆1辆。", purchase="6.00")))


def test_the_asset_table_and_the_text_must_give_one_number() -> None:
    (finding,) = findings(owning(costing("本部门共有车辆35辆。", running="104.40")))
    assert finding.case == "number-differs"
    assert finding.message == "资产表所列车辆 33 辆（第 40 页），文字所述公务用车保有量 35 辆（第 20 页），两处不同。"
    assert not findings(owning(costing("本部门共有车辆33辆。", running="104.40")))


def test_without_a_number_of_vehicles_there_is_nothing_to_test() -> None:
    with pytest.raises(Skipped):
        findings(costing(running="28.00"))
