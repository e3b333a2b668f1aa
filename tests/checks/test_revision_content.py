from collections.abc import Sequence
from dataclasses import replace

import pytest

from checks.check import CheckOptions, Skipped, Unresolved
from checks.revision_content import revision_content
from records.disclosure import Disclosure, Section
from records.evidence import Evidence
from records.finding import Finding
from records.performance import Project
from records.surroundings import surroundings_among
from records.table import Measure, TableKind
from tests.builders.disclosures import a_disclosure, a_row, a_table

KINDS = (TableKind.EXPENDITURE, TableKind.SANGONG)
ASSETS = "截至上年末，本部门固定资产金额为326.37万元，共有车辆6辆。"


def published(
    kinds: Sequence[TableKind] = KINDS, *, sections: dict[str, str] | None = None, projects: Sequence[str] = ()
) -> Disclosure:
    tables = [a_table(kind, [a_row("total", {Measure.TOTAL: "1.00"})], caption=f"{kind}表", page=20) for kind in kinds]
    texts = {"一、总体情况": "收支预算900.00万元。"} | (sections or {})
    return replace(
        a_disclosure(2024, tables=tables),
        sections=tuple(Section(heading, 1, text, (9,), Evidence(page=9)) for heading, text in texts.items()),
        projects=tuple(Project(number, name, Evidence(page=30)) for number, name in enumerate(projects, start=1)),
    )


def findings(*versions: Disclosure) -> list[Finding]:
    """Check the last of several versions, in the order of publication."""
    surroundings = surroundings_among(versions[-1], versions)
    return list(revision_content.function(versions[-1], surroundings, CheckOptions()))


def test_a_table_that_is_gone_is_found() -> None:
    (finding,) = findings(published(), published(KINDS[:1]))
    assert finding.case == "tables"
    assert finding.message == "重新公布的文本少了 1 张表：“sangong表”（《2024年部门预算.pdf》第 20 页）。"


def test_a_section_that_is_gone_is_found() -> None:
    (finding,) = findings(published(sections={"七、国有资产信息": ASSETS}), published())
    assert finding.case == "sections"
    assert "少了 1 节说明：“七、国有资产信息”（《2024年部门预算.pdf》第 9 页）" in finding.message


def test_a_section_that_has_another_number_or_another_heading_is_still_there() -> None:
    earlier = published(sections={"七、国有资产信息": ASSETS})
    assert not findings(earlier, published(sections={"（八）国有资产信息": "另有新的说明。"}))
    assert not findings(earlier, published(sections={"七、资产": ASSETS}))


def test_a_project_that_is_gone_is_found() -> None:
    (finding,) = findings(published(projects=["办案业务费", "物业管理费"]), published(projects=["物业管理费"]))
    assert finding.case == "projects"
    assert "少了 1 个项目的绩效目标表：“办案业务费”" in finding.message


def test_what_was_added_is_nothing_to_report() -> None:
    assert not findings(published(KINDS[:1]), published(sections={"七、国有资产信息": ASSETS}))


def test_an_announced_correction_is_left_to_the_reader() -> None:
    assert not findings(published(), published(KINDS[:1], sections={"更正说明": "现予更正，删去空表。"}))


def test_a_narrative_alone_is_not_compared_with_tables() -> None:
    narrative = replace(published(), tables=())
    assert not findings(published(), narrative)


def test_what_may_stand_on_an_unread_page_is_unresolved() -> None:
    with pytest.raises(Unresolved):
        findings(published(), replace(published(KINDS[:1]), unread_pages=(20,)))


def test_without_an_earlier_version_there_is_nothing_to_compare() -> None:
    with pytest.raises(Skipped):
        findings(published())
