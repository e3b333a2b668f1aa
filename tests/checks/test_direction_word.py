import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.check import CheckOptions, Skipped
from checks.direction_word import direction_word
from records.claim import Claim, Direction, Stage
from records.disclosure import Kind
from records.finding import Finding, Severity
from records.surroundings import Surroundings
from records.table import Measure, TableKind
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table
from tests.builders.prose import a_section, a_text

PENSION = ("社会保障和就业支出", "行政事业单位养老支出", "机关事业单位职业年金缴费支出")


def findings(*claims: Claim) -> list[Finding]:
    disclosure = a_disclosure(2024, kind=Kind.FINAL_ACCOUNTS, claims=claims)
    return list(direction_word.function(disclosure, Surroundings(), CheckOptions()))


def compared(final: str, budget: str, direction: Direction) -> list[Finding]:
    return findings(
        a_claim("function-item", amount=budget, year=2024, path=PENSION, stage=Stage.BUDGET),
        a_claim(
            "function-item",
            amount=final,
            year=2024,
            path=PENSION,
            stage=Stage.FINAL,
            direction=direction,
            base=Stage.BUDGET,
        ),
    )


def moved(amount: str, prior: str, direction: Direction, percent: str | None = None) -> list[Finding]:
    return findings(
        a_claim(
            "reception", amount=amount, prior=prior, year=2024, base_year=2023, direction=direction, percent=percent
        )
    )


def explained(direction: Direction, reason: str) -> list[Finding]:
    return findings(a_claim("total", amount="110.60", change="3.40", year=2024, direction=direction, reason=reason))


def test_a_final_figure_below_its_budget_is_not_greater() -> None:
    (finding,) = compared("80.38", "80.81", Direction.INCREASE)
    assert finding.case == "contrary"
    assert "决算 80.38 万元" in finding.message
    assert "年初预算为 80.81 万元" in finding.message
    assert "决算小于预算，文中却写“大于”" in finding.message


def test_a_final_figure_other_than_its_budget_is_not_equal_to_it() -> None:
    (finding,) = compared("60.99", "62.29", Direction.FLAT)
    assert finding.case == "not-equal"
    assert "文中却写“等于”" in finding.message


def test_words_that_fit_their_figures_pass() -> None:
    assert not compared("80.38", "80.81", Direction.DECREASE)
    assert not compared("258.50", "258.50", Direction.FLAT)
    assert not moved("110.60", "114.00", Direction.DECREASE)


def test_figures_that_may_differ_by_rounding_alone_leave_the_word_open() -> None:
    assert not compared("80.81", "80.82", Direction.INCREASE)
    assert not compared("80.81", "80.82", Direction.FLAT)
    assert compared("80.81", "80.83", Direction.INCREASE)


def test_figures_that_are_the_same_have_not_moved() -> None:
    (finding,) = compared("80.81", "80.81", Direction.INCREASE)
    assert finding.case == "no-movement"


def test_a_budget_without_a_name_may_be_either_budget_of_the_year() -> None:
    first, adjusted = (
        a_claim("sangong", amount=amount, year=2024, stage=stage)
        for amount, stage in (("9.00", Stage.BUDGET), ("12.00", Stage.ADJUSTED))
    )
    final = a_claim(
        "sangong", amount="10.00", year=2024, stage=Stage.FINAL, direction=Direction.DECREASE, base=Stage.BUDGET
    )
    assert not findings(first, adjusted, final)


def test_the_budget_may_stand_in_the_table_alone() -> None:
    row = a_row("reception", {Measure.BUDGET: "5.80", Measure.TOTAL: "0.90"})
    claim = a_claim(
        "reception", amount="0.90", year=2024, stage=Stage.FINAL, direction=Direction.INCREASE, base=Stage.BUDGET
    )
    disclosure = a_disclosure(
        2024, kind=Kind.FINAL_ACCOUNTS, claims=[claim], tables=[a_table(TableKind.SANGONG, [row])]
    )
    (finding,) = direction_word.function(disclosure, Surroundings(), CheckOptions())
    assert finding.case == "contrary"


def test_an_increase_from_a_greater_figure_of_last_year_is_found() -> None:
    (finding,) = moved("110.60", "114.00", Direction.INCREASE, "2.98")
    assert "本年小于上年，文中却写“增加”" in finding.message


def test_a_change_whose_verb_was_forgotten_is_not_taken_for_last_years_figure() -> None:
    with pytest.raises(Skipped):
        moved("208.89", "1.43", Direction.DECREASE, "0.68")


def test_standing_still_against_last_year_is_left_to_its_own_check() -> None:
    with pytest.raises(Skipped):
        moved("110.60", "114.00", Direction.FLAT)


def test_nothing_can_have_grown_by_more_than_it_is() -> None:
    def grown(amount: str, change: str) -> list[Finding]:
        return findings(a_claim("vehicle", amount=amount, change=change, year=2024, direction=Direction.INCREASE))

    (finding,) = grown("0.00", "18.18")
    assert finding.case == "contrary"
    assert "增加额大于本年数" in finding.message
    assert not grown("18.18", "18.18")
    assert not grown("18.18", "18.19")


def test_a_percentage_that_fits_the_opposite_word_only_is_found() -> None:
    def stated(percent: str, direction: Direction) -> list[Finding]:
        return findings(
            a_claim("total", amount="351904.90", change="125454.38", percent=percent, direction=direction, year=2024)
        )

    (finding,) = stated("55.40", Direction.DECREASE)
    assert (finding.case, finding.unit) == ("contrary", "%")
    assert finding.message == (
        "“total”本年 351,904.90 万元，比上年减少 125,454.38 万元，文中写 55.40%（第 6 页），"
        "125,454.38÷（351,904.90－125,454.38）＝55.40%，只有写“增加”才算得通。"
    )
    assert not stated("55.40", Direction.INCREASE)
    assert not stated("12.34", Direction.DECREASE)


def written(text: str) -> list[Finding]:
    disclosure = a_text(a_section(text))
    return list(direction_word.function(disclosure, Surroundings(), CheckOptions()))


def test_amount_and_percentage_of_one_movement_with_opposite_words_are_found_where_they_stand() -> None:
    (finding,) = written("收入预算比上年增加592.82万元，下降16.47%，主要原因是工作增加。")
    assert (finding.case, finding.severity) == ("two-words", Severity.ERROR)
    assert finding.message == "文字写“增加592.82万元，下降16.47%”（第 6 页），同一变动的两个方向词相反。"


@pytest.mark.parametrize(
    "text",
    [
        "比上年增加592.82万元，增长16.47%。",
        "比上年增加0.00万元，下降0.00%。",
        "收入比上年增加592.82万元，支出下降16.47%。",
        "比上年减少 5 万元（降低 2.33%）。",
    ],
)
def test_words_that_agree_or_speak_of_two_things_pass(text: str) -> None:
    with pytest.raises(Skipped):
        written(text)


def test_a_reason_that_says_the_opposite_is_found() -> None:
    (finding,) = explained(Direction.DECREASE, "宣传事务一般行政管理事务经费增加")
    assert finding.case == "reason"
    assert "减少 3.40 万元，所写原因却是“宣传事务一般行政管理事务经费增加”" in finding.message
    assert explained(Direction.INCREASE, "公用经费压缩所致。")


@pytest.mark.parametrize(
    "reason",
    [
        "宣传经费减少",
        "上年一次性项目增加",
        "2023年追加经费增加",
        "人员退休，退休人员经费增加",
        "一是人员增加，二是项目减少",
        "其他资金安排的支出增加",
        "本年度新增车辆为新能源车",
        "项目调整",
    ],
)
def test_a_reason_that_may_be_right_passes(reason: str) -> None:
    assert not explained(Direction.DECREASE, reason)


def test_a_wrong_word_is_not_reported_again_for_its_reason() -> None:
    claim = a_claim(
        "reception", amount="110.60", prior="114.00", year=2024, direction=Direction.INCREASE, reason="经费减少"
    )
    (finding,) = findings(claim)
    assert finding.case == "contrary"


def test_without_any_word_for_a_direction_there_is_nothing_to_test() -> None:
    with pytest.raises(Skipped):
        findings(a_claim("total", amount="120.00", year=2024))


@given(amount=st.integers(0, 10**8), budget=st.integers(0, 10**8))
def test_words_that_fit_the_figures_before_rounding_are_never_reported_as_contrary(amount: int, budget: int) -> None:
    direction = Direction.FLAT if amount == budget else Direction.INCREASE if amount > budget else Direction.DECREASE
    found = compared(f"{amount / 1000:.2f}", f"{budget / 1000:.2f}", direction)
    assert all(finding.case == "no-movement" for finding in found)
