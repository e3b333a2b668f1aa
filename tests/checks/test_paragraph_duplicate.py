from dataclasses import replace

import pytest

from checks.paragraph_duplicate import paragraph_duplicate
from records.disclosure import Section
from records.finding import CheckRun, Outcome, Severity
from tests.builders.prose import a_section, a_text
from tests.builders.sums import run_on

AID = "3、法援工作，贯彻有关法律援助的政策，管理法律援助工作，开展法律援助工作，筹集法律援助基金，组织法律服务。"
PUBLICITY = "1、普法宣传，做好普法宣传报道工作，提高人民法律意识和法律素质，促进民主法制建设。"
MEDIATION = "4、人民调解，指导人民调解工作，参与重大疑难纠纷调解及处理工作，建立完善调解机制，确保不发生民转刑案件。"
GOALS, MEASURES = "二、分项绩效目标", "三、工作保障措施"


def sections(*texts: str, headings: tuple[str, str] = (GOALS, MEASURES)) -> list[Section]:
    return [
        a_section(text, heading, pages=(page,)) for text, heading, page in zip(texts, headings, (4, 5), strict=True)
    ]


def run(*parts: Section, **options: object) -> CheckRun:
    return run_on(paragraph_duplicate, a_text(*parts), **options)


def test_two_sections_with_three_paragraphs_alike_are_an_error() -> None:
    text = "\n".join((PUBLICITY, AID, MEDIATION))
    (finding,) = run(*sections(text, text)).findings
    assert (finding.case, finding.severity) == ("section", Severity.ERROR)
    assert finding.message.startswith(
        "“三、工作保障措施”（第 5 页）有 3 段与“二、分项绩效目标”（第 4 页）一字不差，如“1、普法宣传，"
    )
    assert [one.page for one in finding.evidence] == [4, 5] * 3


@pytest.mark.parametrize(("longer", "count"), [(0, 1), (1, 0)])
def test_a_long_paragraph_in_two_sections_is_a_warning(longer: int, count: int) -> None:
    length = len(AID) + longer
    found = run(*sections(AID + "\n第一节的内容", AID), min_chars=length, min_section_chars=500).findings
    assert [(one.case, one.severity) for one in found] == [("paragraph", Severity.WARNING)] * count


def test_a_paragraph_twice_in_one_section_is_a_warning() -> None:
    (finding,) = run(a_section(f"{AID}\n{AID}"), min_chars=40).findings
    assert finding.message.startswith("“三、支出预算情况说明”（第 6 页）有一段重复：“3、法援工作")


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (AID + MEDIATION, ("一、部门职责", "第一部分 部门概况")),
        (AID + MEDIATION, (GOALS, GOALS)),
        ("（一）人员经费2,103.71万元。主要包括：" + "基本工资、津贴补贴、奖金、" * 10, (GOALS, MEASURES)),
        ("具体如下：", (GOALS, MEASURES)),
        ("苏州市自然资源和规划局2026年度部门预算公开\n" * 9, (GOALS, MEASURES)),
    ],
)
def test_what_may_be_said_twice_passes(text: str, headings: tuple[str, str]) -> None:
    assert not run(*sections(text, text, headings=headings)).findings


def test_pages_recognised_from_a_picture_are_not_compared() -> None:
    text = "\n".join((PUBLICITY, AID, MEDIATION))
    scanned = replace(a_text(*sections(text, text)), ocr_pages=(4, 5))
    assert run_on(paragraph_duplicate, scanned).outcome is Outcome.SKIPPED


def test_without_text_the_check_is_skipped() -> None:
    assert run(a_section("")).outcome is Outcome.SKIPPED
