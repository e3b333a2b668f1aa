import pytest

from checks.check import CheckOptions, Skipped
from checks.wrong_base_year import wrong_base_year
from records.claim import Claim, Direction, Stage
from records.disclosure import Kind
from records.finding import Finding
from records.surroundings import Surroundings
from tests.builders.disclosures import a_claim, a_disclosure


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


def test_a_sentence_about_an_earlier_year_is_not_judged() -> None:
    with pytest.raises(Skipped):
        findings(grown(2025, 2024))


def test_without_a_named_base_year_there_is_nothing_to_test() -> None:
    with pytest.raises(Skipped):
        findings(grown(2026, None))
