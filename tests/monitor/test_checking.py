from dataclasses import replace

from checks.registry import ALL
from checks.settings import default_settings
from monitor.checking import checked
from records.disclosure import Disclosure, Document, Section
from records.evidence import Evidence
from records.finding import Finding, Outcome
from records.surroundings import Surroundings
from records.table import Measure, TableKind
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table

NARRATIVE = replace(
    a_disclosure(2026, claims=[a_claim("project", amount="900.00", year=2026, text="项目支出900.00万元")]),
    sections=(Section("三、支出预算情况说明", 1, "项目支出900.00万元", (6,), Evidence(page=6)),),
    documents=(Document("附件1：部门预算情况说明.pdf", "1" * 64, "pdf", 10),),
)
# 90 + 20 is not 100: an error of the tables alone.
TABLES = replace(
    a_disclosure(
        2026,
        tables=[
            a_table(
                TableKind.EXPENDITURE,
                [
                    a_row("total", {Measure.TOTAL: "100.00", Measure.BASIC: "90.00", Measure.PROJECT: "20.00"}),
                    a_row("204", {Measure.TOTAL: "60.00", Measure.BASIC: "50.00", Measure.PROJECT: "10.00"}),
                    a_row("208", {Measure.TOTAL: "40.00", Measure.BASIC: "30.00", Measure.PROJECT: "10.00"}),
                ],
            )
        ],
    ),
    documents=(Document("附件2：部门预算报表.pdf", "2" * 64, "pdf", 21),),
)


def found(disclosure: Disclosure, companion: Disclosure | None) -> list[Finding]:
    runs = checked(disclosure, companion, Surroundings(), default_settings(ALL)).runs
    return [finding for run in runs for finding in run.findings]


def test_the_text_of_one_file_is_checked_against_the_tables_of_the_other() -> None:
    codes = {finding.code for finding in found(NARRATIVE, TABLES)}

    assert "TXT001" in codes
    assert "TXT001" not in {finding.code for finding in found(NARRATIVE, None)}


def test_what_two_files_together_show_is_reported_once() -> None:
    with_narrative = {finding.fingerprint for finding in found(NARRATIVE, TABLES)}
    with_tables = {finding.fingerprint for finding in found(TABLES, NARRATIVE)}

    assert "TXT001" in {finding.code for finding in found(NARRATIVE, TABLES)}
    assert "SUM002" in {finding.code for finding in found(TABLES, NARRATIVE)}
    assert not with_narrative & with_tables


def test_a_check_that_found_only_what_the_other_file_reports_has_passed_here() -> None:
    runs = checked(NARRATIVE, TABLES, Surroundings(), default_settings(ALL)).runs

    assert {run.code: run.outcome for run in runs}["SUM002"] is Outcome.PASSED
