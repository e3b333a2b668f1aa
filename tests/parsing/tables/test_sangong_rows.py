from decimal import Decimal

import pytest

from parsing.knowledge_files import Knowledge, load_knowledge
from parsing.tables.gathering import printed_tables
from parsing.tables.tables import table_of
from records.table import Measure, Table
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


def test_sangong_items_stand_one_below_the_other(knowledge: Knowledge) -> None:
    table = read(
        """
部门预算财政拨款“三公”经费支出表
单位：万元
项目 | 资金性质 | <
< | 合计 | 一般公共预算财政拨款
合计 | 112.4 | 112.4
“三公”经费小计 | 112.40 | 112.40
一、因公出国（境）费 | |
其中：教学科研人员因公出国（境）费 | |
其他因公出国（境）费 | |
二、公务用车购置及运维费 | 104.40 | 104.40
其中：公务用车购置费 | |
公务用车运行维护费 | 104.40 | 104.40
三、公务接待费 | 8.00 | 8.00
""",
        knowledge,
    )
    assert [(row.item, row.of_which) for row in table.rows] == [
        ("total", False),
        ("sangong", False),
        ("abroad", False),
        ("abroad-academic", True),
        ("abroad-other", True),
        ("vehicle", False),
        ("vehicle-purchase", True),
        ("vehicle-running", True),
        ("reception", False),
    ]
    assert table.rows[1].label == "“三公”经费小计"
    assert table.rows[0].facts[0].amount.quantum == 100


def test_a_total_without_subtotal_is_the_sangong_total(knowledge: Knowledge) -> None:
    table = read("“三公”经费支出表\n单位：万元\n项目 | 预算数\n合计 | 3.00\n1、公务接待费 | 3.00", knowledge)
    assert [row.item for row in table.rows] == ["sangong", "reception"]


def test_sangong_items_stand_side_by_side(knowledge: Knowledge) -> None:
    table = read(
        """
“三公”经费和机关运行经费预算表
单位：万元
“三公”经费预算数 | < | < | < | < | < | 机关运行经费预算数
合计 | 因公出国(境)费 | 公务接待费 | 公务用车购置及运行费 | < | < | <
< | < | < | 小计 | 购置费 | 运行费 | <
47.91 | 0 | 1.35 | 46.56 | 25 | 21.56 | 443.18
""",
        knowledge,
    )
    assert {row.item: yuan(table, row.item) for row in table.rows} == {
        "sangong": 479100,
        "abroad": 0,
        "reception": 13500,
        "vehicle": 465600,
        "vehicle-purchase": 250000,
        "vehicle-running": 215600,
        "operating-cost": 4431800,
    }
    assert {fact.amount.quantum for row in table.rows for fact in row.facts} == {100}


def test_budget_and_accounts_side_by_side_are_told_apart(knowledge: Knowledge) -> None:
    table = read(
        """
“三公”经费支出决算表
单位：万元
预算数 | < | < | 决算数 | < | <
合计 | 因公出国（境）费 | 公务接待费 | 合计 | 因公出国（境）费 | 公务接待费
35.80 | 30.00 | 5.80 | 5.59 | 4.69 | 0.90
""",
        knowledge,
    )
    assert yuan(table, "sangong", Measure.BUDGET) == 358000
    assert yuan(table, "sangong", Measure.TOTAL) == 55900


def test_rows_of_budget_and_accounts_are_told_apart(knowledge: Knowledge) -> None:
    table = read(
        """
“三公”经费及会议费、培训费支出决算表
单位：万元
项目 | 小计 | 因公出国（境）费用 | 公务接待费 | 会议费
预算数 | 35.80 | 30.00 | 5.80 | 2.00
决算数 | 5.59 | 4.69 | 0.90 | 1.50
""",
        knowledge,
    )
    assert yuan(table, "abroad", Measure.BUDGET) == 300000
    assert yuan(table, "abroad", Measure.TOTAL) == 46900


def test_counts_below_the_amounts_may_divide_their_columns(knowledge: Knowledge) -> None:
    table = read(
        """
“三公”经费、会议费支出决算表
单位：万元
“三公”经费合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费
< | < | 小计 | < | 公务用车运行维护费 | <
23.84 | 7.31 | 14.96 | | 14.96 | 1.57
因公出国（境）团组数（个） | < | 1 | 公务用车保有量（辆） | < | 4
""",
        knowledge,
    )
    assert yuan(table, "vehicle") == 149600


def test_the_sum_of_a_list_whose_heading_has_no_amount_is_the_sangong_total(knowledge: Knowledge) -> None:
    table = read(
        """
机构运行信息表
单位：万元
项目 | 行次 | 预算数 | 统计数
一、“三公”经费支出 | 1 | — | —
（一）支出合计 | 2 | 5.90 | 5.59
1．因公出国（境）费 | 3 | 5.00 | 4.69
2．公务接待费 | 4 | 0.90 | 0.90
（二）相关统计数 | 5 | — | —
1．国内公务接待批次（个） | 6 | — | 8
""",
        knowledge,
    )
    assert yuan(table, "sangong", Measure.BUDGET) == 59000
    assert yuan(table, "sangong", Measure.TOTAL) == 55900


def test_of_rows_by_body_the_total_is_that_of_the_whole_and_each_body_adds_up(knowledge: Knowledge) -> None:
    table = read(
        """
“三公”经费预算表
单位：万元
单位名称 | “三公”经费合计 | 因公出国(境)费用 | 公务接待费
合计 | 9.30 | 3.50 | 5.80
湖州市财政局 | 7.50 | 3.50 | 4.00
湖州市财政票据管理中心 | 1.80 | | 1.80
""",
        knowledge,
    )
    assert yuan(table, "sangong") == 93000
    assert yuan(table, "湖州市财政局/reception") == 40000


BY_BODY_AND_YEAR = """
财政拨款“三公”经费支出表
单位：万元
预算单位 | 年度 | 总计 | < | 因公出国(境)费 | < | 公务接待费 | < | 公务用车购置及运行维护费 | <
< | < | 一般公共预算 | 政府性基金 | 一般公共预算 | 政府性基金 | 一般公共预算 | 政府性基金 | 一般公共预算 | 政府性基金
某市水务局 | 2025年 | 9.00 | 0.00 | 5.00 | 0.00 | 1.00 | 0.00 | 3.00 | 0.00
 | 2026年 | 8.00 | 0.00 | 4.00 | 0.00 | 1.00 | 0.00 | 3.00 | 0.00
 | 增减变化金额 | -1.00 | 0.00 | -1.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00
某市水务局（本级） | 2026年 | 6.00 | 0.00 | 4.00 | 0.00 | 1.00 | 0.00 | 1.00 | 0.00
某市水文站 | 2026年 | 2.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 2.00 | 0.00
"""


def test_of_rows_by_body_and_year_the_whole_comes_first_with_what_was_before(knowledge: Knowledge) -> None:
    table = read(BY_BODY_AND_YEAR, knowledge)
    assert yuan(table, "sangong", Measure.GENERAL) == 80000
    assert yuan(table, "sangong", Measure.PRIOR) == 90000
    assert yuan(table, "sangong", Measure.CHANGE) == -10000
    assert yuan(table, "某市水文站/vehicle", Measure.GENERAL) == 20000
    assert table.quality.relations == table.quality.hold == 20


def test_where_no_body_sums_up_the_others_none_is_taken_for_the_whole(knowledge: Knowledge) -> None:
    table = read(BY_BODY_AND_YEAR.replace("| 2026年 | 2.00", "| 2026年 | 2.50"), knowledge)
    assert yuan(table, "sangong", Measure.GENERAL) is None
    assert yuan(table, "某市水务局/sangong", Measure.GENERAL) == 80000


NESTED_BODIES = """
一般公共预算“三公”经费支出预算表
单位：万元
单位编码 | 单位名称 | 合计 | 因公出国（境）费用 | 公务用车运行费 | 公务接待费
 | 合计 | 89.63 | 24.12 | 54.87 | 10.64
301301 | 四川省财政厅 | 89.63 | 24.12 | 54.87 | 10.64
301301001 | 四川省财政厅（本级） | 80.00 | 24.12 | 46.24 | 9.64
301301002 | 四川省财政投资评审中心 | 9.63 | | 8.63 | 1.00
"""


def test_a_department_above_its_units_is_not_one_of_them(knowledge: Knowledge) -> None:
    table = read(NESTED_BODIES, knowledge)
    assert yuan(table, "sangong") == 896_300
    assert {row.item.partition("/")[0] for row in table.rows if "/" in row.item} == {
        "四川省财政厅(本级)",
        "四川省财政投资评审中心",
    }


def test_without_codes_a_body_with_the_numbers_of_the_whole_is_the_whole(knowledge: Knowledge) -> None:
    without = "\n".join(line.partition("|")[2] if "|" in line else line for line in NESTED_BODIES.splitlines())
    table = read(without, knowledge)
    assert "四川省财政厅/sangong" not in {row.item for row in table.rows}
    assert yuan(table, "四川省财政投资评审中心/sangong") == 96_300
