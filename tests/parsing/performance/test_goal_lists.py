"""Tables that list projects a row each, with their goals and all their indicators in one cell."""

from decimal import Decimal

import pytest

from parsing.knowledge_files import Knowledge, load_knowledge
from parsing.performance.projects import projects_of
from records.performance import Project
from records.table import TableKind
from tests.builders.disclosures import wan
from tests.builders.printed_tables import a_printed_table

INDICATORS = (
    "1、1-产出指标；11-数量指标；服务企业次数；实施周期指标值:≥50次；年度指标值:≥10次。"
    "2、2-效益指标；21-经济效益；节约率；实施周期指标值:≥5%；年度指标值:≥3.5%。"
)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def listed(knowledge: Knowledge, rows: str) -> tuple[Project, ...]:
    table = a_printed_table(TableKind.PROJECT_PERFORMANCE, rows, caption="项目支出绩效目标表")
    return projects_of(table, knowledge)


def test_a_row_with_goals_is_a_project_and_one_without_names_the_body_of_those_below(knowledge: Knowledge) -> None:
    projects = listed(
        knowledge,
        f"""
项目名称（资金使⏎用单位）|总计|财政拨款|其他资金|绩效目标|绩效指标
合计|500.00|500.00|||
某市数据局|500.00|500.00|||
热线运营⏎项目|300.00|300.00||1.及时接听。2.及时转派。|{INDICATORS}
网站维护|200.00|200.00||保持网站可用|
""",
    )
    assert [(project.name, project.body, project.budget) for project in projects] == [
        ("热线运营项目", "某市数据局", wan("300.00")),
        ("网站维护", "某市数据局", wan("200.00")),
    ]
    assert projects[0].goals == ("及时接听。", "及时转派。")


def test_the_indicators_of_a_cell_are_taken_apart(knowledge: Knowledge) -> None:
    (project,) = listed(knowledge, f"项目名称|金额|绩效目标|绩效指标\n热线运营项目|300.00|及时接听|{INDICATORS}")
    first, second = project.indicators
    assert (first.level1, first.level2, first.level3) == ("产出指标", "数量指标", "服务企业次数")
    assert (first.target.operator, first.target.value and first.target.value.value) == ("≥", Decimal(10))
    assert (second.level2, second.target.text) == ("经济效益", "≥3.5%")


def test_the_body_may_have_a_column_of_its_own(knowledge: Knowledge) -> None:
    projects = listed(
        knowledge,
        """
单位名称|项目名称|金额|项目总体绩效目标
||310.00|
某市票据中心|票据管理|10.00|推进改革
|票据印制|300.00|按时印制
""",
    )
    assert [(project.body, project.name) for project in projects] == [
        ("某市票据中心", "票据管理"),
        ("某市票据中心", "票据印制"),
    ]


def test_a_form_without_goals_and_indicators_is_no_project(knowledge: Knowledge) -> None:
    assert not listed(knowledge, "项目名称||\n主管部门||\n资金总额||")
