import pytest

from checks.check import CheckOptions, Skipped
from checks.same_metric_two_values import same_metric_two_values
from records.claim import Claim, Direction, Stage
from records.finding import Finding, Severity
from records.surroundings import Surroundings
from records.table import Measure
from tests.builders.disclosures import a_claim, a_disclosure

HOUSING = ("住房保障支出", "住房改革支出", "住房公积金")


def findings(*claims: Claim) -> list[Finding]:
    return list(same_metric_two_values.function(a_disclosure(2024, claims=claims), Surroundings(), CheckOptions()))


def planned(amount: str, *, page: int = 9, source: Measure | None = Measure.FISCAL) -> Claim:
    return a_claim(
        "function-item", amount=amount, year=2024, stage=Stage.BUDGET, path=HOUSING, page=page, source=source
    )


def test_an_item_that_is_given_two_amounts_is_found() -> None:
    (finding,) = findings(planned("350.35"), planned("352.67", page=10))
    assert finding.case == "different"
    assert finding.message == (
        "“function-item”2024 年预算一处写 350.35 万元（第 9 页），另一处写 352.67 万元（第 10 页），相差 2.32 万元。"
    )


def test_the_same_amount_twice_passes() -> None:
    assert not findings(planned("350.35"), planned("350.35"))


def test_amounts_within_the_printed_precision_pass_and_just_beyond_is_a_warning() -> None:
    assert not findings(planned("350.35"), planned("350.36"))
    (finding,) = findings(planned("350.35"), planned("350.37"))
    assert (finding.case, finding.severity) == ("small", Severity.WARNING)
    (finding,) = findings(planned("350.35"), planned("350.38"))
    assert finding.case == "different"


def test_a_third_printing_of_a_wrong_amount_is_not_reported_again() -> None:
    assert len(findings(planned("350.35"), planned("352.67"), planned("352.67"))) == 1


def test_other_money_another_stage_and_another_year_are_other_metrics() -> None:
    executed = a_claim("function-item", amount="348.52", year=2024, stage=Stage.EXECUTION, path=HOUSING)
    last_year = a_claim("function-item", amount="340.00", year=2023, stage=Stage.BUDGET, path=HOUSING)
    with pytest.raises(Skipped):
        findings(planned("350.35"), planned("352.67", source=Measure.FUND), executed, last_year)


def test_an_item_whose_class_is_not_named_may_be_any_of_several() -> None:
    claims = [
        a_claim("function-item", amount=amount, year=2024, path=("", "", "行政运行")) for amount in ("10.00", "20.00")
    ]
    assert not findings(*claims)


def test_last_years_figure_and_the_change_must_be_told_alike() -> None:
    first, second = (
        a_claim(
            "reception",
            prior=prior,
            change=change,
            direction=Direction.DECREASE,
            year=2024,
            base_year=2023,
            base=Stage.BUDGET,
        )
        for prior, change in (("8.00", "1.00"), ("9.00", "2.00"))
    )
    found = findings(first, second)
    assert {finding.subject.measure for finding in found} == {"prior", "change"}
    assert any("与 2023 年预算相比的增减额一处写 -1.00 万元" in finding.message for finding in found)


def test_basic_expenditure_is_compared_within_one_section_only() -> None:
    def basic(amount: str, caption: str) -> Claim:
        return a_claim("basic", amount=amount, year=2024, caption=caption)

    assert not findings(basic("100.00", "三、支出预算"), basic("90.00", "五、一般公共预算"))
    assert findings(basic("100.00", "三、支出预算"), basic("90.00", "三、支出预算"))


def test_totals_are_compared_for_their_unit_alone() -> None:
    total, carried = a_claim("total", amount="1682.76", year=2024), a_claim("total", amount="1700.00", year=2024)
    in_yuan = a_claim("total", amount="0.168276", year=2024)
    assert not findings(total, carried)
    (finding,) = findings(total, in_yuan)
    assert finding.case == "unit"
    assert "一处写 1,682.76 万元（第 6 页），另一处写 1,682.76 元（第 6 页），数字相同而单位不同" in finding.message


def test_a_zero_is_no_unit_mistaken() -> None:
    assert not findings(a_claim("total", amount="0", year=2024), a_claim("total", amount="0", year=2024))


def test_a_text_that_says_everything_once_has_nothing_to_test() -> None:
    with pytest.raises(Skipped):
        findings(planned("350.35"))
