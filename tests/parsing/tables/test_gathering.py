import pytest

from parsing.knowledge_files import Knowledge, load_knowledge
from parsing.printed import PrintedTable
from parsing.tables.gathering import Gathered, printed_tables
from records.table import TableKind
from tests.builders.pages import a_page


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


EXPENDITURE = """
部门预算支出总表
315 石家庄市司法局
单位：万元
科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
204 | 公共安全支出 | 10.00 | 6.00 | 4.00
"""


def gathered(knowledge: Knowledge, *pages: str, places: bool = False) -> Gathered:
    numbered = [a_page(text, number, places=places) for number, text in enumerate(pages, start=1)]
    return printed_tables(numbered, knowledge)


def cells(table: PrintedTable) -> list[str]:
    return ["|".join(cell.text for cell in row) for row in table.body]


def remarks(table: PrintedTable) -> list[str]:
    return [remark.text for remark in table.remarks]


def test_a_table_has_its_caption_unit_headings_and_rows(knowledge: Knowledge) -> None:
    (table,) = gathered(knowledge, EXPENDITURE).tables
    assert (table.kind, table.caption, table.unit) == (TableKind.EXPENDITURE, "部门预算支出总表", "万元")
    assert table.headings == ("科目编码", "科目名称", "合计", "基本支出", "项目支出")
    assert [line.text for line in table.preamble] == ["315 石家庄市司法局", "单位：万元"]
    assert cells(table) == ["204|公共安全支出|10.00|6.00|4.00"]


def test_a_page_that_repeats_preamble_and_headings_continues_the_table(knowledge: Knowledge) -> None:
    following = """
315 石家庄市司法局
单位：万元
科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
208 | 社会保障和就业支出 | 5.00 | 5.00 |
"""
    (table,) = gathered(knowledge, EXPENDITURE, following).tables
    assert len(table.body) == 2
    assert table.pages == (1, 2)
    assert len(table.preamble) == 2


def test_a_page_without_headings_continues_the_table(knowledge: Knowledge) -> None:
    (table,) = gathered(knowledge, EXPENDITURE, "208 | 社会保障和就业支出 | 5.00 | 5.00 |").tables
    assert len(table.body) == 2


def test_a_page_may_repeat_headings_without_their_last_lines(knowledge: Knowledge) -> None:
    first = """
部门收入总体情况表
单位：万元
单位代码 | 单位名称 | 合计 | 一般公共预算拨款收入 | 政府性基金预算拨款收入 | 财政专户管理资金收入 | 事业单位经营收入
135 | 广西壮族自治区司法厅 | 9,201.45 | 8,123.40 | 1,078.05 | |
"""
    last = """
单位代码 | 单位名称 | 合计 | 一般公共预算拨款 | 政府性基金预 | 财政专户 | 事业单位
135001 | 广西壮族自治区监狱管理局 | 379.39 | 379.39 | | |
"""
    (table,) = gathered(knowledge, first, last).tables
    assert table.headings[-1] == "事业单位经营收入"
    assert cells(table)[-1] == "135001|广西壮族自治区监狱管理局|379.39|379.39|||"


def test_the_last_page_may_hold_only_a_total_over_merged_columns(knowledge: Knowledge) -> None:
    last = "合计 | < | 15.00 | 11.00 | 4.00"
    (table,) = gathered(knowledge, EXPENDITURE, last, places=True).tables
    assert cells(table)[-1] == "合计||15.00|11.00|4.00"


def test_a_caption_repeated_on_the_next_page_continues_the_table(knowledge: Knowledge) -> None:
    (table,) = gathered(knowledge, EXPENDITURE, EXPENDITURE).tables
    assert len(table.body) == 2


def test_the_same_caption_for_another_body_is_another_table(knowledge: Knowledge) -> None:
    unit = EXPENDITURE.replace("315 石家庄市司法局", "315002 石家庄市第二强制隔离戒毒所")
    assert len(gathered(knowledge, EXPENDITURE, unit).tables) == 2


def test_text_between_two_grids_ends_the_table(knowledge: Knowledge) -> None:
    later = "二、部门预算安排的总体情况。\n208 | 社会保障和就业支出 | 5.00 | 5.00 | 1.00\n210 | 卫生 | 1.00 | 1.00 |"
    result = gathered(knowledge, EXPENDITURE, later)
    assert [table.kind for table in result.tables] == [TableKind.EXPENDITURE, TableKind.OTHER]
    assert [line.text for line in result.lines] == ["二、部门预算安排的总体情况。"]


def test_a_list_of_contents_holds_no_captions(knowledge: Knowledge) -> None:
    contents = "目录\n部门预算收支总表..... 3\n部门预算支出总表..... 7"
    result = gathered(knowledge, contents, EXPENDITURE)
    assert [table.kind for table in result.tables] == [TableKind.EXPENDITURE]
    assert len(result.lines) == 3


def test_a_caption_in_the_first_row_of_the_grid_is_a_caption(knowledge: Knowledge) -> None:
    page = """
预算03表 支出总表 | < | < | < | <
 | | | | 金额单位：万元
科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
204 | 公共安全支出 | 10.00 | 6.00 | 4.00
"""
    (table,) = gathered(knowledge, page).tables
    assert (table.kind, table.caption, table.unit) == (TableKind.EXPENDITURE, "预算03表 支出总表", "万元")
    assert len(table.body) == 1


def test_a_page_may_break_between_a_caption_and_its_grid(knowledge: Knowledge) -> None:
    lines = EXPENDITURE.strip().splitlines()
    (table,) = gathered(knowledge, "\n".join([*lines[:3], "12"]), "\n".join(lines[3:])).tables
    assert (table.kind, table.unit, table.place.page) == (TableKind.EXPENDITURE, "万元", 1)


def test_a_caption_broken_over_two_lines_is_put_together(knowledge: Knowledge) -> None:
    page = """
九、一般公共预算“三公”经费、会议费、培训费
支出预算表
单位：万元
“三公”经费合计 | 因公出国（境）费 | 公务接待费
3.00 | 1.00 | 2.00
"""
    assert gathered(knowledge, page).tables[0].kind is TableKind.SANGONG


def test_the_remark_under_a_grid_is_the_note_of_its_table(knowledge: Knowledge) -> None:
    (table,) = gathered(knowledge, EXPENDITURE + "注：本表不含涉密支出。").tables
    assert remarks(table) == ["注：本表不含涉密支出。"]


def test_the_section_after_a_remark_is_not_part_of_it(knowledge: Knowledge) -> None:
    after = """
注：单价均符合资产配置标准。
七、国有资产信息
上年末固定资产金额为 38329.42 万元（详见下表）。
"""
    found = gathered(knowledge, EXPENDITURE + after, places=True)
    assert remarks(found.tables[0]) == ["注：单价均符合资产配置标准。"]
    assert found.lines[0].text == "七、国有资产信息"
    assert len(found.lines) == 2


def test_what_stands_between_two_remarks_on_a_page_is_a_remark(knowledge: Knowledge) -> None:
    after = """
注：本表反映部门本年度政府性基金预算财政拨款收入支出及结转和结余情况。
无政府性基金预算财政拨款收入支出的，仍保留该表格式，并在本表下方作下述说明：
说明：本部门本年度没有政府性基金预算财政拨款收入和支出，故本表无数据。
"""
    found = gathered(knowledge, EXPENDITURE + after, places=True)
    assert remarks(found.tables[0]) == after.split()
    assert not found.lines


def test_what_follows_the_last_remark_is_none(knowledge: Knowledge) -> None:
    found = gathered(knowledge, EXPENDITURE + "注：本表不含涉密支出。\n本年度收入支出总计10.00万元。", places=True)
    assert remarks(found.tables[0]) == ["注：本表不含涉密支出。"]
    assert len(found.lines) == 1


def test_the_entries_of_a_remark_are_remarks(knowledge: Knowledge) -> None:
    after = "注：1.采购组织形式为集中采购和分散采\n购。\n2.采购品目名称按目录填写。\n2.采购预算为零。"
    found = gathered(knowledge, EXPENDITURE + after, places=True)
    assert remarks(found.tables[0]) == ["注：1.采购组织形式为集中采购和分散采购。", "2.采购品目名称按目录填写。"]
    assert [line.text for line in found.lines] == ["2.采购预算为零。"]


def test_a_remark_broken_by_a_page_is_one_that_stands_where_it_begins(knowledge: Knowledge) -> None:
    first = EXPENDITURE + "备注：涉密项目不予公开。（请核实单位是否有涉\n- 8 -"
    last = "密项目，若无，则备注写“备注：无”）\n第八部分 其他需要说明情况\n- 9 -"
    found = gathered(knowledge, first, last, places=True)
    (remark,) = found.tables[0].remarks
    assert remark.text == "备注：涉密项目不予公开。（请核实单位是否有涉密项目，若无，则备注写“备注：无”）"
    assert remark.place.page == 1
    assert [line.text for line in found.lines if "项目" in line.text] == []


def test_a_finished_remark_does_not_go_on_over_the_page(knowledge: Knowledge) -> None:
    found = gathered(knowledge, EXPENDITURE + "注：本表含“三公”经费", "2025年收入支出总计10.00万元。", places=True)
    assert remarks(found.tables[0]) == ["注：本表含“三公”经费"]


def test_without_a_printed_unit_there_is_none(knowledge: Knowledge) -> None:
    (table,) = gathered(knowledge, EXPENDITURE.replace("单位：万元\n", "")).tables
    assert table.unit is None


def test_a_unit_may_stand_in_a_heading(knowledge: Knowledge) -> None:
    page = "部门固定资产占用情况表\n项目 | 数量 | 价值（金额单位：万元）\n资产总额 | | 326.37"
    (table,) = gathered(knowledge, page).tables
    assert (table.kind, table.unit) == (TableKind.ASSETS, "万元")


def test_rows_that_number_the_columns_are_not_data(knowledge: Knowledge) -> None:
    numbered = EXPENDITURE.replace("204 |", "栏次 | 1 | 2 | 3 | 4\n204 |")
    assert len(gathered(knowledge, numbered).tables[0].body) == 1


def test_the_parts_of_a_code_may_share_their_row_with_the_first_data(knowledge: Knowledge) -> None:
    page = """
收入决算表
单位：万元
项目 | < | < | < | 本年收入合计 | 事业收入
科目编码 | < | < | 科目名称 | < | <
类 | 款 | 项 | 合计 | 307.82 | 1.00
201 | | | 一般公共服务支出 | 307.82 | 1.00
"""
    (table,) = gathered(knowledge, page).tables
    assert table.headings[2] == "项目/科目编码/项"
    assert cells(table)[0] == "|||合计|307.82|1.00"


def test_pages_that_lack_a_column_are_aligned_by_their_headings(knowledge: Knowledge) -> None:
    shorter = "科目编码 | 科目名称 | 合计 | 项目支出\n208 | 社会保障和就业支出 | 5.00 | 5.00"
    (table,) = gathered(knowledge, EXPENDITURE, shorter).tables
    assert cells(table)[-1] == "208|社会保障和就业支出|5.00||5.00"


def test_headings_pushed_aside_on_one_page_are_taken_from_the_other(knowledge: Knowledge) -> None:
    first = """
部门预算收入总表
单位：万元
序号 | 科目编码 | 合计 | 本年收入 | | | 上年结转 |
 | | | 小计 | 事业收入 | 经营收入 | | 其他收入
1 | 204 | 3.00 | 2.00 | 2.00 | | | 1.00
"""
    second = """
单位：万元
序号 | 科目编码 | 合计 | 本年收入 | | | | 上年结转
 | | | 小计 | 事业收入 | 经营收入 | 其他收入 |
2 | 208 | 1.00 | 1.00 | 1.00 | | |
"""
    (table,) = gathered(knowledge, first, second).tables
    assert table.headings[-2:] == ("本年收入/其他收入", "上年结转")


def test_a_grid_without_caption_is_known_by_unmistakable_headings(knowledge: Knowledge) -> None:
    page = "单位名称 | 单位性质 | 单位规格 | 经费保障形式\n石家庄市司法局 | 行政 | 正处级 | 财政拨款"
    assert gathered(knowledge, page).tables[0].kind is TableKind.INSTITUTIONS


def test_forms_of_performance_are_handed_on_as_printed(knowledge: Knowledge) -> None:
    page = """
1、办公设备购置经费绩效目标表
绩效目标 | 1.提升办公效率。
一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值
产出指标 | 数量指标 | 购买设备 | 购买设备数量 | ≥47件
2、党组织活动经费绩效目标表
绩效目标 | 1.开展主题党日。
"""
    tables = gathered(knowledge, page).tables
    assert [table.caption for table in tables] == ["1、办公设备购置经费绩效目标表", "2、党组织活动经费绩效目标表"]
    assert (len(tables[0].body), tables[0].headings) == (3, ())


def test_a_page_that_begins_with_rows_without_numbers_continues_the_table(knowledge: Knowledge) -> None:
    begun = """
部门收支总表
单位：万元
收入 | < | 支出 | <
项目 | 金额 | 项目 | 金额
一、财政拨款收入 | 10.00 | 一、教育支出 | 10.00
本年收入 | 10.00 | 本年支出 | 10.00
"""
    following = """
合计 | | 合计 |
上年结转资金 | | 结转下年资金 |
收入总计 | 10.00 | 支出总计 | 10.00
"""
    (table,) = gathered(knowledge, begun, following, places=True).tables
    assert cells(table)[2:] == ["合计||合计|", "上年结转资金||结转下年资金|", "收入总计|10.00|支出总计|10.00"]


FORM = """
项目绩效目标表
项目名称 | < | 普法经费
绩效指标 | 一级指标 | 三级指标 | 指标值
< | 产出指标 | 宣传场次 | ≥1次
"""


def test_a_page_that_repeats_the_caption_of_a_form_may_hold_the_rest_of_its_indicators(knowledge: Knowledge) -> None:
    (table,) = gathered(knowledge, FORM, "项目绩效目标表\n绩效指标 | 满意度指标 | 群众满意度 | ≥90%").tables
    assert len(table.body) == 4


def test_a_page_that_repeats_the_caption_with_another_project_is_another_form(knowledge: Knowledge) -> None:
    assert len(gathered(knowledge, FORM, FORM.replace("普法经费", "人民调解经费")).tables) == 2


def test_the_indicators_of_a_whole_body_may_stand_on_the_next_page(knowledge: Knowledge) -> None:
    following = "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值\n< | 产出指标 | 数量指标 | 破案率 | ≥70%"
    (table,) = gathered(knowledge, "部门整体支出绩效目标表\n部门名称 | 某市公安局\n总体目标 | 平安", following).tables
    assert table.kind is TableKind.OVERALL_PERFORMANCE
    assert table.pages == (1, 2)


def test_a_table_of_all_economic_items_is_not_one_of_the_sangong(knowledge: Knowledge) -> None:
    text = """
科目名称 | 总计 | 办公费 | 印刷费 | 水费 | 电费 | 因公出国（境）费用 | 公务接待费 | 公务用车运行维护费
合计 | 28 | 1 | 2 | 3 | 4 | 5 | 6 | 7
行政运行 | 28 | 1 | 2 | 3 | 4 | 5 | 6 | 7
"""
    (table,) = printed_tables([a_page(text, 7)], knowledge).tables
    assert table.kind is TableKind.OTHER
