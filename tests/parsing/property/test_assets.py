"""Asset tables: what a body owns."""

from datetime import date
from decimal import Decimal

import pytest

from parsing.knowledge_files import Knowledge, load_knowledge
from parsing.property.assets import assets_of
from records.amount import Amount, Quantity
from records.property import Asset
from records.table import TableKind
from tests.builders.disclosures import wan
from tests.builders.printed_tables import a_printed_table

HEADINGS = "项目|数量|价值（金额单位：万元）"
ROWS = """
资产总额|——|38329.42
--
1、房屋（平方米）|59625.1|18094.29
其中：办公用房（平方米）|18144.45|5673.67
2、车辆（台、辆）|33|593.21
3、单价在 20 万元以上的设备|20|988.21
4、其他固定资产|11294|18653.71
"""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def read(
    knowledge: Knowledge,
    rows: str = ROWS,
    headings: str = HEADINGS,
    above: str = "315 石家庄市司法局\n截止时间：2022-12-31",
    unit: str | None = None,
) -> tuple[Asset, ...]:
    table = a_printed_table(
        TableKind.ASSETS, rows, caption="部门固定资产占用情况表", headings=headings, above=above, unit=unit
    )
    return assets_of(table, knowledge)


def test_rows_are_known_by_their_labels(knowledge: Knowledge) -> None:
    assert [asset.item for asset in read(knowledge)] == [
        "total",
        "buildings",
        "office-buildings",
        "vehicles",
        "equipment",
        "other",
    ]
    assert [asset.item for asset in read(knowledge) if asset.of_which] == ["office-buildings"]


def test_the_value_is_in_the_unit_of_its_heading(knowledge: Knowledge) -> None:
    assert [asset.value for asset in read(knowledge)][:2] == [wan("38329.42"), wan("18094.29")]
    assert read(knowledge, headings="项目|数量|价值（元）", unit="万元")[0].value == Amount(
        Decimal("38329.42"), Decimal("0.01")
    )


def test_the_quantity_has_the_unit_of_its_label(knowledge: Knowledge) -> None:
    total, buildings, _, vehicles, equipment, _ = read(knowledge)

    assert total.quantity is None
    assert buildings.quantity == Quantity(Decimal("59625.1"), "平方米", Decimal("0.01"))
    assert vehicles.quantity == Quantity(Decimal(33), "辆", Decimal(1))
    assert equipment.quantity is not None
    assert equipment.quantity.unit == ""


def test_each_asset_stands_on_the_page_it_is_printed_on(knowledge: Knowledge) -> None:
    assert [asset.evidence.page for asset in read(knowledge)] == [5, 6, 6, 6, 6, 6]


@pytest.mark.parametrize("above", ["截止时间：2022-12-31", "截至2022年12月31日", "部门：司法局 截止日期：2022/12/31"])
def test_the_closing_date_stands_above_the_table(knowledge: Knowledge, above: str) -> None:
    assert {asset.as_of for asset in read(knowledge, above=above)} == {date(2022, 12, 31)}


@pytest.mark.parametrize("above", ["", "单位：万元", "截止时间：2022-13-31"])
def test_no_date_is_made_up(knowledge: Knowledge, above: str) -> None:
    assert {asset.as_of for asset in read(knowledge, above=above)} == {None}


def test_a_row_we_do_not_know_is_its_own_item(knowledge: Knowledge) -> None:
    (asset,) = read(knowledge, "5、文物和陈列品（件）|3|12.00")

    assert (asset.item, asset.label, asset.value) == ("文物和陈列品", "5、文物和陈列品（件）", wan("12.00"))


def test_a_table_without_a_column_of_values_gives_no_assets(knowledge: Knowledge) -> None:
    assert read(knowledge, "房屋|3", "项目|数量") == ()
