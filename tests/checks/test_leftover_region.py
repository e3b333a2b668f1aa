from dataclasses import replace

import pytest

from checks.leftover_region import leftover_region
from records.body import Body
from records.disclosure import Section
from records.finding import CheckRun, Outcome, Severity
from records.performance import Project
from tests.builders.prose import a_project, a_section, a_text, an_indicator
from tests.builders.sums import run_on

FUNING = "河北省秦皇岛市抚宁区"


def run_in(region: str | None, *parts: Section | Project) -> CheckRun:
    return run_on(leftover_region, a_text(*parts, body=Body("司法局", region=region)))


def test_a_district_whose_indicator_speaks_of_its_county_is_warned() -> None:
    indicator = an_indicator("促进社会稳定程度", description="确保全县稳定工作顺利开展")
    (finding,) = run_in(FUNING, a_project(indicators=[indicator], name="人民调解经费")).findings
    assert (finding.case, finding.severity) == ("goal", Severity.WARNING)
    assert finding.message == (
        "本文的公开主体属于“河北省秦皇岛市抚宁区”，文中却有 1 处“全县”："
        "“确保全县稳定工作顺利开展”，项目“人民调解经费”绩效指标（第 31 页）。"
    )
    assert finding.evidence[0].row == "促进社会稳定程度"


def test_in_the_narrative_it_is_remarked() -> None:
    (finding,) = run_in(FUNING, a_section("负责我县普法工作。")).findings
    assert finding.severity is Severity.INFO


@pytest.mark.parametrize(
    ("region", "text"),
    [
        ("河北省石家庄市", "指导全县（市、区）司法所建设"),
        ("浙江省湖州市", "推进全县域普法"),
        ("河北省平山县", "提高全县人民法律意识"),
        ("广西壮族自治区", "我区经济稳定增长"),
        ("河北省秦皇岛市抚宁区", "我区各项工作走在全省前列"),
        ("河北省石家庄市", "配合全省统一部署，本区域内"),
    ],
)
def test_what_a_region_may_say_passes(region: str, text: str) -> None:
    assert run_in(region, a_section(text)).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("region", "text", "word"),
    [
        ("上海市普陀区", "在我省率先试点", "我省"),
        ("河北省定州市", "提高全县人民法律意识", "全县"),
        ("河北省平山县", "全面提升我区法治水平", "我区"),
    ],
)
def test_what_a_region_cannot_say_is_found(region: str, text: str, word: str) -> None:
    (finding,) = run_in(region, a_project(text)).findings
    assert f"1 处“{word}”" in finding.message


def test_one_word_is_one_finding_however_often_it_stands() -> None:
    (finding,) = run_in(FUNING, a_project("提高全县水平", "推动全县工作")).findings
    assert "2 处“全县”" in finding.message


def test_a_unit_of_the_department_may_stand_in_a_district() -> None:
    units = replace(a_project("为我区创造安定环境"), body="301008_泉州市公安局台商投资区分局")
    assert run_in("福建省泉州市", units, a_section("略")).outcome is Outcome.PASSED


def test_where_the_region_is_not_known_the_check_is_skipped() -> None:
    assert run_in(None, a_section("全县")).outcome is Outcome.SKIPPED
