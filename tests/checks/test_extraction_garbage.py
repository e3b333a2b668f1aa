from dataclasses import replace

import pytest

from checks.extraction_garbage import extraction_garbage
from records.finding import Outcome, Severity
from tests.builders.prose import a_project, a_section, a_text, an_indicator
from tests.builders.sums import run_on


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("—%d—", "%d"),
        ("总体绩效目标 TC 总体绩效目标 \\f A \\l 1", "TC"),
        ("三、收入情况 PAGEREF _Toc123 12", "PAGEREF"),
        ("较上年增长#DIV/0!", "#DIV/0!"),
        ("本部门\ufffd\ufffd年", "\ufffd"),
        ("预算&nbsp;支出", "&nbsp;"),
    ],
)
def test_what_the_program_left_is_remarked(text: str, kind: str) -> None:
    (finding,) = run_on(extraction_garbage, a_text(a_section(text))).findings
    assert finding.severity is Severity.INFO
    assert finding.message.startswith(f"文中有 1 处“{kind}”：")


@pytest.mark.parametrize("text", ["完成率95%，达标", "执行 TC260 标准", "<b>[bookmark: _Toc]"])
def test_ordinary_text_passes(text: str) -> None:
    assert run_on(extraction_garbage, a_text(a_section(text))).outcome is Outcome.PASSED


def test_one_kind_is_one_finding() -> None:
    project = a_project("#REF!", indicators=[an_indicator(target="#REF!")])
    (finding,) = run_on(extraction_garbage, a_text(project)).findings
    assert "2 处“#REF!”" in finding.message


def test_pages_recognised_from_a_picture_are_not_judged() -> None:
    scanned = replace(a_text(a_section("%d")), ocr_pages=(6,))
    assert run_on(extraction_garbage, scanned).outcome is Outcome.SKIPPED
