import pytest

from parsing.knowledge_files import Knowledge, load_knowledge
from parsing.tables.gathering import printed_tables
from parsing.tables.tables import table_of
from records.relations import relations_of
from records.table import TOTAL_ITEM, Measure, Table
from tests.builders.pages import a_page

LISTED = """
收入预算总表
单位：万元
项目名称 | < | 金额
收入总计 | < | 120.00
一般公共预算资金 | 小计 | 100.00
< | 公共财政拨款（补助）资金 | 90.00
< | 专项收入 | 10.00
政府性基金 | 小计 |
其他资金 | 小计 | 15.00
< | 事业收入 | 15.00
上年结转和结余资金 | 小计 | 5.00
< | 其中：动用上年结转和结余资金 | 5.00
"""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def read(text: str, knowledge: Knowledge) -> Table:
    (printed,) = printed_tables([a_page(text, 7)], knowledge).tables
    return table_of(printed, knowledge)


def test_sources_listed_below_one_another_are_items_and_what_they_consist_of_is_part_of_them(
    knowledge: Knowledge,
) -> None:
    table = read(LISTED, knowledge)
    assert [row.item for row in table.rows if not row.of_which] == [
        TOTAL_ITEM,
        "income:general",
        "income:fund",
        "income:other",
        "carried-in",
    ]
    fact = table.fact("income:general", Measure.TOTAL)
    assert fact is not None
    assert fact.amount.yuan == 1_000_000


@pytest.mark.parametrize(("total", "difference"), [("120.00", 0), ("121.00", 10_000)])
def test_the_total_is_the_sum_of_the_sources_without_their_parts(
    total: str, difference: int, knowledge: Knowledge
) -> None:
    (relation,) = relations_of(read(LISTED.replace("120.00", total), knowledge))
    assert relation.name == "sources"
    assert relation.difference == difference
