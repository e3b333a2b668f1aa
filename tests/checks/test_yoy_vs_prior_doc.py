import pytest

from checks.check import Skipped
from checks.yoy_vs_prior_doc import Options, yoy_vs_prior_doc
from records.claim import Direction, Stage
from records.disclosure import Disclosure
from records.finding import Finding
from records.surroundings import surroundings_among
from records.table import Measure, Side, TableKind
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table


def budget(year: int, total: str, change: str = "", base: Stage | None = Stage.BUDGET) -> Disclosure:
    table = a_table(
        TableKind.SUMMARY, [a_row("expenditure-total", {Measure.TOTAL: total}, side=Side.EXPENDITURE)], page=9
    )
    claim = a_claim(
        "expenditure-total",
        amount=total,
        change=change or None,
        direction=Direction.INCREASE if change else None,
        year=year,
        base_year=year - 1,
        base=base,
    )
    return a_disclosure(year, tables=[table], claims=[claim])


def findings(disclosure: Disclosure, *others: Disclosure) -> list[Finding]:
    return list(yoy_vs_prior_doc.function(disclosure, surroundings_among(disclosure, others), Options()))


def test_a_stated_increase_that_last_years_document_contradicts_is_found() -> None:
    (finding,) = findings(budget(2025, "18976.76", "3455.65"), budget(2024, "15621.11"))
    assert "（《2024年部门预算.pdf》第 3 页）" in finding.message
    assert "相差 100.00 万元" in finding.message
    assert finding.evidence[1].document == "2024年部门预算.pdf"


def test_a_stated_increase_that_is_right_within_rounding_passes() -> None:
    assert not findings(budget(2025, "18976.76", "3355.64"), budget(2024, "15621.11"))


def test_a_difference_of_a_thousandth_is_not_reported_and_more_is() -> None:
    assert not findings(budget(2025, "18976.76", "3371.27"), budget(2024, "15621.11"))
    assert findings(budget(2025, "18976.76", "3371.28"), budget(2024, "15621.11"))


def test_a_comparison_with_what_was_carried_out_is_not_one_with_the_budget() -> None:
    with pytest.raises(Skipped):
        findings(budget(2025, "18976.76", "3455.65", Stage.EXECUTION), budget(2024, "15621.11"))


def test_without_last_years_document_there_is_nothing_to_compare() -> None:
    with pytest.raises(Skipped):
        findings(budget(2025, "18976.76", "3455.65"), budget(2023, "15621.11"))
