from dataclasses import replace
from decimal import Decimal

import pytest

from checks.cross_table_equality import cross_table_equality
from checks.narrative_amount import narrative_amount
from checks.runner import run_checks
from checks.settings import default_settings
from checks.unit_conflict import factor_between, unit_conflict
from records.amount import Amount
from records.claim import Claim
from records.finding import Finding, Outcome, Severity
from records.surroundings import Surroundings
from records.table import Table, TableKind
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table, wan
from tests.builders.sums import M, a_summary, run, run_on


def expenditure(total: str) -> Table:
    return a_table(
        TableKind.EXPENDITURE, [a_row("total", {M.TOTAL: total}, label="合计", page=7)], caption="支出总表", page=7
    )


def stated(yuan: str, text: str) -> Claim:
    claim = a_claim("expenditure-total", text=text, page=17)
    return replace(claim, amount=Amount(Decimal(yuan), Decimal("0.01")))


def test_a_table_in_yuan_that_says_ten_thousands_is_an_error() -> None:
    (finding,) = run(unit_conflict, a_summary(), expenditure("189492200.00")).findings
    assert (finding.case, finding.severity) == ("magnitude", Severity.ERROR)
    assert "支出总表“合计”total为 189,492,200.00 万元（第 7 页），换算后相差 10,000 倍。" in finding.message
    assert finding.evidence[1].page == 7


def test_a_sentence_that_says_yuan_for_ten_thousands_is_an_error_quoted_as_printed() -> None:
    claim = stated("18949.22", "2023年支出预算18949.22元")
    (finding,) = run_on(unit_conflict, a_disclosure(tables=[a_summary()], claims=[claim])).findings
    assert "文字所称“expenditure-total”为 18,949.22 元（第 17 页）" in finding.message


@pytest.mark.parametrize("total", ["18949.22", "18939.22", "189492.20", "0.00"])
def test_equal_numbers_and_numbers_that_differ_otherwise_pass(total: str) -> None:
    assert run(unit_conflict, a_summary(), expenditure(total)).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("yuan", "factor"),
    [("1894922", None), ("189492200", 1), ("18949.22", 10_000), ("18949.23", 10_000), ("18954.30", None)],
)
def test_the_factor_is_exact_up_to_the_printed_precision(yuan: str, factor: int | None) -> None:
    one = Amount(Decimal(yuan), Decimal("0.01"))
    assert factor_between(one, wan("18949.22")) == (None if factor == 1 else factor)


def test_what_follows_from_the_wrong_unit_names_it_as_its_cause() -> None:
    claim = stated("189492200", "2023年支出预算18949.22万元")
    disclosure = a_disclosure(tables=[a_summary(), expenditure("189492200.00")], claims=[claim])
    settings = default_settings([unit_conflict, cross_table_equality, narrative_amount])
    found: dict[str, Finding] = {
        finding.code: finding for run in run_checks(disclosure, Surroundings(), settings) for finding in run.findings
    }
    assert found["TAB001"].caused_by == found["IDF004"].fingerprint


def test_a_table_with_amounts_and_no_unit_is_remarked() -> None:
    (finding,) = run(unit_conflict, replace(a_summary(), unit=None)).findings
    assert (finding.case, finding.severity) == ("unlabelled", Severity.INFO)
    assert finding.message.endswith("有金额而没有标注单位。")


def test_without_amounts_the_check_is_skipped() -> None:
    assert run(unit_conflict, a_table(TableKind.OTHER, [])).outcome is Outcome.SKIPPED
