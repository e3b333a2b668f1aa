import pytest

from checks.obsolete_name import obsolete_name
from records.disclosure import Section
from records.finding import Finding, Outcome, Severity
from records.performance import Project
from tests.builders.prose import a_project, a_section, a_text, an_indicator
from tests.builders.sums import run_on

PENSIONS = "七、社会保障和就业（类）行政事业单位离退休（款）：指离退休人员的支出。"


def findings(*parts: Section | Project, year: int = 2024) -> tuple[Finding, ...]:
    return run_on(obsolete_name, a_text(*parts, fiscal_year=year)).findings


def test_an_item_that_was_renamed_is_a_warning_with_its_name_of_today() -> None:
    (finding,) = findings(a_section(PENSIONS, "第四部分 名词解释"))
    assert (finding.case, finding.severity) == ("item", Severity.WARNING)
    assert finding.message.startswith(
        "“行政事业单位离退休”已不是科目名称（现为“行政事业单位养老支出”），文中仍有 1 处：“七、社会保障和就业（类）"
    )


@pytest.mark.parametrize(("year", "count"), [(2018, 0), (2019, 0), (2021, 1)])
def test_in_its_own_years_the_name_passes(year: int, count: int) -> None:
    assert len(findings(a_section(PENSIONS), year=year)) == count


@pytest.mark.parametrize(
    "text",
    [
        "主要用于行政事业单位离退休方面的支出。",
        "原市法制办承担的职能。",
        "机构改革后，国土资源局与规划局组建新局。",
        "根据《国土资源局关于印发办法的通知》执行。",
        "按照法治办的要求开展工作。",
        "缴纳医疗费（项）12.00万元。",
    ],
)
def test_history_titles_and_other_senses_pass(text: str) -> None:
    assert not findings(a_section(text))


@pytest.mark.parametrize(("year", "count"), [(2019, 0), (2020, 1)])
def test_a_body_that_a_reform_abolished_is_remarked_from_the_year_after(year: int, count: int) -> None:
    found = findings(a_project(name="法制办聘用审核人员经费"), year=year)
    assert [(one.case, one.severity) for one in found] == [("body", Severity.INFO)] * count


def test_one_name_is_one_finding_and_a_basis_may_name_old_papers() -> None:
    indicators = [an_indicator("司法考试投诉处理率"), an_indicator("司法考试人数", basis="国土资源局文件")]
    (finding,) = findings(a_project(indicators=indicators))
    assert "文中仍有 2 处" in finding.message


def test_the_class_that_became_health_is_found_wherever_it_stands() -> None:
    (finding,) = findings(a_section("医疗卫生与计划生育支出111.52万元。"))
    assert finding.case == "item"


def test_without_text_the_check_is_skipped() -> None:
    assert run_on(obsolete_name, a_text()).outcome is Outcome.SKIPPED
