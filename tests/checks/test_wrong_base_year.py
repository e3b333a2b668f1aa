import pytest

from checks.check import CheckOptions, Skipped
from checks.wrong_base_year import wrong_base_year
from records.claim import Claim, Direction, Stage
from records.disclosure import Kind
from records.finding import Finding, Severity
from records.surroundings import Surroundings
from records.table import Measure, TableKind
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table


def findings(claim: Claim, *, kind: Kind = Kind.BUDGET) -> list[Finding]:
    disclosure = a_disclosure(2026, claims=[claim], kind=kind)
    return list(wrong_base_year.function(disclosure, Surroundings(), CheckOptions()))


def grown(year: int | None, base_year: int | None, base: Stage | None = Stage.BUDGET) -> Claim:
    return a_claim(
        "total", amount="793.14", direction=Direction.INCREASE, year=year, base_year=base_year, base=base, change="1.00"
    )


def test_a_year_compared_with_itself_is_an_error() -> None:
    (finding,) = findings(grown(2026, 2026))
    assert finding.case == "own-year"
    assert "应与 2025 年相比" in finding.message


def test_a_year_compared_with_an_older_one_than_the_last_is_a_warning() -> None:
    (finding,) = findings(grown(None, 2024))
    assert finding.case == "older-year"


def test_a_year_compared_with_the_last_passes() -> None:
    assert not findings(grown(2026, 2025))


def test_a_final_account_may_be_compared_with_its_own_budget_but_not_with_its_own_final_figure() -> None:
    with pytest.raises(Skipped):
        findings(grown(2026, 2026), kind=Kind.FINAL_ACCOUNTS)
    assert findings(grown(2026, 2026, Stage.FINAL), kind=Kind.FINAL_ACCOUNTS)


@pytest.mark.parametrize("base_year", [2024, 2025])
def test_a_sentence_about_last_year_that_compares_with_that_year_or_an_older_one_has_a_year_left_over(
    base_year: int,
) -> None:
    (finding,) = findings(grown(2025, base_year))
    assert (finding.case, finding.severity) == ("subject", Severity.WARNING)
    assert f"写“total”2025 年的数（第 6 页），又与 {base_year} 年相比，应是 2026 年" in finding.message


def test_a_sentence_about_last_year_with_a_number_of_this_year_has_a_year_left_over() -> None:
    table = a_table(TableKind.SANGONG, [a_row("reception", {Measure.TOTAL: "16.32"}, label="公务接待费")])
    last = a_claim("reception", amount="16.32", year=2025)

    def found(*claims: Claim) -> list[Finding]:
        disclosure = a_disclosure(2026, tables=[table], claims=claims)
        return list(wrong_base_year.function(disclosure, Surroundings(), CheckOptions()))

    (finding,) = found(last, a_claim("reception", amount="9.00", year=2026))
    assert "数字却是 2026 年的“公务接待费”（第 3 页），应是 2026 年" in finding.message
    assert not found(last, a_claim("reception", amount="16.32", year=2026)), "it was the same last year"
    assert not found(a_claim("reception", amount="16.00", year=2025), a_claim("reception", amount="16.32", year=2026))


def test_a_text_that_tells_of_last_year_alone_has_a_year_left_over() -> None:
    (finding,) = findings(a_claim("procurement", amount="472.36", year=2025))
    assert "写“procurement”2025 年的数（第 6 页），全文没有写 2026 年的，应是 2026 年" in finding.message


def test_what_was_owned_or_carried_out_last_year_is_told_of_that_year() -> None:
    with pytest.raises(Skipped):
        findings(a_claim("assets", amount="9.00", direction=Direction.DECREASE, year=2025, base_year=2024))
    with pytest.raises(Skipped):
        findings(a_claim("basic", amount="9.00", year=2025, stage=Stage.EXECUTION))


def test_without_a_named_base_year_there_is_nothing_to_test() -> None:
    with pytest.raises(Skipped):
        findings(grown(2026, None))
