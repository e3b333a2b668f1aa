import pytest

from parsing.knowledge_files import Knowledge, Role, load_knowledge
from parsing.tables.columns import carried_columns, columns_of
from records.table import Measure, Side, TableKind


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def measures(headings: str, kind: TableKind, knowledge: Knowledge) -> list[Measure | None]:
    return [use.measure for use in columns_of(headings.split("|"), kind, knowledge.headings)]


def test_a_subtotal_measures_what_the_heading_above_it_names(knowledge: Knowledge) -> None:
    headings = "科目编码|科目名称|合计|本年收入/小计|本年收入/事业收入|上年结转/小计"
    assert measures(headings, TableKind.INCOME, knowledge) == [
        None,
        None,
        Measure.TOTAL,
        Measure.YEAR_INCOME,
        Measure.UNDERTAKING,
        Measure.CARRIED_IN,
    ]


def test_the_parts_of_carried_over_money_have_no_measure_of_their_own(knowledge: Knowledge) -> None:
    headings = "科目名称|合计|上年结转/小计|上年结转/一般公共预算"
    assert measures(headings, TableKind.INCOME, knowledge)[-1] is None


def test_a_heading_may_hold_a_year_a_unit_and_line_breaks(knowledge: Knowledge) -> None:
    headings = "科 目 名 称|2026年预算数（万元）|其中：基本\n支出"
    assert measures(headings, TableKind.GENERAL, knowledge) == [None, Measure.TOTAL, Measure.BASIC]


def test_of_two_years_side_by_side_the_earlier_is_the_prior(knowledge: Knowledge) -> None:
    headings = "项目|2025年预算数|2026年预算数|增减变化"
    assert measures(headings, TableKind.SANGONG, knowledge) == [None, Measure.PRIOR, Measure.TOTAL, Measure.CHANGE]


def test_beside_the_accounts_the_budget_is_no_total(knowledge: Knowledge) -> None:
    headings = "项目|预算数|决算数"
    assert measures(headings, TableKind.SANGONG, knowledge) == [None, Measure.BUDGET, Measure.TOTAL]


def test_a_measure_that_two_columns_claim_belongs_to_neither(knowledge: Knowledge) -> None:
    assert measures("科目名称|合计|基本支出|基本支出", TableKind.GENERAL, knowledge) == [
        None,
        Measure.TOTAL,
        None,
        None,
    ]


def test_a_subtotal_of_something_unknown_is_not_the_total(knowledge: Knowledge) -> None:
    headings = "科目名称|支出总计|基本支出|政府采购项目/小计"
    assert measures(headings, TableKind.EXPENDITURE, knowledge)[-1] is None


def test_columns_of_this_year_alone_are_left_out_where_carried_over_money_stands_beside(knowledge: Knowledge) -> None:
    headings = "科目编码|合计|当年预算/小计|当年预算/基本支出|上年结转结余/小计|上年结转结余/基本支出"
    assert measures(headings, TableKind.EXPENDITURE, knowledge) == [
        None,
        Measure.TOTAL,
        Measure.YEAR_EXPENDITURE,
        None,
        Measure.CARRIED_IN,
        None,
    ]


def test_where_nothing_is_carried_over_the_columns_of_this_year_hold_all_money(knowledge: Knowledge) -> None:
    headings = ["科目编码", "合计", "当年预算/小计", "当年预算/基本支出", "上年结转结余/小计", "上年结转结余/基本支出"]
    uses = columns_of(headings, TableKind.EXPENDITURE, knowledge.headings, nothing_carried=True)
    assert [use.measure for use in uses][3] is Measure.BASIC
    assert carried_columns(headings, knowledge.headings) == {4, 5}


def test_what_a_printed_subtotal_already_holds_is_left_out(knowledge: Knowledge) -> None:
    headings = "单位名称|合计|单位资金/小计|单位资金/事业收入"
    assert measures(headings, TableKind.INCOME, knowledge)[2:] == [Measure.OTHER, None]


def test_the_halves_of_a_two_sided_table_are_told_by_their_roots(knowledge: Knowledge) -> None:
    headings = ["序号", "本年收入/项目", "本年收入/预算数", "本年支出/项目", "本年支出/预算数"]
    uses = columns_of(headings, TableKind.SUMMARY, knowledge.headings)
    assert [use.role for use in uses] == [Role.INDEX, Role.NAME, None, Role.NAME, None]
    assert [use.side for use in uses[1:]] == [Side.INCOME, Side.INCOME, Side.EXPENDITURE, Side.EXPENDITURE]
    assert [use.measure for use in uses if use.measure] == [Measure.TOTAL, Measure.TOTAL]


def test_groups_of_columns_side_by_side_are_sections_of_their_own(knowledge: Knowledge) -> None:
    headings = ["科目编码", "科目名称", "决算数", "科目编码", "科目名称", "决算数"]
    uses = columns_of(headings, TableKind.BASIC, knowledge.headings)
    assert [use.section for use in uses] == [0, 0, 0, 1, 1, 1]
    assert [use.measure for use in uses if use.measure] == [Measure.TOTAL, Measure.TOTAL]


def test_the_fiscal_share_of_the_general_budget_is_no_money_beside_it(knowledge: Knowledge) -> None:
    headings = "科目编码|合计|本年收入/小计|一般公共预算/小计|一般公共预算/其中：财政拨款|政府性基金"
    assert measures(headings, TableKind.INCOME, knowledge) == [
        None,
        Measure.TOTAL,
        Measure.YEAR_INCOME,
        Measure.GENERAL,
        None,
        Measure.FUND,
    ]


def test_what_one_funding_is_used_for_is_not_what_the_row_is_used_for(knowledge: Knowledge) -> None:
    headings = "编码|合计|一般公共预算/小计|一般公共预算/基本支出|一般公共预算/项目支出|政府性基金|单位资金/小计"
    assert measures(headings, TableKind.EXPENDITURE, knowledge) == [
        None,
        Measure.TOTAL,
        Measure.GENERAL,
        None,
        None,
        Measure.FUND,
        Measure.OTHER,
    ]


def test_where_the_general_budget_is_all_there_is_its_uses_are_those_of_the_row(knowledge: Knowledge) -> None:
    headings = "科目编码|一般公共预算/小计|一般公共预算/基本支出|一般公共预算/项目支出"
    assert measures(headings, TableKind.GENERAL, knowledge)[2:] == [Measure.BASIC, Measure.PROJECT]


def test_sources_named_one_by_one_stand_for_their_subtotal(knowledge: Knowledge) -> None:
    headings = "部门名称|合计|一般公共预算|单位资金/小计|单位资金/事业收入|单位资金/其他收入"
    assert measures(headings, TableKind.INCOME, knowledge)[3:] == [None, Measure.UNDERTAKING, Measure.OTHER]


def test_a_subtotal_stands_for_the_columns_below_it_where_one_is_not_known(knowledge: Knowledge) -> None:
    headings = "部门名称|合计|一般公共预算|单位资金/小计|单位资金/事业支出|单位资金/其他收入"
    assert measures(headings, TableKind.EXPENDITURE, knowledge)[3:] == [Measure.OTHER, None, None]


def test_beside_carried_over_money_the_funds_of_the_fiscal_table_are_of_this_year_only(knowledge: Knowledge) -> None:
    headings = ["收入/项目", "收入/预算数", "支出/项目", "支出/合计", "支出/一般公共预算", "支出/上年财政拨款资金结转"]
    uses = columns_of(headings, TableKind.FISCAL, knowledge.headings)
    assert [use.measure for use in uses[3:]] == [Measure.TOTAL, None, Measure.CARRIED_IN]
    uses = columns_of(headings, TableKind.FISCAL, knowledge.headings, nothing_carried=True)
    assert uses[4].measure is Measure.GENERAL


def test_money_granted_this_year_and_carried_over_are_the_two_parts_of_the_total(knowledge: Knowledge) -> None:
    headings = "单位名称（科目）|合计|当年财政拨款安排|上年结转安排"
    assert measures(headings, TableKind.GENERAL, knowledge)[1:] == [
        Measure.TOTAL,
        Measure.YEAR_EXPENDITURE,
        Measure.CARRIED_IN,
    ]


def test_personnel_and_public_name_the_groups_where_each_has_codes_of_its_own(knowledge: Knowledge) -> None:
    headings = ["人员经费/科目代码", "人员经费/科目名称", "人员经费/决算数", "公用经费/科目代码", "公用经费/决算数"]
    uses = columns_of(headings, TableKind.BASIC, knowledge.headings)
    assert [use.measure for use in uses if use.measure] == [Measure.TOTAL, Measure.TOTAL]


def test_one_code_beside_personnel_and_public_leaves_them_what_they_are(knowledge: Knowledge) -> None:
    uses = columns_of(["科目编码", "科目名称", "人员经费", "公用经费"], TableKind.BASIC, knowledge.headings)
    assert [use.measure for use in uses if use.measure] == [Measure.PERSONNEL, Measure.PUBLIC]
