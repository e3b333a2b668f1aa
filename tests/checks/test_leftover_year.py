import pytest

from checks.leftover_year import leftover_year
from records.disclosure import Kind, Section
from records.finding import Finding, Outcome, Severity
from records.performance import Project
from records.table import Table, TableKind
from tests.builders.disclosures import a_table
from tests.builders.prose import a_project, a_section, a_text, an_indicator
from tests.builders.sums import run_on

MEDIATORS = "1.确保 2021 年底前每个乡镇（街道）人民调解委员会有2名以上专职人民调解员"
CARS = "截至{}年12月31日，本部门共有车辆0辆。"


def findings(*parts: Section | Project | Table, year: int = 2022, kind: Kind = Kind.BUDGET) -> tuple[Finding, ...]:
    return run_on(leftover_year, a_text(*parts, fiscal_year=year, kind=kind)).findings


def test_a_goal_with_a_deadline_of_last_year_is_an_error() -> None:
    (finding,) = findings(a_project(MEDIATORS))
    assert (finding.case, finding.severity) == ("deadline", Severity.ERROR)
    assert finding.message.startswith("2022 年预算中，项目“综合调解工作经费”绩效目标（第 30 页）写“1.确保 2021 年底前")
    assert finding.evidence[0].page == 30


def test_an_indicator_with_a_deadline_of_last_year_is_found_in_its_row() -> None:
    (finding,) = findings(a_project(indicators=[an_indicator("完成时间", target="2021年12月31日前")]))
    assert (finding.evidence[0].page, finding.evidence[0].row) == (31, "完成时间")


@pytest.mark.parametrize(
    ("project", "because"),
    [
        (a_project("2022年底前完成"), "the deadline lies in this year"),
        (a_project("2021年底前完成", name="2021年智慧戒毒项目"), "the project's name says it was carried over"),
        (a_project("2021年底前完成", code="13080021P00015510006J"), "the project's code says so"),
        (a_project("大队部已于2021年9月底前搬迁至新址"), "it tells what is done"),
        (a_project("支付2021年第二批转移支付资金"), "no deadline"),
        (a_project("清理2020年以前形成的案卷"), "it names what is to be worked on"),
    ],
)
def test_a_year_that_may_stand_there_passes(project: Project, because: str) -> None:
    assert not findings(project), because


def test_a_chapter_of_last_year_is_an_error_and_the_year_itself_is_doubted_when_most_say_so() -> None:
    right = a_section("", "第二部分 2022年度部门决算表")
    wrong = a_section("", "第三部分 2021年度部门决算情况说明", pages=(18,))
    (finding,) = findings(right, wrong, kind=Kind.FINAL_ACCOUNTS)
    assert (finding.case, finding.severity) == ("heading", Severity.ERROR)
    assert finding.message == (
        "标题“第三部分 2021年度部门决算情况说明”（第 18 页）写的是 2021 年，本文是 2022 年度的。"
    )
    doubtful = run_on(leftover_year, a_text(right, wrong, wrong, fiscal_year=2022, kind=Kind.FINAL_ACCOUNTS))
    assert doubtful.outcome is Outcome.UNRESOLVED


def test_a_heading_on_last_years_final_account_or_its_execution_passes_in_a_budget() -> None:
    assert not findings(a_section("", "二、2021年度部门决算情况"), a_section("", "一、2021年预算执行情况"))
    assert not findings(a_section("", "一、2022年预算与2021年预算比较"))


def test_the_caption_of_a_table_is_a_heading_as_well() -> None:
    (finding,) = findings(a_table(TableKind.SUMMARY, [], caption="2021年部门收支预算总表", page=9))
    assert "表名“2021年部门收支预算总表”（第 9 页）" in finding.message


@pytest.mark.parametrize(
    ("kind", "year", "count"),
    [
        (Kind.FINAL_ACCOUNTS, 2021, 1),
        (Kind.FINAL_ACCOUNTS, 2022, 0),
        (Kind.BUDGET, 2021, 0),
        (Kind.BUDGET, 2020, 1),
    ],
)
def test_property_is_told_as_of_the_end_of_the_year_before_a_budget_and_of_a_final_accounts_own_year(
    kind: Kind, year: int, count: int
) -> None:
    found = findings(a_section(CARS.format(year)), kind=kind)
    assert [one.case for one in found] == ["as-of"] * count


def test_the_year_of_the_units_included_is_this_year() -> None:
    text = "纳入烟台市司法局{}年部门预算编制范围的二级预算单位包括："
    (finding,) = findings(a_section(text.format(2021), pages=(6, 7)))
    assert finding.case == "scope"
    assert "“三、支出预算情况说明”一节（第 6 页）" in finding.message
    assert "应是 2022 年" in finding.message
    assert not findings(a_section(text.format(2022)))


@pytest.mark.parametrize(("year", "count"), [(2021, 0), (2020, 1)])
def test_a_plan_of_work_two_years_old_is_remarked_as_a_basis(year: int, count: int) -> None:
    found = findings(a_project(indicators=[an_indicator(basis=f"{year}年司法行政工作要点")]))
    assert [(one.case, one.severity) for one in found] == [("basis", Severity.INFO)] * count


def test_a_text_without_years_is_skipped() -> None:
    assert run_on(leftover_year, a_text(a_section("无"))).outcome is Outcome.SKIPPED


def test_what_a_project_foresees_for_a_year_that_is_over_is_left_over() -> None:
    (finding,) = findings(a_project("根据文件，2025年预估医疗救助147407人，需承担4762.75万元。"), year=2026)
    assert (finding.case, finding.severity) == ("planned", Severity.WARNING)
    assert "预计的是本年以前的事" in finding.message
    assert not findings(a_project("2026年预估医疗救助147407人"), year=2026)
    assert not findings(a_project("2025年预估医疗救助147407人", name="2025年医疗救助结转"), year=2026)
