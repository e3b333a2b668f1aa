import pytest

from parsing.knowledge_files import Knowledge, load_knowledge
from parsing.tables.captions import caption_kind, caption_text
from parsing.words.contents import is_contents_entry
from records.table import TableKind


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("部门预算收支总表", TableKind.SUMMARY),
        ("2025年部门财务收支预算总表", TableKind.SUMMARY),
        ("收支总表（预算表1）", TableKind.SUMMARY),
        ("2016年收入支出决算表", TableKind.SUMMARY),
        ("2016年一般公共预算财政拨款支出决算表（一）", TableKind.GENERAL),
        ("2016年一般公共预算财政拨款决算表（二）", TableKind.BASIC),
        ("石家庄市司法局收支总表", TableKind.SUMMARY),
        ("预算02表 收入总表", TableKind.INCOME),
        ("表三 2026 年单位支出总体情况表", TableKind.EXPENDITURE),
        ("4．2025年部门财政拨款收支预算总表", TableKind.FISCAL),
        ("财政拨款收入支出决算总表", TableKind.FISCAL),
        ("2023年度收入支出决算总表（公开01表）", TableKind.SUMMARY),
        ("附件1：收入支出决算总表", TableKind.SUMMARY),
        ("一般公共预算财政拨款收入支出决算表", TableKind.GENERAL),
        ("财政拨款机关运行经费支出决算表", TableKind.OPERATING_COST),
        ("机构运行信息表", TableKind.SANGONG),
        ("2026年度一般公共预算拨款支出预算表", TableKind.GENERAL),
        ("一般公共预算支出表（按功能分类）", TableKind.GENERAL),
        ("2025年部门一般公共预算基本支出部门预算经济分类预算表", TableKind.BASIC),
        ("部门预算政府基金预算财政拨款支出表", TableKind.FUND),
        ("政府性基金预算财政拨款收入支出决算表", TableKind.FUND),
        ("国有资本经营预算财政拨款支出决算表", TableKind.STATE_CAPITAL),
        ("部门预算财政拨款“三公”经费支出表", TableKind.SANGONG),
        ('市级部门一般公共预算"三公"经费、会议费、培训费支出表', TableKind.SANGONG),
        ("部门政府采购预算", TableKind.PROCUREMENT),
        ("部门固定资产占用情况表", TableKind.ASSETS),
        ("部门机构设置情况", TableKind.INSTITUTIONS),
        ("1、办公设备购置经费绩效目标表", TableKind.PROJECT_PERFORMANCE),
        ("预算13表 部门整体支出绩效目标表", TableKind.OVERALL_PERFORMANCE),
        ("部门整体预算绩效目标申报表", TableKind.OVERALL_PERFORMANCE),
        ("信访干部培训专项项目绩效自评表", TableKind.EVALUATION),
        ("专项资金总体绩效目标表", TableKind.PROJECT_PERFORMANCE),
        ("一般公共预算支出表（按经济分类）", TableKind.ECONOMIC),
        ("2026年度一般公共预算支出经济分类情况表", TableKind.ECONOMIC),
        ("部门综合预算一般公共预算基本支出明细表（按支出功能分类科目）", TableKind.BASIC_FUNCTION),
        ("2022年部门综合预算一般公共预算基本支出明细表（按支出经济分类科目-不含上年结转）", TableKind.BASIC),
        ("财政拨款支出表（功能科目）", TableKind.FISCAL_EXPENDITURE),
        ("财政拨款基本支出表（经济科目）", TableKind.FISCAL_BASIC),
        ("基本支出预算情况表", TableKind.BASIC_SOURCES),
        ("项目支出总表", TableKind.PROJECTS),
        ("部门预算项目支出及其他支出预算表", TableKind.PROJECTS),
        ("一般公共预算机关运行经费支出预算表", TableKind.OPERATING_COST),
        ("预算11表 财政拨款政府购买服务明细表", TableKind.SERVICES),
        ("会议费明细表", TableKind.OTHER),
        ("财政拨款三公经费及会议费培训费情况表", TableKind.SANGONG),
        ("基本支出预算表(经济分类)", TableKind.BASIC),
    ],
)
def test_a_caption_is_known_whatever_it_is_printed_with(line: str, kind: TableKind, knowledge: Knowledge) -> None:
    assert caption_kind(line, knowledge.captions) is kind


@pytest.mark.parametrize(
    "line",
    [
        "部门预算收支总表.....\t3",
        "2. 2025年部门收入预算总表 ……………………………",
        "一、部门职责及机构设置情况",
        "公开02表",
        "三公经费情况说明",
        "收支预算总表支出栏、基本支出表、项目支出表按支出功能分类科目编制；具体见表。",
        "",
    ],
)
def test_entries_of_contents_and_sentences_are_no_captions(line: str, knowledge: Knowledge) -> None:
    assert caption_kind(line, knowledge.captions) is None


def test_one_misprint_in_a_long_caption_is_forgiven(knowledge: Knowledge) -> None:
    assert caption_kind("国有资本经菅预算财政拨款支出表", knowledge.captions) is TableKind.OTHER
    assert caption_kind("财政拨款三公经费支岀表", knowledge.captions) is TableKind.SANGONG


def test_short_captions_one_character_apart_are_never_taken_for_one_another(knowledge: Knowledge) -> None:
    assert caption_kind("收入总表", knowledge.captions) is TableKind.INCOME
    assert caption_kind("收支总表", knowledge.captions) is TableKind.SUMMARY


def test_the_unit_behind_a_caption_is_not_part_of_it() -> None:
    assert caption_text("收支总表  单位：万元") == "收支总表"


def test_dots_and_a_page_number_make_an_entry_of_the_contents() -> None:
    assert is_contents_entry("部门预算收支总表.....3")
    assert not is_contents_entry("部门预算收支总表")


@pytest.mark.parametrize("caption", ["政府性基金预算“三公”经费支出预算表", "国有资本经营预算“三公”经费支出表"])
def test_the_sangong_of_one_fund_alone_is_not_the_table_of_the_sangong(caption: str, knowledge: Knowledge) -> None:
    assert caption_kind(caption, knowledge.captions) is TableKind.OTHER


@pytest.mark.parametrize(
    "caption",
    [
        "一般公共预算基本支出表-人员经费(工资福利支出)(按部门预算经济分类)",
        "一般公共预算基本支出表——公用经费（商品和服务支出）（按政府预算经济分类）",
    ],
)
def test_a_part_of_a_table_has_a_caption_and_is_not_the_table(caption: str, knowledge: Knowledge) -> None:
    assert caption_kind(caption, knowledge.captions) is TableKind.OTHER
