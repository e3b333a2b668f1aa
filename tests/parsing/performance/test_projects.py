"""Performance tables: projects and their indicators."""

from decimal import Decimal

import pytest

from parsing.knowledge_files import Knowledge, load_knowledge
from parsing.performance.goals import goals_of
from parsing.performance.projects import caption_of, project_of, projects_among, projects_of
from records.amount import Amount
from records.performance import Project
from records.table import TableKind
from tests.builders.disclosures import wan
from tests.builders.printed_tables import a_printed_table

FORM = """
项目编码|13030622P0055671000 6E||项目名称|普法⏎经费||
预算规模及 资金用途|预算数|70.00|其中：财政 资金|70.00|其他资金|
|用于普法宣传⏎经费|||||
资金支出计 划（%）|3月底||6月底|10月底|12月底|
|30%||50%|70%|100%|
绩效目标|1.拟定法律宣传教育规划并组织实施 2.指导县区级法治宣传⏎治理工作|||||
"""
LIST = """
一级指标|二级指标|三级指标|绩效指标描述|指标值|指标值确定 依据
产出指标|数量指标|组织主题活 动宣传场次|主题宣传活动次数|≥1次|组织活动次 数
|成本指标|节约成本|支出金额控制在预算额度 内|7万|年度预算
满意度指标|服务对象满 意度指标|职工满意度|职工满意度|≥85百分率|调查问询
"""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def read(
    knowledge: Knowledge,
    rows: str,
    *,
    caption: str = "2.普法经费绩效目标表",
    above: str = "315001 秦皇岛市抚宁区司法局本级\n单位：万元",
    unit: str | None = "万元",
) -> Project:
    table = a_printed_table(TableKind.PROJECT_PERFORMANCE, rows, caption=caption, above=above, unit=unit)
    return project_of(table, knowledge)


@pytest.mark.parametrize(
    ("caption", "number", "name", "body"),
    [
        ("1、办公设备购置经费绩效目标表", 1, "办公设备购置经费", ""),
        ('22. "四区五中心"建设项目绩效目标表', 22, '"四区五中心"建设项目', ""),
        ("1.12348 法律服务热线绩效目标表", 1, "12348法律服务热线", ""),
        ("2024年消防设施修缮项目绩效目标表", None, "2024年消防设施修缮项目", ""),
        ("301008_台商投资区分局_科技兴警绩效\n目标表", None, "科技兴警", "301008_台商投资区分局"),
    ],
)
def test_a_caption_has_number_and_name(
    knowledge: Knowledge, caption: str, number: int | None, name: str, body: str
) -> None:
    assert caption_of(caption, knowledge.performance) == (number, name, body)


def test_the_upper_part_says_what_the_project_is(knowledge: Knowledge) -> None:
    project = read(knowledge, FORM + LIST)

    assert (project.number, project.name, project.code) == (2, "普法经费", "13030622P00556710006E")
    assert project.body == "315001 秦皇岛市抚宁区司法局本级"
    assert (project.budget, project.fiscal_funding, project.other_funding) == (wan("70.00"), wan("70.00"), None)
    assert project.purpose == "用于普法宣传经费"
    assert [step.month for step in project.plan] == [3, 6, 10, 12]
    assert project.goals == ("拟定法律宣传教育规划并组织实施", "指导县区级法治宣传治理工作")


def test_the_indicators_have_their_levels_carried_down_and_their_breaks_removed(knowledge: Knowledge) -> None:
    first, second, third = read(knowledge, FORM + LIST).indicators

    assert (first.level1, first.level2, first.level3) == ("产出指标", "数量指标", "组织主题活动宣传场次")
    assert (second.level1, second.level2, second.description) == ("产出指标", "成本指标", "支出金额控制在预算额度内")
    assert (third.level1, third.level2) == ("满意度指标", "服务对象满意度指标")
    assert first.basis == "组织活动次数"
    assert first.evidence.text == "≥1次"
    assert second.target.value is not None
    assert second.target.value.unit == "万元"


def test_amounts_are_in_the_unit_of_the_table_and_none_without_one(knowledge: Knowledge) -> None:
    assert read(knowledge, FORM, unit="元").budget == Amount(Decimal("70.00"), Decimal("0.01"))
    assert read(knowledge, FORM, unit=None).budget is None


def test_a_unit_in_the_labels_goes_before_that_of_the_table(knowledge: Knowledge) -> None:
    rows = """
专项资金情⏎况（万元）|资金总额：|57.00
<|财政拨款：|50.00
<|其他资金：|7.00
项目实施期⏎目标|改造备勤宿舍|
"""
    project = read(knowledge, rows, unit="元")

    assert (project.budget, project.fiscal_funding, project.other_funding) == (wan("57.00"), wan("50.00"), wan("7.00"))
    assert project.goals == ("改造备勤宿舍",)


def test_a_printed_name_and_a_printed_unit_of_the_body_are_taken_from_their_cells(knowledge: Knowledge) -> None:
    rows = "项目名称|实施公车统管费用|\n主管部门及代码|225_烟台市司法局|实施单位|烟台市法律援助中心"

    project = read(knowledge, rows, caption="政策和项目预算绩效目标表", above="")

    assert (project.name, project.body) == ("实施公车统管费用", "烟台市法律援助中心")


def test_goals_go_on_below_a_page_break(knowledge: Knowledge) -> None:
    rows = "绩效目标|||1.教育矫正教学系统升级，宣传禁毒||\n--\n|||政策的目的。||" + LIST

    assert read(knowledge, rows).goals == ("教育矫正教学系统升级，宣传禁毒政策的目的。",)


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("1.来电、来访必接； 2.调解成功率 95%以上。", ("来电、来访必接；", "调解成功率95%以上。")),
        ("1.投入1.5万元\n2.验收2.0版系统", ("投入1.5万元", "验收2.0版系统")),
        ("1.2025年底前支付22.5万元", ("2025年底前支付22.5万元",)),
        ("1. 2025 年底前支付", ("2025年底前支付",)),
        ("1.目标1:定位巡查。\n\n2.目标2:心理矫治", ("目标1:定位巡查。", "目标2:心理矫治")),
        ("完成当年工作", ("完成当年工作",)),
        ("", ()),
    ],
)
def test_numbered_goals_are_told_apart(text: str, goals: tuple[str, ...]) -> None:
    assert goals_of(text) == goals


def test_a_row_cut_by_a_page_break_is_put_together(knowledge: Knowledge) -> None:
    rows = """
一级指标|二级指标|三级指标|绩效指标描述|指标值|指标值确定依据
产出指标|质量指标|培训出勤率(%)|实际参加三会一课人数占应|100%|年度工作
--
一级指标|二级指标|三级指标|绩效指标描述|指标值|指标值确定依据
|||参加人数的比例||计划
|时效指标|完成时限|党组织活动开展频次|≥1次/月|年度工作计划
"""
    first, second = read(knowledge, rows).indicators

    assert (first.description, first.basis) == ("实际参加三会一课人数占应参加人数的比例", "年度工作计划")
    assert second.level2 == "时效指标"


def test_a_target_cut_by_a_page_break_is_put_together(knowledge: Knowledge) -> None:
    rows = """
一级指标|二级指标|三级指标|绩效指标描述|指标值|指标值确定依据
产出指标|时效指标|完成时间|按计划完|2025年12月|计划
--
|||成情况|31日前|
"""
    (indicator,) = read(knowledge, rows).indicators

    assert (indicator.description, indicator.target.text) == ("按计划完成情况", "2025年12月31日前")


def test_a_third_level_merged_over_a_page_break_is_carried_down(knowledge: Knowledge) -> None:
    rows = """
一级指标|二级指标|三级指标|绩效指标描述|指标值
产出指标|数量指标|硬件设备数量|人脸识别系统|≥35套
--
|||高清摄像头|≥45个
"""
    assert [indicator.level3 for indicator in read(knowledge, rows).indicators] == ["硬件设备数量"] * 2


def test_the_name_of_a_level_cut_by_a_page_break_is_known_again(knowledge: Knowledge) -> None:
    rows = """
一级指标|二级指标|三级指标|指标值
效益指|经济效益指标|挽回损失|≥1亿元
--
标|社会效益指标|完善制度|≥18项
"""
    assert [each.level1 for each in read(knowledge, rows).indicators] == ["效益指标", "效益指标"]


def test_an_indicator_without_a_target_stays_one(knowledge: Knowledge) -> None:
    indicators = read(knowledge, LIST + "|服务对象满意度指标|群众满意度|群众满意度||").indicators

    assert len(indicators) == 4
    assert indicators[3].target.text == ""


def test_a_row_that_lost_its_merged_first_level_is_set_under_its_headings(knowledge: Knowledge) -> None:
    rows = """
一级指标|二级指标|三级指标|绩效指标描述|指标值|指标值确定依据
产出指标|数量指标|购置数量|购置数量|22台|计划
质量指标|合格率|合格率|100%|计划
"""
    second = read(knowledge, rows).indicators[1]

    assert (second.level1, second.level2, second.level3, second.target.text) == (
        "产出指标",
        "质量指标",
        "合格率",
        "100%",
    )


def test_headings_may_stand_over_several_columns_and_beside_columns_we_do_not_read(knowledge: Knowledge) -> None:
    rows = """
绩效目标指⏎标|一级指标|<|二级指标|三级指标|目标值|分值权重
<|效益指标|<|社会效益指⏎标|办案效能|5%|10
备注||||||
"""
    (indicator,) = read(knowledge, rows).indicators

    assert (indicator.level1, indicator.level2, indicator.level3) == ("效益指标", "社会效益指标", "办案效能")
    assert indicator.target.text == "5%"


def test_a_target_is_put_together_from_columns_of_sign_number_and_unit(knowledge: Knowledge) -> None:
    rows = """
一级指标|二级指标|三级指标|绩效指标性质|本年绩效指标值|绩效度量单位
产出指标|数量指标|检查档案数量|≥|30|套
效益指标|社会效益指标|保护档案原件|定性|优|
"""
    assert [indicator.target.text for indicator in read(knowledge, rows).indicators] == ["≥30套", "优"]


def test_a_row_broken_after_a_level_shows_neither_as_an_indicator_of_its_own(knowledge: Knowledge) -> None:
    rows = """
一级指标|二级指标|三级指标|指标值
满意度指|服务对象满|矫正人员满|≥85%
--
一级指标|二级指标|三级指标|指标值
标|意度指标|意度|
"""
    (indicator,) = read(knowledge, rows).indicators

    assert (indicator.level1, indicator.level2, indicator.level3) == (
        "满意度指标",
        "服务对象满意度指标",
        "矫正人员满意度",
    )


def test_the_unit_of_a_bare_number_may_stand_behind_the_name_of_the_indicator(knowledge: Knowledge) -> None:
    rows = """
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|提交审计报告（篇）|≥150
|数量指标|培训（含网络）|≥3
"""
    first, second = (each.target for each in read(knowledge, rows).indicators)

    assert (first.text, first.value and first.value.unit) == ("≥150", "篇")
    assert second.value
    assert second.value.unit == ""


def test_a_name_cut_by_a_page_break_is_whole_again(knowledge: Knowledge) -> None:
    assert (
        read(knowledge, "项目名称|医疗服务与保障能力提升补助资\n--\n|金\n实施单位|医保局").name
        == "医疗服务与保障能力提升补助资金"
    )


def test_forms_under_one_caption_are_a_project_each(knowledge: Knowledge) -> None:
    rows = """
项目名称|工作经费|<|<
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|培训人数|≥130人
--
综合工作经费项目绩效目标表|<|<|<
项目名称|设备购置|<|<
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|设备数量|3台
"""
    table = a_printed_table(TableKind.PROJECT_PERFORMANCE, rows, caption="8、综合工作经费项目绩效目标表")

    projects = projects_among([table], knowledge)

    assert [(project.number, project.name, len(project.indicators)) for project in projects] == [
        (8, "工作经费", 1),
        (None, "设备购置", 1),
    ]
    assert [project.evidence.page for project in projects] == [5, 6]


def test_a_caption_broken_behind_the_code_of_its_unit_is_whole_again(knowledge: Knowledge) -> None:
    project = read(knowledge, LIST, caption="购经费绩效目标表", above="2 4\n301008_台商投资区分局_设备采")

    assert (project.name, project.body) == ("设备采购经费", "301008_台商投资区分局")


def test_a_level_without_an_indicator_is_none_but_is_carried_down(knowledge: Knowledge) -> None:
    rows = """
一级指标|二级指标|三级指标|指标值
效益指标|生态效益指标||
<|可持续影响指标|便利化|持续提升
"""
    (indicator,) = read(knowledge, rows).indicators

    assert (indicator.level1, indicator.level2) == ("效益指标", "可持续影响指标")


PROJECTS = """
单位名称|项目名称|年度资金总额(万元)|年度绩效目标|一级指标|二级指标|三级指标|指标值
合计||1190.00||||
105001长春市信访局|2026年信⏎访专项经费|30.00|1、网络畅通；2、聘请专家|产出指标|数量指标|专家评审|>=2次
<|<|<|<|成本指标|经济成本指标|运维成本|<=17万元
<|11000022T000000460216-《审计》杂志|1160.00|宣传审计|产出指标|数量指标|印刷期数|>=4期
"""


def listed(knowledge: Knowledge, rows: str, caption: str = "项目支出绩效目标表", page: int = 5) -> tuple[Project, ...]:
    table = a_printed_table(TableKind.PROJECT_PERFORMANCE, rows, caption=caption, unit=None, page=page)
    return projects_of(table, knowledge)


def test_a_list_of_projects_gives_each_with_its_indicators(knowledge: Knowledge) -> None:
    first, second = listed(knowledge, PROJECTS)

    assert (first.name, first.body, first.budget) == ("2026年信访专项经费", "105001长春市信访局", wan("30.00"))
    assert first.goals == ("网络畅通；", "聘请专家")
    assert [each.target.text for each in first.indicators] == [">=2次", "<=17万元"]
    assert (second.name, second.code, second.body) == ("《审计》杂志", "11000022T000000460216", first.body)
    assert len(second.indicators) == 1


def test_a_project_named_again_at_the_top_of_the_next_page_is_one(knowledge: Knowledge) -> None:
    rows = """
||||绩效指标||
项目名称|资金总额（万元）|||一级指标|二级指标|三级指标|指标值
接待中心|10.22|||产出指标|数量指标|接待任务|100%
--
接待中心|10.22|||产出指标|质量指标|合格率|100%
"""
    (project,) = listed(knowledge, rows)

    assert [indicator.level2 for indicator in project.indicators] == ["数量指标", "质量指标"]


def test_a_list_with_its_caption_on_every_page_does_not_double_its_projects(knowledge: Knowledge) -> None:
    heading = "项目名称|资金总额|一级指标|二级指标|三级指标|指标值\n"
    first = heading + "接待中心|10.22|产出指标|数量指标|接待任务|100%"
    second = heading + "接待中心|10.22|产出指标|质量指标|合格率|100%\n信访业务|3.00|产出指标|数量指标|场次|2场"
    tables = [
        a_printed_table(TableKind.PROJECT_PERFORMANCE, rows, caption="项目支出绩效目标表", page=page)
        for page, rows in enumerate([first, second], start=22)
    ]

    projects = projects_among(tables, knowledge)

    assert [(project.name, len(project.indicators)) for project in projects] == [("接待中心", 2), ("信访业务", 1)]


@pytest.mark.parametrize(
    "caption", ["2026年部门整体支出绩效目标表", "项目支出绩效目标表", "表1：项目年度绩效指标表", ""]
)
def test_a_table_that_names_no_project_gives_none(knowledge: Knowledge, caption: str) -> None:
    assert listed(knowledge, LIST, caption) == ()


def test_an_empty_table_is_a_project_without_indicators(knowledge: Knowledge) -> None:
    project = read(knowledge, "", above="")

    assert (project.name, project.indicators, project.goals, project.plan_doubtful) == ("普法经费", (), (), False)
