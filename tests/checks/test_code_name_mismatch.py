from dataclasses import replace

import pytest

from checks.classification import Classification, ItemName, load_classification
from checks.code_name_mismatch import code_name_mismatch
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.finding import Finding, Outcome, Severity
from records.table import Table, TableKind
from tests.builders.disclosures import a_disclosure, a_row, a_table
from tests.builders.sums import M, run_on, well_read


def basic(*items: tuple[str, str], kind: TableKind = TableKind.BASIC) -> Table:
    rows = [a_row(code, {M.TOTAL: "1.00"}, label=label, page=11) for code, label in items]
    return well_read(a_table(kind, rows, caption="基本支出表", page=11))


def findings(*tables: Table, fiscal_year: int = 2026) -> tuple[Finding, ...]:
    return run_on(code_name_mismatch, a_disclosure(fiscal_year, tables=tables)).findings


def test_a_name_that_belongs_to_another_code_is_found_with_both_codes() -> None:
    (finding,) = findings(basic(("30208", "取暖费"), ("30208", "物业管理费")))
    assert (finding.severity, finding.case) == (Severity.WARNING, "other-item")
    assert finding.message == (
        "基本支出表把科目 30208 的名称印作“物业管理费”（第 11 页）：“物业管理费”的编码是 30209，30208 是“取暖费”。"
    )
    (evidence,) = finding.evidence
    assert (evidence.column, evidence.text) == ("科目名称", "物业管理费")


@pytest.mark.parametrize(
    ("label", "case"),
    [
        ("维修（护）费", None),
        ("维修(护) 费", None),
        ("维修", None),
        ("维护（护）费", "misspelt"),
        ("会议接待", "unlike"),
    ],
)
def test_a_name_is_judged_by_its_likeness_not_by_its_punctuation(label: str, case: str | None) -> None:
    assert [one.case for one in findings(basic(("30213", label)))] == ([case] if case else [])


def test_exactly_the_likeness_of_the_option_is_a_misspelling() -> None:
    disclosure = a_disclosure(2026, tables=[basic(("30201", "办公桌"))])  # two of three characters: 0.67
    cases = [run_on(code_name_mismatch, disclosure, similarity=limit).findings[0].case for limit in (0.66, 0.67)]
    assert cases == ["misspelt", "unlike"]


def test_a_name_of_a_year_before_the_known_ones_is_not_judged() -> None:
    assert findings(basic(("210", "医疗卫生与计划生育支出"), kind=TableKind.GENERAL), fiscal_year=2016) == ()


def test_a_year_after_the_newest_has_the_names_of_the_newest() -> None:
    assert len(findings(basic(("30208", "物业管理费")), fiscal_year=2030)) == 1


def test_one_name_printed_in_two_tables_is_told_once_with_both_places() -> None:
    tables = [basic(("30208", "物业管理费"), kind=kind) for kind in (TableKind.BASIC, TableKind.ECONOMIC)]
    (finding,) = findings(*tables)
    assert len(finding.evidence) == 2


def test_a_doubtful_table_is_not_judged() -> None:
    table = basic(("301", "工资福利支出"), ("30208", "物业管理费"))
    doubtful = replace(table, quality=replace(table.quality, relations=9, hold=1))
    assert run_on(code_name_mismatch, a_disclosure(2026, tables=[doubtful])).outcome is Outcome.SKIPPED


def with_sections(*printed: str) -> Disclosure:
    codes = {f"301{section.zfill(2)}": section for section in printed}
    table = basic(*((code, "津贴补贴" if code == "30102" else "基本工资") for code in codes))
    place = Evidence(page=11, column="款")
    rows = tuple(replace(row, code_evidence=place.quoting(codes[row.item])) for row in table.rows)
    return a_disclosure(2016, tables=[replace(table, rows=rows)])


def test_a_code_of_one_digit_among_codes_of_two_is_found() -> None:
    (finding,) = run_on(code_name_mismatch, with_sections("01", "2", "03")).findings
    assert (finding.severity, finding.case) == (Severity.INFO, "short-code")
    assert finding.message == "基本支出表款级编码应印两位：“津贴补贴”的编码 30102 印作“2”（第 11 页）。"
    assert [(one.column, one.text) for one in finding.evidence] == [("款", "2")]


def test_a_form_that_prints_every_code_with_one_digit_is_left_alone() -> None:
    assert run_on(code_name_mismatch, with_sections("1", "2", "3")).findings == ()


def test_the_classification_that_ships_knows_each_name_once() -> None:
    names = load_classification().by_code
    entries = [(one.code, one.name) for ones in names.values() for one in ones]
    assert len(set(entries)) == len(entries) > 400


def test_a_name_is_looked_up_among_codes_of_the_same_level() -> None:
    known = Classification({code: (ItemName(code, "住房公积金", 2017, None),) for code in ("2210201", "30113")})
    assert known.codes_named("住房公积金", "30103") == ("30113",)
