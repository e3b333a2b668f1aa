"""What a body as a whole is to achieve (整体绩效目标表), and what was achieved (自评表)."""

import pytest

from parsing.knowledge_files import Knowledge, load_knowledge
from parsing.performance.projects import overall_of, projects_among
from records.table import TableKind
from tests.builders.disclosures import wan
from tests.builders.printed_tables import a_printed_table


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


OVERALL = """
部门名称|某市公安局|部门预算编码|301|<
年度预算安排（万⏎元）|资金总额|81562.56|<|<
总体目标|维护社会安定|<|<|<
绩效目标指标|一级指标|二级指标|三级指标|目标值
<|产出指标|数量指标|案件破案率|≥98%
<|满意度指标|服务对象满意度⏎指标|群众满意度|≥94%
"""


def test_a_body_as_a_whole_has_goals_and_indicators_under_its_own_name(knowledge: Knowledge) -> None:
    table = a_printed_table(TableKind.OVERALL_PERFORMANCE, OVERALL, caption="部门整体支出绩效目标表")
    (overall,) = overall_of(table, knowledge)
    assert (overall.name, overall.body, overall.budget) == ("某市公安局", "某市公安局", wan("81562.56"))
    assert overall.goals == ("维护社会安定",)
    assert [indicator.level3 for indicator in overall.indicators] == ["案件破案率", "群众满意度"]


def test_the_body_may_be_named_above_the_table(knowledge: Knowledge) -> None:
    rows = "当年整体绩效目标|<|<\n完善水网|<|<\n绩效指标|指标名称|指标值\n<|续建水库|27"
    table = a_printed_table(
        TableKind.OVERALL_PERFORMANCE, rows, caption="部门整体绩效目标表", above="单位名称：某市水利局"
    )
    (overall,) = overall_of(table, knowledge)
    assert (overall.name, overall.goals) == ("某市水利局", ("完善水网",))


def test_bodies_may_stand_in_a_column_left_of_their_indicators(knowledge: Knowledge) -> None:
    rows = """
单位编码|单位名称|资金总额|整体绩效目标|一级指标|二级指标|三级指标|指标值
126001|某市信访局|1,935.36|办理群众来信|产出指标|数量指标|办结总量|≥10000件
<|<|<|<|<|质量指标|办结率|≥95%
"""
    table = a_printed_table(TableKind.OVERALL_PERFORMANCE, rows, caption="部门整体支出绩效目标表")
    (overall,) = overall_of(table, knowledge)
    assert (overall.name, overall.budget, len(overall.indicators)) == ("某市信访局", wan("1935.36"), 2)


def test_levels_and_name_that_share_a_cell_are_parted(knowledge: Knowledge) -> None:
    rows = "部门名称|某市审计局|<|<\n活动|绩效指标|指标性质|指标值\n<|产出指标数量指标完成审计项目数量|≥|77"
    table = a_printed_table(TableKind.OVERALL_PERFORMANCE, rows, caption="部门整体支出绩效目标表")
    (overall,) = overall_of(table, knowledge)
    (indicator,) = overall.indicators
    assert (indicator.level1, indicator.level2, indicator.level3) == ("产出指标", "数量指标", "完成审计项目数量")
    assert indicator.target.text == "≥77"


def test_an_evaluation_says_what_was_achieved(knowledge: Knowledge) -> None:
    rows = """
项目名称|<|信访干部培训|<|<
项目资金⏎（万元）|年度资金总额：|180.61|180.03|180.03
总体目标|预期目标|<|实际完成情况|<
<|抓好培训|<|已办两期|<
绩效指标|一级指标|三级指标|年度指标值|实际完成值
<|产出指标|培训人数|≥110人|123人
总分|<|<|100|98
"""
    table = a_printed_table(TableKind.EVALUATION, rows, caption="信访干部培训项目绩效自评表")
    (project,) = projects_among([table], knowledge, TableKind.EVALUATION)
    assert (project.name, project.budget) == ("信访干部培训", wan("180.61"))
    (indicator,) = project.indicators
    assert (indicator.target.text, indicator.achieved and indicator.achieved.text) == ("≥110人", "123人")


def test_a_plan_has_nothing_achieved(knowledge: Knowledge) -> None:
    table = a_printed_table(TableKind.OVERALL_PERFORMANCE, OVERALL, caption="部门整体支出绩效目标表")
    assert {indicator.achieved for indicator in overall_of(table, knowledge)[0].indicators} == {None}
