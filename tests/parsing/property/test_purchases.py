"""Procurement tables: what is bought, with subtotals and total."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsing.knowledge_files import Knowledge, load_knowledge
from parsing.property.purchases import purchases_of
from records.property import Purchase, PurchaseRow
from records.table import Measure, TableKind
from records.tolerance import Agreement, agreement, tolerance
from tests.builders.disclosures import wan
from tests.builders.printed_tables import a_printed_table

HEADINGS = "|".join(
    [
        "政府采购项目来源/项目名称",
        "政府采购项目来源/预算资金",
        "采购物品名称",
        "政府采购目录序号",
        "计量单位",
        "数量",
        "单价",
        "政府采购金额（当年部门预算安排资金）/合计",
        "政府采购金额（当年部门预算安排资金）/一般公共预算拨款",
        "政府采购金额（当年部门预算安排资金）/国有资产经营预算拨款",
        "政府采购金额（当年部门预算安排资金）/财政拨款结转",
        "政府采购金额（当年部门预算安排资金）/非财政拨款结转结余",
        "2023年预留中小微企业份额",
    ]
)
ROWS = """
合  计|||||||1742.98|1578.38||164.60||1381.48
石家庄市第二强制隔离戒毒所小计|||||||819.90|755.30||64.60||458.40
监控设备购置经费|50.00|视频监控设备|A02091107|批|1|50.00|50.00|50.00||||
专业材料购置费（含被⏎装购置）|64.60|其他装具|A05039900|批|1|64.60|64.60|||64.60||
"""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def read(
    knowledge: Knowledge, rows: str = ROWS, headings: str = HEADINGS, unit: str | None = "万元"
) -> tuple[Purchase, ...]:
    return purchases_of(
        a_printed_table(TableKind.PROCUREMENT, rows, caption="部门政府采购预算", headings=headings, unit=unit),
        knowledge,
    )


def test_rows_are_items_subtotals_and_a_total(knowledge: Knowledge) -> None:
    assert [purchase.row for purchase in read(knowledge)] == [
        PurchaseRow.TOTAL,
        PurchaseRow.SUBTOTAL,
        PurchaseRow.ITEM,
        PurchaseRow.ITEM,
    ]


def test_the_body_of_a_subtotal_is_that_of_the_items_below_it(knowledge: Knowledge) -> None:
    assert [purchase.body for purchase in read(knowledge)] == ["", *["石家庄市第二强制隔离戒毒所"] * 3]


def test_an_item_has_project_goods_code_unit_and_money(knowledge: Knowledge) -> None:
    item = read(knowledge)[2]

    assert (item.project, item.name, item.catalogue_code, item.unit) == (
        "监控设备购置经费",
        "视频监控设备",
        "A02091107",
        "批",
    )
    assert (item.project_budget, item.unit_price, item.amount) == (wan("50.00"), wan("50.00"), wan("50.00"))
    assert item.quantity is not None
    assert item.quantity.value == 1
    assert item.reserved_for_smaller_firms is None
    assert item.evidence.text == "50.00"


def test_a_name_broken_by_its_cell_is_whole_again(knowledge: Knowledge) -> None:
    assert read(knowledge)[3].project == "专业材料购置费（含被装购置）"


def test_money_is_kept_by_where_it_comes_from(knowledge: Knowledge) -> None:
    total, _, first, second = read(knowledge)

    assert total.sources == ((Measure.GENERAL, wan("1578.38")), (Measure.CARRIED_IN, wan("164.60")))
    assert first.sources == ((Measure.GENERAL, wan("50.00")),)
    assert second.sources == ((Measure.CARRIED_IN, wan("64.60")),)
    assert total.reserved_for_smaller_firms == wan("1381.48")


def test_a_unit_in_the_heading_goes_before_that_of_the_table(knowledge: Knowledge) -> None:
    (item,) = read(knowledge, "复印纸|20000|2", "采购物品名称|单价（元）|采购金额", unit="万元")

    assert item.unit_price is not None
    assert item.unit_price.yuan == 20000
    assert item.amount == wan("2", decimals=0)


def test_amounts_without_a_known_unit_are_left_out(knowledge: Knowledge) -> None:
    assert all(purchase.amount is None for purchase in read(knowledge, unit=None))


def test_a_sum_that_does_not_say_what_it_sums_is_left_out(knowledge: Knowledge) -> None:
    rows = "合计||188.50\n货物||5.50\n苏州市审计局||5.50\n|复印纸|1.30\n|便携式计算机|4.20"

    purchases = read(knowledge, rows, "采购品目大类|采购品目名称|总计")

    assert [purchase.name for purchase in purchases] == ["", "复印纸", "便携式计算机"]


def test_a_table_by_expenditure_class_gives_no_purchases(knowledge: Knowledge) -> None:
    assert read(knowledge, "204|公共安全支出|210.52", "科目编码|科目名称|合计") == ()


@pytest.mark.parametrize(
    ("row", "sources", "reserved"),
    [
        ("制服|5.00|5.00||5.00", ("5.00",), "5.00"),
        ("制服|5.00|5.00|5.00|", ("5.00",), "5.00"),
        ("制服|5.00|3.00|2.00|", ("3.00", "2.00"), None),
        ("制服|5.00|3.00|2.00|4.00", ("3.00", "2.00"), "4.00"),
        ("制服|5.00|3.00|4.00|", ("3.00",), None),
        ("制服|5.00|5.00||", ("5.00",), None),
    ],
)
def test_columns_under_slipped_headings_are_told_apart_by_the_sum_or_not_at_all(
    knowledge: Knowledge, row: str, sources: tuple[str, ...], reserved: str | None
) -> None:
    slipped = (
        "采购物品名称|采购金额/合计|采购金额/一般公共预算拨款|预留中小微企业份额|预留中小微企业份额/非财政拨款结转结余"
    )

    (item,) = read(knowledge, row, slipped)

    assert tuple(amount for _, amount in item.sources) == tuple(map(wan, sources))
    assert item.reserved_for_smaller_firms == (wan(reserved) if reserved else None)


def test_what_is_bought_in_two_ways_under_one_name_is_two_purchases(knowledge: Knowledge) -> None:
    rows = "物业管理服务|部门集中采购|330.00\n<|分散自行组织|20.00"
    purchases = read(knowledge, rows, "采购物品名称|采购组织形式|总计")
    assert [(purchase.name, purchase.amount) for purchase in purchases] == [
        ("物业管理服务", wan("330.00")),
        ("物业管理服务", wan("20.00")),
    ]


def test_the_number_of_a_row_is_not_its_label(knowledge: Knowledge) -> None:
    (total,) = read(knowledge, "1|合计||9.00", "序号|采购项目|采购目录|预算金额")
    assert total.row is PurchaseRow.TOTAL


@given(
    st.lists(
        st.tuples(st.integers(1, 500), st.decimals(min_value="0.01", max_value="300", places=2)), min_size=1, max_size=9
    )
)
def test_quantity_times_price_is_the_amount_in_every_row(lines: list[tuple[int, Decimal]]) -> None:
    rows = "\n".join(f"台式计算机|{count}|{price}|{count * price}" for count, price in lines)

    for item in read(load_knowledge(), rows, "采购物品名称|数量|单价|金额"):
        assert item.quantity
        assert item.unit_price
        assert item.amount
        difference = item.quantity.value * item.unit_price.yuan - item.amount.yuan
        assert agreement(difference, tolerance([item.amount.quantum])) is Agreement.EQUAL
