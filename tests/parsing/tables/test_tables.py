from decimal import Decimal

import pytest

from parsing.knowledge_files import Knowledge, load_knowledge
from parsing.tables.gathering import printed_tables
from parsing.tables.tables import table_of
from records.amount import Amount
from records.relations import relations_of
from records.table import TOTAL_ITEM, Measure, Side, Table, TableKind
from tests.builders.pages import a_page


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def read(text: str, knowledge: Knowledge) -> Table:
    (printed,) = printed_tables([a_page(text, 7)], knowledge).tables
    return table_of(printed, knowledge)


def yuan(table: Table, item: str, measure: Measure = Measure.TOTAL) -> Decimal | None:
    fact = table.fact(item, measure)
    return fact.amount.yuan if fact else None


CODED = """
部门预算支出总表
单位：万元
序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
1 | | 合计 | 112.4 | 100.00 | 12.40
2 | 204 | 公共安全⏎支出 | 112.40 | 100.00 | 12.40
3 | 20406 | 司法 | 112.40 | 100.00 | 12.40
4 | 2040601 | 行政运行 | 112.40 | 100.00 | 12.40
5 | | | | |
"""


def test_rows_with_codes_have_the_code_as_item_and_its_length_as_level(knowledge: Knowledge) -> None:
    table = read(CODED, knowledge)
    assert [(row.item, row.label, row.level) for row in table.rows] == [
        (TOTAL_ITEM, "合计", 0),
        ("204", "公共安全支出", 1),
        ("20406", "司法", 2),
        ("2040601", "行政运行", 3),
    ]
    assert table.printed_rows == 4
    assert table.quality.relations == table.quality.hold > 0


def test_a_fact_knows_its_amount_its_precision_and_its_place(knowledge: Knowledge) -> None:
    fact = read(CODED, knowledge).fact(TOTAL_ITEM, Measure.TOTAL)
    assert fact is not None
    assert fact.amount == Amount(Decimal(1124000), Decimal(100))
    evidence = fact.evidence
    assert (evidence.page, evidence.row, evidence.column, evidence.text) == (7, "合计", "合计", "112.4")


def test_a_row_knows_where_its_code_and_its_name_stand(knowledge: Knowledge) -> None:
    row = read(CODED, knowledge).row("204")
    places = (row.code_evidence, row.label_evidence) if row else ()
    assert [(one.row, one.column, one.text) for one in places if one] == [
        ("204 公共安全支出", "科目编码", "204"),
        ("204 公共安全支出", "科目名称", "公共安全\n支出"),
    ]


def test_without_a_unit_no_number_becomes_a_fact(knowledge: Knowledge) -> None:
    table = read(CODED.replace("单位：万元\n", ""), knowledge)
    assert table.unit is None
    assert len(table.rows) == 4
    assert not any(row.facts for row in table.rows)


def test_words_and_doubtful_numbers_become_no_facts(knowledge: Knowledge) -> None:
    table = read(CODED.replace("20406 | 司法 | 112.40 | 100.00", "20406 | 司法 | 万元 | 100.00⏎12.40"), knowledge)
    row = table.row("20406")
    assert row is not None
    assert [fact.measure for fact in row.facts] == [Measure.PROJECT]


def test_a_code_in_three_columns_is_put_together(knowledge: Knowledge) -> None:
    table = read(
        """
2025年部门一般公共预算支出功能分类预算表
单位：元
类 | 款 | 项 | 功能分类科目名称 | 合计 | 基本支出 | 项目支出
201 | | | 一般公共服务支出 | 438,300 | 0 | 438,300
201 | 05 | | 统计信息事务 | 438,300 | 0 | 438,300
201 | 05 | 7 | 专项普查活动 | 438,300 | 0 | 438,300
 | | | 合计 | 438,300 | 0 | 438,300
""",
        knowledge,
    )
    assert [row.item for row in table.rows] == ["201", "20105", "2010507", TOTAL_ITEM]
    places = [row.code_evidence for row in table.rows[:3]]
    assert [(one.column, one.text) for one in places if one] == [("类", "201"), ("款", "05"), ("项", "7")]


def test_parts_of_a_code_that_are_not_printed_again_are_carried_down(knowledge: Knowledge) -> None:
    table = read(
        """
支出总体情况表
单位：万元
类 | 款 | 项 | 科目名称 | 合计 | 基本支出 | 项目支出
201 | | | 一般公共服务支出 | 3.00 | 3.00 |
 | 08 | | 审计事务 | 3.00 | 3.00 |
 | | 01 | 行政运行 | 3.00 | 3.00 |
""",
        knowledge,
    )
    assert [row.code for row in table.rows] == ["201", "20108", "2010801"]


def test_a_code_may_stand_before_its_name(knowledge: Knowledge) -> None:
    table = read(
        """
一般公共预算支出情况表（按功能分类科目）
单位：万元
功能科目名称 | 小计 | 其中：基本支出 | 项目支出
合计 | 5.00 | 3.00 | 2.00
[201]一般公共服务支出 | 5.00 | 3.00 | 2.00
""",
        knowledge,
    )
    assert [(row.item, row.label) for row in table.rows] == [(TOTAL_ITEM, "合计"), ("201", "一般公共服务支出")]


def test_groups_side_by_side_give_the_rows_of_each(knowledge: Knowledge) -> None:
    table = read(
        """
一般公共预算财政拨款基本支出决算表
单位：万元
科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
301 | 工资福利支出 | 95.36 | 302 | 商品和服务支出 | 10.23
30101 | 基本工资 | 95.36 | 30201 | 办公费 | 10.23
人员经费合计 | < | 95.36 | 公用经费合计 | < | 10.23
""",
        knowledge,
    )
    assert [row.item for row in table.rows] == ["301", "30101", "personnel", "302", "30201", "public"]
    assert yuan(table, "public") == 102300


def test_a_combination_of_codes_is_an_item_of_its_own_and_all_of_them_add_up(knowledge: Knowledge) -> None:
    table = read(
        """
预算03表 支出总表
单位：万元
支出功能分类科目 | 部门支出经济分类科目 | 合计 | 基本支出 | 项目支出
2010801-行政运行 | 30101-基本工资 | 3.00 | 3.00 |
2010801-行政运行 | 30102-津贴补贴 | 2.00 | 2.00 |
合计 | | 5.00 | 5.00 |
""",
        knowledge,
    )
    assert [(row.item, row.code) for row in table.rows] == [
        ("2010801/30101", None),
        ("2010801/30102", None),
        (TOTAL_ITEM, None),
    ]
    assert [relation.whole.item for relation in relations_of(table) if relation.name == "combinations"] == ["total"] * 2


TWO_SIDED = """
部门预算财政拨款收支总表
单位：万元
收入 | < | 支出 | < | <
项目 | 金额 | 项目 | 合计 | 一般公共预算财政拨款
一、一般公共预算拨款 | 18,551.05 | 一、一般公共服务支出 | |
二、政府性基金预算拨款 | | 四、公共安全支出 | 18,949.22 | 18,949.22
本年收入合计 | 18,551.05 | 本年支出合计 | 18,949.22 | 18,949.22
年初财政拨款结转和结余 | 398.17 | 年末财政拨款结转和结余 | |
一、一般公共预算拨款 | 398.17 | | |
收入总计 | 18,949.22 | 支出总计 | 18,949.22 | 18,949.22
"""


def test_a_two_sided_table_gives_rows_of_both_sides(knowledge: Knowledge) -> None:
    table = read(TWO_SIDED, knowledge)
    assert table.printed_rows == 6
    assert [row.item for row in table.rows if row.side is Side.INCOME] == [
        "income:general",
        "income:fund",
        "income-year",
        "carried-in",
        "carried-in:general",
        "income-total",
    ]
    assert [row.item for row in table.rows if row.side is Side.EXPENDITURE] == [
        "201",
        "204",
        "expenditure-year",
        "carried-out",
        "expenditure-total",
    ]
    assert yuan(table, "204", Measure.GENERAL) == Decimal("189492200")
    assert table.quality.hold == table.quality.relations > 0


def test_sources_under_the_fiscal_money_are_part_of_it(knowledge: Knowledge) -> None:
    table = read(
        """
2025年部门财务收支预算总表
单位：元
本年收入 | < | 本年支出 | <
项目 | 预算数 | 项目 | 预算数
一、财政拨款收入 | 300 | 一、一般公共服务支出 | 310
1. 一般公共预算资金 | 300 | |
二、事业收入 | 10 | |
收入总计 | 310 | 支出总计 | 310
""",
        knowledge,
    )
    income = {row.item: row.of_which for row in table.rows if row.side is Side.INCOME}
    assert income == {
        "income:fiscal": False,
        "income:general": True,
        "income:undertaking": False,
        "income-total": False,
    }


def test_items_below_a_class_are_part_of_it_even_where_nothing_is_numbered(knowledge: Knowledge) -> None:
    table = read(
        """
市级部门收支预算总表
单位：万元
收入 | < | 支出 | <
项目 | 预算数 | 项目 | 预算数
一、财政拨款 | 28.00 | 科学技术支出 | 28.00
| | 技术研究与开发 | 28.00
| | 其他支出 | 2.00
| | 其他支出 | 2.00
""",
        knowledge,
    )
    rows = [(row.item, row.of_which) for row in table.rows if row.side is Side.EXPENDITURE]
    assert rows == [("206", False), ("技术研究与开发", True), ("229", False), ("其他支出", True)]


@pytest.mark.parametrize(("last", "item"), [("收入总计 | 3.00 | 支出总计 | 3.00", "income-year"), ("", "income-total")])
def test_an_income_sum_is_the_years_only_where_a_grand_total_follows(
    last: str, item: str, knowledge: Knowledge
) -> None:
    text = """
收支预算总表
单位：万元
收入 | < | 支出 | <
项目 | 预算数 | 项目 | 预算数
一、事业收入 | 3.00 | 一、教育支出 | 3.00
收入合计 | 3.00 | 支出合计 | 3.00
"""
    assert yuan(read(text + last, knowledge), item) == 30000


def test_headings_that_do_not_confirm_the_caption_leave_only_the_total(knowledge: Knowledge) -> None:
    table = read(
        """
支出总表
单位：元
单位编码 | 单位名称 | 合计 | 基本支出
 | 合计 | 42 | 40
""",
        knowledge,
    )
    assert table.kind is TableKind.EXPENDITURE
    assert [fact.measure for row in table.rows for fact in row.facts] == [Measure.TOTAL]


def test_expenditure_may_be_listed_by_where_the_money_comes_from(knowledge: Knowledge) -> None:
    table = read(
        """
支出总表
单位：元
单位编码 | 单位名称 | 合计 | 一般公共预算拨款 | 事业收入
 | 合计 | 42 | 40 | 2
""",
        knowledge,
    )
    assert [relation.name for relation in relations_of(table)] == ["by-source"]
    assert table.quality.hold == 1


def test_this_years_columns_are_read_where_nothing_was_carried_over(knowledge: Knowledge) -> None:
    table = read(
        """
支出总表
单位：万元
科目编码 | 科目名称 | 合计 | 当年预算 | < | < | 上年结转结余 | <
< | < | < | 小计 | 基本支出 | 项目支出 | 小计 | 项目支出
合计 | | 9.00 | 9.00 | 6.00 | 3.00 | 0.00 | 0.00
201 | 一般公共服务支出 | 9.00 | 9.00 | 6.00 | 3.00 | 0.00 |
""",
        knowledge,
    )
    assert [column.measure for column in table.columns][2:6] == [
        Measure.TOTAL,
        Measure.YEAR_EXPENDITURE,
        Measure.BASIC,
        Measure.PROJECT,
    ]
    assert table.quality.relations == table.quality.hold == 11


def test_a_procurement_table_by_classification_adds_up_like_any_other(knowledge: Knowledge) -> None:
    table = read(
        """
政府采购预算表
单位：万元
科目编码 | 科目名称 | 合计 | 一般公共预算 | 单位资金
201 | 一般公共服务支出 | 5.00 | 4.00 | 1.00
20106 | 财政事务 | 5.00 | 4.00 | 1.00
""",
        knowledge,
    )
    assert [row.item for row in table.rows] == ["201", "20106"]
    assert table.quality.relations == table.quality.hold == 5


def test_a_procurement_table_that_lists_purchases_has_no_rows(knowledge: Knowledge) -> None:
    table = read("政府采购预算表\n单位：万元\n采购品目名称 | 数量 | 金额\n台式机 | 2 | 1.00", knowledge)
    assert table.kind is TableKind.PROCUREMENT
    assert not table.rows


SOURCES_INDENTED = """
部门收支总体情况表
单位：万元
收入 | < | 支出 | <
项目 | 预算数 | 功能分类 | 预算数
财政拨款（补助） | 300 | 201 一般公共服务支出 | 360
一般公共预算 | 300 | 204 公共安全支出 |
单位资金 | 50 | |
事业收入 | 30 | |
其他收入 | 20 | |
小计 | 350 | 小计 | 360
财政拨款结转 | 10 | |
收入总计 | 360 | 支出总计 | 360
"""


def test_a_subtotal_above_what_is_carried_over_is_the_sum_of_the_year(knowledge: Knowledge) -> None:
    table = read(SOURCES_INDENTED, knowledge)
    assert yuan(table, "income-year") == 3_500_000
    assert yuan(table, "carried-in") == 100_000
    assert yuan(table, "201") == yuan(table, "expenditure-year") == 3_600_000
    assert next(row.label for row in table.rows if row.item == "201") == "一般公共服务支出"
    assert table.quality.relations
    assert not table.quality.fail


def test_own_money_that_is_listed_below_is_the_whole_of_it(knowledge: Knowledge) -> None:
    table = read(SOURCES_INDENTED, knowledge)
    assert yuan(table, "income:other") == 200_000
    assert [row.item for row in table.rows if row.of_which] == ["income:general", "income:undertaking", "income:other"]
